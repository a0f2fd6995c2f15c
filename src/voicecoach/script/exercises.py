"""Exercises as a script describes them: a heading, and the fields below it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from voicecoach.diagnostics import nearest
from voicecoach.model.workout import Exercise, Movement, Tempo
from voicecoach.names import same_name
from voicecoach.script.blocks import BlockKind
from voicecoach.script.codes import Code
from voicecoach.script.fields import fields_of
from voicecoach.script.flaws import FlawError
from voicecoach.script.inline import plain
from voicecoach.script.moments import colon
from voicecoach.script.prescription import parse_prescription
from voicecoach.script.scanner import Scanner, quoted
from voicecoach.script.tempo import tempo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from voicecoach.script.blocks import Block
    from voicecoach.script.faults import Faults
    from voicecoach.script.fields import Field
    from voicecoach.script.passage import Passage
    from voicecoach.source import Span

__all__ = ["EXERCISE_LEVEL", "exercises_of", "inherited", "warn_undescribed"]

EXERCISE_LEVEL = 3
"""The heading ``###`` begins an exercise, and one more ``#`` a variation of it."""

_TEXTS = frozenset({"starting_position", "setup", "action", "easier", "harder"})
_POINTS = frozenset({"forms", "variations", "mistakes"})
_LISTS = frozenset({"equipment", "muscles", "aliases", "sides", "phases"})
_COMMA = re.compile(r"\s*[,;]\s*")
_NONE = frozenset({"none", "no", "-"})


def exercises_of(blocks: Iterable[Block], faults: Faults) -> tuple[Exercise, ...]:
    """The exercises and variations that some blocks describe, in order; of two with one name, the first."""
    found: list[Exercise] = []
    parent: Exercise | None = None
    for heading, body in _entries(blocks):
        name = _name(heading, faults)
        is_variation = heading.level > EXERCISE_LEVEL
        if is_variation and parent is None:
            message = "a variation stands below an exercise"
            hint = "begin an exercise with ###, its variations with ####"
            faults.error(Code.STRAY_VARIATION, message, heading.text.span(), hint=hint)
        if not name.text:
            continue
        exercise = _exercise(name, body, parent if is_variation else None, faults)
        found.append(exercise)
        parent = parent if is_variation else exercise
    return _distinct(found, faults)


def _entries(blocks: Iterable[Block]) -> Iterator[tuple[Block, list[Block]]]:
    """Each heading of an exercise or variation with what stands below it; deeper headings are notes."""
    heading: Block | None = None
    body: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.HEADING and block.level <= EXERCISE_LEVEL + 1:
            if heading:
                yield heading, body
            heading, body = (block if block.level >= EXERCISE_LEVEL else None), []
        else:
            body.append(block)
    if heading:
        yield heading, body


def _name(heading: Block, faults: Faults) -> Passage:
    """The name in a heading; one that no step could call is reported."""
    name = plain(heading.text).part()
    if not name.text:
        faults.error(Code.BAD_NAME, "an exercise needs a name", heading.text.span())
    elif (at := colon(name.text)) >= 0:
        message = f"the name {quoted(name.text)} holds a colon, so no step can call it"
        faults.error(Code.BAD_NAME, message, name.span(at, at + 1), hint="in a step the colon ends the name")
    return name


def _exercise(name: Passage, body: list[Block], parent: Exercise | None, faults: Faults) -> Exercise:
    """An exercise from its fields, and from ``parent`` where it is a variation of that."""
    single, lists = _sorted(fields_of(body, faults), faults)
    values: dict[str, Any] = {field.name: field.text.text for field in single.values() if field.name in _TEXTS}
    values |= {name: tuple(_entries_of(name, fields)) for name, fields in lists.items()}
    basis = inherited(parent, new_position="starting_position" in values) if parent else Exercise("")
    exercise = replace(basis, name=name.text, span=name.span(), **values)
    _check_number(exercise, lists, faults)
    return _completed(exercise, single, faults)


def _sorted(fields: Iterable[Field], faults: Faults) -> tuple[dict[str, Field], dict[str, list[Field]]]:
    """Fields that stand once, and those that may stand more than once."""
    single: dict[str, Field] = {}
    lists: dict[str, list[Field]] = {}
    for field in fields:
        if field.name in _POINTS or field.name in _LISTS:
            lists.setdefault(field.name, []).append(field)
        elif field.name in single:
            line = single[field.name].label.line
            message = f"{quoted(field.label.text)} stands on line {line} already"
            faults.error(Code.DUPLICATE_FIELD, message, field.label.span())
        else:
            single[field.name] = field
    return single, lists


