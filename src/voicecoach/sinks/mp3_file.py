"""An MP3 file in the making: frames go in, and the head is put before them when they are all known.

So the frames go to a nameless file in the target's folder, and the finished file is put together from the tag, the
frame with the seek table, and the audio. Memory stays the same however long the workout is.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING

from voicecoach.sinks.atomic import PartFile, explained
from voicecoach.sinks.crc import crc16_joined
from voicecoach.sinks.frames import HEADER_SIZE, FrameHeader
from voicecoach.sinks.id3 import id3_tag
from voicecoach.sinks.lame import DELAY
from voicecoach.sinks.xing import SeekTable, StreamFacts, xing_frame

if TYPE_CHECKING:
    from pathlib import Path

    from voicecoach.model.timeline import Tags
    from voicecoach.sinks.piece import Piece
    from voicecoach.units import Frames

__all__ = ["Mp3File"]

_COPIED = 1 << 20
"""Bytes copied at once."""


class Mp3File:
    """Frames, and the file that they will be.

    Args:
        path: Where it will stand.

    Attributes:
        count: How many frames have begun.

    Raises:
        VoicecoachError: If no file can be written there.
    """

    def __init__(self, path: Path) -> None:
        """Open the files."""
        self.count = 0
        self._path = path
        self._table = SeekTable()
        self._checksum = 0
        self._size = 0
        self._part = PartFile(path)
        try:
            with explained(path):
                self._audio = tempfile.TemporaryFile(dir=path.parent)  # noqa: SIM115 - closed by abort and finish
        except BaseException:
            self._part.discard()
            raise

    def add(self, piece: Piece) -> None:
        """Append encoded audio."""
        self._table.add(piece.starts, self._size)
        self._checksum = crc16_joined(self._checksum, piece.checksum, len(piece.data))
        self._size += len(piece.data)
        self.count += len(piece.starts)
        with explained(self._path):
            self._audio.write(piece.data)

    def finish(self, tags: Tags, samples: Frames, quality: int) -> None:
        """Put the file together and give it its name.

        Args:
            tags: What it says of itself.
            samples: How much sound there is; the frames hold :data:`DELAY` before it and what is left behind it.
            quality: LAME's V scale.
        """
        try:
            with explained(self._path):
                self._part.file.write(id3_tag(tags))
                self._part.file.write(self._head(samples, quality))
                self._audio.seek(0)
                shutil.copyfileobj(self._audio, self._part.file, _COPIED)
            self._part.commit()
        finally:
            self.abort()

    def _head(self, samples: Frames, quality: int) -> bytes:
        self._audio.seek(0)
        first = FrameHeader(self._audio.read(HEADER_SIZE))
        padding = self.count * first.samples - DELAY - samples
        facts = StreamFacts(self.count, self._size, self._checksum, 100 - 10 * quality, DELAY, padding)
        return xing_frame(first, facts, self._table)

    def abort(self) -> None:
        """Leave nothing behind."""
        self._part.discard()
        with suppress(OSError):  # a full disk refuses what is still buffered
            self._audio.close()
