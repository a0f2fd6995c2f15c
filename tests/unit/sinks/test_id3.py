from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from voicecoach.model.timeline import Chapter, Tags
from voicecoach.sinks.id3 import id3_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAIN = Tags(title="Legs", artist="", album="", language="", duration=90_000)


def frames(tag: bytes) -> Iterator[tuple[str, bytes]]:
    """The frames of a tag, and of nothing else: the sizes must lead from one to the next up to the end."""
    assert tag[:6] == b"ID3\x03\x00\x00"
    size = tag[6] << 21 | tag[7] << 14 | tag[8] << 7 | tag[9]
    assert all(byte < 0x80 for byte in tag[6:10])
    assert len(tag) == 10 + size
    at = 10
    while at < len(tag):
        length = int.from_bytes(tag[at + 4 : at + 8], "big")
        assert tag[at + 8 : at + 10] == b"\0\0"
        yield tag[at : at + 4].decode("ascii"), tag[at + 10 : at + 10 + length]
        at += 10 + length
    assert at == len(tag)


def texts(tag: bytes) -> dict[str, str]:
    return {name: body[1:].decode("utf-16") for name, body in frames(tag) if name[0] == "T"}


def test_texts_are_utf_16() -> None:
    tags = Tags(title="Beine & Gesäß 🦵", artist="Natural", album="Übungen", language="de-AT", duration=1_500_250)

    assert texts(id3_tag(tags)) == {
        "TIT2": "Beine & Gesäß 🦵",
        "TPE1": "Natural",
        "TALB": "Übungen",
        "TCON": "Workout",
        "TLAN": "deu",
        "TLEN": "1500250",
        "TSSE": "voicecoach, LAME 3.100",
    }


def test_a_text_says_its_encoding_and_byte_order() -> None:
    body = dict(frames(id3_tag(PLAIN)))["TIT2"]

    assert body == b"\x01\xff\xfeL\0e\0g\0s\0"


def test_what_is_empty_is_left_out() -> None:
    assert list(texts(id3_tag(PLAIN))) == ["TIT2", "TCON", "TLEN", "TSSE"]


@pytest.mark.parametrize(("title", "kept"), [("a\0b", "ab"), ("a\ud800b", "a?b")])
def test_a_title_that_cannot_be_written_is_mended(title: str, kept: str) -> None:
    tags = Tags(title=title, artist="", album="", language="en", duration=0)

    assert texts(id3_tag(tags))["TIT2"] == kept


def chaptered(count: int) -> bytes:
    chapters = tuple(Chapter(f"Round {number}", number * 1000, number * 1000 + 1000) for number in range(count))
    return id3_tag(Tags(title="", artist="", album="", language="en", duration=count * 1000, chapters=chapters))


def test_the_contents_come_before_the_chapters_and_these_in_order() -> None:
    found = [(name, body) for name, body in frames(chaptered(3)) if name[0] == "C"]

    assert [name for name, _ in found] == ["CTOC", "CHAP", "CHAP", "CHAP"]
    assert found[0][1] == b"toc\0\x03\x03chp0\0chp1\0chp2\0"
    assert [body[: body.index(0)] for _, body in found[1:]] == [b"chp0", b"chp1", b"chp2"]


def test_a_chapter_has_times_no_offsets_and_a_title() -> None:
    body = [body for name, body in frames(chaptered(2)) if name == "CHAP"][1]

    assert body[:21] == b"chp1\0" + (1000).to_bytes(4, "big") + (2000).to_bytes(4, "big") + b"\xff" * 8
    title = "Round 1".encode("utf-16")
    assert body[21:] == b"TIT2" + (1 + len(title)).to_bytes(4, "big") + b"\0\0\x01" + title


def test_without_chapters_there_is_no_contents() -> None:
    assert not [name for name, _ in frames(id3_tag(PLAIN)) if name[0] == "C"]


@pytest.mark.parametrize(("count", "tables"), [(255, 1), (256, 3), (3000, 13)])
def test_more_chapters_than_a_table_can_hold_make_two_levels(count: int, tables: int) -> None:
    found = list(frames(chaptered(count)))
    contents = {body[: body.index(0)]: body[body.index(0) + 1 :] for name, body in found if name == "CTOC"}
    chapters = [body[: body.index(0)] for name, body in found if name == "CHAP"]

    assert len(contents) == tables
    assert len(chapters) == count
    listed = contents[b"toc"][2:-1].split(b"\0")
    assert contents[b"toc"][:2] == bytes([3, len(listed)])
    if tables > 1:
        assert {contents[name][0] for name in listed} == {1}
        listed = [child for name in listed for child in contents[name][2:-1].split(b"\0")]
    assert listed == chapters


def test_a_chapter_carries_its_picture_behind_its_title() -> None:
    picture = b"\x89PNG\r\n\x1a\n of a squat"
    chapters = (Chapter("A", 0, 1000, picture), Chapter("B", 1000, 2000))
    tag = id3_tag(Tags(title="", artist="", album="", language="en", duration=2000, chapters=chapters))
    first, second = (body for name, body in frames(tag) if name == "CHAP")

    shown = b"\0image/png\0\0\0" + picture
    assert first.endswith(b"APIC" + len(shown).to_bytes(4, "big") + b"\0\0" + shown)
    assert b"APIC" not in second
