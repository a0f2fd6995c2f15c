"""A workout laid out in the order it is performed: sets of exercises, and the gaps between them.

Everything that stands between two sets (rests, spoken lines, a change of
sides, a new round, the end of one section and the start of the next) is gathered into one gap, so that whoever fills
it sees all that must be said in it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from voicecoach.model.workout import Note, SpokenLine
from voicecoach.planning.elements import Boundary, Element, ExerciseSet, Pause, elements_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from voicecoach.model.workout import Section, TimedCue, Workout
    from voicecoach.source import Span
    from voicecoach.units import Ms

__all__ = ["Gap", "Performed", "Turn", "sequence", "turns"]


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
        rounds: How many rounds there are.
        turn: What that round is called: ``round`` or ``minute``.
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
    turn: str = "round"


Performed: TypeAlias = ExerciseSet | Gap


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
            if held and isinstance(element, Boundary) and element.closes:
                held = replace(held, closes_section=True)
            gap = _gather(gap, [element])
    if held:
        yield held
    yield gap


Turn: TypeAlias = tuple[Gap, ExerciseSet | None, ExerciseSet | None]
"""A gap, the set behind it (None at the end), and the set behind that."""


def turns(workout: Workout) -> Iterator[Turn]:
    """The gaps of a workout, each with the two sets that come; made as late as that allows."""
    waiting: tuple[Gap, ExerciseSet] | None = None
    gap = Gap()
    for performed in sequence(workout):
        if isinstance(performed, Gap):
            gap = performed
            continue
        if waiting:
            yield (*waiting, performed)
        waiting = gap, performed
    if waiting:
        yield (*waiting, None)
    yield gap, None, None


def _timed(bout: ExerciseSet, times: dict[str, int]) -> ExerciseSet:
    """Count how often a movement has been announced: the other side and further sets are no new announcement."""
    name = bout.exercise.name
    if not (bout.second_side or bout.set > 1):
        times[name] = times.get(name, 0) + 1
    return replace(bout, time=times[name])


def _gather(gap: Gap, elements: Iterable[Element]) -> Gap:
    for element in elements:
        if isinstance(element, Pause):
            gap = replace(
                gap,
                rest=gap.rest + (element.duration or 0),
                open=gap.open or element.duration is None,
                rest_span=gap.rest_span or element.span,
                rest_cues=gap.rest_cues + element.cues,
            )
        elif isinstance(element, Boundary):
            gap = replace(
                gap,
                closes=element.closes or gap.closes,
                opens=element.opens or gap.opens,
                switch=gap.switch or element.switch,
                round=element.round or gap.round,
                rounds=element.rounds or gap.rounds,
                turn=element.turn if element.round else gap.turn,
            )
        elif isinstance(element, SpokenLine):
            if gap.opens:
                gap = replace(gap, lines_after=(*gap.lines_after, element))
            else:
                gap = replace(gap, lines_before=(*gap.lines_before, element))
    return gap


def _spoken(lines: Iterable[SpokenLine | Note]) -> list[SpokenLine]:
    return [line for line in lines if isinstance(line, SpokenLine)]


def _elements(sections: Iterable[Section]) -> Iterator[Element]:
    for section in sections:
        yield Boundary(opens=section)
        yield from _spoken(section.opening)
        yield from elements_of(section)
        yield Boundary(closes=section)
        yield from _spoken(section.closing)
