"""The cues of counted repetitions: numbers on the top of each rep, movement words for slow tempos, the last ones.

Every rep is placed from the start of the set, so nothing drifts. The last three seconds of a set, as of any work,
belong to tones: a number that would fall into them is a tick.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.model.plan import At, Cue, Edge, Near, Priority, Tone
from voicecoach.model.workout import Movement
from voicecoach.planning import rules
from voicecoach.planning.extent import DEFAULT_TEMPO, tempo_of
from voicecoach.planning.phrases import sentence
from voicecoach.planning.work import action_cue, author_cues, end_tone
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.model.plan import Values
    from voicecoach.model.workout import Exercise, Tempo
    from voicecoach.planning.elements import ExerciseSet
    from voicecoach.units import Ms

__all__ = ["leads_through", "rep_cues", "rep_tones"]

_SLOW_PHASE: Ms = 1_000
"""Movement words need a second for each way."""

_SHARED_PHASE: Ms = 2_000
"""They need two where something else sounds first: the go tone or a number."""

_SPOKEN_BEATS: Ms = 3_000
"""A phase at least so long is counted aloud by the second: "down, two, three"."""

_WORDED_REPS = 2
_ALL_COUNTED = 15
"""Up to so many reps every number is spoken; longer sets go over to ticks and every fifth number."""
_COUNTED_FIRST = 10
_MILESTONE = 5
_THREE_MORE_FROM = 10
_HOLD_AFTER: Ms = 500

_LAST_CALL_FROM: Ms = 2_500
"""Quicker reps have no "last one": it would have to be over so long before the last rep that it named another."""

_NUMBER: Ms = 400
"""No number is spoken in less."""

_CALL: Ms = 1_200
_NUMBER_AND_CALL: Ms = 1_600
"""How long "last one" takes, by itself and behind a number."""


@dataclass(frozen=True, slots=True)
class _Phase:
    """A phase of one rep: what is said at its start, and when it starts within the rep, in ms."""

    word: str
    start: Ms
    length: Ms


def leads_through(bout: ExerciseSet) -> bool:
    """Whether the coach says which way to move in the first reps: where the tempo is known and slow enough."""
    tempo = tempo_of(bout.exercise, bout.prescription)
    return tempo is not DEFAULT_TEMPO and min(tempo.down, tempo.up) >= _SLOW_PHASE


def rep_cues(bout: ExerciseSet, count: int, form: str) -> Iterator[Cue]:
    """The cues of ``count`` repetitions; ``form`` is the form point of this time, or empty."""
    tempo = tempo_of(bout.exercise, bout.prescription)
    phases = _phases(tempo, bout.exercise.starts)
    length = count * tempo.rep
    top = _top(phases)
    yield from author_cues(bout.cues, length)
    yield from _numbers(count, tempo.rep, top)
    yield from _last_calls(count, tempo.rep, top)
    if leads_through(bout):
        yield from _movement_words(min(count - 1, _WORDED_REPS), tempo.rep, phases, top, bout.exercise)
    yield from action_cue(bout, length // 2)
    if form and length >= rules.FORM_FROM:
        led = min(_WORDED_REPS * tempo.rep, length // 2) if leads_through(bout) else 0
        earliest = max(led, min(_WORDED_REPS * tempo.rep, length // 4))
        anchor = Near(max(earliest, length // 4), earliest, length * 2 // 3)
        yield Cue("form", anchor, Priority.HELPFUL, {"form": sentence(form), "exercise": bout.exercise.name})


def rep_tones(bout: ExerciseSet, count: int) -> Iterator[Tone]:
    """Go, a tick for every rep that is not counted aloud, and the end."""
    tempo = tempo_of(bout.exercise, bout.prescription)
    top = _top(_phases(tempo, bout.exercise.starts))
    yield Tone("go", Edge.START, 0)
    for number in range(1, count + 1):
        moment = (number - 1) * tempo.rep + top
        if not _counted(number, count, tempo.rep, top) and moment < count * tempo.rep:
            yield Tone("tick", Edge.START, moment)
    yield end_tone(bout)


def _counted(number: int, count: int, rep: Ms, top: Ms) -> bool:
    """Whether a number is spoken: all of a short set, then the first ten and every fifth.

    Not the last but one where "last one" would have to come before it: one is not told first that a rep is the last
    and then the number of the rep before. And none that would reach into the last three seconds.
    """
    if (number - 1) * rep + top + _NUMBER > count * rep - rules.COUNT_IN:
        return False
    if number == count - 1 and _room_for_last_call(rep, top) < _CALL:
        return False
    return count <= _ALL_COUNTED or number <= _COUNTED_FIRST or number % _MILESTONE == 0


def _room_for_last_call(rep: Ms, top: Ms) -> Ms:
    """How long after the top of the last rep but one something may be said: until the last three seconds begin."""
    return 2 * rep - top - rules.COUNT_IN


def _phases(tempo: Tempo, starts: Movement) -> tuple[_Phase, ...]:
    """The phases in the order they are performed, those of no length left out."""
    down = [("lower", tempo.down), ("hold", tempo.bottom)]
    up = [("lift", tempo.up), ("hold", tempo.top)]
    moment = 0
    phases = []
    for word, length in (up + down) if starts is Movement.UP else (down + up):
        if length:
            phases.append(_Phase(word, moment, length))
        moment += length
    return tuple(phases)


def _top(phases: tuple[_Phase, ...]) -> Ms:
    """When in a rep its top is reached: at the end of the lift."""
    lifts = [phase.start + phase.length for phase in phases if phase.word == "lift"]
    return lifts[0] if lifts else phases[-1].start + phases[-1].length


def _numbers(count: int, rep: Ms, top: Ms) -> Iterator[Cue]:
    """The count on the top of each rep; one that would fall on the end is the end tone's."""
    for number in range(1, count + 1):
        moment = (number - 1) * rep + top
        if moment >= count * rep or not _counted(number, count, rep, top):
            continue
        if number == count - 1 and _room_for_last_call(rep, top) < _NUMBER_AND_CALL:
            yield Cue("last_rep", At(moment), Priority.ESSENTIAL, {"reps": 1}, fallback="tick")
        else:
            values: Values = {"number": number, "reps": count}
            yield Cue("count", At(moment), Priority.ESSENTIAL, values, fallback="tick")


