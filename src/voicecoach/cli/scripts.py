"""Reading scripts for commands, and telling what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from voicecoach import pipeline
from voicecoach.diagnostics import render, summary
from voicecoach.errors import VoicecoachError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from voicecoach.diagnostics import Diagnostic
    from voicecoach.pipeline import Choices, Script
    from voicecoach.source import Source

__all__ = ["ScriptErrors", "note", "playable", "read", "show"]


class ScriptErrors(VoicecoachError):
    """A script cannot be played; what is wrong with it has been shown."""


def show(diagnostics: Collection[Diagnostic], sources: Iterable[Source]) -> None:
    """Write diagnostics to standard error, each with its line of the text it speaks of."""
    texts = {source.name: source for source in sources}
    for diagnostic in diagnostics:
        click.echo(render(diagnostic, texts.get) + "\n", err=True)


def playable(path: Path | None, quick: str = "", choices: Choices = pipeline.AS_WRITTEN) -> Script:
    """A script without errors, from a file or from one line; its warnings are shown, and what was assumed.

    Raises:
        VoicecoachError: If it cannot be read, or has errors; these are shown first.
    """
    script = read(path, quick, choices)
    show(script.diagnostics, script.sources)
    if not script.playable:
        raise ScriptErrors(summary(script.diagnostics, "Nothing was played or written."))
    if script.assumptions:
        note(f"{path}: {' '.join(script.assumptions)}")
    return script


def read(path: Path | None, quick: str, choices: Choices = pipeline.AS_WRITTEN) -> Script:
    """The script of a file, or of one line, with what is wanted otherwise than it says.

    Raises:
        click.UsageError: If there is neither, or both.
    """
    if (path is None) == (not quick):
        raise click.UsageError("name a script, or write the workout behind --quick")
    return pipeline.read(path, choices) if path else pipeline.quick(quick, choices)


def note(line: str) -> None:
    """Tell the user one line beside the result."""
    click.echo(line, err=True)
