"""Where the voice of a clip sets in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from voicecoach.model.clip import Clip
from voicecoach.speech.onset import voiced_onset

if TYPE_CHECKING:
    from voicecoach.model.clip import Samples

RATE = 24_000


def voice(length_ms: int, hertz: float = 140.0) -> Samples:
    """A vowel: a fundamental with its harmonics, falling off."""
    time = np.arange(RATE * length_ms // 1000) / RATE
    return np.asarray(sum(np.sin(2 * np.pi * hertz * n * time) / n for n in range(1, 8)) * 0.1, np.float32)


def hiss(length_ms: int, level: float = 0.1) -> Samples:
    """An "s": noise above 4 kHz."""
    noise = np.random.default_rng(7).normal(0, level, RATE * length_ms // 1000)
    spectrum = np.fft.rfft(noise)
    spectrum[: len(spectrum) // 3] = 0
    return np.fft.irfft(spectrum, len(noise)).astype(np.float32)


def burst(length_ms: int) -> Samples:
    """A "t": a short click with energy everywhere, then a breath of silence."""
    sound = np.zeros(RATE * length_ms // 1000, np.float32)
    sound[: RATE // 500] = np.random.default_rng(7).normal(0, 0.05, RATE // 500)
    return sound


def onset(*parts: Samples) -> int:
    return voiced_onset(Clip(np.concatenate(parts), RATE))


def test_a_voice_at_once_has_its_onset_at_once() -> None:
    assert onset(voice(300)) == 0


@pytest.mark.parametrize("length", [40, 80, 130, 180])
def test_a_hiss_before_the_voice_does_not_count(length: int) -> None:
    assert onset(hiss(length), voice(300)) == pytest.approx(length, abs=10)


def test_a_hiss_louder_than_the_voice_does_not_count() -> None:
    assert onset(hiss(130, 0.4), voice(300)) == pytest.approx(130, abs=10)


def test_a_burst_before_the_voice_does_not_count() -> None:
    assert onset(burst(60), voice(300)) == pytest.approx(60, abs=10)


@pytest.mark.parametrize("hertz", [100.0, 120.0, 210.0, 300.0])
def test_high_and_low_voices_set_in_alike(hertz: float) -> None:
    assert onset(hiss(100), voice(300, hertz)) == pytest.approx(100, abs=10)


def test_a_hiss_in_the_middle_changes_nothing() -> None:
    assert onset(voice(100), hiss(150), voice(200)) == 0


def test_silence_and_nothing_have_none() -> None:
    assert onset(np.zeros(1000, np.float32)) == 0
    assert onset(np.zeros(0, np.float32)) == 0
