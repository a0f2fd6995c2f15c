from __future__ import annotations

import base64

import pytest

from voicecoach.errors import VoicecoachError
from voicecoach.model.timeline import Chapter, LyricLine, Tags
from voicecoach.sinks.comments import flat_picture, mp4_texts, vorbis_texts

TAGS = Tags(
    "Legs",
    "voicecoach",
    "Album",
    "en",
    7_200_000,
    (Chapter("Squat", 0, 3_723_004), Chapter("Rest", 3_723_004, 7_200_000)),
    "0:00 Squat",
    (LyricLine(0, "Squat → Rest"), LyricLine(1500, "Drive up!")),
    track=2,
    tracks=9,
)
COMMON = {
    "title": "Legs",
    "artist": "voicecoach",
    "album": "Album",
    "album_artist": "voicecoach",
    "track": "2/9",
    "genre": "Workout",
    "comment": "0:00 Squat",
}


def test_vorbis_comments_have_the_chapters_and_lyrics_with_times() -> None:
    assert vorbis_texts(TAGS) == {
        **COMMON,
        "LANGUAGE": "en",
        "CHAPTER000": "00:00:00.000",
        "CHAPTER000NAME": "Squat",
        "CHAPTER001": "01:02:03.004",
        "CHAPTER001NAME": "Rest",
        "LYRICS": "[00:00.00]Squat → Rest\n[00:01.50]Drive up!",
    }


def test_mp4_has_lyrics_without_times_and_chapters_elsewhere() -> None:
    assert mp4_texts(TAGS) == {**COMMON, "lyrics": "Squat → Rest\nDrive up!"}


def test_what_is_empty_is_left_out_and_what_cannot_be_written_is_mended() -> None:
    assert mp4_texts(Tags("a\0b\ud800", "", "", "", 0)) == {"title": "ab?", "genre": "Workout"}


def test_a_thousand_chapters_at_most() -> None:
    many = tuple(Chapter(str(number), number, number + 1) for number in range(1200))
    texts = vorbis_texts(Tags("", "", "", "", 1200, many))

    assert sum(name.endswith("NAME") for name in texts) == 1000
    assert texts["CHAPTER999NAME"] == "999"


def test_a_picture_is_packed_as_flac_packs_it() -> None:
    packed = base64.b64decode(flat_picture(b"\x89PNG\r\n\x1a\n..."))

    assert packed[:8] == b"\0\0\0\x03\0\0\0\x09"
    assert packed[8:17] == b"image/png"
    assert packed[17:] == bytes(4) + bytes(16) + b"\0\0\0\x0b" + b"\x89PNG\r\n\x1a\n..."


def test_a_cover_that_is_no_picture() -> None:
    with pytest.raises(VoicecoachError, match=r"^the cover is no picture that players show; give one in JPEG or PNG$"):
        flat_picture(b"GIF89a")
