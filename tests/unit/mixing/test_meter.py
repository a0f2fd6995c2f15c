from __future__ import annotations

import math

import numpy as np
import pytest

from voicecoach.loudness import loudness
from voicecoach.mixing.meter import Meter


def programme(rate: int, seconds: float) -> np.ndarray:
    """Tones of changing level with pauses of silence, shape ``(frames, 1)``."""
    time = np.arange(round(rate * seconds)) / rate
    level = np.where(np.sin(2 * np.pi * time / 7) > 0.3, 0.2 + 0.15 * np.sin(time), 0.0)
    return (level * np.sin(2 * np.pi * 500 * time)).astype(np.float32)[:, None]


def metered(samples: np.ndarray, rate: int, size: int) -> Meter:
    meter = Meter(rate, samples.shape[1])
    for start in range(0, len(samples), size):
        meter.add(samples[start : start + size])
    return meter


@pytest.mark.parametrize("size", [999, 24_000, 10**9])
@pytest.mark.parametrize("seconds", [0.1, 0.4, 3.21, 9.3, 10.35, 40.0])
def test_blocks_of_any_size_measure_as_the_whole(seconds: float, size: int) -> None:
    samples = programme(24_000, seconds)

    assert metered(samples, 24_000, size).loudness == pytest.approx(loudness(samples, 24_000), abs=1e-3)


def test_the_reference_tone() -> None:
    """BS.1770-4: a sine of 997 Hz at full scale in one channel reads -3.01 LUFS; at -20 dB, -23.01."""
    time = np.arange(48_000 * 12) / 48_000
    tone = (0.1 * np.sin(2 * np.pi * 997 * time)).astype(np.float32)

    one = metered(tone[:, None], 48_000, 4800)
    two = metered(np.stack([tone, tone], axis=1), 48_000, 4800)

    assert one.loudness == pytest.approx(-23.01, abs=0.02)
    assert two.loudness == pytest.approx(-20.0, abs=0.02)
    assert two.true_peak_db == pytest.approx(-20.0, abs=0.05)


def test_it_can_be_read_at_any_time_and_goes_on() -> None:
    samples = programme(24_000, 20.0)
    meter = Meter(24_000, 1)
    for start in range(0, len(samples), 50_000):
        meter.add(samples[start : start + 50_000])
        heard = samples[: start + 50_000]
        assert meter.loudness == pytest.approx(loudness(heard, 24_000), abs=1e-3)


def test_silence_measures_minus_infinity() -> None:
    meter = metered(np.zeros((100_000, 1), np.float32), 24_000, 5000)

    assert (meter.loudness, meter.true_peak_db) == (-math.inf, -math.inf)
    assert (Meter(24_000, 1).loudness, Meter(24_000, 1).true_peak_db) == (-math.inf, -math.inf)


@pytest.mark.parametrize("size", [1, 5, 16, 400])
def test_a_peak_between_samples_of_two_blocks_is_seen(size: int) -> None:
    samples = np.sin(np.pi / 2 * np.arange(400) + np.pi / 4).astype(np.float32)[:, None]

    assert metered(samples[:200], 24_000, size).true_peak_db > -0.3
    assert metered(samples, 24_000, size).true_peak_db == metered(samples, 24_000, 400).true_peak_db


def test_the_last_samples_count() -> None:
    samples = np.zeros((100, 1), np.float32)
    samples[-1] = 0.5

    assert metered(samples, 24_000, 7).true_peak_db == pytest.approx(-6.02, abs=0.01)
