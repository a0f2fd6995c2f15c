"""Have frames of layer III stand for themselves.

The data of a frame may begin before its header: ``main_data_begin``, the first field of its side information, counts
how many bytes, over the data of the frames before and not over their headers. So the data of all frames are one stream,
and each frame's begin where those of the one before it end. To cut a stream, what the first frame has before its header
goes into larger frames, until so much is made up that the next one finds its data where it looks for them. One larger
frame is mostly enough; where frames are nearly as large as can be, it takes a few.

Source: ISO/IEC 11172-3, 2.4.1.7 and 2.4.2.7, and ISO/IEC 13818-3, 2.4.1.7, for the width of the field: 9 bits, and 8 at
the low sampling frequencies.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.sinks.frames import HEADER_SIZE, FrameHeader

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["opened"]

_MOST, _MOST_LOW = 511, 255
"""What the field can count, of MPEG-1 and of the low sampling frequencies."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """A frame taken apart."""

    raw: bytes

    @property
    def header(self) -> FrameHeader:
        return FrameHeader(self.raw[:HEADER_SIZE])

    @property
    def head(self) -> int:
        """Bytes before the data."""
        return HEADER_SIZE + self.header.side_info

    @property
    def data(self) -> bytes:
        return self.raw[self.head :]

    @property
    def before(self) -> int:
        """How many bytes of its data stand before it."""
        side = self.raw[HEADER_SIZE:]
        return side[0] if self.header.low else side[0] << 1 | side[1] >> 7

    def repacked(self, header: FrameHeader, before: int, data: bytes) -> bytes:
        """With another header, other data, and so many bytes of its own before it."""
        side = self.raw[HEADER_SIZE : self.head]
        field = bytes([before, side[1]]) if header.low else bytes([before >> 1, (before & 1) << 7 | side[1] & 0x7F])
        return header.raw + field + side[2:] + data


def opened(stream: Sequence[bytes], number: int) -> list[bytes] | None:
    """The frames from one on, of which the first ones are repacked so that they need nothing before them.

    Args:
        stream: Whole frames, from long enough before that one.
        number: Which one.

    Returns:
        The frames; None where it cannot be done from that one on.
    """
    data = _last(stream[:number], _Frame(stream[number]).before)
    begin = stored = 0
    made: list[bytes] = []
    for at in range(number, len(stream)):
        frame = _Frame(stream[at])
        data += frame.data
        end = len(data) - (_Frame(stream[at + 1]).before if at + 1 < len(stream) else 0)
        header = _large_enough(frame, len(data) - stored)
        if header and stored <= end:  # else the filler would stand within data that are stored in part
            filler = bytes(header.size - frame.head - (len(data) - stored))
            made.append(frame.repacked(header, stored - begin, data[stored:end] + filler + data[end:]))
            return made + list(stream[at + 1 :])
        header = frame.header.largest
        stop = stored + header.size - frame.head
        made.append(frame.repacked(header, stored - begin, data[stored:stop]))
        if not end <= stop <= end + (_MOST_LOW if header.low else _MOST):
            break
        begin, stored = end, stop
    return None


def _large_enough(frame: _Frame, size: int) -> FrameHeader | None:
    """The header of the smallest frame with room for so many bytes of data; None where there is none."""
    try:
        return frame.header.at_least(frame.head + size)
    except ValueError:
        return None


def _last(frames: Sequence[bytes], size: int) -> bytes:
    """The last bytes of data of some frames."""
    data = b""
    for raw in reversed(frames):
        if len(data) >= size:
            break
        data = _Frame(raw).data + data
    return data[len(data) - size :]
