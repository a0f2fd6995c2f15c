from __future__ import annotations

import numpy as np
import pytest

from voicecoach.model.clip import Clip
from voicecoach.resampling import resample


def pulse(rate: int, at: float) -> Clip:
    """A tone of 1 kHz in a window 20 ms wide whose middle lies ``at`` seconds from the start."""
    time = np.arange(rate) / rate - at
    return Clip((np.exp(-((time / 0.005) ** 2)) * np.cos(2 * np.pi * 1000 * time)).astype(np.float32), rate)


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 44_100, 48_000])
@pytest.mark.parametrize("origin", [22_050, 24_000, 48_000])
def test_sound_stays_at_its_moment(origin: int, rate: int) -> None:
    got = resample(pulse(origin, 0.4), rate)

    assert got.rate == rate
    assert len(got.samples) == rate
    assert np.abs(got.samples - pulse(rate, 0.4).samples).max() < 1e-3


def test_the_same_rate_is_the_same_clip() -> None:
    clip = pulse(24_000, 0.4)

    assert resample(clip, 24_000) is clip


def test_nothing_stays_nothing() -> None:
    got = resample(Clip(np.zeros(0, np.float32), 22_050), 24_000)

    assert (len(got.samples), got.rate) == (0, 24_000)
