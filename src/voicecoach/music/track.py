"""One file of music at the rate of the mix, at the loudness of a voice."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from voicecoach.decoding.stream import CHANNELS, DecodingError, SoundStream
from voicecoach.errors import VoicecoachError
from voicecoach.resampling import resampled
from voicecoach.units import gain_of

if TYPE_CHECKING:
    from pathlib import Path

    from voicecoach.model.clip import Block
    from voicecoach.music.measuring import Measured
    from voicecoach.units import Frames

__all__ = ["Track"]

_MATCHED_LUFS = -19.0
"""Loudness of every track in one channel: that of the voice."""

_LOUDEST_LUFS = _MATCHED_LUFS + 3.0
"""No 400 ms are louder: 12 dB down and two tracks crossing (3 dB at most), they are still 6 dB under the voice."""

_PIECE_SECONDS = 4
"""Resampled at a time, on a grid of the file's seconds: so every frame comes out of the same piece, whoever asks."""

_AROUND: Frames = 1_024
"""Frames on either side that a piece is resampled with: the filter of soxr's HQ is shorter."""

_KEPT_PIECES = 2


class Track:
    """A file, any stretch of which can be had.

    Args:
        path: Where its samples are: the file, or what it was converted to.
        name: What the user calls it.
        about: The file, measured.
        rate: Frames a second of the mix.

    Attributes:
        length: In frames of the mix.
        gain: The factor that brings it to the loudness of a voice.
        about: The file, measured.
    """

    def __init__(self, path: Path, name: str, about: Measured, rate: int) -> None:
        """Open nothing yet."""
        self.about = about
        self.length: Frames = about.frames * rate // about.rate
        self.gain = gain_of(min(_MATCHED_LUFS - about.loudness, _LOUDEST_LUFS - about.loudest))
        self._name = name
        self._rate = rate
        self._stream = SoundStream(path, about.rate)
        shared = math.gcd(rate, about.rate)
        units = -(-_AROUND * shared // about.rate)
        self._around = units * about.rate // shared
        self._around_mixed = units * rate // shared
        self._piece = lru_cache(_KEPT_PIECES)(self._make_piece)

    def render(self, start: Frames, count: Frames) -> Block:
        """A stretch within the track, shape ``(count, 2)``; read only.

        Raises:
            VoicecoachError: If the file has gone away, or changed.
        """
        size = _PIECE_SECONDS * self._rate
        first, last = start // size, (start + count - 1) // size
        parts = [
            self._piece(number)[max(0, start - number * size) : start + count - number * size]
            for number in range(first, last + 1)
        ]
        return parts[0] if len(parts) == 1 else np.concatenate(parts)

    def close(self) -> None:
        """Hold nothing any more; the next stretch opens the file again."""
        self._stream.close()
        self._piece.cache_clear()

    def _make_piece(self, number: int) -> Block:
        """A piece of the grid at the rate of the mix, silent behind the end of the track."""
        own = self.about.rate
        first = number * _PIECE_SECONDS * own
        if own == self._rate:
            return self._read(first, _PIECE_SECONDS * own) * np.float32(self.gain)
        around = self._read(first - self._around, _PIECE_SECONDS * own + 2 * self._around)
        mixed = resampled(around, own, self._rate)[self._around_mixed :][: _PIECE_SECONDS * self._rate]
        return mixed * np.float32(self.gain)

    def _read(self, start: Frames, count: Frames) -> Block:
        """Frames of the file; silence before its beginning and behind its end."""
        block = np.zeros((count, CHANNELS), np.float32)
        first, last = max(0, start), min(start + count, self.about.frames)
        try:
            samples = self._stream.read(first, last - first)
        except DecodingError as error:
            raise VoicecoachError(f'the music "{self._name}" cannot be read any more ({error})') from error
        if len(samples) < last - first:
            raise VoicecoachError(f'the music "{self._name}" ends early now; was it changed meanwhile?')
        block[first - start : last - start] = samples
        return block
