"""ID3v2.3 tags with chapters.

Version 3 because version 4 still is not read everywhere; text in UTF-16, the only Unicode of version 3. The table of
contents comes first and the chapters follow in time order, on both of which some players insist. Source: "ID3 tag
version 2.3.0" and "ID3v2 Chapter Frame Addendum", version 1.0 (id3.org).

The order is also that of what is looked for first: texts, chapters, lyrics, and the cover last, which is the largest.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from voicecoach.sinks.languages import alpha3
from voicecoach.sinks.lyrics import plain_lines
from voicecoach.sinks.picture import mime_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from voicecoach.model.timeline import Chapter, LyricLine, Tags

__all__ = ["id3_tag"]

_UTF_16 = b"\x01"
_FRAME = struct.Struct(">4sI2x")
_TIMES = struct.Struct(">IIII")
_NO_OFFSET = 0xFFFFFFFF
"""In place of a byte offset: the times alone say where a chapter is."""

_ORDERED, _TOP_LEVEL = 1, 2
_MOST_CHILDREN = 255
"""A table of contents counts its entries in one byte."""

_ROOT = b"toc\0"
_ENCODED_WITH = "voicecoach, LAME 3.100"
_GENRE = "Workout"

_UNKNOWN_LANGUAGE = "und"
"""ISO 639-2 for a language that has no code there."""

_NO_NAME = "".encode("utf-16") + b"\0\0"
"""An empty name of a comment or of lyrics."""

_IN_MS, _LYRICS = 2, 1
_OTHER, _FRONT_COVER = 0, 3


def id3_tag(tags: Tags) -> bytes:
    """A whole tag.

    Args:
        tags: What the file says about itself; what is empty is left out.

    Returns:
        The bytes that go before everything else in the file.
    """
    texts = (
        (b"TIT2", tags.title),
        (b"TPE1", tags.artist),
        (b"TALB", tags.album),
        (b"TCON", _GENRE),
        (b"TRCK", f"{tags.track}/{tags.tracks}" if tags.track else ""),
        (b"TLAN", alpha3(tags.language)),
        (b"TLEN", str(tags.duration)),
        (b"TSSE", _ENCODED_WITH),
    )
    frames = [_text(name, text) for name, text in texts if text]
    if tags.chapters:
        frames += _contents([f"chp{number}\0".encode() for number in range(len(tags.chapters))])
        frames += [_chapter(number, chapter) for number, chapter in enumerate(tags.chapters)]
    body = b"".join([*frames, *_prose(tags), *_picture(tags.cover, _FRONT_COVER)])
    return b"ID3\x03\x00\x00" + _seven_bit(len(body)) + body


def _seven_bit(size: int) -> bytes:
    """A size in four bytes of seven bits each."""
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))


def _frame(name: bytes, body: bytes) -> bytes:
    return _FRAME.pack(name, len(body)) + body


def _text(name: bytes, text: str) -> bytes:
    return _frame(name, _UTF_16 + _clean(text))


def _clean(text: str) -> bytes:
    """A text with its byte order mark; a zero would end it early, and half a character cannot be written."""
    return text.replace("\0", "").encode("utf-16", "replace")


def _prose(tags: Tags) -> list[bytes]:
    """The description, and the lyrics without and with their times."""
    head = _UTF_16 + (alpha3(tags.language) or _UNKNOWN_LANGUAGE).encode()
    frames = []
    if tags.description:
        frames.append(_frame(b"COMM", head + _NO_NAME + _clean(tags.description)))
    if tags.lyrics:
        plain = "\n".join(plain_lines(tags.lyrics))
        frames.append(_frame(b"USLT", head + _NO_NAME + _clean(plain)))
        timed = b"".join(map(_timed, tags.lyrics))
        frames.append(_frame(b"SYLT", head + bytes([_IN_MS, _LYRICS]) + _NO_NAME + timed))
    return frames


def _timed(line: LyricLine) -> bytes:
    return _clean(line.text) + b"\0\0" + line.start.to_bytes(4, "big")


def _picture(picture: bytes, kind: int) -> list[bytes]:
    """A picture, if there is one; its media type and its empty name are in ISO 8859-1."""
    if not picture:
        return []
    head = b"\0" + mime_of(picture).encode() + b"\0" + bytes([kind]) + b"\0"
    return [_frame(b"APIC", head + picture)]


def _chapter(number: int, chapter: Chapter) -> bytes:
    times = _TIMES.pack(chapter.start, chapter.end, _NO_OFFSET, _NO_OFFSET)
    shown = b"".join([_text(b"TIT2", chapter.title), *_picture(chapter.picture, _OTHER)])
    return _frame(b"CHAP", f"chp{number}\0".encode() + times + shown)


def _contents(chapters: Sequence[bytes]) -> list[bytes]:
    """The table of contents, in two levels where there are more chapters than one table can hold."""
    if len(chapters) <= _MOST_CHILDREN:
        return [_table(_ROOT, _TOP_LEVEL | _ORDERED, chapters)]
    parts = [chapters[first : first + _MOST_CHILDREN] for first in range(0, len(chapters), _MOST_CHILDREN)]
    names = [f"toc{number}\0".encode() for number in range(len(parts))]
    below = [_table(name, _ORDERED, part) for name, part in zip(names, parts, strict=True)]
    return [_table(_ROOT, _TOP_LEVEL | _ORDERED, names), *below]


def _table(name: bytes, flags: int, children: Sequence[bytes]) -> bytes:
    return _frame(b"CTOC", name + bytes([flags, len(children)]) + b"".join(children))
