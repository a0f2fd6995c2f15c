"""How high a signal swings between its samples.

ITU-R BS.1770-4, annex 2, estimates the true peak from the signal at four times its rate. The interpolator here is a
sinc under a Kaiser window, four samples of result for each of the signal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from voicecoach.model.clip import Samples

    Positions: TypeAlias = NDArray[np.intp]

__all__ = ["TAPS", "peaks_above"]

TAPS = 8
"""Samples on either side that an interpolated value is made of (the standard's own filter has 6)."""

_BETA = 5.0
"""Of the Kaiser window. With 8 samples on either side a sine of up to 0.4 of the rate is interpolated to 0.03 dB
(computed from the weights); 6 would leave 0.65 dB."""

_FRACTIONS = (0.25, 0.5, 0.75)


def _weights() -> Samples:
    """For each sample from ``1 - TAPS`` to ``TAPS``, what it adds to the three values behind sample 0."""
    distance = np.arange(1 - TAPS, TAPS + 1)[:, None] - np.array(_FRACTIONS)
    weights = np.sinc(distance) * np.i0(_BETA * np.sqrt(1.0 - (distance / TAPS) ** 2))
    return np.asarray(weights / weights.sum(axis=0), np.float32)


_WEIGHTS = _weights()

_OVERSHOOT = float(np.abs(_WEIGHTS).sum(axis=0).max())
"""No value between samples exceeds the highest sample around it times this (about 2.1), whatever the signal."""


def peaks_above(floor: float, samples: Samples) -> tuple[Positions, Samples]:
    """Where the true peak is high, and how high.

    Args:
        floor: A magnitude; what is lower is of no interest, which makes quiet stretches cheap.
        samples: Shape ``(frames,)``; the first and last :data:`TAPS` frames are context only.

    Returns:
        The frames, counted from the start of ``samples``, from which to the next the magnitude rises above ``floor``,
        and those magnitudes. A magnitude depends on the samples around it alone, down to its rounding: the sums run
        over the taps in a fixed order.
    """
    frames = _near(np.abs(samples) * np.float32(_OVERSHOOT) > floor)
    between = np.zeros((len(_FRACTIONS), len(frames)), np.float32)
    for tap, weights in enumerate(_WEIGHTS, 1 - TAPS):
        between += samples[frames + tap] * weights[:, None]
    peaks = np.maximum(np.abs(between).max(axis=0), np.abs(samples[frames]))
    high = peaks > floor
    return frames[high], peaks[high]


def _near(loud: NDArray[np.bool_]) -> Positions:
    """The frames whose interpolated values see a loud sample: those with one from ``1 - TAPS`` to ``TAPS`` away."""
    if not loud.any():
        return np.zeros(0, np.intp)
    seen = loud
    for shift in (1, 2, 4, 8):
        seen = seen[:-shift] | seen[shift:]
    return np.flatnonzero(seen[1:]) + TAPS
