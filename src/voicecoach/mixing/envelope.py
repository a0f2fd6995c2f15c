"""Gain over time: lines between breakpoints, and what they are for each frame."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from voicecoach.model.clip import Samples
    from voicecoach.units import Frames, Ms

    Floats: TypeAlias = NDArray[np.floating]

__all__ = ["Breakpoint", "for_each_frame", "grid", "levels"]

_GRID: Frames = 64
"""A gain is worked out for each 64th frame, every 1.5 ms at 44.1 kHz; between them it is a straight line."""


@dataclass(frozen=True, slots=True)
class Breakpoint:
    """A gain at a moment.

    Attributes:
        time: In ms from the start of the timeline.
        gain_db: In dB, 0 for unchanged.
    """

    time: Ms
    gain_db: float


def levels(envelope: Sequence[Breakpoint], moments: Floats) -> Floats:
    """The gain in dB at some moments: straight lines between the breakpoints.

    Args:
        envelope: In time order. Before the first and behind the last breakpoint their gains hold; without any it is
            0 dB. Of two at one moment the later holds from there on.
        moments: In ms, rising.
    """
    if not envelope or not len(moments):
        return np.zeros(len(moments))
    low = max(0, bisect_right(envelope, float(moments[0]), key=lambda point: point.time) - 1)
    high = bisect_right(envelope, float(moments[-1]), key=lambda point: point.time) + 1
    near = envelope[low:high]
    return np.interp(moments, [point.time for point in near], [point.gain_db for point in near])


def grid(start: Frames, count: Frames, rate: int) -> Floats:
    """The moments, in ms, for which :func:`for_each_frame` wants gains; they stand at the same frames for everybody."""
    first, last = start // _GRID, -(-(start + count) // _GRID)
    return np.asarray(np.arange(first, last + 1) * (_GRID * MS_PER_SECOND / rate))


def for_each_frame(factors: Floats, start: Frames, count: Frames) -> Samples:
    """Factors of amplitude for each frame.

    Args:
        factors: Those of the moments that :func:`grid` gives for the same frames.
        start: The first frame.
        count: How many.

    Returns:
        Shape ``(count, 1)``, or ``(1, 1)`` where all are the same; what a frame gets depends on its position alone.
    """
    known = factors.astype(np.float32)
    if np.all(known == known[0]):
        return known[:1, None]
    share = np.arange(_GRID, dtype=np.float32) / np.float32(_GRID)
    lines = known[:-1, None] + (known[1:] - known[:-1])[:, None] * share
    return lines.reshape(-1, 1)[start % _GRID :][:count]
