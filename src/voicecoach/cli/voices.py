"""``voicecoach voices``: who can speak."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from voicecoach.cli.columns import columns, screen_width
from voicecoach.cli.lazy import LazyGroup
from voicecoach.cli.scripts import note
from voicecoach.errors import VoicecoachError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from voicecoach.speech.listing import ListedVoice

__all__ = ["voices_command"]

_COMMANDS = {"default": "Choose the voice that speaks a language, or show those chosen."}

_USUAL_SAMPLE = " "
"""What ``--sample`` is without a text; a text of spaces says nothing else."""

_HEAD = ("VOICE", "LANGUAGE", "GENDER", "QUALITY", "NETWORK", "LICENCE", "ABOUT")


@click.group("voices", cls=LazyGroup, told=_COMMANDS, prefix="voices_", invoke_without_command=True)
@click.option("--language", default="", metavar="TAG", help='Only voices of a language, such as "de" or "en-gb".')
@click.option(
    "--sample",
    is_flag=False,
    flag_value=_USUAL_SAMPLE,
    metavar="[TEXT]",
    help="Write a sample of each voice: of TEXT, or of what the coach says in its language.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("voice-samples"),
    show_default=True,
    metavar="FOLDER",
    help="Where samples are written.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.pass_context
def voices_command(context: click.Context, language: str, sample: str | None, output: Path, *, as_json: bool) -> None:
    """List the voices of all engines, those on this machine and those that can be had.

    The first column is what `--voice`, `voice:` in a script and `voice =` in a pack take.
    """
    if context.invoked_subcommand:
        return
    from voicecoach.speech.listing import listed_voices  # noqa: PLC0415 - this command alone asks every engine

    found = list(listed_voices(language, note))
    if not found:
        raise VoicecoachError(f'no engine on this machine has a voice for "{language}"')
    if sample is not None:
        _write_samples(found, sample.strip(), output)
    elif as_json:
        click.echo(json.dumps([asdict(voice) for voice in found], indent=2, ensure_ascii=False))
    else:
        for line in columns([_HEAD, *map(_row, found)], screen_width()):
            click.echo(line)


def _row(voice: ListedVoice) -> tuple[str, ...]:
    about = voice.description if voice.installed else f"{voice.description}; to have it: {voice.get}"
    network = "no" if voice.offline else "yes"
    return (
        voice.id,
        voice.language,
        voice.gender or "-",
        voice.quality or "-",
        network,
        voice.licence or "-",
        about or "-",
    )


def _write_samples(voices: Sequence[ListedVoice], text: str, folder: Path) -> None:
    """A file for each voice on this machine; one that cannot speak is told, and the others go on."""
    from voicecoach.sampling import save_sample  # noqa: PLC0415 - engines and codecs

    written = 0
    for voice in (each for each in voices if each.installed):
        target = folder / f"{_file_name(voice.id)}.wav"
        try:
            said = save_sample(voice.id, voice.language, text, target, note)
        except VoicecoachError as error:
            note(f"{voice.id}: {error}")
            continue
        written += 1
        click.echo(f'{target}: "{said}"')
    if not written:
        raise VoicecoachError("none of these voices spoke; nothing was written")


def _file_name(voice: str) -> str:
    """A voice id as every system takes it for a file's name."""
    return "".join(_plain_letters(voice))


def _plain_letters(voice: str) -> Iterator[str]:
    for letter in voice:
        yield letter if letter.isalnum() or letter in "+._" else "-"
