from __future__ import annotations

import numpy as np
import pytest

from voicecoach.mixing.mixer import Mixer
from voicecoach.mixing.noise import quiet_noise


@pytest.mark.parametrize("rate", [24_000, 44_100])
def test_it_stands_at_70_db_under_full_scale(rate: int) -> None:
    noise = quiet_noise(0, 20 * rate, rate)

    assert 20 * np.log10(noise.std()) == pytest.approx(-70.0, abs=0.1)
    assert np.abs(noise).max() < 10 ** (-57 / 20)


def test_a_frame_depends_on_its_position_alone() -> None:
    whole = quiet_noise(0, 300_000, 24_000)

    assert np.array_equal(quiet_noise(119_999, 5_000, 24_000), whole[119_999:124_999])


def test_a_mix_that_is_kept_awake_is_never_silent_for_long() -> None:
    silent = Mixer(24_000, 1, lambda _: np.zeros(0, np.float32), {})
    awake = Mixer(24_000, 1, lambda _: np.zeros(0, np.float32), {}, awake=True)

    assert not silent.render(0, 48_000).any()
    assert np.abs(awake.render(0, 48_000).reshape(-1, 480)).max(axis=1).min() > 1 / 32_768
