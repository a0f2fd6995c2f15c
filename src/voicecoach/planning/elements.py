"""What a section consists of when its scheme is carried out: sets, pauses, lines, and where rounds and sides begin."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from voicecoach.model.workout import (
    Activity,
    Circuit,
    Clock,
    Every,
    Exercise,
    Intervals,
    Ladder,
    MostReps,
    Prescription,
    Reps,
    Rest,
    Rounds,
    Section,
    Settings,
    Sides,
    SpokenLine,
    Timed,
)
from voicecoach.planning.extent import BOTH_SIDES, length_of, sides_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from voicecoach.model.workout import Item, TimedCue
    from voicecoach.source import Span
    from voicecoach.units import Ms

__all__ = ["Boundary", "Element", "ExerciseSet", "Pause", "elements_of", "work_of"]

_MINUTE: Ms = 60_000


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
        moves: What is done under one clock, in order; empty for a bout of one exercise.
        time: How many times the movement has been announced, this one included.
        closes_section: Whether the section ends with it.
        span: The line of the script.
    """

    exercise: Exercise
    prescription: Prescription
    section: Section
    span: Span
    cues: tuple[TimedCue, ...] = ()
    side: str = ""
    first_side: bool = False
    second_side: bool = False
    set: int = 0
    round: int = 0
    rounds: int = 0
    moves: tuple[Activity, ...] = ()
    time: int = 0
    closes_section: bool = False

    @property
    def sets(self) -> int:
        """How many sets, 0 where there is one only."""
        return self.prescription.sets if self.set else 0


@dataclass(frozen=True, slots=True)
class Pause:
    """A rest; ``duration`` in ms, None until the listener is ready."""

    duration: Ms | None
    span: Span | None = None
    cues: tuple[TimedCue, ...] = ()


@dataclass(frozen=True, slots=True)
class Boundary:
    """The start of a round, a section or a side, or the end of a section."""

    opens: Section | None = None
    closes: Section | None = None
    switch: bool = False
    round: int = 0
    rounds: int = 0
    turn: str = "round"


Element: TypeAlias = ExerciseSet | Pause | Boundary | SpokenLine


def elements_of(section: Section) -> Iterator[Element]:
    """A section's elements in the order they are performed."""
    match section.scheme:
        case Rounds(count, rest):
            yield from _rounds(section, section.items, count, rest)
        case Ladder(reps, rest):
            yield from _ladder(section, reps, rest)
        case Intervals():
            yield from _intervals(section, section.scheme)
        case Every():
            yield from _every(section, section.scheme)
        case Clock():
            yield from _clock(section, section.scheme)


def _rounds(section: Section, items: tuple[Item, ...], count: int, rest: Ms) -> Iterator[Element]:
    for number in range(1, count + 1):
        yield from _new_round(section, number, count, rest)
        yield from _pass(section, items, number if count > 1 else 0, count if count > 1 else 0)


def _new_round(section: Section, number: int, count: int, rest: Ms, turn: str = "round") -> Iterator[Element]:
    if number > 1:
        if rest:
            yield Pause(rest, section.span)
        yield Boundary(round=number, rounds=count, turn=turn)


def _pass(section: Section, items: Iterable[Item], number: int, rounds: int) -> Iterator[Element]:
    """One pass over some items."""
    for item in items:
        if isinstance(item, Activity):
            yield from _sets(item, section, number, rounds)
        elif isinstance(item, Rest):
            yield Pause(item.duration, item.span, item.cues)
        elif isinstance(item, SpokenLine):
            yield item
        elif isinstance(item, Circuit):
            yield from _circuit(section, item, number, rounds)


def _circuit(section: Section, circuit: Circuit, number: int, rounds: int) -> Iterator[Element]:
    """A circuit within a round of the section, whose own number its steps keep."""
    for turn in range(1, circuit.scheme.count + 1):
        yield from _new_round(section, turn, circuit.scheme.count, circuit.scheme.rest, "circuit")
        yield from _pass(section, circuit.items, number, rounds)


