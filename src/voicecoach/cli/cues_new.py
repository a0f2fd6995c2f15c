"""``voicecoach cues new``: a pack to begin with."""

from __future__ import annotations

import re
from pathlib import Path

import click

from voicecoach import pipeline
from voicecoach.cli.completion import complete_pack
from voicecoach.cli.files import write_text
from voicecoach.cli.packs import usable_pack
from voicecoach.errors import VoicecoachError
from voicecoach.wording.new_pack import new_pack_text
from voicecoach.wording.places import DEFAULT_PACK

__all__ = ["new_command"]

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_NAME = re.compile(r"[^\W_]+(?:[-_][^\W_]+)*")


@click.command("new")
@click.argument("name")
@click.option(
    "--from",
    "below",
    default=DEFAULT_PACK,
    metavar="PACK",
    shell_complete=complete_pack,
    show_default=True,
    help="The pack whose words it begins with.",
)
@click.option("--language", default="", metavar="TAG", help='What it speaks, such as "de"; that of PACK by default.')
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file to write; by default NAME.toml in your own folder of packs.",
)
def new_command(name: str, below: str, language: str, output: Path | None) -> None:
    """Write a pack called NAME, in which every line of another stands as a comment, to be changed.

    A file that is there is never written over.
    """
    if language and not _LANGUAGE.fullmatch(language):
        raise VoicecoachError(f'"{language}" is no language tag; write one such as en, en-GB or de')
    if not _NAME.fullmatch(name):
        raise VoicecoachError(f'"{name}" cannot be the name of a pack; write letters and digits, joined by hyphens')
    target = output or pipeline.own_packs() / f"{name}.toml"
    if target.exists():
        raise VoicecoachError(f"{target} is there already, and stays as it is; choose another name")
    shown = usable_pack(below, language)
    text = new_pack_text(name, language or shown.pack.language, shown, _named(below, target))
    if output is None:
        _make_folder(target.parent)
    write_text(target, text, force=False)
    known = name if output is None else str(target)
    click.echo(f"{target} is written. Change it as you like, then:")
    click.echo(f"  voicecoach cues check {known}")
    click.echo(f"  voicecoach cues hear halfway --pack {known}")


def _named(below: str, target: Path) -> str:
    """What the new pack extends: a name as it is, a file by a path that leads there from the new one."""
    path = Path(below)
    if not path.is_file():
        return below
    same = path.resolve().parent == target.resolve().parent
    return f"./{path.name}" if same else path.resolve().as_posix()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        told = error.strerror or str(error)
        raise VoicecoachError(f'the folder "{folder}" cannot be made: {told}; choose a file with -o') from error
