"""What is said before a set: its name, how much, how to stand, which side; in full the first time, then less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.model.plan import Cue, Lead, Priority, Tail
from voicecoach.model.workout import Clock, Intervals, Reps
from voicecoach.planning.phrases import amount_of, duration, moves_of, sentence, side_of
from voicecoach.planning.reps import leads_through

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from voicecoach.model.plan import Value, Values
    from voicecoach.model.workout import Exercise, Section
    from voicecoach.planning.elements import ExerciseSet

__all__ = ["SETUP_WORDS", "announce", "brief", "descriptions", "told_at_opening"]

SETUP_WORDS = 12
"""A short set-up has at most about so many words: four seconds of speech."""

_AGAIN = 2
_SIDE_GAP = 500
_BETWEEN_MOVES = 600
_DESCRIBED_IN = 20_000
"""A rest at least so long, in ms, has room for a name, a set-up and an action."""


def announce(bout: ExerciseSet, *, opens_section: bool) -> Iterator[Cue]:
    """The cues before a set, to be spoken as late as the step allows.

    Args:
        bout: The set that comes.
        opens_section: Whether it is the first of a section.
    """
    if bout.moves:
        yield from descriptions(move.exercise for move in bout.moves)
        yield _one_clock(bout)
        return
    first_time = bout.time == 1 and bout.set <= 1
    needs = {"exercise"} if told_at_opening(bout.section) else {"exercise", "amount", "setup"}
    if isinstance(bout.prescription.amount, Reps) and first_time and not leads_through(bout):
        needs.add("action")
    yield Cue(
        _moment(bout, opens_section=opens_section),
        Tail(),
        Priority.ESSENTIAL,
        _values(bout, described=first_time),
        subject=bout.exercise.name,
        needs=frozenset(needs),
    )
    if bout.first_side:
        side = {"side": side_of(bout.side), "exercise": bout.exercise.name}
        yield Cue("side_first", Tail(_SIDE_GAP), Priority.ESSENTIAL, side)


def told_at_opening(section: Section) -> bool:
    """Whether a block opens with all that is to be known: intervals with rests too short for a description."""
    return isinstance(section.scheme, Intervals) and section.scheme.rest < _DESCRIBED_IN


def descriptions(exercises: Iterable[Exercise]) -> Iterator[Cue]:
    """How some exercises go, each once, for a block that leaves no time for it later."""
    return map(_description, dict.fromkeys(exercise for exercise in exercises if exercise.described))


def _description(exercise: Exercise) -> Cue:
    """How an exercise goes, unless it was told before."""
    values: Values = {"exercise": exercise.name, **_told(exercise)}
    name = exercise.name
    return Cue("describe", Lead(_BETWEEN_MOVES), Priority.HELPFUL, values, subject=name, unless_told="setup")


def _one_clock(bout: ExerciseSet) -> Cue:
    """What is done again and again, or once as fast as one can, and how long."""
    scheme = bout.section.scheme
    moment = "for_time" if isinstance(scheme, Clock) and scheme.for_time else "amrap"
    values: Values = {
        "section": bout.exercise.name,
        "duration": duration(scheme.limit) if isinstance(scheme, Clock) else "",
        "moves": moves_of(bout.moves),
    }
    return Cue(moment, Tail(), Priority.ESSENTIAL, values)


def _moment(bout: ExerciseSet, *, opens_section: bool) -> str:
    if bout.set > 1:
        return "last_set" if bout.set == bout.sets else "next_set"
    if bout.time > 1:
        return "next_again" if bout.time == _AGAIN else "next_familiar"
    return "first" if opens_section else "next"


def _values(bout: ExerciseSet, *, described: bool) -> dict[str, Value]:
    exercise, prescription = bout.exercise, bout.prescription
    values: dict[str, Value] = {
        "exercise": exercise.name,
        "amount": amount_of(prescription, sets=bout.set == 1),
        "load": tuple(prescription.loads),
        "side": "" if bout.first_side or bout.second_side else side_of(bout.side),
    }
    return values | _told(exercise) if described else values


def _told(exercise: Exercise) -> Values:
    """How to stand and what to do."""
    setup = _setup(exercise)
    return {
        "position": sentence(exercise.starting_position) or setup,
        "setup": setup,
        "action": sentence(exercise.action),
    }


def _setup(exercise: Exercise) -> str:
    return sentence(exercise.setup or brief(exercise.starting_position))


def brief(text: str, words: int = SETUP_WORDS) -> str:
    """The clauses of a text that fit into so many words; the first one whole, whatever its length."""
    kept = ""
    taken = 0
    for clause in _clauses(text):
        taken += len(clause.split())
        if kept and taken > words:
            break
        kept += clause
    return kept.strip().rstrip(",;:")


def _clauses(text: str) -> Iterator[str]:
    start = 0
    for position, character in enumerate(text):
        if character in ",;.!?" and text[position + 1 : position + 2].isspace():
            yield text[start : position + 1]
            start = position + 1
    yield text[start:]
