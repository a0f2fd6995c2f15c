"""Finished sound as it is kept: 16-bit samples.

The clip that is handed out is always made from these, so it is the same whether it was just spoken or comes from the
memory or the disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from voicecoach.model.clip import Clip

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Pcm"]

_FULL_SCALE = 32_768.0


@dataclass(frozen=True, slots=True, eq=False)
class Pcm:
    """Mono sound.

    Attributes:
        samples: int16, full scale is 32,768; shape ``(frames,)``.
        rate: Frames a second.
    """

    samples: NDArray[np.int16]
    rate: int

    @classmethod
    def of(cls, clip: Clip) -> Pcm:
        """Round a clip; what is beyond full scale is held there."""
        scaled = np.rint(clip.samples * _FULL_SCALE)
        return cls(np.clip(scaled, -_FULL_SCALE, _FULL_SCALE - 1.0).astype(np.int16), clip.rate)

    def clip(self) -> Clip:
        """The same sound as float32."""
        return Clip(self.samples.astype(np.float32) / np.float32(_FULL_SCALE), self.rate)
