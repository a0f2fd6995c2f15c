"""What the tests of sound share: no silent float errors, and programmes to render."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from voicecoach.mixing.mixer import Mixer
from voicecoach.model.timeline import Bus, Event
from voicecoach.units import ms_spanned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from voicecoach.model.clip import Samples


@pytest.fixture(autouse=True)
def strict_floats() -> Iterator[None]:
    """A division by zero, an overflow, an underflow or a NaN is an error."""
    with np.errstate(all="raise"):
        yield


def voice(rate: int, seconds: float, seed: int) -> Samples:
    """Something like speech: syllables of a gliding buzz, loud enough to meet the limiter where two overlap."""
    rng = np.random.default_rng(seed)
    time = np.arange(round(rate * seconds)) / rate
    pitch = 120 * time + 8 * np.sin(2 * np.pi * 1.3 * time + seed)
    buzz = sum(np.cos(2 * np.pi * k * pitch + rng.uniform(0, 6)) / k for k in range(1, 25))
    shaped = buzz * np.abs(np.sin(2 * np.pi * 2.1 * time)) ** 0.5
    return np.asarray(0.7 * shaped / np.abs(shaped).max(), np.float32)


@pytest.fixture
def crowded() -> Callable[[int], tuple[Mixer, int]]:
    """A mixer with six seconds in which voices overlap, touch and pause, and how many frames that is."""

    def build(rate: int) -> tuple[Mixer, int]:
        starts = (300, 500, 900, 2600, 2600, 2601, 4700)
        sounds = [voice(rate, 0.4 + 0.1 * number, number) for number in range(len(starts))]
        mixer = Mixer(rate, 1, lambda event: sounds[event.step], {Bus.VOICE: 1.5})
        mixer.add(
            Event(Bus.VOICE, start, start + ms_spanned(len(sound), rate), "", number)
            for number, (start, sound) in enumerate(zip(starts, sounds, strict=True))
        )
        return mixer, 6 * rate

    return build
