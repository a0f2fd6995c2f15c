"""``voicecoach completion``, and what the shell offers behind an argument or option."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "complete_engine",
    "complete_exercise",
    "complete_moment",
    "complete_pack",
    "complete_pack_file",
    "complete_script",
    "complete_sharable",
    "complete_voice",
    "completion_command",
]

_LINES = {
    "bash": 'eval "$(_VOICECOACH_COMPLETE=bash_source voicecoach)"',
    "zsh": 'eval "$(_VOICECOACH_COMPLETE=zsh_source voicecoach)"',
    "fish": "_VOICECOACH_COMPLETE=fish_source voicecoach | source",
}
_SPECIAL = re.compile(r"[^\w./~+,:@%=-]")
"""Characters that mean something to a shell, a space above all."""

_FILES = {"bash": "~/.bashrc", "zsh": "~/.zshrc", "fish": "~/.config/fish/completions/voicecoach.fish"}


@click.command("completion")
@click.argument("shell", type=click.Choice(tuple(_LINES)))
def completion_command(shell: str) -> None:
    """Print the line that teaches SHELL to complete commands, scripts, packs, exercises and voices.

    Put it at the end of the file that your shell reads when it starts.
    """
    click.echo(f"# for {_FILES[shell]}")
    click.echo(_LINES[shell])


def complete_script(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Scripts and folders on the way to one, and the ready scripts by their names."""
    del ctx, param
    return _with_ready(_files(incomplete, ".md"), incomplete)


def complete_sharable(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Scripts as above, and sound files."""
    del ctx, param
    from voicecoach.sharing.shelf import MEDIA_TYPES  # noqa: PLC0415 - only when the shell asks

    return _with_ready(_files(incomplete, ".md", *MEDIA_TYPES), incomplete)


def _with_ready(files: list[str], incomplete: str) -> list[CompletionItem]:
    from voicecoach.resources import folder  # noqa: PLC0415 - only when the shell asks

    ready = sorted(path.stem for path in folder("scripts").glob("*.md"))
    return [_for_shell(item) for item in _items((*files, *ready), incomplete)]


def _for_shell(item: CompletionItem) -> CompletionItem:
    """A file's name as it is typed: bash puts it into the line as it stands, other shells add what it needs.

    Of the two backslashes before each special character, the program that click gives to bash takes away one.
    """
    if os.environ.get("_VOICECOACH_COMPLETE", "").startswith("bash"):
        return CompletionItem(_SPECIAL.sub(r"\\\\\g<0>", item.value))
    return item


def _files(incomplete: str, *suffixes: str) -> list[str]:
    """Files of some kinds, and folders on the way to one."""
    typed = Path(incomplete)
    here = typed if incomplete.endswith(("/", "\\")) else typed.parent
    try:
        entries = sorted(entry for entry in here.expanduser().iterdir() if not entry.name.startswith("."))
    except OSError:
        entries = []
    leading = (entry for entry in entries if entry.is_dir() or entry.suffix in suffixes)
    return [f"{here / entry.name}{'/' if entry.is_dir() else ''}" for entry in leading]


def complete_exercise(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Names of exercises."""
    del ctx, param
    from voicecoach import pipeline  # noqa: PLC0415 - only when the shell asks

    return _items(sorted(pipeline.library().names()), incomplete)


def complete_engine(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Names of engines."""
    del ctx, param
    from voicecoach.speech.registry import engine_names  # noqa: PLC0415 - only when the shell asks

    return _items(("auto", *engine_names()), incomplete)


def complete_voice(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Voices of the engine that is named before, or else of all, by their names and by their ids."""
    del param
    from voicecoach.speech.listing import listed_voices  # noqa: PLC0415 - only when the shell asks

    engine = ctx.params.get("engine") or "auto"
    found = [voice for voice in listed_voices("", lambda _: None) if voice.installed]
    ids = [voice.id for voice in found if engine in ("auto", voice.engine)]
    names = {voice.id.partition(":")[2] for voice in found if engine in ("auto", voice.engine)}
    return _items((*sorted(names), *sorted(ids)), incomplete)


def complete_pack(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Names of cue packs: those of the program, the user's own, and those in the current folder."""
    del ctx, param
    from voicecoach import pipeline  # noqa: PLC0415 - only when the shell asks
    from voicecoach.wording.places import Places  # noqa: PLC0415

    return _items(sorted(Places(pipeline.own_packs()).names(Path())), incomplete)


def complete_pack_file(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Files of cue packs, and packs by their names."""
    return [*_items(_files(incomplete, ".toml"), incomplete), *complete_pack(ctx, param, incomplete)]


def complete_moment(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Moments at which something is said."""
    del ctx, param
    from voicecoach.wording.moments import MOMENTS  # noqa: PLC0415 - only when the shell asks

    return _items(MOMENTS, incomplete)


def _items(values: Iterable[str], start: str) -> list[CompletionItem]:
    """The values that begin with what has been typed; capitals do not count."""
    return [CompletionItem(value) for value in values if value.casefold().startswith(start.casefold())]
