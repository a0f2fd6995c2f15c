"""Have a frame of layer III stand for itself.

The data of a frame may begin before its header: ``main_data_begin``, the first field of its side information, counts
how many bytes, over the data of the frames before and not over their headers. So the data of all frames are one stream,
and each frame's begin where those of the one before it end. A frame is repacked into a larger one that holds its data
from their first byte on, and at its end, where the next frame looks for them, the first bytes of the next one's.

Source: ISO/IEC 11172-3, 2.4.1.7 and 2.4.2.7, and ISO/IEC 13818-3, 2.4.1.7, for the width of the field: 9 bits, and 8 at
the low sampling frequencies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.sinks.frames import HEADER_SIZE, FrameHeader

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["opened"]

_REST_OF_FIELD = 0x80
"""The ninth bit of the field in its second byte."""


def opened(frames: Sequence[bytes], number: int) -> bytes | None:
    """A frame that needs nothing before it, to stand in the place of another.

    Args:
        frames: A stream, from long enough before that frame.
        number: Which of them.

    Returns:
        The frame; None where it would be larger than a frame can be.
    """
    frame = frames[number]
    header = FrameHeader(frame[:HEADER_SIZE])
    head = HEADER_SIZE + header.side_info
    data = _before(frames[:number], _begins_before(frame)) + frame[head:]
    following = _begins_before(frames[number + 1]) if number + 1 < len(frames) else 0
    try:
        larger = header.at_least(head + len(data))
    except ValueError:
        return None
    end = len(data) - following
    filler = bytes(larger.size - head - len(data))
    return larger.raw + _without_field(frame[HEADER_SIZE:head], low=header.low) + data[:end] + filler + data[end:]


def _begins_before(frame: bytes) -> int:
    """How many bytes of data before a frame are its own."""
    low = FrameHeader(frame[:HEADER_SIZE]).low
    return frame[HEADER_SIZE] if low else frame[HEADER_SIZE] << 1 | frame[HEADER_SIZE + 1] >> 7


def _before(frames: Sequence[bytes], size: int) -> bytes:
    """The last bytes of data of some frames."""
    data = b""
    for frame in reversed(frames):
        if len(data) >= size:
            break
        data = frame[HEADER_SIZE + FrameHeader(frame[:HEADER_SIZE]).side_info :] + data
    return data[len(data) - size :]


def _without_field(side_info: bytes, *, low: bool) -> bytes:
    kept = side_info[1] if low else side_info[1] & ~_REST_OF_FIELD
    return bytes([0, kept]) + side_info[2:]
