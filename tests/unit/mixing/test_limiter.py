from __future__ import annotations

import numpy as np
import pytest

from voicecoach.mixing.limiter import Limiter
from voicecoach.mixing.truepeak import peaks_above

LIMITER = Limiter(24_000)
CEILING = 10 ** (-1.5 / 20)


def limited(samples: np.ndarray, limiter: Limiter = LIMITER) -> np.ndarray:
    return limiter.limit(np.pad(samples.astype(np.float32), limiter.reach))


def burst(level: float) -> np.ndarray:
    time = np.arange(4800) / 24_000
    return (level * np.sin(2 * np.pi * 440 * time) * np.sin(np.pi * time / 0.2)).astype(np.float32)


def test_what_is_not_loud_passes_to_the_bit() -> None:
    samples = burst(0.83)

    assert np.array_equal(limited(samples), samples)


def test_a_loud_burst_comes_out_at_the_ceiling() -> None:
    result = limited(burst(2.0))

    assert np.abs(result).max() == pytest.approx(CEILING, rel=0.01)
    assert peaks_above(0.0, np.pad(result, 50))[1].max() <= CEILING * 1.001


def test_a_peak_between_the_samples_counts() -> None:
    """All samples of a quarter-rate sine at 45 degrees are 3 dB under its crests."""
    samples = 1.15 * np.sin(np.pi / 2 * np.arange(1000) + np.pi / 4) * np.hanning(1000)
    assert np.abs(samples).max() < CEILING

    result = limited(samples)

    assert np.abs(result).max() < 0.99 * np.abs(samples).max()
    assert peaks_above(0.0, np.pad(result, 50).astype(np.float32))[1].max() <= CEILING * 1.001


def test_the_gain_is_back_at_one_beyond_its_reach() -> None:
    samples = np.full(5000, 0.1, np.float32)
    samples[2500] = 2.0

    result = limited(samples)
    changed = np.flatnonzero(result != samples)

    assert 2500 - LIMITER.reach < changed[0] < 2500 < changed[-1] < 2500 + LIMITER.reach


def test_the_gain_moves_slowly() -> None:
    """A full stroke takes 10 ms, 240 frames, so no step is larger than a 240th of it."""
    samples = np.full(5000, 0.1, np.float32)
    samples[2500:2600] = 2.0

    gain = limited(samples) / samples

    stroke = 1 - gain.min()
    assert stroke > 0.5
    assert np.abs(np.diff(gain)).max() < stroke / 240


def test_the_reach_grows_with_the_rate() -> None:
    assert LIMITER.reach == 2 * (120 + 8)
    assert Limiter(48_000).reach == 2 * (240 + 8)
