"""A workout as a script: the inverse of :func:`voicecoach.script.parse`."""

from __future__ import annotations

import re
from dataclasses import replace
from textwrap import wrap
from typing import TYPE_CHECKING

from voicecoach.model.workout import (
    Activity,
    Circuit,
    Clock,
    Every,
    Exercise,
    Intervals,
    Ladder,
    MostReps,
    Note,
    Reps,
    Rest,
    Rounds,
    Sides,
    SpokenLine,
    Timed,
    TimedMoment,
)
from voicecoach.script.blocks import BlockKind, blocks_of
from voicecoach.script.durations import spelled
from voicecoach.script.exercises import inherited
from voicecoach.script.inline import escaped
from voicecoach.script.scheme_parts import MINUTE
from voicecoach.script.scheme_rules import TABATA
from voicecoach.script.schemes import split_heading
from voicecoach.script.settings_text import changed, settings_rows
from voicecoach.script.steps import ends_early
from voicecoach.script.tempo import tempo_spelled
from voicecoach.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from voicecoach.model.workout import Amount, Item, Movement, Prescription, Scheme, Section, TimedCue, Workout

__all__ = ["BLOCK", "PLAIN_TITLE", "print_workout", "printed_prescription", "printed_scheme"]


def print_workout(workout: Workout) -> str:
    """A script that reads as this workout.

    Args:
        workout: A workout without errors: every activity has its amount.

    Returns:
        Text such that ``parse`` gives an equal workout, where the library gives the same exercises.
    """
    title = workout.settings.title
    headed = bool(PLAIN_TITLE.fullmatch(title))
    settings = replace(workout.settings, title="") if headed else workout.settings
    rows = [row for key in changed(settings) for row in settings_rows(settings, key)]
    front = ["\n".join(["---", *rows, "---"])] if rows else []
    blocks = [*front, *([f"# {title}"] if headed else ()), *_lines(workout.intro)]
    for number, section in enumerate(workout.sections):
        blocks += _section(section, headless=number == 0)
    if workout.exercises:
        known = {exercise.name: exercise for exercise in workout.exercises}
        blocks += ["## Exercises", *(_exercise(each, known.get(each.variation_of)) for each in workout.exercises)]
    return "\n\n".join(blocks) + "\n"


PLAIN_TITLE = re.compile(r"\w+(?:[ ,.!?'-]{1,2}\w+)*[.!?]?")
"""A title that is the same as a heading; any other stands in the settings, in quotation marks."""

BLOCK = re.compile(r"[-+*=~>#`<]|[0-9]{1,9}[.)]")
"""How a line begins that could be another block than a paragraph."""

_WIDTH = 100
"""Characters of a line of prose at most, for the reader; a text that cannot be broken safely is longer."""


def _lines(items: Iterable[SpokenLine | Note]) -> Iterator[str]:
    for item in items:
        yield _folded(escaped(item.text), "> ") if isinstance(item, SpokenLine) else _note(item)


def _note(note: Note) -> str:
    """A paragraph, or a heading that begins no section where a paragraph would read as another block."""
    return f"### {note.text}" if BLOCK.match(note.text) and not _is_paragraph(note.text) else _folded(note.text)


def _is_paragraph(text: str) -> bool:
    blocks = blocks_of(Source("", text), 1, 1)
    return len(blocks) == 1 and blocks[0].kind is BlockKind.PARAGRAPH and blocks[0].text.text == text


def _folded(text: str, lead: str = "") -> str:
    """A text over several lines, unless one of them would read as another block or a space would get lost."""
    rows = wrap(text, _WIDTH - len(lead), break_long_words=False, break_on_hyphens=False)
    if " ".join(rows) != text or any(BLOCK.match(row) for row in rows[1:]):
        rows = [text]
    return "\n".join(lead + row for row in rows)


def _section(section: Section, *, headless: bool) -> Iterator[str]:
    heading = f"## {_heading(section)}".rstrip()
    if heading != "##" or section.opening or not (headless and section.items):
        yield heading
    yield from _lines(section.opening)
    yield from _items(section.items)
    yield from _lines(section.closing)


def _heading(section: Section) -> str:
    title, scheme = escaped(section.title), printed_scheme(section.scheme)
    if section.scheme == Rounds():
        return f"{title} ({scheme})" if split_heading(section.title).scheme else title
    return f"{title} ({scheme})".lstrip()


def printed_scheme(scheme: Scheme) -> str:
    """A scheme as it stands in the parentheses of a heading."""
    match scheme:
        case Rounds(count, rest):
            told = f"{count} round{'s' * (count > 1)}"
        case Ladder(reps, rest):
            told = f"ladder {(', ' if len(reps) == 2 else '-').join(map(str, reps))}"  # noqa: PLR2004 - "1-10" could be all between
        case Intervals(work, pause, count, passes):
            if count:
                return "tabata" if scheme == TABATA else f"{count} x {spelled(work)}/{spelled(pause)}"
            return f"{spelled(work)} on {spelled(pause)} off" + (f", {passes} rounds" if passes > 1 else "")
        case Every(period, count):
            return f"EMOM {count} min" if period == MINUTE else f"every {spelled(period)} x {count}"
        case Clock(limit, for_time):
            return f"for time, cap {spelled(limit)}" if for_time else f"AMRAP {spelled(limit)}"
    return f"{told}, rest {spelled(rest)}" if rest else told


