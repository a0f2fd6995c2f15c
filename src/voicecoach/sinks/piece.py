"""Encoded audio on its way to a file."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from voicecoach.sinks.crc import crc16
from voicecoach.sinks.frames import FrameScanner

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Piece", "frames_in", "whole"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Successive bytes of a stream of frames, with all that a file has to know about them.

    Attributes:
        data: The bytes.
        starts: Where frames begin, in bytes from the first; below 0 where the piece before held a part of the header.
        checksum: CRC-16 of the bytes.
    """

    data: bytes
    starts: Sequence[int]
    checksum: int

    def up_to(self, count: int) -> Piece:
        """The first frames of a piece of whole ones, at most so many; the piece itself where it has no more."""
        return self if len(self.starts) <= count else whole(self.data[: self.starts[count]])


def whole(data: bytes) -> Piece:
    """A piece of whole frames."""
    return Piece(data, FrameScanner().feed(data), crc16(data))


def frames_in(data: bytes) -> list[bytes]:
    """The frames of a whole stream, one by one."""
    edges = [*FrameScanner().feed(data), len(data)]
    return [data[start:stop] for start, stop in pairwise(edges)]
