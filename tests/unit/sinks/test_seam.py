"""Streams of made-up data, so that it is known which byte belongs to which frame."""

from __future__ import annotations

import numpy as np
import pytest

from voicecoach.sinks.frames import FrameHeader
from voicecoach.sinks.seam import opened

MPEG2_MONO = bytes.fromhex("fff314c0")
MPEG1_STEREO = bytes.fromhex("fffb9000")


def stream(first: bytes, lengths: list[int], sizes: list[int]) -> tuple[list[bytes], list[bytes]]:
    """Frames of the given sizes that hold data of the given lengths one behind the other; and those data."""
    header = FrameHeader(first)
    data = [np.random.default_rng(number).bytes(length) for number, length in enumerate(lengths)]
    flow = b"".join(data)
    frames, begin, area = [], 0, 0
    for length, size in zip(lengths, sizes, strict=True):
        own = header.at_least(size)
        before = area - begin
        bits = before << 7 if not header.low else before << 8
        side = bits.to_bytes(2, "big") + b"s" * (header.side_info - 2)
        room = own.size - 4 - header.side_info
        frames.append(own.raw + side + flow[area : area + room].ljust(room, b"\0"))
        area += room
        begin += length
        assert area - begin >= 0
    return frames, data


def data_of(frames: list[bytes], lengths: list[int]) -> list[bytes]:
    """What a decoder finds of each frame."""
    flow, found = b"", []
    for frame, length in zip(frames, lengths, strict=True):
        header = FrameHeader(frame[:4])
        side = frame[4 : 4 + header.side_info]
        before = side[0] if header.low else int.from_bytes(side[:2], "big") >> 7
        assert before <= len(flow), "the frame needs what is not there"
        begin = len(flow) - before
        flow += frame[4 + header.side_info :]
        found.append(flow[begin : begin + length])
    return found


SIZES_MPEG2 = [100, 200, 100, 100, 150, 100, 100]
LENGTHS_MPEG2 = [30, 120, 130, 80, 140, 60, 90]


@pytest.mark.parametrize("number", range(7))
def test_every_frame_can_begin_a_stream(number: int) -> None:
    frames, data = stream(MPEG2_MONO, LENGTHS_MPEG2, SIZES_MPEG2)
    assert data_of(frames, LENGTHS_MPEG2) == data
    made = opened(frames, number)
    assert made is not None
    assert data_of(made, LENGTHS_MPEG2[number:]) == data[number:]
    assert made[1:] == frames[number + 1 :]


def test_what_stands_in_no_field_stays() -> None:
    frames, _ = stream(MPEG1_STEREO, [300, 400, 400], [500, 500, 500])
    made = opened(frames, 1)
    assert made is not None
    assert made[0][5] & 0x7F == frames[1][5] & 0x7F
    assert made[0][6:36] == frames[1][6:36]


def test_where_frames_are_nearly_full_several_make_it_up() -> None:
    """At 44.1 kHz the largest frame has 1044 bytes; with 500 bytes before a frame of 835 one is not enough."""
    lengths = [500] + [799] * 8
    frames, data = stream(MPEG1_STEREO, lengths, [1044] + [835] * 8)
    made = opened(frames, 3)
    assert made is not None
    assert sum(one != other for one, other in zip(made, frames[3:], strict=True)) > 1
    assert data_of(made, lengths[3:]) == data[3:]


def test_more_data_than_the_largest_frame_holds_cannot_begin_a_stream() -> None:
    lengths = [500, 1300, 800, 800, 100, 100]
    frames, data = stream(MPEG1_STEREO, lengths, [1044, 1044, 1044, 730, 100, 100])
    assert opened(frames, 1) is None
    made = opened(frames, 2)
    assert made is not None
    assert data_of(made, lengths[2:]) == data[2:]