def _items(items: Sequence[Item]) -> Iterator[str]:
    """The lists of a section. What stands between two steps stands at the margin, anything else inside a list."""
    performed = [number for number, item in enumerate(items) if not isinstance(item, SpokenLine | Note)]
    rows: list[str] = []
    for number, item in enumerate(items):
        between = bool(performed) and performed[0] < number < performed[-1]
        if between and isinstance(item, SpokenLine | Note):
            yield "\n".join(rows).rstrip("\n")
            yield from _lines((item,))
            rows = []
        else:
            rows += _rows(item)
    yield "\n".join(rows).rstrip("\n")


def _rows(item: Item) -> list[str]:
    """An item inside a list; the steps of rounds are one level deeper."""
    match item:
        case SpokenLine():
            return [f"- > {escaped(item.text)}"]
        case Note():
            return ["", *(f"  {row}" for row in _note(item).split("\n")), ""]
        case Circuit():
            inner = [row for each in item.items for row in _rows(each)]
            return [f"- {printed_scheme(item.scheme)}", *(f"  {row}" if row else "" for row in inner)]
        case _:
            return [_step(item), *map(_cue, item.cues)]


def _step(item: Activity | Rest) -> str:
    if isinstance(item, Rest):
        return f"- Rest: {'until ready' if item.duration is None else spelled(item.duration)}"
    name, told = escaped(item.exercise.name), printed_prescription(item.prescription, item.exercise.starts)
    return f"- {name}: {told}" if told else f"- {name}{':' * ends_early(item.exercise.name)}"


def _cue(cue: TimedCue) -> str:
    time = "" if cue.moment is TimedMoment.HALFWAY else f" {spelled(cue.offset)}"
    return f"  - {cue.moment.value}{time}: {escaped(cue.text)}"


def printed_prescription(prescription: Prescription, starts: Movement | None = None) -> str:
    """A prescription as a step has it behind the name.

    Args:
        prescription: What to print.
        starts: Which way a repetition starts, where that is known; then a tempo may do with three phases.
    """
    sets = f"{prescription.sets} sets" if prescription.sets > 1 else ""
    amount = _amount(prescription.amount) if prescription.amount else ""
    total = f"{sets} of {amount}" if sets and amount else sets or amount
    side = _SIDES[prescription.sides]
    together = bool(side) and isinstance(prescription.amount, Reps | Timed)
    parts = [
        f"{total} {side}" if together else total,
        "" if together else side,
        f"tempo {tempo_spelled(prescription.tempo, starts)}" if prescription.tempo else "",
        *map(escaped, prescription.loads),
        f"rest {spelled(prescription.rest)}" if prescription.rest else "",
    ]
    return ", ".join(part for part in parts if part)


_SIDES = {Sides.NONE: "", Sides.EACH: "each side", Sides.LEFT: "left", Sides.RIGHT: "right"}


def _amount(amount: Amount) -> str:
    if isinstance(amount, Reps):
        return "1 rep" if amount.count == 1 else f"{amount.count} reps"
    if isinstance(amount, Timed):
        return spelled(amount.duration)
    if isinstance(amount, MostReps):
        limit = spelled(amount.limit)
        return f"to failure, cap {limit}" if amount.to_failure else f"max reps in {limit}"
    return "until ready"


_TEXTS = {
    "setup": "Set-up",
    "starting_position": "Starting position",
    "action": "Action",
    "easier": "Easier",
    "harder": "Harder",
}
_POINTS = {"forms": "Form", "variations": "Variation", "mistakes": "Mistake"}
_LISTS = {
    "sides": "Sides",
    "phases": "Phases",
    "equipment": "Equipment",
    "muscles": "Muscles",
    "aliases": "Also called",
}


def _exercise(exercise: Exercise, parent: Exercise | None) -> str:
    """Heading and fields; of a variation those that differ from what it takes over."""
    basis = (
        inherited(parent, new_position=exercise.starting_position != parent.starting_position)
        if parent
        else Exercise("")
    )
    rows = [f"{'####' if parent else '###'} {escaped(exercise.name)}"]
    for name, label in {**_TEXTS, **_POINTS, **_LISTS}.items():
        if getattr(exercise, name) != getattr(basis, name):
            rows += _field(name, label, getattr(exercise, name))
    if exercise.starts is not basis.starts:
        rows.append(f"Starts: {exercise.starts.value}")
    if exercise.tempo != basis.tempo:
        rows.append(f"Tempo: {tempo_spelled(exercise.tempo, exercise.starts) if exercise.tempo else ''}".rstrip())
    if exercise.prescription != basis.prescription:
        told = printed_prescription(exercise.prescription, exercise.starts) if exercise.prescription else ""
        rows.append(f"Prescription: {told}".rstrip())
    return "\n".join(rows)


def _field(name: str, label: str, value: str | tuple[str, ...]) -> list[str]:
    if isinstance(value, str):
        return [f"{label}: {escaped(value)}".rstrip()]
    if name in _POINTS and value:
        return [f"{label}: {escaped(point)}" for point in value]
    return [f"{label}: {', '.join(map(escaped, value))}".rstrip()]
