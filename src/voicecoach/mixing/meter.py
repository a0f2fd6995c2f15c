"""Measure what goes out, block by block: integrated loudness and true peak as in ITU-R BS.1770-4."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from voicecoach.loudness import block_powers, gated_loudness, loudness
from voicecoach.mixing.truepeak import TAPS, peaks_above

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from voicecoach.model.clip import Block

__all__ = ["Meter"]

_POWERS_PER_SECOND = 10
"""Gating blocks begin every 100 ms."""

_BEFORE_SECONDS = 1
"""Sound before a part that its weighting still rings from; whole seconds keep the gating blocks in step."""

_PART_SECONDS = 9
"""Weighted at once: with what must stand around it, and half a second in which the weighting rings, just less than the
2**18 samples of a fast transform at 24 kHz, or 2**19 at 48 kHz."""

_AFTER_SECONDS = 0.3
"""The last gating block of a part reaches so far beyond it."""

_GATING_SECONDS = 0.4


class Meter:
    """A meter that blocks of any size are shown to.

    It holds ten seconds of sound and 80 bytes for each second that was not silent.

    Args:
        rate: Frames a second.
        channels: Of the blocks.
    """

    def __init__(self, rate: int, channels: int) -> None:
        """Start with nothing heard."""
        self._rate = rate
        self._frames = 0
        self._pending = np.zeros((_BEFORE_SECONDS * rate, channels), np.float32)
        self._powers: list[NDArray[np.floating]] = []
        self._edge = np.zeros((2 * TAPS, channels), np.float32)
        self._peak = 0.0

    def add(self, block: Block) -> None:
        """Take the next block, float32, shape ``(frames, channels)``."""
        self._frames += len(block)
        self._edge, self._peak = self._follow(block)
        self._pending = np.concatenate((self._pending, block))
        part = _PART_SECONDS * self._rate
        needed = _BEFORE_SECONDS * self._rate + part + round(_AFTER_SECONDS * self._rate)
        while len(self._pending) >= needed:
            self._powers.append(self._powers_of(self._pending[:needed]))
            self._pending = self._pending[part:]

    @property
    def loudness(self) -> float:
        """Integrated loudness so far, in LUFS; minus infinity for silence.

        Less than a gating block of 400 ms, for which the standard has no answer, is measured over its own length.
        """
        if self._frames < _GATING_SECONDS * self._rate:
            before = len(self._pending) - self._frames
            return loudness(self._pending[before:], self._rate)
        return gated_loudness(np.concatenate([*self._powers, self._powers_of(self._pending)]))

    @property
    def true_peak_db(self) -> float:
        """The highest true peak so far, in dBTP; minus infinity for silence."""
        _, peak = self._follow(np.zeros_like(self._edge))
        return 20.0 * math.log10(peak) if peak else -math.inf

    def _powers_of(self, samples: Block) -> NDArray[np.floating]:
        """Of the gating blocks that begin behind the first second; none for silence, which no gate lets pass."""
        if not samples.any():
            return np.zeros(0)
        return block_powers(samples, self._rate)[_BEFORE_SECONDS * _POWERS_PER_SECOND :]

    def _follow(self, block: Block) -> tuple[Block, float]:
        """The end of all sound with this block, which the next needs as context, and the highest true peak."""
        around = np.concatenate((self._edge, block))
        peak = self._peak
        for channel in around.T:
            _, higher = peaks_above(peak, channel)
            peak = float(higher.max(initial=peak))
        return around[-len(self._edge) :], peak
