"""The last touch on a spoken clip: soft edges and the same loudness as every other."""

from __future__ import annotations

import math

import numpy as np

from voicecoach.loudness import loudness
from voicecoach.model.clip import Clip
from voicecoach.speech.trim import faded
from voicecoach.units import gain_of

__all__ = ["PROCESSING_VERSION", "VOICE_LUFS", "finished"]

PROCESSING_VERSION = "1"
"""Changes whenever trimming, pauses, fades or loudness change the sound of the same words."""

VOICE_LUFS = -19.0
"""Loudness of every clip: what a mono programme for phones is brought to (AES TD1008: -16 LUFS stereo, 3 LU less for
one channel)."""

_PEAK_LIMIT = 0.999
"""Highest sample: 16 bits hold no more."""


def finished(clip: Clip) -> Clip:
    """The clip with faded edges and one gain that brings it to -19 LUFS.

    A clip whose peaks would pass full scale stays as much quieter as it takes; one that is silent stays as it is.
    """
    soft = faded(clip)
    level = loudness(soft.samples, soft.rate)
    if not math.isfinite(level):
        return soft
    gain = min(gain_of(VOICE_LUFS - level), _PEAK_LIMIT / float(np.max(np.abs(soft.samples))))
    return Clip(soft.samples * np.float32(gain), soft.rate)
