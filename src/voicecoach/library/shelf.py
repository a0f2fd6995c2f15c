"""Exercises to be found by any of their names.

The texts of the library are in the language of scripts, so whoever can read scripts reads them. This room knows where
they are, and which part of them describes which exercise: only that part is read when an exercise is looked up, for a
script names a few of hundreds.
"""

from __future__ import annotations

import re
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from voicecoach.names import same_name
from voicecoach.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from voicecoach.model.workout import Exercise

__all__ = ["Shelf", "bundled_texts"]

_ENTRY = re.compile(r"^(?=###[ \t])", re.MULTILINE)
"""Where an exercise begins; its variations, with one more #, belong to it."""

_NAME = re.compile(r"^#{3,4}[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_ALIASES = re.compile(r"^(?:Also called|Also known as|Alias|Aliases):[ \t]*(.+)$", re.MULTILINE | re.IGNORECASE)


def bundled_texts() -> Iterator[Source]:
    """The files of exercises that come with the program, in order of their names."""
    folder = files("voicecoach.library") / "data"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".md"):
            yield Source(f"library/{entry.name}", entry.read_text("utf-8"))


class Shelf:
    """Exercises by name, each read when it is first asked for.

    Args:
        texts: Gives the texts; of two exercises with the same name the first counts, and a name counts before an alias.
        read: Reads a text of exercises.
    """

    def __init__(self, texts: Callable[[], Iterable[Source]], read: Callable[[Source], Iterable[Exercise]]) -> None:
        self._texts = texts
        self._read = read
        self._parsed: dict[int, tuple[Exercise, ...]] = {}

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """All that can be found by their names, in order."""
        every = (exercise for number in range(len(self._entries)) for exercise in self._parse(number))
        return tuple(exercise for exercise in every if self.lookup(exercise.name) is exercise)

    def text_of(self, name: str) -> Source | None:
        """The text that describes the exercise of a name or alias, on the lines where it stands in its file."""
        number = self._index.get(same_name(name))
        return None if number is None else self._entries[number]

    def lookup(self, name: str) -> Exercise | None:
        """The exercise of a name or alias, or None."""
        wanted = same_name(name)
        number = self._index.get(wanted)
        if number is None:
            return None
        found = self._parse(number)
        named = (exercise for exercise in found if same_name(exercise.name) == wanted)
        aliased = (exercise for exercise in found if wanted in map(same_name, exercise.aliases))
        return next(named, None) or next(aliased, None)

    def names(self) -> tuple[str, ...]:
        """Every name and alias, as written."""
        return tuple(name for own, others in self._named for name in (*own, *others))

    @cached_property
    def _entries(self) -> tuple[Source, ...]:
        """Each exercise's part of the texts."""
        return tuple(entry for text in self._texts() for entry in _entries_of(text))

    @cached_property
    def _named(self) -> tuple[tuple[list[str], list[str]], ...]:
        """The names and the aliases in each entry."""
        return tuple((_NAME.findall(entry.text), _aliases(entry.text)) for entry in self._entries)

    @cached_property
    def _index(self) -> dict[str, int]:
        index: dict[str, int] = {}
        for kind in (0, 1):
            for number, names in enumerate(self._named):
                for name in names[kind]:
                    index.setdefault(same_name(name), number)
        return index

    def _parse(self, number: int) -> tuple[Exercise, ...]:
        if number not in self._parsed:
            self._parsed[number] = tuple(self._read(self._entries[number]))
        return self._parsed[number]


def _entries_of(text: Source) -> Iterator[Source]:
    """The exercises in a text. Empty lines in place of what stands before keep each on its own lines."""
    before = 0
    for part in _ENTRY.split(text.text):
        if _NAME.match(part):
            yield Source(text.name, "\n" * before + part)
        before += part.count("\n")


def _aliases(entry: str) -> list[str]:
    return [name.strip() for line in _ALIASES.findall(entry) for name in re.split("[,;]", line) if name.strip()]
