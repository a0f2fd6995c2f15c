from __future__ import annotations

import numpy as np
import pytest

from voicecoach.loudness import loudness
from voicecoach.sounds import LEVELS, Earcons

RATES = (22_050, 24_000, 44_100, 48_000)
NAMES = ("ready", "go", "end", "end-last", "switch", "halfway", "tick")
VOICE_LUFS = -19.0


@pytest.fixture(scope="module")
def earcons() -> dict[int, Earcons]:
    return {rate: Earcons(rate) for rate in RATES}


def test_all_moments_have_a_sound(earcons: dict[int, Earcons]) -> None:
    assert sorted(earcons[24_000].names()) == sorted(NAMES)


@pytest.mark.parametrize(
    ("name", "duration"),
    [("ready", 150), ("go", 400), ("end", 400), ("end-last", 900), ("switch", 380), ("halfway", 180), ("tick", 50)],
)
@pytest.mark.parametrize("rate", RATES)
def test_durations_hold_at_every_rate(earcons: dict[int, Earcons], name: str, rate: int, duration: int) -> None:
    clip = earcons[rate].clip(name)

    assert clip.rate == rate
    assert duration <= earcons[rate].duration(name) <= duration + 1
    assert abs(len(clip.samples) - duration * rate / 1000) <= 1


@pytest.mark.parametrize("rate", RATES)
def test_signals_are_3_db_under_the_voice(earcons: dict[int, Earcons], rate: int) -> None:
    for name in ("ready", "go", "end", "end-last", "switch"):
        clip = earcons[rate].clip(name)
        assert loudness(clip.samples, rate) == pytest.approx(VOICE_LUFS - 3, abs=0.01)


@pytest.mark.parametrize("name", ["halfway", "tick"])
def test_what_may_be_missed_is_softer(earcons: dict[int, Earcons], name: str) -> None:
    clip = earcons[24_000].clip(name)

    assert loudness(clip.samples, clip.rate) == pytest.approx(LEVELS[name], abs=0.01)
    assert LEVELS[name] <= VOICE_LUFS - 6


def test_no_earcon_comes_near_full_scale(earcons: dict[int, Earcons]) -> None:
    assert max(float(np.abs(earcons[24_000].clip(name).samples).max()) for name in NAMES) < 0.5


def test_samples_are_float32(earcons: dict[int, Earcons]) -> None:
    assert earcons[44_100].clip("go").samples.dtype == np.float32
