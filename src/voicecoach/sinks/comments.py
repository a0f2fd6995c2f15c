"""Tags in the terms of files other than MP3: Vorbis comments (FLAC, Ogg Opus), and what an MP4 file holds.

Chapters in Vorbis comments after the "Chapter Extension" of Xiph's wiki (``CHAPTER001=00:00:00.000`` and
``CHAPTER001NAME=...``); a picture after FLAC's METADATA_BLOCK_PICTURE. Lyrics with times stand in ``LYRICS`` as the
lines of an LRC file, which players that follow lyrics look for; MP4 has no times in lyrics.
"""

from __future__ import annotations

import base64
import struct
from typing import TYPE_CHECKING

from voicecoach.sinks.lyrics import lrc_lines, plain_lines
from voicecoach.sinks.picture import mime_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.model.timeline import Chapter, Tags
    from voicecoach.units import Ms

__all__ = ["flat_picture", "mp4_texts", "vorbis_texts"]

_MOST_CHAPTERS = 1000
"""Their number has three digits."""

_FRONT_COVER = 3
"""Of ID3's types of pictures, which FLAC took over."""


def mp4_texts(tags: Tags) -> dict[str, str]:
    """The texts of an MP4 file, by FFmpeg's names for them; what is empty is left out."""
    return _filled({**_common(tags), "lyrics": "\n".join(plain_lines(tags.lyrics))})


def vorbis_texts(tags: Tags) -> dict[str, str]:
    """The comments of a FLAC or Ogg file, its chapters among them; what is empty is left out."""
    return _filled(
        {
            **_common(tags),
            "LANGUAGE": tags.language,
            **dict(_chapters(tags.chapters[:_MOST_CHAPTERS])),
            "LYRICS": "\n".join(lrc_lines(tags.lyrics)),
        }
    )


def _common(tags: Tags) -> dict[str, str]:
    """FFmpeg makes ``DESCRIPTION`` of the comment where comments are Vorbis's."""
    track = f"{tags.track}/{tags.tracks}" if tags.track else ""
    return {
        "title": tags.title,
        "artist": tags.artist,
        "album": tags.album,
        "album_artist": tags.artist,
        "track": track,
        "genre": "Workout",
        "comment": tags.description,
    }


def _filled(texts: dict[str, str]) -> dict[str, str]:
    """A zero would end a text early, and half a character cannot be written."""
    clean = {name: text.replace("\0", "").encode("utf-8", "replace").decode() for name, text in texts.items()}
    return {name: text for name, text in clean.items() if text}


def _chapters(chapters: tuple[Chapter, ...]) -> Iterator[tuple[str, str]]:
    for number, chapter in enumerate(chapters):
        yield f"CHAPTER{number:03}", _stamp(chapter.start)
        yield f"CHAPTER{number:03}NAME", chapter.title


def _stamp(time: Ms) -> str:
    seconds, ms = divmod(time, 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}.{ms:03}"


def flat_picture(cover: bytes) -> str:
    """A cover as the text of the comment ``METADATA_BLOCK_PICTURE``; its size in dots is left to whoever shows it."""
    mime = mime_of(cover).encode()
    head = struct.pack(">II", _FRONT_COVER, len(mime)) + mime + struct.pack(">I", 0)
    return base64.b64encode(head + bytes(16) + struct.pack(">I", len(cover)) + cover).decode()
