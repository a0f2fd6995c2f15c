"""Bring a clip to another rate."""

from __future__ import annotations

import numpy as np
import soxr

from voicecoach.model.clip import Clip

__all__ = ["resample"]


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
    return Clip(np.asarray(soxr.resample(clip.samples, clip.rate, rate), np.float32), rate)
