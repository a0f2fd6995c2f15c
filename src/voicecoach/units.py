"""Units of time and level, and the only conversions between them.

Model, planning and scheduling count whole milliseconds; mixing counts whole frames. Every range is half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

__all__ = [
    "MS_PER_SECOND",
    "Frames",
    "Ms",
    "TimeRange",
    "clock",
    "frames_of",
    "gain_of",
    "ms_spanned",
    "seconds",
    "seconds_left",
    "seconds_needed",
]

Ms: TypeAlias = int
"""Whole milliseconds."""

Frames: TypeAlias = int
"""Whole frames: one sample for each channel."""

MS_PER_SECOND = 1000


@dataclass(frozen=True, slots=True, order=True)
class TimeRange:
    """A half-open range of time, ``start`` included and ``end`` not, in ms.

    Raises:
        ValueError: If the end lies before the start.
    """

    start: Ms
    end: Ms

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if self.end < self.start:
            raise ValueError(f"a range cannot end ({self.end}) before it starts ({self.start})")

    @property
    def duration(self) -> Ms:
        """Length in ms."""
        return self.end - self.start

    def overlaps(self, other: TimeRange) -> bool:
        """Tell whether the two share any moment; touching ends do not."""
        return self.start < other.end and other.start < self.end


def seconds(count: float) -> Ms:
    """Whole ms of a number of seconds, rounded to the nearest."""
    return round(count * MS_PER_SECOND)


def frames_of(time: Ms, rate: int) -> Frames:
    """The frame nearest to a moment, at ``rate`` frames a second; exact where a ms is a whole number of frames."""
    return (time * rate + MS_PER_SECOND // 2) // MS_PER_SECOND


def ms_spanned(frames: Frames, rate: int) -> Ms:
    """The shortest whole number of ms that holds so many frames at ``rate`` frames a second."""
    return -(-frames * MS_PER_SECOND // rate)


def gain_of(level_db: float) -> float:
    """The factor of amplitude for a gain in dB; 0 dB is 1."""
    return float(10.0 ** (level_db / 20.0))


def clock(time: Ms) -> str:
    """A moment as a person reads it: ``0:07.5``, ``12:40.0``, ``1:02:03.4`` (rounded down to a tenth of a second)."""
    tenths = time // 100
    minutes, tenths = divmod(tenths, 600)
    hours, minutes = divmod(minutes, 60)
    head = f"{hours}:{minutes:02}" if hours else f"{minutes}"
    return f"{head}:{tenths // 10:02}.{tenths % 10}"


def seconds_needed(time: Ms) -> str:
    """A short length such as ``4.1 s``, rounded up to a tenth: what is needed is never less than it says."""
    return f"{-(-time // 100) / 10:.1f} s"


def seconds_left(time: Ms) -> str:
    """A short length such as ``3.0 s``, rounded down to a tenth: what is left is never more than it says."""
    return f"{time // 100 / 10:.1f} s"
