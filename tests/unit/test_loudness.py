"""Loudness against the standard's own numbers and against a filter that goes sample by sample."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from voicecoach.loudness import block_powers, gated_loudness, k_weighted, loudness

STANDARD = (
    ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585)),
    ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621)),
)
"""Numerators and denominators of ITU-R BS.1770-4, tables 1 and 2, for 48 kHz."""


def sine(hertz: float, seconds: float, rate: int, level_db: float = 0.0) -> NDArray[np.float64]:
    return np.sin(2 * np.pi * hertz * np.arange(round(seconds * rate)) / rate) * 10 ** (level_db / 20)


def filtered(signal: NDArray[np.float64]) -> NDArray[np.float64]:
    """The two filters of the standard, sample by sample."""
    for (b0, b1, b2), (_, a1, a2) in STANDARD:
        result, one, two = np.zeros(len(signal)), 0.0, 0.0
        for n, sample in enumerate(signal):
            result[n] = b0 * sample + one
            one, two = b1 * sample - a1 * result[n] + two, b2 * sample - a2 * result[n]
        signal = result
    return signal


def test_weighting_is_that_of_the_standard_across_the_pieces_it_is_made_of() -> None:
    noise = np.random.default_rng(1).standard_normal(150_000)
    assert np.max(np.abs(k_weighted(noise, 48_000) - filtered(noise))) < 1e-9


def test_reference_sine_of_the_standard() -> None:
    """BS.1770-4: a 997 Hz sine at 0 dBFS in one channel reads -3.01 LUFS."""
    assert loudness(sine(997, 5, 48_000), 48_000) == pytest.approx(-3.01, abs=0.01)


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 44_100, 192_000])
def test_rate_does_not_matter(rate: int) -> None:
    assert loudness(sine(1000, 3, rate, -20), rate) == pytest.approx(
        loudness(sine(1000, 3, 48_000, -20), 48_000), abs=0.05
    )


def test_two_channels_are_three_db_louder_than_one() -> None:
    one = sine(1000, 2, 24_000)
    assert loudness(np.stack([one, one], axis=1), 24_000) - loudness(one, 24_000) == pytest.approx(3.01, abs=0.01)


def test_silence_between_does_not_count() -> None:
    tone = sine(1000, 5, 24_000, -20)
    parted = np.concatenate([tone, np.zeros(24_000 * 30), tone])
    assert loudness(parted, 24_000) == pytest.approx(loudness(tone, 24_000), abs=0.2)


def test_quiet_parts_do_not_count() -> None:
    """EBU Tech 3341, case 3: -36, -23 and -36 dBFS for 10, 60 and 10 seconds read -23 LUFS."""
    parts = [sine(1000, 10, 8_000, -36), sine(1000, 60, 8_000, -23), sine(1000, 10, 8_000, -36)]
    stereo = np.repeat(np.concatenate(parts)[:, None], 2, axis=1)
    assert loudness(stereo, 8_000) == pytest.approx(-23.0, abs=0.15)


def test_short_sound_is_measured_over_its_own_length() -> None:
    assert loudness(sine(1000, 0.15, 24_000), 24_000) == pytest.approx(loudness(sine(1000, 2, 24_000), 24_000), abs=0.3)


@pytest.mark.parametrize("frames", [0, 1, 100, 24_000])
def test_silence_has_no_loudness(frames: int) -> None:
    assert loudness(np.zeros(frames), 24_000) == -math.inf


def test_parts_may_be_measured_apart() -> None:
    first, second = sine(1000, 4, 24_000, -20), sine(1000, 4, 24_000, -30)
    joined = np.concatenate([block_powers(first, 24_000), block_powers(second, 24_000)])
    assert gated_loudness(joined) == pytest.approx(loudness(np.concatenate([first, second]), 24_000), abs=0.1)
