"""YAML as a tree of texts with places.

This module alone knows the YAML library, and only its parser: every value stays the text that its author wrote, so
``title: 2020-01-01`` is no date and ``halfway: no`` no truth value. Anchors, aliases and tags are refused and depth is
bounded, so that nothing grows while it is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ruamel.yaml.events import Event

__all__ = ["Branch", "Leaf", "Row", "Tree", "YamlError", "tree_of"]

_DEEPEST = 6
"""Levels of nesting at most; the wordings of a cue take four. The library's time grows with the cube of the depth."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text; ``start`` and ``end`` are offsets of what stands for it in the source, quotation marks included."""

    text: str
    start: int
    end: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A list, and where it begins."""

    items: tuple[Tree, ...]
    start: int


@dataclass(frozen=True, slots=True)
class Branch:
    """A table: pairs of a key and a value, in order, duplicates included; and where it begins."""

    pairs: tuple[tuple[Tree, Tree], ...]
    start: int


Tree: TypeAlias = Leaf | Row | Branch


class YamlError(Exception):
    """The text is no YAML, or more than is allowed here.

    Attributes:
        message: What is wrong, in the words of someone who has never heard of YAML.
        hint: What to do; may be empty.
        offset: Where.
    """

    def __init__(self, message: str, offset: int, hint: str = "") -> None:
        """Carry message, place and hint."""
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.hint = hint


def tree_of(text: str) -> Tree | None:
    """The tree of one YAML document; None for an empty one.

    Raises:
        YamlError: If it cannot be read.
    """
    try:
        events = iter(YAML(typ="rt", pure=True).parse(text))
        for event in events:
            if isinstance(event, NodeEvent):
                root = _tree(event, events, 1)
                for _ in events:  # what stands behind the root may be wrong as well
                    pass
                return root
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlError(*_explained(str(error.problem), mark.index if mark else 0, text)) from None
    except YAMLError as error:
        offset = getattr(error, "position", 0)
        raise YamlError("a character here cannot stand in settings", int(offset)) from None
    except (ValueError, OverflowError):  # the library makes a character of any number behind \\U
        raise YamlError("a character here cannot stand in settings", max(text.find("\\U"), 0)) from None
    return None


def _tree(event: Event, events: Iterator[Event], depth: int) -> Tree:
    """The tree that begins with an event; takes its other events."""
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
        hint = "put the value in quotation marks if it begins with &, * or !"
        raise YamlError("anchors, aliases and tags are not read here", start, hint)
    if depth > _DEEPEST:
        raise YamlError("this is nested too deep", start)
    if isinstance(event, ScalarEvent):
        return Leaf(event.value, start, end, quoted=bool(event.style))
    children: list[Tree] = []
    for inner in events:
        if isinstance(inner, CollectionEndEvent):
            break
        children.append(_tree(inner, events, depth + 1))
    if isinstance(event, MappingStartEvent):
        return Branch(tuple(zip(children[::2], children[1::2], strict=True)), start)
    return Row(tuple(children), start)


_EXPLANATIONS = (
    ("mapping values are not allowed", "a colon cannot stand inside a plain value", "put the value in quotation marks"),
    ("could not find expected ':'", "a colon is missing", "a setting is written as key: value"),
    ("'\\t'", "a tab cannot stand here", "indent with spaces"),
    ("cannot start any token", "a plain value cannot begin with this character", "put the value in quotation marks"),
    ("expected ',' or", "a bracket is opened and not closed", ""),
    ("unexpected end of stream", "a quotation mark is opened and not closed", ""),
    ("expected <block end>", "this line is indented differently from those above", ""),
)


def _explained(problem: str, offset: int, text: str) -> tuple[str, int, str]:
    """The library's finding in plain words, with its place moved onto the last line that says anything."""
    place = min(offset, len(text.rstrip()))
    if "mapping values are not allowed" in problem and (earlier := _value_before(text, place)):
        return earlier
    for sign, message, hint in _EXPLANATIONS:
        if sign in problem:
            return message, place, hint
    return "this is not understood", place, "a setting is written as key: value"


def _value_before(text: str, colon: int) -> tuple[str, int, str] | None:
    """The mistake behind a colon that counts as part of a value which began on a line above; None for another colon."""
    line = text.rfind("\n", 0, colon) + 1
    key = text[line:colon]
    if not line or ": " in key:
        return None
    if key[:1].isspace():
        return "this line is indented differently from those above", line + len(key) - len(key.lstrip()), ""
    above = text.rfind("\n", 0, line - 1) + 1
    return "a colon is missing", above, "a setting is written as key: value"
