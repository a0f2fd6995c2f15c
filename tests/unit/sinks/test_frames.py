from __future__ import annotations

import pytest

from voicecoach.sinks.frames import FrameHeader, FrameScanner

# Headers put together by hand from the tables of ISO/IEC 11172-3 and 13818-3:
# sync and MPEG-1 layer III = FF FB, MPEG-2 = FF F3; bit rate index << 4 | rate index << 2 | padding << 1; mode << 6.
MPEG1_128_44100_STEREO = bytes.fromhex("fffb9000")
MPEG1_128_44100_STEREO_PADDED = bytes.fromhex("fffb9200")
MPEG1_32_48000_MONO = bytes.fromhex("fffb14c0")
MPEG2_8_24000_MONO = bytes.fromhex("fff314c0")
MPEG2_64_22050_STEREO = bytes.fromhex("fff38000")
MPEG2_160_16000_JOINT = bytes.fromhex("fff3e840")


@pytest.mark.parametrize(
    ("raw", "rate", "channels", "samples", "size", "side_info"),
    [
        (MPEG1_128_44100_STEREO, 44_100, 2, 1152, 417, 32),
        (MPEG1_128_44100_STEREO_PADDED, 44_100, 2, 1152, 418, 32),
        (MPEG1_32_48000_MONO, 48_000, 1, 1152, 96, 17),
        (MPEG2_8_24000_MONO, 24_000, 1, 576, 24, 9),
        (MPEG2_64_22050_STEREO, 22_050, 2, 576, 208, 17),
        (MPEG2_160_16000_JOINT, 16_000, 2, 576, 720, 17),
    ],
)
def test_a_header_tells_its_frame(
    raw: bytes, rate: int, channels: int, samples: int, size: int, side_info: int
) -> None:
    header = FrameHeader(raw)

    assert (header.rate, header.channels, header.samples) == (rate, channels, samples)
    assert (header.size, header.side_info) == (size, side_info)


@pytest.mark.parametrize("text", ["49443303", "fffd9000", "fffb0000", "fffbf000", "ffe39000", "fffb90"])
def test_what_is_no_header_is_refused(text: str) -> None:
    """In turn: a tag, layer II, free format, a forbidden bit rate, MPEG-2.5, and three bytes."""
    with pytest.raises(ValueError, match=f"no layer III frame begins with {text}"):
        FrameHeader(bytes.fromhex(text))


def test_the_lowest_bit_rate_with_room_enough() -> None:
    header = FrameHeader(MPEG2_8_24000_MONO).at_least(169)

    assert header.raw == bytes.fromhex("fff384c0")
    assert header.size == 192


def test_room_is_never_taken_from_padding() -> None:
    header = FrameHeader(MPEG1_128_44100_STEREO_PADDED).at_least(418)

    assert header.raw == bytes.fromhex("fffba000")


def test_no_frame_is_larger_than_the_largest() -> None:
    with pytest.raises(ValueError, match="no frame has 481 bytes"):
        FrameHeader(MPEG2_8_24000_MONO).at_least(481)


STREAM = b"".join(
    header + bytes(FrameHeader(header).size - 4)
    for header in (MPEG2_8_24000_MONO, bytes.fromhex("fff384c0"), MPEG2_8_24000_MONO, bytes.fromhex("fff3e4c0"))
)


@pytest.mark.parametrize("piece", [1, 3, 5, 24, 100, 1000])
def test_frames_are_found_whatever_pieces_the_stream_comes_in(piece: int) -> None:
    scanner = FrameScanner()

    starts = [at for cut in range(0, len(STREAM), piece) for at in scanner.feed(STREAM[cut : cut + piece])]

    assert starts == [0, 24, 24 + 192, 24 + 192 + 24]
    assert scanner.count == 4
    assert scanner.first.raw == MPEG2_8_24000_MONO


def test_there_is_no_first_header_before_four_bytes() -> None:
    scanner = FrameScanner()

    assert scanner.feed(b"\xff\xf3\x14") == []
    with pytest.raises(ValueError, match="no layer III frame begins with "):
        _ = scanner.first
