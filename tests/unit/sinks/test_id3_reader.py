"""What a tag says is read back as it was written, and a broken tag says less."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mutagen.id3 import APIC, CHAP, COMM, ID3, TIT2, TLEN

from voicecoach.model.timeline import Chapter, Tags
from voicecoach.sinks.id3 import id3_tag
from voicecoach.sinks.id3_reader import read_id3

if TYPE_CHECKING:
    from pathlib import Path

PNG = b"\x89PNG\r\n\x1a\n\x00\xff\x00\xff"
CHAPTERS = (Chapter("Sentadilla ñ", 0, 1000), Chapter("休息", 1000, 2500))
TAGS = Tags("Mañana 💪", "voicecoach", "voicecoach", "", 2500, CHAPTERS, "0:00 one\n0:01 two", cover=PNG)


def test_what_we_write_is_what_is_read() -> None:
    assert read_id3(BytesIO(id3_tag(TAGS) + b"\xff\xfb")) == TAGS


@pytest.mark.parametrize("version", [3, 4])
@pytest.mark.parametrize("encoding", [0, 1, 3])
def test_what_others_write(tmp_path: Path, version: int, encoding: int) -> None:
    path = tmp_path / "others.mp3"
    tag = ID3()
    tag.add(TIT2(encoding=encoding, text="Été"))
    tag.add(TLEN(encoding=encoding, text="61000"))
    tag.add(COMM(encoding=encoding, lang="eng", desc="note", text="three words here"))
    tag.add(APIC(encoding=encoding, mime="image/png", type=3, desc="cover", data=PNG))
    for number, start in enumerate((30_000, 0)):
        title = TIT2(encoding=encoding, text=f"Part {number}")
        tag.add(CHAP(element_id=f"c{number}", start_time=start, end_time=start + 30_000, sub_frames=[title]))
    tag.save(path, v2_version=version, v1=0)
    with path.open("rb") as file:
        found = read_id3(file)
    assert (found.title, found.duration, found.description, found.cover) == ("Été", 61_000, "three words here", PNG)
    assert found.chapters == (Chapter("Part 1", 0, 30_000), Chapter("Part 0", 30_000, 60_000))


@pytest.mark.parametrize("content", [b"", b"ID3", b"RIFF" + bytes(40), b"ID3\x02\x00\x00\x00\x00\x00\x01\x00"])
def test_no_tag_says_nothing(content: bytes) -> None:
    assert read_id3(BytesIO(content)) == Tags("", "", "", "", 0)


def test_a_frame_larger_than_its_tag_is_cut() -> None:
    frame = struct.pack(">4sI2x", b"TIT2", 0xFFFFFFFF) + b"\0Short"
    assert read_id3(BytesIO(b"ID3\x03\x00\x00" + bytes([0, 0, 0, len(frame)]) + frame)).title == "Short"


@given(st.data())
def test_a_broken_tag_does_no_harm(data: st.DataObject) -> None:
    content = bytearray(id3_tag(TAGS))
    for place in data.draw(st.lists(st.integers(3, len(content) - 1), max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    found = read_id3(BytesIO(content))
    assert all(chapter.start <= chapter.end for chapter in found.chapters)
