"""A wording with holes: ``Next: {exercise}[, {amount}]`` and the like.

Grammar::

    template = (text | placeholder | optional)*
    placeholder = "{" name "}"
    optional = "[" (text | placeholder)* "]"        vanishes when a placeholder in it has no value
    text = any characters; a doubled brace or bracket stands for itself
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Template", "TemplateError", "parse_template"]

_TOKEN = re.compile(
    r"(?P<double>\{\{|\}\}|\[\[|\]\])|\{(?P<name>[^{}\[\]]*)\}|(?P<open>\[)|(?P<close>\])|(?P<stray>[{}])|[^{}\[\]]+"
)

_GAP = "\0"
_GAPS = re.compile(rf"^{_GAP}[\s,;:]*|[\s,;:]*{_GAP}")
"""A hole without a value goes with the comma that led to it: "Well done, {listener}!" is "Well done!" for nobody."""


class TemplateError(ValueError):
    """A wording that cannot be read; ``position`` is the offending character, from 0."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


@dataclass(frozen=True, slots=True)
class _Part:
    """Text and placeholders in turn: ``pieces`` holds ``(literal, placeholder name)``, one of the two empty."""

    pieces: tuple[tuple[str, str], ...]
    optional: bool
    names: tuple[str, ...]


def _part(pieces: list[tuple[str, str]], *, optional: bool) -> _Part:
    return _Part(tuple(pieces), optional, tuple(dict.fromkeys(name for _, name in pieces if name)))


@dataclass(frozen=True, slots=True)
class Template:
    """A parsed wording.

    Attributes:
        source: The text it was made from.
    """

    source: str
    _parts: tuple[_Part, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name in braces, once, in the order in which they come."""
        return tuple(dict.fromkeys(name for part in self._parts for name in part.names))

    @property
    def placeholders(self) -> frozenset[str]:
        """Every name in braces."""
        return frozenset(self.names)

    def fill(self, value_of: Callable[[str], str]) -> tuple[str, frozenset[str]]:
        """Fill the holes.

        Args:
            value_of: The text for a placeholder's name; empty where it has no value.

        Returns:
            The text, with runs of white space made one space, and the placeholders that had a value in it. One outside
            brackets that has none vanishes with the comma before it.
        """
        text: list[str] = []
        told: set[str] = set()
        for part in self._parts:
            filled = [name for name in part.names if value_of(name)]
            if part.optional and len(filled) < len(part.names):
                continue
            told.update(filled)
            text += [value_of(name) or _GAP if name else literal for literal, name in part.pieces]
        whole = "".join(text)
        return " ".join((_GAPS.sub("", whole) if _GAP in whole else whole).split()), frozenset(told)


def parse_template(source: str) -> Template:
    """Read a wording.

    Raises:
        TemplateError: For a brace or bracket that is not closed, opened or named.
    """
    parts: list[_Part] = []
    pieces: list[tuple[str, str]] = []
    opened: int | None = None
    for token in _TOKEN.finditer(source):
        if token["stray"]:
            raise TemplateError(f'a single "{token[0]}": write a name in braces, or "{token[0] * 2}"', token.start())
        if token["open"] or token["close"]:
            if bool(token["open"]) == (opened is not None):
                raise TemplateError(_unbalanced(token[0]), token.start())
            parts.append(_part(pieces, optional=opened is not None))
            pieces = []
            opened = token.start() if token["open"] else None
        elif token["name"] is not None:
            pieces.append(("", token["name"].strip() or _unnamed(token.start())))
        else:
            pieces.append((token[0][0] if token["double"] else token[0], ""))
    if opened is not None:
        raise TemplateError('an opening "[" without its "]"', opened)
    return Template(source, (*parts, _part(pieces, optional=False)))


def _unbalanced(mark: str) -> str:
    return 'a "[" inside brackets' if mark == "[" else 'a "]" without its "["'


def _unnamed(position: int) -> str:
    raise TemplateError("braces with no name in them", position)
