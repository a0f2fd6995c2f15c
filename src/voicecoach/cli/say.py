"""``voicecoach say``: hear one line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from voicecoach import pipeline
from voicecoach.cli.completion import complete_pack
from voicecoach.cli.options import choice_of, voice_options
from voicecoach.cli.scripts import ScriptErrors, note, show
from voicecoach.diagnostics import summary
from voicecoach.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.speech.explanation import Explanation

__all__ = ["say_command"]

_NAME = 15
"""Width of the names of steps."""

_OF_PACKS = ("unknown-pack", "bad-pack", "bad-cue", "bad-recording", "pack-language")
"""What can be wrong with a pack: that a line of text is no workout is none of it."""


@click.command("say")
@click.argument("text")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("say.wav"),
    show_default=True,
    metavar="FILE",
    help="The file to write, .wav or .mp3.",
)
@click.option(
    "--coach",
    default="friendly",
    show_default=True,
    metavar="PACK",
    shell_complete=complete_pack,
    help="The cue pack whose lexicon and recordings count.",
)
@click.option("--explain", is_flag=True, help="Write no file: show what becomes of TEXT before a voice speaks it.")
@voice_options
def say_command(
    text: str, output: Path, coach: str, engine: str, voice: str, pace: int | None, *, explain: bool
) -> None:
    """Speak TEXT into a file, as the coach would."""
    script = _script(coach)
    with pipeline.open_speaker(script, choice_of(engine, voice, pace), note) as speaker:
        if explain:
            for row in _rows(text, speaker.explain(text)):
                click.echo(row)
            return
        length = pipeline.save_line(text, output, speaker)
    click.echo(f"{output}: {length / 1000:.1f} s")


def _script(coach: str) -> pipeline.Script:
    """A script without a step that is spoken by a pack."""
    script = pipeline.load(Source("<say>", ""), pipeline.Choices(coach))
    faults = [fault for fault in script.diagnostics if fault.code in _OF_PACKS]
    show(faults, script.sources)
    if any(fault.is_error for fault in faults):
        raise ScriptErrors(summary(faults, "Nothing was written."))
    return script


def _rows(text: str, told: Explanation) -> Iterator[str]:
    """The way of a text to the voice, a step on a line."""
    yield _row("written", text)
    for step, read in told.readings:
        yield _row(step, read)
    yield _row("spoken", told.words or "nothing")
    for word, ipa in told.sounds:
        yield _row("sounds", f"{word} /{ipa}/")
    yield _row("engine", told.engine or "none")
    yield _row("voice", told.voice or "its default")
    if told.phonemes:
        yield _row("phonemes", told.phonemes)


def _row(name: str, told: str) -> str:
    return f"{name:<{_NAME}}{told}"
