"""How high a signal swings between its samples.

ITU-R BS.1770-4, annex 2, estimates the true peak from the signal at four times its rate. The interpolator here is a
sinc under a Kaiser window, four samples of result for each of the signal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from voicecoach.model.clip import Samples

__all__ = ["OVERSHOOT", "TAPS", "peaks"]

TAPS = 8
"""Samples on either side that an interpolated value is made of (the standard's own filter has 6)."""

_BETA = 5.0
"""Of the Kaiser window. With 8 samples on either side a sine of up to 0.4 of the rate is interpolated to 0.03 dB
(computed from the weights); 6 would leave 0.65 dB."""

_FRACTIONS = (0.25, 0.5, 0.75)


def _weights(fraction: float) -> tuple[float, ...]:
    """What each sample from ``1 - TAPS`` to ``TAPS`` adds to the value ``fraction`` behind sample 0."""
    distance = np.arange(1 - TAPS, TAPS + 1) - fraction
    window = np.i0(_BETA * np.sqrt(1.0 - (distance / TAPS) ** 2)) / np.i0(_BETA)
    weights = np.sinc(distance) * window
    return tuple(float(weight) for weight in weights / weights.sum())


_PHASES = tuple(_weights(fraction) for fraction in _FRACTIONS)

OVERSHOOT = max(sum(abs(weight) for weight in phase) for phase in _PHASES)
"""No true peak found here exceeds the highest sample around it times this, whatever the signal."""


def peaks(samples: Samples) -> Samples:
    """The highest magnitude from each sample up to the next.

    Args:
        samples: Shape ``(frames,)``; the first and last :data:`TAPS` frames are context.

    Returns:
        Shape ``(frames - 2 * TAPS,)``, for the frames between. A value depends on the samples around it alone: the sums
        run over the taps in a fixed order, so that not even rounding depends on where an array begins.
    """
    count = len(samples) - 2 * TAPS
    highest = np.abs(samples[TAPS : TAPS + count])
    for phase in _PHASES:
        value = np.zeros(count, np.float32)
        for tap, weight in enumerate(phase, 1):
            value += samples[tap : tap + count] * np.float32(weight)
        np.maximum(highest, np.abs(value), out=highest)
    return highest
