"""Where each thing of a script stands, and how its author wrote it.

Two texts of one workout have the same things, each under the same key, so that what stands before a thing in one text
can be put before it in the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from voicecoach.model.workout import Activity, Circuit, Note, Rest
from voicecoach.script.blocks import BlockKind, blocks_of
from voicecoach.script.exercises import EXERCISE_LEVEL
from voicecoach.script.faults import Faults
from voicecoach.script.fields import fields_of
from voicecoach.script.parts import parts_of
from voicecoach.script.rulers import rulers
from voicecoach.script.steps import CHECKBOX, head_length

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from voicecoach.model.workout import Item, Workout
    from voicecoach.script.blocks import Block
    from voicecoach.script.parts import Part
    from voicecoach.script.passage import Passage
    from voicecoach.source import Source

__all__ = ["EXERCISES", "Key", "Place", "body_of", "paragraphs", "places"]

Key: TypeAlias = "tuple[str | int, ...]"
"""What a thing is, and which of its kind."""

EXERCISES = frozenset({"exercises", "exercise", "field"})
"""Kinds of keys for what belongs to descriptions of exercises."""

_TITLE: Key = ("title",)


@dataclass(frozen=True, slots=True)
class Place:
    """A thing of a script.

    Attributes:
        key: Which it is.
        first: Its first line, from 1.
        lines: Its words as written, line by line, without what makes them a step, a field and so on.
        heading: The level of the heading that it stands in, or 0.
        note: Whether it is a paragraph for the reader.
    """

    key: Key
    first: int
    lines: tuple[str, ...] = ()
    heading: int = 0
    note: bool = False


def body_of(source: Source) -> tuple[Block, ...]:
    """The blocks below the settings."""
    front = rulers(source, len(source.lines))
    return blocks_of(source, front[1] + 1 if front else 1, len(source.lines))


def places(source: Source, workout: Workout) -> tuple[Place, ...]:
    """Every thing of a script below its settings, by line.

    Args:
        source: The text.
        workout: What it reads as.
    """
    blocks = body_of(source)
    title, parts = parts_of(blocks)
    written = {block.lines[0].line: block for block in paragraphs(blocks)}
    found = [_place(_TITLE, title.lines[0].line, written)] if title else []
    found += [_place(key, line, written, note=note) for key, line, note in _things(workout)]
    exercises = {each.span.line: number for number, each in enumerate(workout.exercises) if each.span}
    described = [part for part in parts if part.describes]
    for number, part in enumerate(described):
        found += [_place(("exercises", number), part.heading.lines[0].line, written)] if part.heading else []
        found += _described(part, exercises)
    return tuple(sorted(found, key=lambda place: place.first))


def paragraphs(blocks: Iterable[Block]) -> Iterator[Block]:
    """All paragraphs and headings, wherever they stand."""
    for block in blocks:
        if block.lines:
            yield block
        yield from paragraphs(block.children)


def _things(workout: Workout) -> Iterator[tuple[Key, int, bool]]:
    """Key and line of everything that is performed, spoken or noted, and whether it is a note."""
    groups: list[tuple[Key, Iterable[Item]]] = [(("intro",), workout.intro)]
    for number, section in enumerate(workout.sections):
        if section.span:
            yield ("section", number), section.span.line, False
        lists = {"opening": section.opening, "items": section.items, "closing": section.closing}
        groups += [((name, number), items) for name, items in lists.items()]
    for key, items in groups:
        yield from _items(key, items)


def _items(key: Key, items: Iterable[Item]) -> Iterator[tuple[Key, int, bool]]:
    for number, item in enumerate(items):
        here = (*key, number)
        yield here, item.span.line, isinstance(item, Note)
        if isinstance(item, Circuit):
            yield from _items((*here, "inside"), item.items)
        elif isinstance(item, Activity | Rest):
            yield from (((*here, "cue", n), cue.span.line, False) for n, cue in enumerate(item.cues))


def _place(key: Key, line: int, written: dict[int, Block], *, note: bool = False) -> Place:
    """A thing that begins on a line, with the paragraph or heading that begins there."""
    block = written.get(line)
    if block is None:
        return Place(key, line, note=note)
    if block.kind is BlockKind.HEADING:
        return Place(key, line, tuple(each.text for each in block.lines), heading=block.level, note=note)
    told = head_length(block.lines) if key[0] == "items" and key[-2] != "cue" and not note else len(block.lines)
    first, *others = [each.text for each in block.lines[:told]]
    return Place(key, line, (CHECKBOX.sub("", first, count=1), *others), note=note)


def _described(part: Part, exercises: dict[int, int]) -> Iterator[Place]:
    """The exercises of a part and their fields."""
    bodies: dict[int, list[Block]] = {}
    number = -1
    for block in part.blocks:
        if block.kind is BlockKind.HEADING and block.level <= EXERCISE_LEVEL + 1:
            number = exercises.get(block.lines[0].line, -1)
            yield _place(("exercise", number), block.lines[0].line, {block.lines[0].line: block})
        else:
            bodies.setdefault(number, []).append(block)
    for each, body in bodies.items():
        yield from _fields(each, body)


def _fields(exercise: int, body: list[Block]) -> Iterator[Place]:
    """The fields of one exercise; of several of one name, each by its number."""
    seen: dict[str, int] = {}
    for block in paragraphs(body):
        starts = [(field.name, field.label.line) for field in fields_of((block,), Faults())]
        ends = [*(line for _, line in starts), block.lines[-1].line + 1][1 : len(starts) + 1]
        for (name, start), end in zip(starts, ends, strict=True):
            number = seen[name] = seen.get(name, -1) + 1
            yield Place(("field", exercise, name, number), start, _words(block.lines, start, end))


def _words(lines: tuple[Passage, ...], start: int, end: int) -> tuple[str, ...]:
    """What stands behind the label of a field, line by line."""
    first, *others = [each.text for each in lines if start <= each.line < end]
    return first.partition(":")[2].strip(), *others
