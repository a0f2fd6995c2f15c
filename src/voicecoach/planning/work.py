"""The cues of a timed step: action, form, halfway, time calls, encouragement, the author's own words, and its tones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.model.plan import Cue, Edge, Near, Priority, Tone
from voicecoach.model.workout import TimedMoment
from voicecoach.planning import rules
from voicecoach.planning.phrases import duration, moves_of, sentence
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from voicecoach.model.plan import Values
    from voicecoach.model.workout import TimedCue
    from voicecoach.planning.elements import ExerciseSet
    from voicecoach.units import Ms

__all__ = ["action_cue", "author_cues", "call", "encouragement", "end_tone", "time_left", "timed_cues", "timed_tones"]

_CALL_SLACK: Ms = 1_000
"""How far a halfway or time call may stand from its moment; farther off it would be a lie."""

_AUTHOR_EARLY: Ms = 5_000
"""How much earlier the author's words may come: "last 5s" must be over before the countdown."""
_AUTHOR_LATE: Ms = 3_000

_FORM_FROM, _FORM_AT, _FORM_OVER_BY = 0.15, 0.22, 0.48
"""Parts of a step: a form cue belongs into its first third and is over before half of it."""

_FAMILIAR = 3
"""From so many times on an exercise has a kind word in the place of its form points."""

_AFTER_HALF: Ms = 2_500
_ENCOURAGE_FROM = 2 / 3
_ENCOURAGE_BEFORE_END: Ms = 28_000


def timed_cues(bout: ExerciseSet, length: Ms, form: str) -> Iterator[Cue]:
    """The cues of a work step of ``length`` ms; ``form`` is the form point of this time, or empty."""
    values: Values = {"exercise": bout.exercise.name}
    calls = [_moment(cue, length) for cue in bout.cues]
    yield from author_cues(bout.cues, length)
    if length >= rules.HALFWAY_CALL_FROM and not _says_half(bout.cues):
        half = length // 2
        yield Cue("halfway", call(half), Priority.TIMING, values | time_left(length - half), fallback="halfway")
        calls.append(half)
    for left in rules.marks_of(length, tuple(calls), highest=rules.CLOCK_MARK if bout.moves else length):
        yield Cue("remaining", call(length - left), Priority.TIMING, values | time_left(left))
    if bout.moves:
        again: Values = {"section": bout.exercise.name, "moves": moves_of(bout.moves)}
        anchor = Near(length // 2 + _AFTER_HALF, length // 2, length * 3 // 4)
        yield Cue("moves_again", anchor, Priority.HELPFUL, again)
    yield from action_cue(bout, length // 2)
    if form and length >= rules.FORM_FROM:
        yield _form_cue(form, bout, length)
    familiar = bout.time >= _FAMILIAR and length >= rules.FORM_FROM
    if length >= rules.ENCOURAGE_FROM or familiar:
        yield encouragement(length, values)


def encouragement(length: Ms, values: Values) -> Cue:
    """A kind word in the last third of a set of ``length`` ms; of a long one before the last time call."""
    third = round(length * _ENCOURAGE_FROM)
    at = max(third, length - _ENCOURAGE_BEFORE_END)
    latest = length - (rules.LAST_MARK if length >= rules.ENCOURAGE_FROM else rules.COUNT_IN)
    return Cue("encourage", Near(at, third, latest), Priority.ENCOURAGING, values)


def call(moment: Ms) -> Near:
    """A call of the time belongs to its moment, in ms from the start of a step; a second off it is still true."""
    return Near(moment, moment - _CALL_SLACK, moment + _CALL_SLACK * 3)


def time_left(left: Ms) -> Values:
    """What a time call can speak of; ``left`` in ms."""
    return {"remaining": duration(left), "seconds": left // MS_PER_SECOND}


def action_cue(bout: ExerciseSet, latest: Ms) -> Iterator[Cue]:
    """How the movement goes, the first time it comes and only if it was not told before the go."""
    action = bout.exercise.action
    if action and bout.time == 1 and not bout.second_side and bout.set <= 1:
        yield Cue(
            "action",
            Near(rules.ACTION_START, rules.GO_TONE, latest),
            Priority.HELPFUL,
            {"action": sentence(action), "exercise": bout.exercise.name},
            subject=bout.exercise.name,
            unless_told="action",
        )


def _form_cue(form: str, bout: ExerciseSet, length: Ms) -> Cue:
    anchor = Near(round(length * _FORM_AT), round(length * _FORM_FROM), round(length * _FORM_OVER_BY))
    return Cue("form", anchor, Priority.HELPFUL, {"form": sentence(form), "exercise": bout.exercise.name})


def author_cues(cues: Iterable[TimedCue], length: Ms) -> Iterator[Cue]:
    """The words that the author put at moments of a step of ``length`` ms."""
    for cue in cues:
        at = _moment(cue, length)
        anchor = Near(at, max(0, at - _AUTHOR_EARLY), at + _AUTHOR_LATE + rules.COUNT_IN)
        yield Cue("line", anchor, Priority.AUTHOR, {"text": sentence(cue.text)}, span=cue.span)


def _moment(cue: TimedCue, length: Ms) -> Ms:
    match cue.moment:
        case TimedMoment.AT:
            return cue.offset
        case TimedMoment.HALFWAY:
            return length // 2
        case TimedMoment.LAST:
            return max(0, length - cue.offset)


def _says_half(cues: Sequence[TimedCue]) -> bool:
    return any(cue.moment is TimedMoment.HALFWAY for cue in cues)


def timed_tones(bout: ExerciseSet, length: Ms) -> Iterator[Tone]:
    """Go, the soft half of a short step, the count into the end, and the end."""
    yield Tone("go", Edge.START, 0)
    if rules.HALFWAY_EARCON_FROM <= length < rules.HALFWAY_CALL_FROM and not _says_half(bout.cues):
        yield Tone("halfway", Edge.START, length // 2)
    yield from rules.COUNT_IN_TONES
    yield end_tone(bout)


def end_tone(bout: ExerciseSet) -> Tone:
    """The end of a work step; the last of a section sounds longer, so that one knows it is really over."""
    return Tone("end-last" if bout.closes_section else "end", Edge.END, 0)
