"""What a talkative coach adds to a set: another form point, more encouragement, more calls of the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.model.plan import Cue, Near, Priority
from voicecoach.model.talk import TalkLevel
from voicecoach.model.workout import Reps
from voicecoach.planning import rules
from voicecoach.planning.phrases import sentence
from voicecoach.planning.talk import level_of
from voicecoach.planning.work import call, encouragement, time_left

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from voicecoach.model.plan import Values
    from voicecoach.model.talk import TalkChoice
    from voicecoach.planning.elements import ExerciseSet
    from voicecoach.units import Ms

__all__ = ["ANOTHER_FORM_FROM", "more_cues"]

ANOTHER_FORM_FROM: Ms = 40_000
"""A set at least so long has room for a second form point, behind its half."""

_ANOTHER_FORM, _FORM_FROM, _FORM_OVER_BY = 0.6, 0.52, 0.8
"""Parts of a set: where the second form point belongs."""

_MORE_MARKS: tuple[Ms, ...] = (45_000, 20_000)
"""Further times left that are called."""

_TWICE_ENCOURAGED_FROM: Ms = 60_000
_BEFORE_HALF, _BEFORE_HALF_FROM, _BEFORE_HALF_BY = 0.4, 0.36, 0.5


def more_cues(
    bout: ExerciseSet, length: Ms, cues: Sequence[Cue], form: str, talk: Sequence[TalkChoice]
) -> Iterator[Cue]:
    """The further cues of a set of ``length`` ms.

    Args:
        bout: The set.
        length: Its length in ms.
        cues: What is said in it anyway.
        form: Another form point than theirs, or empty.
        talk: How much is said; nothing is added to a moment that is not spoken of much.
    """
    values: Values = {"exercise": bout.exercise.name}
    if level_of(talk, "remaining") is TalkLevel.MANY and not isinstance(bout.prescription.amount, Reps):
        calls = [one.anchor.offset for one in cues if one.priority >= Priority.TIMING and isinstance(one.anchor, Near)]
        for left in rules.marks_of(length, tuple(calls), highest=max(_MORE_MARKS), marks=_MORE_MARKS):
            yield Cue("remaining", call(length - left), Priority.TIMING, values | time_left(left))
    if form and length >= ANOTHER_FORM_FROM and level_of(talk, "form") is TalkLevel.MANY:
        later = _within(length, _ANOTHER_FORM, _FORM_FROM, _FORM_OVER_BY)
        yield Cue("form", later, Priority.HELPFUL, values | {"form": sentence(form)})
    if level_of(talk, "encourage") is TalkLevel.MANY:
        if length >= _TWICE_ENCOURAGED_FROM:
            early = _within(length, _BEFORE_HALF, _BEFORE_HALF_FROM, _BEFORE_HALF_BY)
            yield Cue("encourage", early, Priority.ENCOURAGING, values)
        if length >= rules.FORM_FROM and not any(one.moment == "encourage" for one in cues):
            yield encouragement(length, values)


def _within(length: Ms, at: float, start: float, end: float) -> Near:
    """A moment in parts of a set."""
    return Near(round(length * at), round(length * start), round(length * end))
