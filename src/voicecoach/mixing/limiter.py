"""Keep the true peak under a ceiling, by gain that moves slowly and knows what is coming.

For each frame the gain that it needs is known from its true peak. Every frame takes the lowest gain needed within a
window around it, and the result is averaged over a window no wider: so the gain is never above what a frame needs, and
it moves in slopes. Both windows are finite and symmetric. The reduction is counted in whole 2**-24ths, whose sums are
exact, so that the same frame comes out the same to the bit in whatever block it is rendered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from voicecoach.mixing import truepeak
from voicecoach.units import gain_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from voicecoach.model.clip import Samples
    from voicecoach.units import Frames

    Counts: TypeAlias = NDArray[np.int64]

__all__ = ["Limiter"]

_LOOK_SECONDS = 0.005
"""How far the gain looks ahead and back: shorter distorts a voice, longer is heard as a dip."""

_UNIT = 1 << 24
"""Steps of the gain reduction; one is 5e-7 dB."""

_CHUNK = 4096
"""Frames looked at together: a loud moment costs the slow path for its own chunk only."""


@dataclass(frozen=True, slots=True)
class Limiter:
    """A limiter for mono sound.

    Attributes:
        rate: Frames a second.
        ceiling_db: Highest true peak of what comes out, in dBTP (EBU R 128 asks for -1 before a lossy encoder).
    """

    rate: int
    ceiling_db: float = -1.0

    @property
    def reach(self) -> Frames:
        """How many frames on either side decide about a frame."""
        return 2 * (self._look + truepeak.TAPS)

    @property
    def _look(self) -> Frames:
        return round(self.rate * _LOOK_SECONDS)

    def limit(self, samples: Samples) -> Samples:
        """Limit.

        Args:
            samples: Shape ``(frames,)``, of which the first and last :attr:`reach` are context.

        Returns:
            Shape ``(frames - 2 * reach,)``. Where nothing near is loud the samples are those given, to the bit.
        """
        result = samples[self.reach : len(samples) - self.reach]
        if not self._may_exceed(samples):
            return result
        result = result.copy()
        for start in range(0, len(result), _CHUNK):
            stop = min(start + _CHUNK, len(result))
            around = samples[start : stop + 2 * self.reach]
            if self._may_exceed(around):
                result[start:stop] *= self._gain(around)
        return result

    def _may_exceed(self, samples: Samples) -> bool:
        """Whether any true peak can lie above the ceiling: a cheap test, never wrong in saying no."""
        highest = max(samples.max(initial=0.0), -samples.min(initial=0.0))
        return bool(highest * truepeak.OVERSHOOT > gain_of(self.ceiling_db))

    def _gain(self, samples: Samples) -> Samples:
        """The factor for each frame but the first and last :attr:`reach`."""
        peaks = truepeak.peaks(samples).astype(np.float64)
        ceiling = gain_of(self.ceiling_db)
        wanted = ceiling / np.maximum(peaks, ceiling)
        reduction = np.ceil((1.0 - wanted) * _UNIT).astype(np.int64)
        width = 2 * self._look + 1
        held = _highest(reduction, width + 2 * truepeak.TAPS)  # a lower gain covers all taps of the peak it is for
        return (1.0 - _sums(held, width) / (width * _UNIT)).astype(np.float32)


def _highest(values: Counts, width: int) -> Counts:
    """The maximum of each ``width`` successive values, by doubling the stretch that a value stands for."""
    span = 1
    while 2 * span <= width:
        values = np.maximum(values[:-span], values[span:])
        span *= 2
    rest = width - span
    return np.maximum(values[: len(values) - rest], values[rest:])


def _sums(values: Counts, width: int) -> Counts:
    """The sum of each ``width`` successive values."""
    total = np.concatenate(([0], np.cumsum(values)))
    return total[width:] - total[:-width]
