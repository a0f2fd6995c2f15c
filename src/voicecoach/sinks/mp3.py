"""MP3 files that give back every sample at its place, with tags and chapters.

There are two ways into a file. :meth:`Mp3Sink.write` takes every sample and encodes it, in segments on several threads
where there are several. :meth:`Mp3Sink.sound` and :meth:`Mp3Sink.silence` take what sounds apart from what does not:
only what sounds is encoded, what comes again is encoded once, and silence is a ready frame.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.sinks.lame import DECODER_DELAY, DELAY
from voicecoach.sinks.mp3_file import Mp3File
from voicecoach.sinks.pcm import pcm16
from voicecoach.sinks.segments import Segments
from voicecoach.sinks.splice import Splice
from voicecoach.sinks.stream import Stream

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from pathlib import Path

    from voicecoach.model.clip import Block
    from voicecoach.model.timeline import Tags
    from voicecoach.ports import Grid
    from voicecoach.store import Store
    from voicecoach.units import Frames

__all__ = ["RATES", "Mp3Sink"]

RATES = (16_000, 22_050, 24_000, 32_000, 44_100, 48_000)
"""Frames a second that MPEG-1 and MPEG-2 know."""

_QUALITY = 4
"""LAME's V4. Measured on two minutes of the natural voice at 24 kHz: 58 kbit/s while it speaks, 22 dB of signal to
noise; V2 takes 70 kbit/s for 2 dB more, V6 45 kbit/s for 2 dB less."""


class Mp3Sink:
    """An MP3 file of variable bit rate; it takes blocks, or regions and silence, not both.

    Args:
        path: Where it will stand.
        rate: Frames a second, one of :data:`RATES`. 24 kHz holds all of a voice, and its silence takes a quarter of the
            room that it takes at 44.1 kHz.
        channels: 1 or 2.
        quality: LAME's V scale, from 0 (best, largest) to 9.
        threads: How many encode blocks at a time; one gives what LAME makes of the whole.
        store: Where encoded regions are kept between runs; None for nowhere.

    Raises:
        VoicecoachError: If no file can be written there, or not at that rate.
    """

    def __init__(
        self,
        path: Path,
        rate: int = 24_000,
        channels: int = 1,
        *,
        quality: int = _QUALITY,
        threads: int = 1,
        store: Store | None = None,
    ) -> None:
        """Open the files; the encoder comes with the first sound."""
        if rate not in RATES:
            known = ", ".join(map(str, RATES))
            raise VoicecoachError(f"an MP3 file cannot hold {rate} samples a second; choose one of {known}")
        self._channels = channels
        self._quality = quality
        self._blocks = Segments(rate, channels, quality, threads) if threads > 1 else Stream(rate, channels, quality)
        self._splice = Splice(rate, channels, quality, store)
        self._written: Frames = 0
        self._spliced = False
        self._file = Mp3File(path)

    @property
    def grid(self) -> Grid:
        """Where regions may begin and end."""
        return self._splice.grid

    def write(self, block: Block) -> None:
        """Encode the next block."""
        if self._spliced:
            raise ValueError("blocks cannot follow regions in one file")
        self._written += len(block)
        for piece in self._blocks.encode(pcm16(block, self._channels)):
            self._file.add(piece)

    def silence(self, frames: Frames) -> None:
        """Go on with silence."""
        self._go_on()
        self._written += frames
        for piece in self._splice.silence(-(-frames // self.grid.step)):
            self._file.add(piece)

    def sound(self, key: Hashable, frames: Frames, render: Callable[[], Block]) -> None:
        """Go on with a region."""
        self._go_on()
        self._written += frames
        piece = self._splice.sound(key, lambda: pcm16(render(), self._channels))
        self._file.add(piece.up_to(self._missing()))

    def _go_on(self) -> None:
        if self._written and not self._spliced:
            raise ValueError("regions cannot follow blocks in one file")
        if self._written % self.grid.step:
            raise ValueError("nothing can follow what does not end on the grid")
        self._spliced = True

    def finish(self, tags: Tags) -> None:
        """Put the file together and give it its name."""
        try:
            rest = self._splice.silence(self._missing()) if self._spliced else self._blocks.flush()
            for piece in rest:
                self._file.add(piece)
            self._file.finish(tags, self._written, self._quality)
        finally:
            self.abort()

    def _missing(self) -> int:
        """How many frames more a decoder needs to give back all samples so far."""
        needed = -(-(self._written + DELAY + DECODER_DELAY) // self.grid.step)
        return max(0, needed - self._file.count)

    def abort(self) -> None:
        """Leave nothing behind."""
        self._blocks.close()
        self._file.abort()
