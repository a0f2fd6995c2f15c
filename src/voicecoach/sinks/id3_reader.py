"""What an ID3 tag says: of our own files, and of those of others as far as they keep to the rules.

Versions 2.3 and 2.4. Nothing in a file is believed: what does not fit into its tag is left out, and nothing is raised.
Source: "ID3 tag version 2.3.0", "ID3 tag version 2.4.0 - Main Structure" and "ID3v2 Chapter Frame Addendum",
version 1.0 (id3.org).
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from voicecoach.model.timeline import Chapter, Tags

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO

__all__ = ["read_id3"]

_MOST_BYTES = 1 << 24
"""Of a tag that is read: room for a large cover and a chapter for each second of a day."""

_HEAD = struct.Struct(">3sBBB4s")
_FRAME = struct.Struct(">4s4s2x")
_TIMES = struct.Struct(">II8x")
_VERSIONS = (3, 4)
_SEVEN_BIT_VERSION = 4
"""From which the sizes of frames are in bytes of seven bits as well."""

_UNSYNCHRONIZED, _EXTENDED = 0x80, 0x40
_ENCODINGS = ("latin-1", "utf-16", "utf-16-be", "utf-8")
_WIDE = (1, 2)
"""Encodings in which a character has two bytes, and so has the zero at the end."""


def read_id3(file: BinaryIO) -> Tags:
    """What the tag at the beginning of a file says.

    Args:
        file: At its beginning; is read on behind the tag.

    Returns:
        Title, artist, album, duration, chapters, description and cover; each empty, or 0, where nothing is said.
    """
    version, body = _tag(file)
    frames: dict[bytes, bytes] = {}
    chapters = []
    for name, content in _frames(body, version):
        if name == b"CHAP":
            chapters += _chapter(content, version)
        else:
            frames.setdefault(name, content)
    length = _text(frames.get(b"TLEN", b""))
    return Tags(
        _text(frames.get(b"TIT2", b"")),
        _text(frames.get(b"TPE1", b"")),
        _text(frames.get(b"TALB", b"")),
        "",
        int(length) if length.isascii() and length.isdigit() else 0,
        tuple(sorted(chapters, key=lambda chapter: chapter.start)),
        _comment(frames),
        cover=_picture(frames.get(b"APIC", b"")),
    )


def _tag(file: BinaryIO) -> tuple[int, bytes]:
    """The version of the tag, and its frames."""
    head = file.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return 0, b""
    mark, version, _, flags, size = _HEAD.unpack(head)
    if mark != b"ID3" or version not in _VERSIONS:
        return 0, b""
    body = file.read(min(_seven_bit(size), _MOST_BYTES))
    if flags & _UNSYNCHRONIZED and version < _SEVEN_BIT_VERSION:
        body = body.replace(b"\xff\x00", b"\xff")
    return version, body[_extended_size(body, version) :] if flags & _EXTENDED else body


def _seven_bit(size: bytes) -> int:
    """A size in four bytes of seven bits each."""
    return sum((byte & 0x7F) << shift for byte, shift in zip(size, (21, 14, 7, 0), strict=False))


def _extended_size(body: bytes, version: int) -> int:
    """Of the extended header; in version 3 it does not count the four bytes of its own size."""
    return _seven_bit(body[:4]) if version == _SEVEN_BIT_VERSION else int.from_bytes(body[:4], "big") + 4


def _frames(body: bytes, version: int) -> Iterator[tuple[bytes, bytes]]:
    """Each frame's name and content, up to the padding."""
    place = 0
    while place + _FRAME.size <= len(body) and body[place]:
        name, told = _FRAME.unpack_from(body, place)
        size = _seven_bit(told) if version == _SEVEN_BIT_VERSION else int.from_bytes(told, "big")
        place += _FRAME.size
        yield name, body[place : place + size]
        place += size


def _text(content: bytes) -> str:
    """A text behind the byte that tells its encoding, up to its zero."""
    if not content or content[0] >= len(_ENCODINGS):
        return ""
    return content[1:].decode(_ENCODINGS[content[0]], "replace").partition("\0")[0].strip()


def _chapter(content: bytes, version: int) -> list[Chapter]:
    """The chapter of a frame; nothing where it is not whole."""
    _, zero, rest = content.partition(b"\0")
    if not zero or len(rest) < _TIMES.size:
        return []
    start, end = _TIMES.unpack_from(rest)
    names = (_text(inner) for name, inner in _frames(rest[_TIMES.size :], version) if name == b"TIT2")
    return [Chapter(next(names, ""), start, end)] if start <= end else []


def _comment(frames: Mapping[bytes, bytes]) -> str:
    """The description: behind its language and its name."""
    content = frames.get(b"COMM", b"")
    if len(content) < 4 or content[0] >= len(_ENCODINGS):  # noqa: PLR2004 - the encoding and three letters
        return ""
    return _text(content[:1] + _behind_zero(content[4:], wide=content[0] in _WIDE))


def _behind_zero(content: bytes, *, wide: bool) -> bytes:
    """What follows a text that ends with a zero."""
    step = 2 if wide else 1
    zero = bytes(step)
    for place in range(0, len(content), step):
        if content[place : place + step] == zero:
            return content[place + step :]
    return b""


def _picture(content: bytes) -> bytes:
    """The bytes of a picture's file: behind its encoding, media type, use and name."""
    _, zero, rest = content[1:].partition(b"\0")
    if not zero or not rest:
        return b""
    return _behind_zero(rest[1:], wide=content[0] in _WIDE)
