"""Nothing leaves the mixer above -1.5 dBTP: half a dB under the -1 that an MP3 may have at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import soxr
from hypothesis import given, settings
from hypothesis import strategies as st

from voicecoach.mixing.limiter import Limiter
from voicecoach.mixing.truepeak import peaks_above

if TYPE_CHECKING:
    from collections.abc import Callable

    from voicecoach.mixing.mixer import Mixer

CEILING = 10 ** (-1.5 / 20)
A_TENTH_DB = 10 ** (0.1 / 20)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(-400, 400).map(lambda level: level / 100), min_size=1, max_size=120))
def test_no_sample_whatever_comes_in(levels: list[float]) -> None:
    limiter = Limiter(2000)
    result = limiter.limit(np.pad(np.array(levels, np.float32), 2 * limiter.reach))

    assert np.abs(result).max() <= CEILING * (1 + 1e-6)
    assert peaks_above(0.0, result)[1].max(initial=0.0) <= CEILING * A_TENTH_DB


@pytest.mark.parametrize("level", [0.95, 1.5, 4.0, 20.0])
@pytest.mark.parametrize("pitch", [80, 441, 2000, 6001])
def test_tones_by_another_resampler(level: float, pitch: int) -> None:
    """The true peak by soxr at 16 times the rate agrees to a tenth of a dB."""
    time = np.arange(12_000) / 24_000
    tone = (level * np.sin(2 * np.pi * pitch * time) * np.hanning(len(time))).astype(np.float32)
    limiter = Limiter(24_000)

    result = limiter.limit(np.pad(tone, limiter.reach))

    with np.errstate(under="ignore"):
        fine = soxr.resample(np.pad(result, 500).astype(np.float64), 1, 16, "VHQ")
    assert np.abs(fine).max() <= CEILING * A_TENTH_DB


def test_a_crowd_of_voices_by_another_resampler(crowded: Callable[[int], tuple[Mixer, int]]) -> None:
    mixer, frames = crowded(24_000)
    samples = mixer.render(0, frames)[:, 0]

    with np.errstate(under="ignore"):
        fine = soxr.resample(samples.astype(np.float64), 1, 16, "VHQ")

    assert CEILING * 0.97 < np.abs(fine).max() <= CEILING * A_TENTH_DB