def _last_calls(count: int, rep: Ms, top: Ms) -> Iterator[Cue]:
    """Three more, behind the count that leaves three; the last one, as the last rep begins or just before."""
    if count >= _THREE_MORE_FROM:
        counted = (count - 4) * rep + top
        anchor = Near((count - 3) * rep - MS_PER_SECOND, counted, counted + rep)
        yield Cue("three_more", anchor, Priority.TIMING, {"reps": 3})
    room = _room_for_last_call(rep, top)
    begins = (count - 1) * rep
    if count > 1 and room >= _NUMBER_AND_CALL:
        yield Cue("last_rep", Near(begins, begins - rep + top, begins + rep), Priority.TIMING, {"reps": 1})
    elif count > 1 and room < _CALL and rep >= _LAST_CALL_FROM:
        last_but_one = begins - rep + top
        yield Cue("last_rep", Near(begins, last_but_one - rep, last_but_one), Priority.TIMING, {"reps": 1})


def _movement_words(reps: int, rep: Ms, phases: tuple[_Phase, ...], top: Ms, exercise: Exercise) -> Iterator[Cue]:
    """What to do at the start of each phase of the first reps."""
    for number in range(reps):
        for phase in phases:
            anchor = _word_anchor(number * rep + phase.start, phase, counted=_on_count(number, phase, rep, top))
            if anchor is None:
                continue
            yield _movement_word(phase, anchor, exercise)
            if phase.word != "hold" and not number and 0 < phase.start < top:
                yield from _beats(phase.start, phase.length)


def _movement_word(phase: _Phase, anchor: At | Near, exercise: Exercise) -> Cue:
    """Up or down, or what the exercise calls it."""
    values: Values = {"exercise": exercise.name}
    if phase.word == "hold" or not exercise.phases:
        return Cue(phase.word, anchor, Priority.HELPFUL, values)
    first = "lift" if exercise.starts is Movement.UP else "lower"
    word = exercise.phases[0] if phase.word == first else exercise.phases[-1]
    return Cue("phase", anchor, Priority.HELPFUL, values | {"phase": sentence(word)})


def _on_count(number: int, phase: _Phase, rep: Ms, top: Ms) -> bool:
    """Whether a phase begins on a top, where the number is spoken."""
    return phase.start == top or (phase.start == top - rep and number > 0)


def _word_anchor(start: Ms, phase: _Phase, *, counted: bool) -> At | Near | None:
    """Where a movement word stands: behind the go tone, on its phase, behind a number; None where it has no place."""
    hold = phase.word == "hold"
    if (counted and not hold) or phase.length < (_SLOW_PHASE if start and not counted else _SHARED_PHASE):
        return None
    if counted:
        return Near(start + _HOLD_AFTER, start, start + phase.length)
    return At(start or rules.GO_BEEP)


def _beats(start: Ms, length: Ms) -> Iterator[Cue]:
    """The seconds of a long phase, from the second one on.

    Only where the phase's word stands for the first, and before the count has begun: "two, three" behind "one" would
    be taken for repetitions.
    """
    if length >= _SPOKEN_BEATS:
        for beat in range(2, length // MS_PER_SECOND + 1):
            moment = start + (beat - 1) * MS_PER_SECOND
            yield Cue("beat", At(moment), Priority.ENCOURAGING, {"number": beat})
