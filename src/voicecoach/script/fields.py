"""The labelled lines that describe an exercise: ``Starting position:``, ``Action:``, ``Form:`` and the others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.names import same_name
from voicecoach.script.blocks import BlockKind
from voicecoach.script.codes import Code
from voicecoach.script.inline import plain
from voicecoach.script.passage import Passage
from voicecoach.script.scanner import quoted
from voicecoach.script.slips import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from voicecoach.script.blocks import Block
    from voicecoach.script.faults import Faults

__all__ = ["LABELS", "Field", "fields_of"]

_LABEL = re.compile(r"(?P<label>[^\W\d_][^\W\d_ \t-]*(?:[ \t-]+[^\W\d_]+){0,3})\s*:(?=\s|$)")

LABELS = {
    "starting_position": ("Starting position", "Start position"),
    "setup": ("Set-up", "Setup"),
    "action": ("Action",),
    "forms": ("Form",),
    "variations": ("Variation",),
    "mistakes": ("Mistake", "Common mistake"),
    "easier": ("Easier",),
    "harder": ("Harder",),
    "sides": ("Sides",),
    "tempo": ("Tempo",),
    "starts": ("Starts",),
    "phases": ("Phases",),
    "equipment": ("Equipment",),
    "muscles": ("Muscles",),
    "aliases": ("Also called", "Also known as", "Alias", "Aliases"),
    "prescription": ("Prescription",),
}
"""The labels of each field; the first is how it is printed."""

_NAMES = {same_name(label): name for name, labels in LABELS.items() for label in labels}
_VOCABULARY = Vocabulary(label for labels in LABELS.values() for label in labels)


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled text.

    Attributes:
        name: The attribute of an exercise that it fills.
        label: The label as written.
        text: What stands behind it, over as many lines as it takes, without Markdown marks.
    """

    name: str
    label: Passage
    text: Passage


def fields_of(blocks: Iterable[Block], faults: Faults) -> tuple[Field, ...]:
    """The fields in the paragraphs and lists under an exercise's heading; everything else there is a note.

    A line that begins with a known label begins a field, and any other line of the paragraph continues it.
    """
    return tuple(field for lines in _paragraphs(blocks) for field in _fields(lines, faults))


def _paragraphs(blocks: Iterable[Block]) -> Iterator[tuple[Passage, ...]]:
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            yield block.lines
        elif block.kind in (BlockKind.LIST, BlockKind.ITEM):
            yield from _paragraphs(block.children)


def _fields(lines: tuple[Passage, ...], faults: Faults) -> Iterator[Field]:
    name: str | None = None
    label, told = lines[0], [lines[0]]
    for line in map(plain, lines):
        match = _LABEL.match(line.text)
        found = _named(line, match["label"], faults) if match else None
        if match is None or found is None:
            told.append(line)
            continue
        if name:
            yield Field(name, label, Passage.joined(told).part())
        name, label, told = found, line.part(0, match.end("label")), [line.part(match.end())]
    if name:
        yield Field(name, label, Passage.joined(told).part())


def _named(line: Passage, label: str, faults: Faults) -> str | None:
    """The field of a label; a slip of the pen is reported, and anything else is ordinary text with a colon."""
    if same_name(label) in _NAMES:
        return _NAMES[same_name(label)]
    near = _VOCABULARY.nearest(label) or _VOCABULARY.nearest(same_name(label))
    if near:
        message = f"there is no field {quoted(label)}"
        hint = f'did you mean "{near}"?'
        faults.error(Code.UNKNOWN_FIELD, message, line.span(0, len(label)), hint=hint)
    return _NAMES[same_name(near)] if near else None
