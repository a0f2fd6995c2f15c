"""A sound file of any length, read piece by piece at any place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import miniaudio
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from voicecoach.model.clip import Block
    from voicecoach.units import Frames

__all__ = ["CHANNELS", "DecodingError", "SoundStream", "rate_of"]

CHANNELS = 2
"""Every file is read as stereo: what has one channel is the same in both, what has more is mixed down."""

_CHUNK: Frames = 16_384
"""Frames decoded at a time."""


class DecodingError(Exception):
    """A file is no sound, or is damaged, or has gone away."""


def rate_of(path: Path) -> int:
    """Frames a second of a file.

    Raises:
        DecodingError: If miniaudio does not know what the file is.
    """
    try:
        return int(miniaudio.get_file_info(str(path)).sample_rate)
    except (miniaudio.MiniaudioError, OSError, ValueError) as error:
        raise DecodingError(str(error)) from error


@dataclass(slots=True)
class _Stretch:
    """The last stretch read: what overlaps with it is not decoded again."""

    start: Frames
    samples: Block

    @property
    def stop(self) -> Frames:
        return self.start + len(self.samples)


class SoundStream:
    """A file that is being read; reading on from where the last piece ended is quick, anywhere else it seeks.

    Args:
        path: The file.
        rate: Its own frames a second, from :func:`rate_of`.
    """

    def __init__(self, path: Path, rate: int) -> None:
        """Open nothing yet."""
        self._path = path
        self._rate = rate
        self._decoder: Iterator[Block] | None = None
        self._last = _Stretch(0, np.zeros((0, CHANNELS), np.float32))

    def read(self, start: Frames, count: Frames) -> Block:
        """The frames from ``start`` on, at least 0.

        Returns:
            float32, shape ``(frames, 2)``; fewer than ``count`` where the file ends.

        Raises:
            DecodingError: If the file cannot be read.
        """
        last = self._last
        if self._decoder is None or not last.start <= start <= last.stop:
            self.close()
            self._decoder = self._decoded(start)
            last = _Stretch(start, last.samples[:0])
        pieces = [last.samples[start - last.start :]]
        have = len(pieces[0])
        while have < count and (piece := next(self._decoder, None)) is not None:
            pieces.append(piece)
            have += len(piece)
        self._last = _Stretch(start, np.concatenate(pieces))
        return self._last.samples[:count]

    def close(self) -> None:
        """Give the file up; the next reading opens it again."""
        self._decoder = None
        self._last = _Stretch(0, self._last.samples[:0].copy())

    def _decoded(self, start: Frames) -> Iterator[Block]:
        kind = miniaudio.SampleFormat.FLOAT32
        try:
            stream = miniaudio.stream_file(str(self._path), kind, CHANNELS, self._rate, _CHUNK, seek_frame=start)
            for samples in stream:
                yield np.frombuffer(samples, np.float32).reshape(-1, CHANNELS)
        except (miniaudio.MiniaudioError, OSError, ValueError) as error:
            raise DecodingError(str(error)) from error
