"""What can be chosen by name: the program's own in one table, others by entry point, all with the same rights.

An entry point names something callable without arguments that gives whatever is asked for, an engine or an importer,
and so do the places in the table.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from voicecoach.diagnostics import nearest
from voicecoach.errors import VoicecoachError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.metadata import EntryPoint

__all__ = ["Plugins"]

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Plugins(Generic[_Made]):
    """One kind of things that can be chosen by name.

    Attributes:
        kind: What one of them is called in messages, such as ``engine``.
        group: The group of entry points that others come by.
        built_in: Where each of our own is loaded from, as ``module:function``; one of them hides an entry point of its
            name.
        also: Other words that are right where a name is asked for, such as ``auto``.
    """

    kind: str
    group: str
    built_in: Mapping[str, str]
    also: tuple[str, ...] = ()

    def names(self) -> tuple[str, ...]:
        """All of them by name, our own first."""
        others = (name for name in sorted(self._others()) if name not in self.built_in)
        return (*self.built_in, *others)

    def load(self, name: str) -> _Made:
        """The one of this name, made anew.

        Raises:
            VoicecoachError: If there is none, or something it needs is not installed.
        """
        if name not in self.built_in and name not in self._others():
            raise VoicecoachError(self._unknown(name))
        try:
            return self._made(name)
        except ImportError as error:
            raise VoicecoachError(f'the {self.kind} "{name}" cannot be used: {error}') from error

    def _made(self, name: str) -> _Made:
        if name not in self.built_in:
            return cast("_Made", self._others()[name].load()())
        module, _, function = self.built_in[name].partition(":")
        return cast("_Made", getattr(importlib.import_module(module), function)())

    def _unknown(self, name: str) -> str:
        """The sentence for a name that nothing has."""
        known = (*self.also, *self.names())
        near = nearest(name, known)
        hint = f'did you mean "{near}"?' if near else f"there are {', '.join(known)}"
        return f'no {self.kind} is called "{name}"; {hint}'

    def _others(self) -> dict[str, EntryPoint]:
        from importlib.metadata import entry_points  # noqa: PLC0415 - 20 ms that a run with our own can do without

        return {point.name: point for point in entry_points(group=self.group)}
