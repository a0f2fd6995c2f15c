"""Exercises of a database, put into the user's own folder."""

from __future__ import annotations

from itertools import count, islice
from typing import TYPE_CHECKING

import click

from voicecoach.cli.files import write_texts
from voicecoach.sinks.atomic import explained

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from voicecoach.pipeline import NewExercises

__all__ = ["add_exercises"]

_NAMED = 3
"""Names of exercises that a line tells; of more it tells the number."""


def add_exercises(file: Path, found: NewExercises, output: Path | None, *, force: bool) -> None:
    """Write exercises, and tell in a line what was added and what was left out.

    Args:
        file: The database.
        found: What is in it.
        output: The first file to write; by default one of the database's name, in the user's own folder.
        force: Whether older files may be replaced; otherwise those in the user's own folder get a number.

    Raises:
        VoicecoachError: If a file is there already and may not be replaced, or nothing can be written.
    """
    first = output or found.folder / f"{file.stem}.md"
    if output is None and found.texts:
        with explained(first):
            found.folder.mkdir(parents=True, exist_ok=True)
    names = (each for each in _numbered(first) if output or force or not each.exists())
    targets = list(islice(names, len(found.texts)))
    write_texts(dict(zip(targets, found.texts, strict=True)), force=force)
    click.echo(f"{file}: {_added(found, targets)}{_left_out(found)}")


def _numbered(first: Path) -> Iterator[Path]:
    """The first file, and endless others beside it with numbers."""
    yield first
    yield from (first.with_name(f"{first.stem}-{number}{first.suffix}") for number in count(2))


def _added(found: NewExercises, targets: list[Path]) -> str:
    if not targets:
        return "nothing added"
    others = len(targets) - 1
    more = f" and {_counted(others, 'more file')}" if others else ""
    return f"{_counted(found.added, 'exercise')} added to {targets[0]}{more}"


def _left_out(found: NewExercises) -> str:
    unusable = f"; {found.unusable} left out without instructions, or twice the same" if found.unusable else ""
    if not found.known:
        return unusable
    others = len(found.known) - _NAMED
    names = ", ".join(found.known[:_NAMED]) + (f" and {others} more" if others > 0 else "")
    return f"; {len(found.known)} left out, for their names are taken ({names}); --force adds them too{unusable}"


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"
