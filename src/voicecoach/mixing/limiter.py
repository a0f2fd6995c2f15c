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

from voicecoach.mixing.truepeak import TAPS, peaks_above
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


@dataclass(frozen=True, slots=True)
class Limiter:
    """A limiter; the channels of a frame share one gain, so that nothing moves to a side.

    Attributes:
        rate: Frames a second.
        ceiling_db: Highest true peak of what comes out, in dBTP. EBU R 128 allows -1 in a file; an MP3 of speech was
            measured to add up to 0.3 dB.
    """

    rate: int
    ceiling_db: float = -1.5

    @property
    def reach(self) -> Frames:
        """How many frames on either side decide about a frame."""
        return 2 * (self._look + TAPS)

    @property
    def _look(self) -> Frames:
        return round(self.rate * _LOOK_SECONDS)

    def limit(self, samples: Samples) -> Samples:
        """Limit.

        Args:
            samples: Shape ``(frames,)`` or ``(frames, channels)``, of which the first and last :attr:`reach` frames are
                context.

        Returns:
            As many frames less ``2 * reach``. Where nothing near is loud the samples are those given, to the bit.
        """
        inner = samples[self.reach : len(samples) - self.reach]
        ceiling = gain_of(self.ceiling_db)
        reduction = np.zeros(len(samples), np.int64)
        for channel in np.ascontiguousarray(samples.reshape(len(samples), -1).T):
            frames, peaks = peaks_above(ceiling, channel)
            needed = np.ceil((1.0 - ceiling / peaks.astype(np.float64)) * _UNIT).astype(np.int64)
            reduction[frames] = np.maximum(reduction[frames], needed)
        if not reduction.any():
            return inner
        return inner * self._gain(reduction[TAPS:-TAPS]).reshape(-1, *(1,) * (samples.ndim - 1))

    def _gain(self, reduction: Counts) -> Samples:
        """The factors that stay below what each frame needs."""
        width = 2 * self._look + 1
        held = _highest(reduction, width + 2 * TAPS)  # so that a peak's gain covers all samples it is made of
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
