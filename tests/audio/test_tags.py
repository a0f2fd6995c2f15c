"""Covers, lyrics and tracks in every kind of file, by a reader that shares no code with us."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import TYPE_CHECKING, Any

import mutagen
import numpy as np
import pytest
from mutagen.flac import Picture

from voicecoach.errors import VoicecoachError
from voicecoach.model.timeline import Chapter, LyricLine, Tags
from voicecoach.sinks.registry import SINKS, open_sink

if TYPE_CHECKING:
    from pathlib import Path

RATE = 24_000


def png(width: int, height: int) -> bytes:
    """A gray picture."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + bytes(range(width)) for _ in range(height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


COVER = png(64, 48)
FULL = Tags(
    "Beine & Gesäß",
    "voicecoach",
    "Übungen",
    "de",
    2000,
    (Chapter("Brücke", 0, 1500), Chapter("Ruhe", 1500, 2000)),
    "0:00 Brücke\n0:01 Ruhe",
    (LyricLine(0, "Brücke → Ruhe"), LyricLine(1500, "Ruhe")),
    COVER,
    2,
    7,
)


@pytest.fixture(params=SINKS)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param not in {".mp3", ".wav"}:
        pytest.importorskip("av", reason="PyAV is not installed: pip install 'voicecoach[formats]'")
    path = tmp_path / f"legs{request.param}"
    written(path, FULL)
    return path


def written(path: Path, tags: Tags) -> None:
    sink = open_sink(path, RATE, 1)
    try:
        sink.write(0.2 * np.sin(np.arange(2 * RATE) / 9, dtype=np.float32)[:, None])
        sink.finish(tags)
    finally:
        sink.abort()


def cover(opened: Any) -> bytes:  # noqa: ANN401 - of any kind
    if hasattr(opened, "pictures"):
        return bytes(opened.pictures[0].data)
    if "covr" in opened:
        return bytes(opened["covr"][0])
    if "metadata_block_picture" in opened:
        return bytes(Picture(base64.b64decode(opened["metadata_block_picture"][0])).data)
    return bytes(opened.tags.getall("APIC")[0].data)


def test_the_cover_is_whole(file: Path) -> None:
    assert cover(mutagen.File(file)) == COVER


def test_the_sound_is_as_long_with_a_cover_as_without(file: Path) -> None:
    length = mutagen.File(file).info.length

    assert length == pytest.approx(2.0, abs=0.05)


def test_which_track_it_is(file: Path) -> None:
    opened = mutagen.File(file)
    found = opened.get("trkn") or opened.get("tracknumber") or opened.get("TRCK")

    assert found in ([(2, 7)], ["2/7"]) or str(found) == "2/7"


@pytest.mark.parametrize("suffix", SINKS)
def test_a_cover_that_is_no_picture_leaves_nothing(suffix: str, tmp_path: Path) -> None:
    if suffix not in {".mp3", ".wav"}:
        pytest.importorskip("av", reason="PyAV is not installed")
    tags = Tags("", "", "", "en", 2000, cover=b"GIF89a")

    with pytest.raises(VoicecoachError) as caught:
        written(tmp_path / f"legs{suffix}", tags)

    assert str(caught.value) == "the cover is no picture that players show; give one in JPEG or PNG"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", [".mp3", ".wav"])
def test_lyrics_with_and_without_times(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"legs{suffix}"
    written(path, FULL)
    tags = mutagen.File(path).tags

    assert str(tags["USLT::deu"]) == "Brücke → Ruhe\nRuhe"
    assert tags["SYLT::deu"].text == [("Brücke → Ruhe", 0), ("Ruhe", 1500)]
    assert (tags["SYLT::deu"].format, tags["SYLT::deu"].type) == (2, 1)
    assert str(tags["COMM::deu"]) == "0:00 Brücke\n0:01 Ruhe"
