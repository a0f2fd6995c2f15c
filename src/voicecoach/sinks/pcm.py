"""Blocks as the 16-bit samples that files hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from voicecoach.model.clip import Block

__all__ = ["BYTES_PER_SAMPLE", "pcm16"]

BYTES_PER_SAMPLE = 2

_FULL_SCALE = 32768.0
_AXES = 2


def pcm16(block: Block, channels: int) -> bytes:
    """A block as little-endian 16-bit samples, channels interleaved.

    Rounded to the nearest without dither: silence stays exactly silent, which an encoder stores in next to nothing.

    Args:
        block: float32, shape ``(frames, channels)``, full scale is 1.0; what lies beyond is clipped.
        channels: How many the file has.

    Raises:
        ValueError: If the block has others.
    """
    if block.ndim != _AXES or block.shape[1] != channels:
        raise ValueError(f"a block of shape {block.shape} does not fit a file of {channels} channels")
    scaled = np.rint(block * np.float32(_FULL_SCALE))
    return bytes(np.clip(scaled, -_FULL_SCALE, _FULL_SCALE - 1).astype("<i2").data)
