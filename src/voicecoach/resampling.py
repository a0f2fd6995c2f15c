"""Bring a clip to another rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import soxr

from voicecoach.model.clip import Clip

if TYPE_CHECKING:
    from voicecoach.model.clip import Block

__all__ = ["resample", "resampled"]


def resample(clip: Clip, rate: int) -> Clip:
    """The same sound at ``rate`` frames a second, with no shift in time.

    The resampler is soxr at its "HQ" setting: linear phase, 120 dB of stop band.

    Args:
        clip: Mono sound at any rate.
        rate: Wanted frames a second.

    Returns:
        The clip itself where it has that rate or no frames.
    """
    if clip.rate == rate:
        return clip
    if not len(clip.samples):
        return Clip(clip.samples, rate)
    return Clip(resampled(clip.samples, clip.rate, rate), rate)


def resampled(samples: Block, rate: int, wanted: int) -> Block:
    """The same for samples of one channel or several, shape ``(frames,)`` or ``(frames, channels)``."""
    return np.asarray(soxr.resample(samples, rate, wanted), np.float32)
