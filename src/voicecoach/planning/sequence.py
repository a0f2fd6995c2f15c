"""A workout laid out in the order it is performed: sets of exercises, and the gaps between them.

Rounds, sets and sides are expanded here. Everything that stands between two sets (rests, spoken lines, a change of
sides, a new round, the end of one section and the start of the next) is gathered into one gap, so that whoever fills
it sees all that must be said in it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from voicecoach.model.workout import Activity, Note, Rest, Section, Sides, SpokenLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from voicecoach.model.workout import Exercise, Prescription, TimedCue, Workout
    from voicecoach.source import Span
    from voicecoach.units import Ms

__all__ = ["BOTH_SIDES", "ExerciseSet", "Gap", "Performed", "sequence"]

BOTH_SIDES = ("left", "right")
"""The sides of an exercise that names none of its own."""


@dataclass(frozen=True, slots=True)
class ExerciseSet:
    """One bout of an exercise.

    Attributes:
        exercise: What is done.
        prescription: How much; its amount is never None.
        section: The section it belongs to.
        cues: The author's own words in it.
        side: The side it is done on; empty for no side.
        first_side: Whether the other side follows.
        second_side: Whether it is the other side.
        set: Which set, from 1; 0 where there is one only.
        round: Which round, from 1; 0 where there is one only.
        rounds: How many rounds.
        time: How many times the movement has been announced, this one included.
        closes_section: Whether the section ends with it.
        span: The line of the script.
    """

    exercise: Exercise
    prescription: Prescription
    section: Section
    cues: tuple[TimedCue, ...]
    side: str
    first_side: bool
    second_side: bool
    set: int
    round: int
    rounds: int
    span: Span
    time: int = 0
    closes_section: bool = False

    @property
    def sets(self) -> int:
        """How many sets, 0 where there is one only."""
        return self.prescription.sets if self.set else 0


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two sets, or before the first, or behind the last.

    Attributes:
        rest: The written rest in ms, all rests of the gap together.
        open: Whether a rest waits until the listener is ready; ``rest`` counts only the others.
        rest_span: The line of the first rest.
        rest_cues: The author's own words in the rest.
        closes: The section that ends here.
        opens: The section that begins here.
        lines_before: What is spoken between the two sections, or where no section changes.
        lines_after: What is spoken after the opening of the section.
        switch: Whether only the side changes.
        round: The round that begins here, from 2; 0 for none.
        rounds: How many rounds that section has.
    """

    rest: Ms = 0
    open: bool = False
    rest_span: Span | None = None
    rest_cues: tuple[TimedCue, ...] = ()
    closes: Section | None = None
    opens: Section | None = None
    lines_before: tuple[SpokenLine, ...] = ()
    lines_after: tuple[SpokenLine, ...] = ()
    switch: bool = False
    round: int = 0
    rounds: int = 0


Performed: TypeAlias = ExerciseSet | Gap


@dataclass(frozen=True, slots=True)
class _Pause:
    duration: Ms | None
    span: Span | None = None
    cues: tuple[TimedCue, ...] = ()


@dataclass(frozen=True, slots=True)
class _Boundary:
    """The start of a round, a section or a side."""

    opens: Section | None = None
    closes: Section | None = None
    switch: bool = False
    round: int = 0
    rounds: int = 0


_Element: TypeAlias = ExerciseSet | _Pause | _Boundary | SpokenLine


def sequence(workout: Workout) -> Iterator[Performed]:
    """Lay out a workout: gaps and sets in turn, a gap first and last, made one at a time."""
    gap = _gather(Gap(), _spoken(workout.intro))
    held: ExerciseSet | None = None
    times: dict[str, int] = {}
    for element in _elements(workout.sections):
        if isinstance(element, ExerciseSet):
            if held:
                yield held
            yield gap
            gap, held = Gap(), _timed(element, times)
        else:
            if held and isinstance(element, _Boundary) and element.closes:
                held = replace(held, closes_section=True)
            gap = _gather(gap, [element])
    if held:
        yield held
    yield gap


def _timed(bout: ExerciseSet, times: dict[str, int]) -> ExerciseSet:
    """Count how often a movement has been announced: the other side and further sets are no new announcement."""
    name = bout.exercise.name
    if not (bout.second_side or bout.set > 1):
        times[name] = times.get(name, 0) + 1
    return replace(bout, time=times[name])


def _gather(gap: Gap, elements: Iterable[_Element]) -> Gap:
    for element in elements:
        if isinstance(element, _Pause):
            gap = replace(
                gap,
                rest=gap.rest + (element.duration or 0),
                open=gap.open or element.duration is None,
                rest_span=gap.rest_span or element.span,
                rest_cues=gap.rest_cues + element.cues,
            )
        elif isinstance(element, _Boundary):
            gap = replace(
                gap,
                closes=element.closes or gap.closes,
                opens=element.opens or gap.opens,
                switch=gap.switch or element.switch,
                round=element.round or gap.round,
                rounds=element.rounds or gap.rounds,
            )
        elif isinstance(element, SpokenLine):
            if gap.opens:
                gap = replace(gap, lines_after=(*gap.lines_after, element))
            else:
                gap = replace(gap, lines_before=(*gap.lines_before, element))
    return gap


def _spoken(lines: Iterable[SpokenLine | Note]) -> list[SpokenLine]:
    return [line for line in lines if isinstance(line, SpokenLine)]


def _elements(sections: Iterable[Section]) -> Iterator[_Element]:
    for section in sections:
        yield _Boundary(opens=section)
        yield from _spoken(section.opening)
        yield from _rounds(section)
        yield _Boundary(closes=section)
        yield from _spoken(section.closing)


def _rounds(section: Section) -> Iterator[_Element]:
    count = section.scheme.count
    for number in range(1, count + 1):
        if number > 1:
            if section.scheme.rest:
                yield _Pause(section.scheme.rest, section.span)
            yield _Boundary(round=number, rounds=count)
        for item in section.items:
            if isinstance(item, Activity):
                yield from _sets(item, section, number if count > 1 else 0)
            elif isinstance(item, Rest):
                yield _Pause(item.duration, item.span, item.cues)
            elif isinstance(item, SpokenLine):
                yield item


def _sets(activity: Activity, section: Section, number: int) -> Iterator[_Element]:
    prescription = activity.prescription
    for index in range(1, prescription.sets + 1):
        if index > 1 and prescription.rest:
            yield _Pause(prescription.rest, activity.span)
        sides = _sides(activity)
        for position, side in enumerate(sides):
            if position:
                yield _Boundary(switch=True)
            yield ExerciseSet(
                exercise=activity.exercise,
                prescription=prescription,
                section=section,
                cues=activity.cues,
                side=side,
                first_side=position == 0 and len(sides) > 1,
                second_side=position > 0,
                set=index if prescription.sets > 1 else 0,
                round=number,
                rounds=section.scheme.count if number else 0,
                span=activity.span,
            )


def _sides(activity: Activity) -> tuple[str, ...]:
    match activity.prescription.sides:
        case Sides.EACH:
            return activity.exercise.sides or BOTH_SIDES
        case Sides.NONE:
            return ("",)
        case side:
            return (side.value,)
