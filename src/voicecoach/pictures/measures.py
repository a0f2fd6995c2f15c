"""Where things stand across a chart, in units, and how times are written in pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from voicecoach.units import Ms

__all__ = ["LEFT", "RIGHT", "WIDTH", "length_text", "moment_text"]

WIDTH = 480
"""A phone is 360 to 430 points wide, so that text of 16 units is as large there as in its own lists."""

LEFT, RIGHT = 14, WIDTH - 14
"""Where lines, and the time axis, begin and end."""

_MINUTE = 60


def moment_text(time: Ms) -> str:
    """A moment or a length to the second: ``4:30``, ``1:02:00``; ``time`` in ms, rounded."""
    minutes, seconds = divmod(round(time / MS_PER_SECOND), _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def length_text(time: Ms) -> str:
    """A length at a glance: ``31 min``, ``45 s``; ``time`` in ms, rounded."""
    seconds = round(time / MS_PER_SECOND)
    return f"{round(seconds / _MINUTE)} min" if seconds >= _MINUTE else f"{seconds} s"