def _sets(activity: Activity, section: Section, number: int, rounds: int) -> Iterator[Element]:
    prescription = activity.prescription
    for index in range(1, prescription.sets + 1):
        if index > 1 and prescription.rest:
            yield Pause(prescription.rest, activity.span)
        yield from _both_sides(activity, section, index if prescription.sets > 1 else 0, number, rounds)


def _both_sides(activity: Activity, section: Section, index: int, number: int, rounds: int) -> Iterator[Element]:
    sides = sides_of(activity)
    for position, side in enumerate(sides):
        if position:
            yield Boundary(switch=True)
        yield ExerciseSet(
            activity.exercise,
            activity.prescription,
            section,
            activity.span,
            activity.cues,
            side=side,
            first_side=position == 0 and len(sides) > 1,
            second_side=position > 0,
            set=index,
            round=number,
            rounds=rounds,
        )


def _ladder(section: Section, reps: tuple[int, ...], rest: Ms) -> Iterator[Element]:
    """The rungs: each pass with its own number of repetitions."""
    for number, count in enumerate(reps, 1):
        yield from _new_round(section, number, len(reps), rest)
        yield from _pass(section, [_with_reps(item, count) for item in section.items], number, len(reps))


def _with_reps(item: Item, count: int) -> Item:
    if isinstance(item, Activity) and isinstance(item.prescription.amount, Reps | None):
        return replace(item, prescription=replace(item.prescription, amount=Reps(count)))
    return item


def _intervals(section: Section, scheme: Intervals) -> Iterator[Element]:
    """Exercises in turn; one with sides changes its side each time it comes."""
    activities = _activities(section)
    count = scheme.count or scheme.passes * len(activities)
    for number in range(1, count + 1):
        turn, place = divmod(number - 1, max(1, len(activities)))
        activity = _alternating(activities[place], turn)
        activity = replace(activity, prescription=replace(activity.prescription, amount=Timed(scheme.work), sets=1))
        if scheme.count:
            yield from _new_round(section, number, count, scheme.rest)
            yield from _both_sides(activity, section, 0, number, count)
        else:
            if number > 1 and scheme.rest:
                yield Pause(scheme.rest, section.span)
            if turn and not place:
                yield Boundary(round=turn + 1, rounds=scheme.passes)
            passes = scheme.passes > 1
            yield from _both_sides(activity, section, 0, turn + 1 if passes else 0, scheme.passes if passes else 0)


def _alternating(activity: Activity, turn: int) -> Activity:
    """The activity with the one side whose turn it is."""
    if activity.prescription.sides is not Sides.EACH:
        return activity
    sides = activity.exercise.sides or BOTH_SIDES
    side = Sides.RIGHT if sides[turn % len(sides)] == Sides.RIGHT.value else Sides.LEFT
    return replace(activity, prescription=replace(activity.prescription, sides=side))


def _every(section: Section, scheme: Every) -> Iterator[Element]:
    """An exercise at each start of a period; the rest of the period is rest."""
    activities = _activities(section)
    turn = "minute" if scheme.period == _MINUTE else "round"
    for number in range(1, scheme.count + 1):
        activity = activities[(number - 1) % len(activities)]
        if number > 1:
            yield Boundary(round=number, rounds=scheme.count, turn=turn)
        yield from _both_sides(activity, section, 0, number, scheme.count)
        left = scheme.period - work_of(activity)
        if number < scheme.count and left > 0:
            yield Pause(left, section.span)


def work_of(activity: Activity) -> Ms:
    """How long an exercise takes of its period, the change of sides included."""
    settings = Settings()
    bout = length_of(activity.exercise, activity.prescription, settings)
    sides = len(sides_of(activity))
    return sides * bout + (sides - 1) * settings.switch


def _clock(section: Section, scheme: Clock) -> Iterator[Element]:
    """One long bout in which everything on the list is done."""
    moves = _activities(section)
    if moves:
        exercise = Exercise(section.title or moves[0].exercise.name)
        prescription = Prescription(MostReps(scheme.limit))
        yield ExerciseSet(exercise, prescription, section, section.span or moves[0].span, moves=moves)


def _activities(section: Section) -> tuple[Activity, ...]:
    return tuple(item for item in section.items if isinstance(item, Activity))
