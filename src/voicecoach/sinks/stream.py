"""A signal encoded by one encoder from its beginning to its end: what LAME makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.sinks.crc import crc16
from voicecoach.sinks.frames import FrameScanner
from voicecoach.sinks.lame import encoder
from voicecoach.sinks.piece import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Stream"]


class Stream:
    """Encodes a signal of any length.

    Args:
        rate: Frames a second.
        channels: 1 or 2.
        quality: LAME's V scale.
    """

    def __init__(self, rate: int, channels: int, quality: int) -> None:
        self._encoder = encoder(rate, channels, quality)
        self._scanner = FrameScanner()
        self._size = 0

    def encode(self, pcm: bytes) -> Iterator[Piece]:
        """The frames that are ready when the next samples have come: int16, little-endian, interleaved."""
        yield self._piece(bytes(self._encoder.encode(pcm)))

    def flush(self) -> Iterator[Piece]:
        """The frames of what is left."""
        yield self._piece(bytes(self._encoder.encode(b"")) + bytes(self._encoder.flush()))

    def close(self) -> None:
        """Nothing to end."""

    def _piece(self, encoded: bytes) -> Piece:
        """Encoded audio, which may end anywhere in a frame."""
        starts = [start - self._size for start in self._scanner.feed(encoded)]
        self._size += len(encoded)
        return Piece(encoded, starts, crc16(encoded))
