from __future__ import annotations

import pytest

from voicecoach.sinks.crc import crc16
from voicecoach.sinks.frames import FrameHeader
from voicecoach.sinks.xing import SeekTable, StreamFacts, xing_frame

MPEG2_MONO = FrameHeader(bytes.fromhex("fff314c0"))
MPEG1_STEREO = FrameHeader(bytes.fromhex("fffb1040"))


def even_table(frames: int, size: int) -> SeekTable:
    table = SeekTable()
    table.add(range(0, frames * size, size))
    return table


@pytest.mark.parametrize(("first", "offset", "size"), [(MPEG2_MONO, 13, 192), (MPEG1_STEREO, 36, 208)])
def test_the_frame_field_by_field(first: FrameHeader, offset: int, size: int) -> None:
    facts = StreamFacts(frames=200, size=4800, checksum=0xBEEF, quality=60, delay=576, padding=1000)
    frame = xing_frame(first, facts, even_table(200, 24))

    assert len(frame) == FrameHeader(frame[:4]).size == size
    assert frame[4:offset] == bytes(offset - 4)
    tag = frame[offset:]
    assert tag[:8] == b"Xing\0\0\0\x0f"
    assert int.from_bytes(tag[8:12], "big") == 200
    assert int.from_bytes(tag[12:16], "big") == size + 4800
    assert int.from_bytes(tag[116:120], "big") == 60
    assert tag[120:129] == b"LAME3.100"
    assert tag[141:144] == (576 << 12 | 1000).to_bytes(3, "big")
    assert int.from_bytes(tag[148:152], "big") == size + 4800
    assert tag[152:154] == b"\xbe\xef"
    assert int.from_bytes(tag[154:156], "big") == crc16(frame[: offset + 154])
    assert tag[156:] == bytes(size - offset - 156)


@pytest.mark.parametrize(("raw", "stored"), [("fffb10c0", 0x40), ("fffb1440", 0x8C), ("fff314c0", 0x00)])
def test_source_rate_and_stereo_mode(raw: str, stored: int) -> None:
    """44.1 kHz mono, 48 kHz joint stereo, and 24 kHz mono, as LAME 3.100 writes them but for the noise shaping."""
    first = FrameHeader(bytes.fromhex(raw))
    facts = StreamFacts(1, first.size, 0, 60, 576, 0)

    frame = xing_frame(first, facts, even_table(1, first.size))

    assert frame[frame.index(b"Xing") + 144] == stored


def test_frames_of_one_size_make_an_even_seek_table() -> None:
    entries = even_table(256 * 100, 24).entries(0, 256 * 100 * 24)

    assert list(entries) == [256 * percent // 100 for percent in range(100)]


def test_the_lead_counts() -> None:
    entries = even_table(100, 10).entries(1000, 2000)

    assert list(entries[:3]) == [128, 129, 130]


@pytest.mark.parametrize("frames", [1, 7, 99, 100, 2048, 2049, 50_000])
@pytest.mark.parametrize("piece", [1, 13, 100_000])
def test_a_thinned_table_still_knows_the_way(frames: int, piece: int) -> None:
    """The first half of the time takes a fifth of the room; each entry is right to a thousandth of the frames."""
    starts = [24 * min(frame, frames // 2) + 96 * max(0, frame - frames // 2) for frame in range(frames)]
    size = starts[-1] + 96
    table = SeekTable()
    for cut in range(0, frames, piece):
        table.add(starts[cut : cut + piece])

    entries = table.entries(0, size)

    for percent in range(100):
        frame = percent * frames // 100
        earlier = max(0, frame - frames // 1000)
        assert starts[earlier] * 256 // size <= entries[percent] <= starts[frame] * 256 // size


def test_a_seek_table_stays_small() -> None:
    table = SeekTable()
    for second in range(3600 * 3):
        table.add(range(second * 1000, second * 1000 + 1000, 24))

    assert len(table._positions) <= 2048
