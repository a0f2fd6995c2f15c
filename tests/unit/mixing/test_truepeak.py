from __future__ import annotations

import math

import numpy as np
import pytest

from voicecoach.mixing.truepeak import TAPS, peaks_above


def sine(frequency: float, phase: float, frames: int = 400) -> np.ndarray:
    """A sine of so many cycles a frame."""
    return np.asarray(np.sin(2 * np.pi * (frequency * np.arange(frames) + phase)), np.float32)


def test_a_sine_whose_samples_all_miss_its_crests() -> None:
    """At a quarter of the rate and a phase of 45 degrees every sample is 3 dB under the crest."""
    samples = sine(0.25, 0.125)

    _, peaks = peaks_above(0.9, samples)

    assert np.abs(samples).max() == pytest.approx(math.sqrt(0.5))
    assert peaks.max() == pytest.approx(1.0, abs=0.005)


@pytest.mark.parametrize("frequency", [0.01, 0.05, 0.123, 0.2, 0.3, 0.35])
def test_any_sine_is_found_within_what_four_points_a_sample_can_tell(frequency: float) -> None:
    """Between two of the points, an eighth of a sample from either, a crest lies at most that much higher."""
    missed = math.cos(2 * math.pi * frequency / 8)

    for phase in np.linspace(0, 1, 17):
        _, peaks = peaks_above(0.0, sine(frequency, float(phase)))
        assert missed - 0.005 < peaks.max() < 1.005


def test_only_frames_above_the_floor_are_told_and_told_right() -> None:
    samples = np.random.default_rng(5).normal(0, 0.3, 3000).astype(np.float32)
    everywhere, all_peaks = peaks_above(0.0, samples)

    frames, peaks = peaks_above(0.7, samples)

    assert everywhere.tolist() == list(range(TAPS, len(samples) - TAPS))
    assert 0 < len(frames) < 1000
    assert frames.tolist() == everywhere[all_peaks > 0.7].tolist()
    assert peaks.tolist() == all_peaks[all_peaks > 0.7].tolist()


def test_a_sample_is_seen_from_as_far_as_it_counts() -> None:
    """A faint hiss lets a floor of zero look everywhere: the quick look at a higher floor must miss nothing."""
    samples = np.random.default_rng(5).normal(0, 1e-9, 200).astype(np.float32)
    samples[100] = 1000.0
    everywhere, all_peaks = peaks_above(0.0, samples)

    frames, _ = peaks_above(0.01, samples)

    assert len(everywhere) == 200 - 2 * TAPS
    assert frames.tolist() == everywhere[all_peaks > 0.01].tolist() == list(range(100 - TAPS, 100 + TAPS))


@pytest.mark.parametrize("count", [0, 1, 2 * TAPS, 2 * TAPS + 1])
def test_silence_and_too_little_have_no_peaks(count: int) -> None:
    frames, peaks = peaks_above(0.0, np.zeros(count, np.float32))

    assert (len(frames), len(peaks)) == (0, 0)
