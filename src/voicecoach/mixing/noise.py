"""A noise nobody hears, so that no device takes a long pause for the end and falls asleep."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from voicecoach.units import gain_of

if TYPE_CHECKING:
    from voicecoach.model.clip import Samples
    from voicecoach.units import Frames

__all__ = ["quiet_noise"]

_LEVEL_DBFS = -70.0
"""Root mean square: ten steps of 16 bits. Measured: an MP3 file of V4 keeps it, and takes no more room than for
silence."""

_BAND_HZ = (60.0, 300.0)
"""Low, where hearing is dull at such a level (ISO 226), and where small speakers give nothing."""

_PERIOD_SECONDS = 5
_SEED = 1


def quiet_noise(start: Frames, count: Frames, rate: int) -> Samples:
    """The noise of some frames, shape ``(count,)``; it comes again every five seconds, without a seam."""
    period = _period(rate)
    return period[np.arange(start, start + count) % len(period)]


@lru_cache(maxsize=2)
def _period(rate: int) -> Samples:
    frames = _PERIOD_SECONDS * rate
    hertz = np.fft.rfftfreq(frames, 1.0 / rate)
    inside = (hertz >= _BAND_HZ[0]) & (hertz <= _BAND_HZ[1])
    phases = np.random.default_rng(_SEED).random(len(hertz))
    noise = np.fft.irfft(np.where(inside, np.exp(2j * np.pi * phases), 0.0), frames)
    return np.asarray(noise * (gain_of(_LEVEL_DBFS) / noise.std()), np.float32)
