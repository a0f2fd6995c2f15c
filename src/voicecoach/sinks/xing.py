"""The frame of silence at the head of an MP3 file in which players find its length, its seek table and its gaps.

Xing's header holds the number of frames, of bytes, and where each hundredth of the time lies; LAME's extension adds how
many samples the encoder put before and behind the sound, without which no player could give back exactly what was
written. Layout after "Mp3 Info Tag revision 1" (gabriel.mp3-tech.org/mp3infotag.html). What it leaves open was measured
on files of LAME 3.100: one checksum covers all audio frames, the other this frame up to the checksum itself.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.sinks.crc import crc16
from voicecoach.sinks.frames import HEADER_SIZE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from voicecoach.sinks.frames import FrameHeader

__all__ = ["SeekTable", "StreamFacts", "xing_frame"]

_ENTRIES = 100
_ENTRY_RANGE = 256
"""A seek table has 100 entries, each a position in 256ths of the file."""

_KNOTS = 1024
"""Frame positions kept at least, once there are so many: four for each step of the finest table."""

_HAS_FRAMES, _HAS_BYTES, _HAS_TABLE, _HAS_QUALITY = 1, 2, 4, 8
_FLAGS = _HAS_FRAMES | _HAS_BYTES | _HAS_TABLE | _HAS_QUALITY

_XING = struct.Struct(">4sIII100sI")
_LAME = struct.Struct(">9sBB4xHHBB3sBBHIH")
_CHECKSUM = struct.Struct(">H")

_ENCODER = b"LAME3.100"
"""The encoder inside lameenc. Players trust the gaps of this tag only if it begins with "LAME"."""

_VBR_NEW = 4
"""LAME's number for its present method of variable bit rate."""

_JOINT_STEREO = 3
_SOURCE_44, _SOURCE_48 = 1, 2


class SeekTable:
    """Remembers where frames lie, in constant memory.

    It keeps each frame's position while there are few and each second, fourth, ... frame's as they get more.
    """

    def __init__(self) -> None:
        """Start with no frames."""
        self._positions: list[int] = []
        self._stride = 1
        self._count = 0

    def add(self, starts: Sequence[int], base: int = 0) -> None:
        """Take the positions of the next frames, in bytes from ``base``, which counts from the start of the first."""
        self._positions += [base + start for start in starts[-self._count % self._stride :: self._stride]]
        self._count += len(starts)
        while len(self._positions) > 2 * _KNOTS:
            del self._positions[1::2]
            self._stride *= 2

    def entries(self, lead: int, size: int) -> bytes:
        """The table of a file.

        Args:
            lead: Bytes before the first of the frames.
            size: Bytes of everything.

        Returns:
            100 bytes: where to read for each hundredth of the time, in 256ths of ``size``, rounded down.
        """
        frames = (percent * self._count // _ENTRIES for percent in range(_ENTRIES))
        positions = (self._positions[frame // self._stride] + lead for frame in frames)
        return bytes(position * _ENTRY_RANGE // size for position in positions)


@dataclass(frozen=True, slots=True)
class StreamFacts:
    """What the head of a file tells about its audio frames.

    Attributes:
        frames: How many.
        size: Their bytes.
        checksum: Their CRC-16.
        quality: 0 (worst) to 100, as LAME counts.
        delay: Samples that the encoder put before the sound.
        padding: Samples behind it.
    """

    frames: int
    size: int
    checksum: int
    quality: int
    delay: int
    padding: int


def xing_frame(first: FrameHeader, facts: StreamFacts, table: SeekTable) -> bytes:
    """The frame that goes before the audio frames.

    Args:
        first: Header of the first audio frame, which this one resembles.
        facts: About the audio frames.
        table: Where they lie.

    Returns:
        A valid frame of silence.
    """
    content = HEADER_SIZE + first.side_info + _XING.size + _LAME.size + _CHECKSUM.size
    header = first.at_least(content)
    size = header.size + facts.size
    xing = _XING.pack(b"Xing", _FLAGS, facts.frames, size, table.entries(header.size, size), facts.quality)
    frame = header.raw + bytes(header.side_info) + xing + _lame(header, facts, size)
    frame += _CHECKSUM.pack(crc16(frame))
    return frame.ljust(header.size, b"\0")


def _lame(header: FrameHeader, facts: StreamFacts, size: int) -> bytes:
    gaps = (facts.delay << 12 | facts.padding).to_bytes(3, "big")
    source = {44_100: _SOURCE_44, 48_000: _SOURCE_48}.get(header.rate, 0)
    mode = _JOINT_STEREO if header.channels > 1 else 0
    lowest_kbps = 8 if header.low else 32
    return _LAME.pack(
        _ENCODER, _VBR_NEW, 0, 0, 0, 0, lowest_kbps, gaps, source << 6 | mode << 2, 0, 0, size, facts.checksum
    )
