"""Music made here, of chords and noise, so that no test needs a file from elsewhere."""

from __future__ import annotations

import wave
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

_CHORDS = ((220, 277, 330), (196, 247, 294), (175, 220, 262), (165, 208, 247))


def song(rate: int, seconds: float, seed: int = 1) -> NDArray[np.float32]:
    """A chord every two seconds, wider than mono, and a noise of drums every half; shape ``(frames, 2)``."""
    rng = np.random.default_rng(seed)
    time = np.arange(round(rate * seconds)) / rate
    pitches = np.array(_CHORDS)[(time // 2).astype(int) + seed & 3]
    swell = np.exp(-0.8 * (time % 2)) * np.minimum(1.0, time % 2 / 0.01)
    notes = [sum(np.sin(2 * np.pi * pitches[:, n] * k * time) / k for k in range(1, 6)) * swell for n in range(3)]
    drums = rng.standard_normal(len(time)) * np.exp(-30 * (time % 0.5))
    left = notes[0] + 0.7 * notes[1] + 0.4 * notes[2] + drums
    right = 0.4 * notes[0] + 0.7 * notes[1] + notes[2] + drums
    both = np.stack([left, right], axis=1)
    return np.asarray(0.8 * both / np.abs(both).max(), np.float32)


def write_song(path: Path, seconds: float, *, rate: int = 44_100, seed: int = 1) -> Path:
    """The same as a WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((song(rate, seconds, seed) * 32_000).astype("<i2").tobytes())
    return path
