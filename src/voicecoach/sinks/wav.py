"""WAV files: 16-bit samples behind the plainest header (RIFF, "fmt " and "data"; Microsoft and IBM, 1991).

The tags follow the samples: title and artist in a list of their own as RIFF has them, and everything in an ID3 tag,
which FFmpeg, VLC and most tag editors look for in a chunk called "id3 ". Other readers pass over it.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.sinks.atomic import PartFile, explained
from voicecoach.sinks.id3 import id3_tag
from voicecoach.sinks.pcm import BYTES_PER_SAMPLE, pcm16

if TYPE_CHECKING:
    from pathlib import Path

    from voicecoach.model.clip import Block
    from voicecoach.model.timeline import Tags

__all__ = ["WavSink"]

_HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")
_CHUNK_HEAD = 8
_FORMAT_SIZE = 16
_PCM = 1

_LARGEST = 0xFFFFFFFF - (_HEADER.size - _CHUNK_HEAD)
"""Bytes of sound at most: the header counts what follows it in 32 bits. Tags that do not fit are left out."""

_SOFTWARE = "voicecoach"


class WavSink:
    """A WAV file.

    Args:
        path: Where it will stand.
        rate: Frames a second.
        channels: How many.

    Raises:
        VoicecoachError: If no file can be written there.
    """

    def __init__(self, path: Path, rate: int, channels: int = 1) -> None:
        """Open the file and leave room for its header."""
        self._path = path
        self._rate = rate
        self._channels = channels
        self._size = 0
        self._part = PartFile(path)
        self._part.file.write(bytes(_HEADER.size))

    def write(self, block: Block) -> None:
        """Append a block."""
        samples = pcm16(block, self._channels)
        if self._size + len(samples) > _LARGEST:
            raise VoicecoachError(f'cannot write "{self._path}": a WAV file holds at most 4 GB; choose a name in .mp3')
        with explained(self._path):
            self._part.file.write(samples)
        self._size += len(samples)

    def finish(self, tags: Tags) -> None:
        """Append the tags, fill in the header and give the file its name."""
        try:
            told = _tag_chunks(tags) if self._size else b""  # behind no samples they would be taken for some
            if self._size + len(told) > _LARGEST:
                told = b""
            with explained(self._path):
                self._part.file.write(told)
                self._part.file.seek(0)
                self._part.file.write(self._header(len(told)))
            self._part.commit()
        finally:
            self._part.discard()

    def _header(self, behind: int) -> bytes:
        """The header of a file with so many bytes behind the samples."""
        frame = self._channels * BYTES_PER_SAMPLE
        sizes = _HEADER.size - _CHUNK_HEAD + self._size + behind, self._size
        layout = _FORMAT_SIZE, _PCM, self._channels, self._rate, self._rate * frame, frame, BYTES_PER_SAMPLE * 8
        return _HEADER.pack(b"RIFF", sizes[0], b"WAVE", b"fmt ", *layout, b"data", sizes[1])

    def abort(self) -> None:
        """Leave nothing behind."""
        self._part.discard()


def _tag_chunks(tags: Tags) -> bytes:
    """The chunks behind the samples. RIFF's list knows no encoding: it is left out where a text is not plain ASCII."""
    whole = _chunk(b"id3 ", id3_tag(tags))
    texts = {b"INAM": tags.title, b"IART": tags.artist, b"IPRD": tags.album, b"ISFT": _SOFTWARE}
    if not all(text.isascii() for text in texts.values()):
        return whole
    listed = b"".join(_chunk(name, text.encode() + b"\0") for name, text in texts.items() if text)
    return _chunk(b"LIST", b"INFO" + listed) + whole


def _chunk(name: bytes, body: bytes) -> bytes:
    """A chunk, which begins and ends at an even byte."""
    return name + len(body).to_bytes(4, "little") + body + bytes(len(body) % 2)
