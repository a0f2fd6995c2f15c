"""Gain over time, as breakpoints joined by straight lines in dB."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from voicecoach.model.clip import Samples
    from voicecoach.units import Frames, Ms

__all__ = ["Breakpoint", "gains"]


@dataclass(frozen=True, slots=True)
class Breakpoint:
    """A gain at a moment.

    Attributes:
        time: In ms from the start of the timeline.
        gain_db: In dB, 0 for unchanged.
    """

    time: Ms
    gain_db: float


def gains(envelope: Sequence[Breakpoint], start: Frames, count: Frames, rate: int) -> Samples:
    """The envelope as a factor for each frame.

    Args:
        envelope: In time order. Before the first and behind the last breakpoint their gains hold; without any it is
            0 dB. Of two at one moment the later holds from there on.
        start: The first frame wanted.
        count: How many.
        rate: Frames a second.

    Returns:
        Shape ``(count,)``; what a frame gets depends on its position alone.
    """
    if not envelope:
        return np.ones(count, np.float32)
    moments = np.arange(start, start + count) * (MS_PER_SECOND / rate)
    times = [point.time for point in envelope]
    levels = np.interp(moments, times, [point.gain_db for point in envelope])
    return np.asarray(10.0 ** (levels / 20.0), np.float32)
