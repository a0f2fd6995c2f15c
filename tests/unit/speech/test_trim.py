"""Where words begin and end."""

import numpy as np
import pytest
from numpy.typing import NDArray

from voicecoach.model.clip import Clip
from voicecoach.speech.trim import faded, is_silent, trimmed

RATE = 24_000
MS = RATE // 1000


def vowel(ms: int) -> NDArray[np.float64]:
    time = np.arange(ms * MS) / RATE
    return 0.2 * sum(np.sin(2 * np.pi * 140 * harmonic * time) / harmonic for harmonic in range(1, 12))


def fricative(ms: int, level_db: float, ramp_ms: int) -> NDArray[np.float64]:
    noise = np.diff(np.random.default_rng(5).standard_normal(ms * MS + 1))
    noise *= 0.2 * 10 ** (level_db / 20) / noise.std()
    noise[: ramp_ms * MS] *= np.linspace(0, 1, ramp_ms * MS)
    return noise


def clip(*parts: NDArray[np.float64], floor_db: float = -100.0) -> Clip:
    """Parts in a row over the noise of a quiet voice model."""
    sound = np.concatenate(parts)
    noise = np.random.default_rng(6).standard_normal(len(sound)) * 0.2 * 10 ** (floor_db / 20)
    return Clip((sound + noise).astype(np.float32), RATE)


def quiet(ms: int) -> NDArray[np.float64]:
    return np.zeros(ms * MS)


@pytest.mark.parametrize("floor_db", [-100.0, -60.0, -50.0])
def test_finds_a_sharp_onset_within_five_ms(floor_db: float) -> None:
    whole = clip(quiet(303), vowel(400), quiet(450), floor_db=floor_db)
    assert abs(len(whole.samples) - (303 + 450) * MS - len(trimmed(whole).samples)) <= 10 * MS


@pytest.mark.parametrize("level_db", [-15, -20, -25])
@pytest.mark.parametrize("ramp_ms", [0, 20, 40])
def test_keeps_a_soft_consonant_in_front(level_db: float, ramp_ms: int) -> None:
    """Of an "f" that takes 40 ms to come up, at most its first 15 ms, far below hearing beside the voice, are lost."""
    whole = clip(quiet(300), fricative(80, level_db, ramp_ms), vowel(300))
    kept = len(trimmed(whole).samples) / MS
    assert 380 - 15 <= kept <= 380 + 5


def test_keeps_a_soft_consonant_at_the_end() -> None:
    whole = clip(vowel(300), fricative(80, -25, 0)[::-1], quiet(400))
    assert len(trimmed(whole).samples) / MS == pytest.approx(380, abs=5)


def test_pause_inside_stays() -> None:
    whole = clip(quiet(100), vowel(200), quiet(900), vowel(200), quiet(100))
    assert len(trimmed(whole).samples) / MS == pytest.approx(1300, abs=10)


def test_loudness_of_the_clip_does_not_matter() -> None:
    loud = clip(quiet(300), vowel(300), quiet(300))
    soft = Clip(loud.samples * np.float32(0.05), RATE)
    assert len(trimmed(soft).samples) == len(trimmed(loud).samples)


@pytest.mark.parametrize("frames", [0, 1, 119, RATE])
def test_nothing_to_hear_is_nothing(frames: int) -> None:
    silence = Clip(np.zeros(frames, np.float32), RATE)
    assert len(trimmed(silence).samples) == 0
    assert is_silent(silence)


def test_hum_without_silence_stays_whole() -> None:
    hum = Clip(np.full(RATE, 0.1, np.float32), RATE)
    assert len(trimmed(hum).samples) == RATE
    assert not is_silent(hum)


def test_fade_raises_and_lowers_the_edges_in_five_ms() -> None:
    soft = faded(Clip(np.ones(RATE, np.float32), RATE)).samples
    edge = 5 * MS
    assert soft[0] < 0.01
    assert soft[-1] < 0.01
    assert np.all(np.diff(soft[:edge]) > 0)
    assert np.all(soft[edge:-edge] == 1)


@pytest.mark.parametrize("frames", [0, 1, 2, 7])
def test_fade_of_a_very_short_clip_keeps_its_length(frames: int) -> None:
    assert len(faded(Clip(np.ones(frames, np.float32), RATE)).samples) == frames
