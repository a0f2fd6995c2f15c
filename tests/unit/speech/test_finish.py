"""The last touch."""

import numpy as np
import pytest

from voicecoach.loudness import loudness
from voicecoach.model.clip import Clip
from voicecoach.speech.finish import finished
from voicecoach.speech.pcm import Pcm

RATE = 24_000


def tone(amplitude: float, seconds: float) -> Clip:
    time = np.arange(round(seconds * RATE)) / RATE
    return Clip((amplitude * np.sin(2 * np.pi * 300 * time)).astype(np.float32), RATE)


@pytest.mark.parametrize("amplitude", [0.003, 0.1, 0.9])
@pytest.mark.parametrize("seconds", [0.2, 0.5, 3.0])
def test_every_clip_has_the_same_loudness(amplitude: float, seconds: float) -> None:
    assert loudness(finished(tone(amplitude, seconds)).samples, RATE) == pytest.approx(-19.0, abs=0.05)


def test_gain_is_the_same_for_the_whole_clip() -> None:
    clip = tone(0.02, 1.0)
    inner = slice(RATE // 10, -RATE // 10)
    ratio = finished(clip).samples[inner] / np.where(clip.samples[inner] == 0, 1, clip.samples[inner])
    assert np.ptp(ratio[np.abs(clip.samples[inner]) > 0.001]) < 1e-3


def test_peaks_stay_within_full_scale() -> None:
    clicks = np.zeros(RATE, np.float32)
    clicks[::2000] = 0.1
    assert np.max(np.abs(finished(Clip(clicks, RATE)).samples)) == pytest.approx(0.999, abs=1e-4)


def test_silence_stays_silence() -> None:
    assert not np.any(finished(Clip(np.zeros(RATE, np.float32), RATE)).samples)
    assert len(finished(Clip(np.zeros(0, np.float32), RATE)).samples) == 0


def test_rounding_to_16_bits_is_stable() -> None:
    once = Pcm.of(finished(tone(0.1, 0.5)))
    assert np.array_equal(Pcm.of(once.clip()).samples, once.samples)


def test_rounding_holds_what_is_beyond_full_scale() -> None:
    pcm = Pcm.of(Clip(np.array([-2.0, -1.0, 0.0, 1.0, 2.0], np.float32), RATE))
    assert pcm.samples.tolist() == [-32768, -32768, 0, 32767, 32767]
