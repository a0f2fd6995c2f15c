"""Finding exercises by what people call them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from voicecoach.names import same_name
from voicecoach.script.slips import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from voicecoach.model.workout import Exercise
    from voicecoach.ports import KnownExercises

__all__ = ["REST_NAME", "Catalog"]

REST_NAME = "Rest"
"""What a rest is called, among the names that a slip of the pen may have meant."""

_MOST_GUESSES = 100
"""Unknown names of one script that a suggestion is looked for at most, to bound the time: beyond, something else is
wrong with it."""


class Catalog:
    """The exercises that a script can name: its own first, then the library's."""

    def __init__(
        self,
        own: Iterable[Exercise],
        library: KnownExercises,
    ) -> None:
        """Know the script's own exercises, and where to ask for others.

        Args:
            own: The script's own exercises.
            library: The others; asked for all of its names only where one is not found at once.
        """
        self._own: dict[str, Exercise] = {}
        self._shown = {_plain(REST_NAME): REST_NAME}
        for exercise in own:
            for name in (exercise.name, *exercise.aliases):
                self._own.setdefault(same_name(name), exercise)
                self._shown.setdefault(_plain(name), name)
        self._library = library
        self._found: dict[str, Exercise | None] = {}
        self._near: dict[str, str | None] = {}

    def find(self, name: str) -> Exercise | None:
        """The exercise of a name or alias."""
        if name not in self._found:
            self._found[name] = self._own.get(same_name(name)) or self._in_library(name)
        return self._found[name]

    def near(self, name: str) -> str | None:
        """The known name that ``name`` is a slip of the pen for, :data:`REST_NAME` among them."""
        wanted = _plain(name)
        if wanted not in self._near and len(self._near) < _MOST_GUESSES:
            found = self._vocabulary.nearest(wanted) or self._vocabulary.nearest(same_name(name))
            self._near[wanted] = self._shown[found] if found else None
        return self._near.get(wanted)

    def _in_library(self, name: str) -> Exercise | None:
        found = self._library.lookup(name)
        if found is None and same_name(name) in self._library_names:
            found = self._library.lookup(self._library_names[same_name(name)])
        return found

    @cached_property
    def _library_names(self) -> dict[str, str]:
        """The library's names by what other spellings share with them."""
        return {same_name(name): name for name in self._library.names()}

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        for name in self._library_names.values():
            self._shown.setdefault(_plain(name), name)
        return Vocabulary(self._shown)


def _plain(name: str) -> str:
    """A name without regard to case and hyphens; unlike :func:`same_name` it keeps an s that a slip put at the end."""
    return name.casefold().replace("-", " ")
