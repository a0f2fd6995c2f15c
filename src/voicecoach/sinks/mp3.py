"""MP3 files that give back every sample at its place, with tags and chapters.

The encoder is LAME, through lameenc, which gives bare audio frames. The head of the file can only be written when they
are all known: so they go to a nameless file in the target's folder, and the finished file is put together from the tag,
the frame with the seek table, and the audio. Memory stays the same however long the workout is.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING

import lameenc

from voicecoach.errors import VoicecoachError
from voicecoach.sinks.atomic import PartFile, explained
from voicecoach.sinks.crc import crc16
from voicecoach.sinks.frames import FrameScanner
from voicecoach.sinks.id3 import id3_tag
from voicecoach.sinks.pcm import pcm16
from voicecoach.sinks.xing import SeekTable, StreamFacts, xing_frame

if TYPE_CHECKING:
    from pathlib import Path

    from voicecoach.model.clip import Block
    from voicecoach.model.timeline import Tags

__all__ = ["RATES", "Mp3Sink"]

RATES = (16_000, 22_050, 24_000, 32_000, 44_100, 48_000)
"""Frames a second that MPEG-1 and MPEG-2 know."""

_QUALITY = 4
"""LAME's V4. Measured on two minutes of the natural voice at 24 kHz: 58 kbit/s while it speaks, 22 dB of signal to
noise; V2 takes 70 kbit/s for 2 dB more, V6 45 kbit/s for 2 dB less."""

_DELAY = 576
"""Samples that LAME puts before the sound, in all formats (measured: the decoded sound begins there, less the 529 that
every decoder adds and takes off again)."""

_VBR_NEW = 4
"""LAME's number for its present method of variable bit rate."""

_EFFORT = 5
"""How hard LAME searches, from 2 to 7. Measured: up to 5 the sound is the same, 2 takes a sixth longer for files one
percent smaller, 7 is quicker and coarser."""

_COPIED = 1 << 16
"""Bytes copied at once."""


class Mp3Sink:
    """An MP3 file of variable bit rate.

    Args:
        path: Where it will stand.
        rate: Frames a second, one of :data:`RATES`. 24 kHz holds all of a voice, and its silence takes a quarter of the
            room that it takes at 44.1 kHz.
        channels: 1 or 2.
        quality: LAME's V scale, from 0 (best, largest) to 9.

    Raises:
        VoicecoachError: If no file can be written there, or not at that rate.
    """

    def __init__(self, path: Path, rate: int = 24_000, channels: int = 1, *, quality: int = _QUALITY) -> None:
        """Open the files and the encoder."""
        if rate not in RATES:
            known = ", ".join(map(str, RATES))
            raise VoicecoachError(f"an MP3 file cannot hold {rate} samples a second; choose one of {known}")
        self._path = path
        self._channels = channels
        self._quality = quality
        self._encoder = _encoder(rate, channels, quality)
        self._scanner = FrameScanner()
        self._table = SeekTable()
        self._checksum = 0
        self._size = 0
        self._written = 0
        self._part = PartFile(path)
        try:
            with explained(path):
                self._audio = tempfile.TemporaryFile(dir=path.parent)  # noqa: SIM115 - closed by abort and finish
        except BaseException:
            self._part.discard()
            raise

    def write(self, block: Block) -> None:
        """Encode the next block."""
        self._written += len(block)
        self._store(self._encoder.encode(pcm16(block, self._channels)))

    def _store(self, encoded: bytes) -> None:
        """Keep encoded audio, which may end anywhere in a frame."""
        self._table.add(self._scanner.feed(bytes(encoded)))
        self._checksum = crc16(encoded, self._checksum)
        self._size += len(encoded)
        with explained(self._path):
            self._audio.write(encoded)

    def finish(self, tags: Tags) -> None:
        """Put the file together and give it its name."""
        try:
            self._store(self._encoder.encode(b"") + self._encoder.flush())
            with explained(self._path):
                self._part.file.write(id3_tag(tags))
                self._part.file.write(self._head())
                self._audio.seek(0)
                shutil.copyfileobj(self._audio, self._part.file, _COPIED)
            self._part.commit()
        finally:
            self.abort()

    def _head(self) -> bytes:
        first = self._scanner.first
        padding = self._scanner.count * first.samples - _DELAY - self._written
        facts = StreamFacts(self._scanner.count, self._size, self._checksum, 100 - 10 * self._quality, _DELAY, padding)
        return xing_frame(first, facts, self._table)

    def abort(self) -> None:
        """Leave nothing behind."""
        self._part.discard()
        with suppress(OSError):  # a full disk refuses what is still buffered
            self._audio.close()


def _encoder(rate: int, channels: int, quality: int) -> lameenc.Encoder:
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(channels)
    encoder.set_in_sample_rate(rate)
    encoder.set_out_sample_rate(rate)
    encoder.set_vbr(_VBR_NEW)
    encoder.set_vbr_quality(quality)
    encoder.set_quality(_EFFORT)
    return encoder
