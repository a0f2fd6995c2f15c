"""Exercises to be found by any of their names.

The texts of the library are in the language of scripts, so whoever can read scripts reads them; this room only knows
where they are and how to look something up.
"""

from __future__ import annotations

from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from voicecoach.names import same_name
from voicecoach.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from voicecoach.model.workout import Exercise

__all__ = ["Shelf", "bundled_texts"]


def bundled_texts() -> Iterator[Source]:
    """The files of exercises that come with the program, in order of their names."""
    folder = files("voicecoach.library") / "data"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".md"):
            yield Source(f"library/{entry.name}", entry.read_text("utf-8"))


class Shelf:
    """Exercises by name, read when first asked for.

    Args:
        read: Gives the exercises; of two with the same name the first counts.
    """

    def __init__(self, read: Callable[[], Iterable[Exercise]]) -> None:
        self._read = read

    @cached_property
    def exercises(self) -> tuple[Exercise, ...]:
        """All of them, in order."""
        return tuple(self._read())

    @cached_property
    def _by_name(self) -> dict[str, Exercise]:
        found: dict[str, Exercise] = {}
        for names in ("own", "other"):
            for exercise in self.exercises:
                for name in (exercise.name,) if names == "own" else exercise.aliases:
                    found.setdefault(same_name(name), exercise)
        return found

    def lookup(self, name: str) -> Exercise | None:
        """The exercise of a name or alias, or None."""
        return self._by_name.get(same_name(name))

    def names(self) -> tuple[str, ...]:
        """Every name and alias, as written."""
        return tuple(name for exercise in self.exercises for name in (exercise.name, *exercise.aliases))
