"""Finding exercises by what people call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.diagnostics import nearest
from voicecoach.names import same_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from voicecoach.model.workout import Exercise

__all__ = ["Catalog"]

_MOST_GUESSES = 300
"""Unknown names of one script that a suggestion is looked for at most, to bound the time: beyond, something else is
wrong with it."""


def _letters(text: str) -> int:
    """The set of a text's characters as bits; one edit changes at most two of them."""
    bits = 0
    for letter in text:
        bits |= 1 << (ord(letter) & 63)
    return bits


class Catalog:
    """The exercises that a script can name: its own first, then the library's."""

    def __init__(
        self,
        own: Iterable[Exercise],
        lookup: Callable[[str], Exercise | None],
        names: Callable[[], Iterable[str]],
    ) -> None:
        """Know the script's own exercises, and how to ask for the library's.

        Args:
            own: The script's own exercises.
            lookup: Gives the library's exercise of a name, or None.
            names: Gives all names and aliases in the library; called only where a name is not found at once.
        """
        self._own: dict[str, Exercise] = {}
        for exercise in own:
            for name in (exercise.name, *exercise.aliases):
                self._own.setdefault(same_name(name), exercise)
        self._lookup = lookup
        self._names = names
        self._library: dict[str, str] | None = None
        self._candidates: list[tuple[str, int]] = []
        self._found: dict[str, Exercise | None] = {}
        self._near: dict[str, str | None] = {}

    def find(self, name: str) -> Exercise | None:
        """The exercise of a name or alias."""
        if name not in self._found:
            self._found[name] = self._own.get(same_name(name)) or self._in_library(name)
        return self._found[name]

    def near(self, name: str, *others: str) -> str | None:
        """The known name, or one of ``others``, that ``name`` is a slip of the pen for."""
        wanted = same_name(name)
        if wanted not in self._near and len(self._near) < _MOST_GUESSES:
            self._near[wanted] = self._guess(wanted, others)
        return self._near.get(wanted)

    def _in_library(self, name: str) -> Exercise | None:
        found = self._lookup(name)
        if found is None:
            known = self._library_names().get(same_name(name))
            found = self._lookup(known) if known is not None else None
        return found

    def _library_names(self) -> dict[str, str]:
        """The library's names by what other spellings share with them."""
        if self._library is None:
            self._library = {same_name(name): name for name in self._names()}
        return self._library

    def _guess(self, wanted: str, others: tuple[str, ...]) -> str | None:
        library = self._library_names()
        if not self._candidates:
            self._candidates = [(known, _letters(known)) for known in (*self._own, *library)]
        bits = _letters(wanted)
        most = 2 * (1 + len(wanted) // 6)
        likely = [known for known, letters in self._candidates if (letters ^ bits).bit_count() <= most]
        found = nearest(wanted, [*(same_name(other) for other in others), *likely])
        if found is None:
            return None
        if found in self._own:
            return self._named(self._own[found], found)
        return library.get(found) or next(other for other in others if same_name(other) == found)

    @staticmethod
    def _named(exercise: Exercise, wanted: str) -> str:
        """The name or alias of an exercise as its author writes it."""
        return next(name for name in (exercise.name, *exercise.aliases) if same_name(name) == wanted)
