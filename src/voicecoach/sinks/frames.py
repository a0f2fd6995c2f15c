"""The frames of an MPEG layer III stream: how long each is, and where it starts.

Source: ISO/IEC 11172-3, 2.4.1.3 and 2.4.2.3, and ISO/IEC 13818-3, 2.4.2.3 for the low sampling frequencies.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

__all__ = ["HEADER_SIZE", "FrameHeader", "FrameScanner", "samples_in_frame"]

HEADER_SIZE = 4

_KBPS = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KBPS_LOW = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
"""Bit rate by index, of MPEG-1 and of the low sampling frequencies (MPEG-2)."""

_RATES = (44_100, 48_000, 32_000)

_SYNC_LAYER_3 = 0xFFE2
_SYNC_LAYER_3_MASK = 0xFFE6
_MONO = 3


@dataclass(frozen=True, slots=True)
class FrameHeader:
    """The first four bytes of a frame.

    Attributes:
        raw: Those bytes.
    """

    raw: bytes

    def __post_init__(self) -> None:
        """Refuse what is not the header of an MPEG-1 or MPEG-2 layer III frame of known length."""
        sync = int.from_bytes(self.raw[:2], "big") & _SYNC_LAYER_3_MASK
        if len(self.raw) != HEADER_SIZE or sync != _SYNC_LAYER_3 or not self.raw[1] & 0x10 or self._index == 0:
            raise ValueError(f"no layer III frame begins with {self.raw.hex()}")

    @property
    def _index(self) -> int:
        """Index of the bit rate; 0 and 15 leave the length open or are forbidden."""
        return (self.raw[2] >> 4) % 15

    @property
    def low(self) -> bool:
        """Whether this is one of the low sampling frequencies: 16, 22.05 or 24 kHz."""
        return not self.raw[1] & 0x08

    @property
    def channels(self) -> int:
        """1 or 2."""
        return 1 if self.raw[3] >> 6 == _MONO else 2

    @property
    def rate(self) -> int:
        """Sampling frequency in Hz."""
        return _RATES[self.raw[2] >> 2 & 3] // (2 if self.low else 1)

    @property
    def samples(self) -> int:
        """Samples of each channel in a frame."""
        return samples_in_frame(self.rate)

    @property
    def size(self) -> int:
        """Length of the frame in bytes, with its header."""
        kbps = (_KBPS_LOW if self.low else _KBPS)[self._index]
        padding = self.raw[2] >> 1 & 1
        return self.samples // 8 * kbps * 1000 // self.rate + padding

    @property
    def side_info(self) -> int:
        """Length in bytes of the side information behind the header (no checksum there: bit 0 of byte 1 is set)."""
        return (9, 17)[self.channels - 1] if self.low else (17, 32)[self.channels - 1]

    @property
    def silence(self) -> bytes:
        """The smallest frame like this one; it holds nothing, refers to nothing before it, and is silent."""
        smallest = self.at_least(0)
        return smallest.raw.ljust(smallest.size, b"\0")

    @property
    def largest(self) -> FrameHeader:
        """The same header with the highest bit rate, without padding."""
        return self._of_rate(len(_KBPS) - 1)

    def at_least(self, size: int) -> FrameHeader:
        """The same header with the lowest bit rate whose frame, without padding, has so many bytes."""
        for index in range(1, len(_KBPS)):
            header = self._of_rate(index)
            if header.size >= size:
                return header
        raise ValueError(f"no frame has {size} bytes")

    def _of_rate(self, index: int) -> FrameHeader:
        return FrameHeader(self.raw[:2] + bytes([index << 4 | self.raw[2] & 0x0D]) + self.raw[3:])


def samples_in_frame(rate: int) -> int:
    """Samples of each channel in a frame, at ``rate`` samples a second."""
    return 576 if rate < min(_RATES) else 1152


@lru_cache(maxsize=256)
def _size_of(raw: bytes) -> int:
    """The length of the frame; a stream has a few dozen different headers and thousands of frames a minute."""
    return FrameHeader(raw).size


class FrameScanner:
    """Follows a stream from frame to frame, whatever pieces it comes in.

    Attributes:
        count: How many frames have begun.
    """

    def __init__(self) -> None:
        """Start before the first byte."""
        self.count = 0
        self._first = b""
        self._next = 0
        self._read = 0
        self._tail = b""

    @property
    def first(self) -> FrameHeader:
        """Header of the first frame.

        Raises:
            ValueError: If there was none yet.
        """
        return FrameHeader(self._first)

    def feed(self, piece: bytes) -> list[int]:
        """Take the next piece of the stream.

        Returns:
            Where the frames start whose headers became complete, in bytes from the start of the stream.
        """
        stream = self._tail + piece
        base = self._read - len(self._tail)
        self._read += len(piece)
        starts = []
        while self._next + HEADER_SIZE <= self._read:
            at = self._next - base
            raw = stream[at : at + HEADER_SIZE]
            self._first = self._first or raw
            starts.append(self._next)
            self._next += _size_of(raw)
        self._tail = stream[max(0, self._next - base) :]
        self.count += len(starts)
        return starts
