"""Listening to files by measuring: decode, and find known sounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import miniaudio
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from pathlib import Path

Sound = NDArray[np.float32]


def decoded(path: Path, rate: int = 24_000) -> Sound:
    """A file's samples as a player gives them, mono."""
    sound = miniaudio.decode_file(
        str(path), output_format=miniaudio.SampleFormat.FLOAT32, nchannels=1, sample_rate=rate
    )
    return np.asarray(sound.samples, np.float32)


def offset_of(pattern: Sound, sound: Sound, expected: int, reach: int) -> int:
    """Where a pattern lies, in samples from where it is expected, looked for ``reach`` samples to either side."""
    start = max(0, expected - reach)
    piece = sound[start : expected + reach + len(pattern)].astype(np.float64)
    match = np.correlate(piece, pattern.astype(np.float64), "valid")
    return int(np.argmax(match)) + start - expected


def likeness(pattern: Sound, sound: Sound, at: int) -> float:
    """How alike a pattern and the sound at a place are: 1 for the same shape, near 0 for anything else."""
    piece = sound[at : at + len(pattern)].astype(np.float64)
    whole = float(np.linalg.norm(piece)) * float(np.linalg.norm(pattern))
    return float(piece @ pattern.astype(np.float64)) / whole if whole else 0.0


def level_db(sound: Sound) -> float:
    """RMS level in dB under full scale; -200 for silence."""
    power = float(np.mean(sound.astype(np.float64) ** 2)) if len(sound) else 0.0
    return 10.0 * np.log10(max(power, 1e-20))