def _entries_of(name: str, fields: list[Field]) -> Iterator[str]:
    """The entries of a field: one for each line of its kind, or the words between commas; ``none`` is no entry."""
    for field in fields:
        entries = [field.text.text] if name in _POINTS else _COMMA.split(field.text.text)
        yield from (entry for entry in entries if entry and entry.casefold().strip(".") not in _NONE)


def inherited(parent: Exercise, *, new_position: bool) -> Exercise:
    """What a variation starts from: everything but the parent's other names and versions. An empty field empties it.

    The short set-up belongs to the starting position: with a position of its own, a variation does without the
    parent's.
    """
    setup = "" if new_position else parent.setup
    return replace(parent, aliases=(), variations=(), easier="", harder="", setup=setup, variation_of=parent.name)


def _check_number(exercise: Exercise, lists: dict[str, list[Field]], faults: Faults) -> None:
    """A movement has no sides or at least two, and none or two names for its ways."""
    if "sides" in lists and len(exercise.sides) == 1:
        message = f"{quoted(exercise.sides[0])} alone is no choice of sides"
        faults.error(Code.BAD_FIELD, message, lists["sides"][0].text.span(), expected='"left, right", or "none"')
    if "phases" in lists and len(exercise.phases) not in (0, 2):
        message = "a repetition has two phases"
        faults.error(
            Code.BAD_FIELD, message, lists["phases"][0].text.span(), expected='two words such as "pull, let go"'
        )


def _completed(exercise: Exercise, fields: dict[str, Field], faults: Faults) -> Exercise:
    """Read the fields with a grammar, each of which depends on the one before it: starts, tempo, prescription."""
    if (starts := fields.get("starts")) and starts.text.text:
        exercise = replace(exercise, starts=_movement(starts.text, faults))
    if written := fields.get("tempo"):
        found = _tempo(written.text, exercise.starts, faults) if written.text.text else None
        exercise = replace(exercise, tempo=found)
    if usual := fields.get("prescription"):
        prescription, flaws = parse_prescription(usual.text.text, starts=exercise.starts, advise=faults.advises)
        faults.flaws(flaws, usual.text)
        exercise = replace(exercise, prescription=prescription if usual.text.text else None)
    return exercise


def _movement(text: Passage, faults: Faults) -> Movement:
    directions = [movement.value for movement in Movement]
    word = text.text.casefold().strip(" .")
    if word in directions:
        return Movement(word)
    near = nearest(word, directions)
    hint = f'did you mean "{near}"?' if near else ""
    message = f"no repetition starts {quoted(text.text)}"
    faults.error(Code.BAD_FIELD, message, text.span(), expected='"up" or "down"', hint=hint)
    return Movement.DOWN


def _tempo(text: Passage, starts: Movement, faults: Faults) -> Tempo | None:
    scanner = Scanner(text.text)
    try:
        found = tempo(scanner, starts)
        if scanner.done:
            return found
        stray = scanner.at, len(text.text)
        faults.error(Code.BAD_TEMPO, "a tempo is all that stands here", text.span(*stray))
    except FlawError as error:
        faults.flaws([error.flaw], text)
    return None


def _distinct(exercises: list[Exercise], faults: Faults) -> tuple[Exercise, ...]:
    """Report names and aliases that stand for two exercises."""
    seen: dict[str, Exercise] = {}
    kept: list[Exercise] = []
    for exercise in exercises:
        clash = next((name for name in (exercise.name, *exercise.aliases) if same_name(name) in seen), None)
        if clash is None:
            kept.append(exercise)
            seen |= {same_name(name): exercise for name in (exercise.name, *exercise.aliases)}
        elif exercise.span:
            of = "" if clash == exercise.name else f", another name of {quoted(exercise.name)},"
            message = f"{quoted(clash)}{of} is described on line {_line(seen[same_name(clash)].span)} already"
            faults.error(Code.DUPLICATE_EXERCISE, message, exercise.span)
    return tuple(kept)


def _line(span: Span | None) -> int:
    return span.line if span else 0


def warn_undescribed(exercises: Iterable[Exercise], faults: Faults) -> None:
    """Warn of exercises that a listener who does not know their names could not do."""
    for exercise in exercises:
        if exercise.span and not exercise.described:
            message = f"{quoted(exercise.name)} has no description, only its name is said"
            hint = 'add a line such as "Starting position: …" or "Action: …" below it'
            faults.warning(Code.UNDESCRIBED_EXERCISE, message, exercise.span, hint=hint)
