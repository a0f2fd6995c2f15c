"""The numbers of coaching: when what is said.

They come from running products and instructor guides: the count into zero and the 10 s get-ready from interval
timers, the ladder of time calls from RunnerUp, form in the first part and encouragement about 30 s before the end
from instructor courses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.model.plan import Edge, Tone
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from voicecoach.units import Ms

__all__ = [
    "ACTION_START",
    "AFTER_LAST_TONE",
    "BREATH",
    "CLEAR_OF_COUNT_IN",
    "CLOCK_MARK",
    "COUNT_IN",
    "COUNT_IN_TONES",
    "ENCOURAGE_FROM",
    "FORM_FROM",
    "GO_BEEP",
    "GO_TONE",
    "HALFWAY_CALL_FROM",
    "HALFWAY_EARCON_FROM",
    "HALF_TOLD_FROM",
    "LAST_MARK",
    "LEAD_OUT",
    "MARKS",
    "TRANSITION",
    "marks_of",
]

COUNT_IN: Ms = 3_000
"""The last seconds before a go or an end: they belong to the beeps alone."""

COUNT_IN_TONES = tuple(Tone("ready", Edge.END, -number * MS_PER_SECOND, number) for number in (3, 2, 1))
"""The beeps before a go or an end, or the numbers; a step that is shorter has as many as it holds."""

CLEAR_OF_COUNT_IN: Ms = 1_000
"""Silence between the last word and the count-in."""

TRANSITION: Ms = 8_000
"""The least time to get from one exercise into the next where the script writes no rest."""

BREATH: Ms = 600
"""Silence behind an end tone before the coach speaks."""

AFTER_LAST_TONE: Ms = 1_200
"""The long end tone rings out before the coach says that it is over."""

LEAD_OUT: Ms = 1_500
"""Silence behind the last word, so that no player cuts it."""

GO_BEEP: Ms = 450
"""The go tone is 400 ms long; in counted sets the first word stands right behind it."""

GO_TONE: Ms = 700
"""Nothing is spoken so long after a go: the tone is 400 ms, and a breath."""

ACTION_START: Ms = 800
"""How soon after the go the coach tells how the movement goes, where the rest before was too short for it."""

FORM_FROM: Ms = 20_000
"""A work step at least so long gets a form cue."""

HALFWAY_CALL_FROM: Ms = 20_000
"""A work step at least so long gets a spoken halfway call."""

HALFWAY_EARCON_FROM: Ms = 10_000
"""A work step at least so long gets a soft earcon at its half."""

ENCOURAGE_FROM: Ms = 45_000
"""A work step at least so long is a long one, with a word of encouragement in its last third."""

LAST_MARK: Ms = 10_000
"""The last spoken time call."""

HALF_TOLD_FROM: Ms = 360_000
"""In a workout at least so long the coach tells, once, that half of it is done."""

MARKS_FROM: Ms = 20_000

CLOCK_MARK: Ms = 120_000
"""Where one clock runs over many rounds, the time is called at half and from two minutes left on."""

MARKS: tuple[Ms, ...] = (60_000, 30_000, LAST_MARK)
"""Time left at which it is called; upward from the first each mark is twice the one before."""

_CALL_LASTS: Ms = 2_000


def marks_of(
    length: Ms, calls: tuple[Ms, ...], highest: Ms | None = None, marks: tuple[Ms, ...] = MARKS
) -> tuple[Ms, ...]:
    """The times left, in ms, that are called in a step.

    As in RunnerUp, a mark is dropped that comes within the first tenth of the step. So is one that says nearly what
    another call says: the times left differ by a tenth of the longer, or by no more than it takes to say them.

    A step shorter than 20 s has no time called: its amount was announced a moment ago.

    Args:
        length: The step's length in ms.
        calls: Moments of other calls, in ms from the start.
        highest: The longest time left that is called; None for any.
        marks: The times to choose from, falling; upward from the first they double.
    """
    if length < MARKS_FROM:
        return ()
    ladder = list(marks)
    while ladder[0] * 2 < length and ladder[0] * 2 <= (highest or length):
        ladder.insert(0, ladder[0] * 2)
    left = [length - call for call in calls]
    return tuple(mark for mark in ladder if mark < length * 9 // 10 and not any(_alike(mark, other) for other in left))


def _alike(one: Ms, other: Ms) -> bool:
    """Whether two times left are too near each other for two calls."""
    return abs(one - other) <= max(_CALL_LASTS, max(one, other) // 10)
