"""A long signal encoded on several threads, in segments that meet without a seam to be heard.

Each segment is encoded by an encoder of its own, which begins 40 frames early, so as to be in step with the one before
when the first of its frames is used. Frames refer to data in those before them, so the first ones are repacked to stand
for themselves (:mod:`voicecoach.sinks.seam`).
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from voicecoach.sinks.frames import samples_in_frame
from voicecoach.sinks.lame import encode
from voicecoach.sinks.pcm import BYTES_PER_SAMPLE
from voicecoach.sinks.piece import Piece, frames_in, whole
from voicecoach.sinks.seam import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Segments"]

_SEGMENT = 1_000
"""Frames of a segment: 24 to 26 s at the usual rates, of which what is encoded twice is a twentieth. Longer ones would
save little and take more memory."""

_EARLY = 40
"""Frames that an encoder is ahead of the first of its frames that can be used."""

_CHOICE = 8
"""Frames among which the seam is chosen. It is the first one, unless that has more data than the largest frame holds;
of noise at the best quality, where frames are fullest, it always was (measured)."""

_LATE = 4
"""Frames that the encoder sees behind the last that is used; it looks not quite two ahead."""


class Segments:
    """Encodes a signal of any length, with a few segments in memory.

    Args:
        rate: Frames a second.
        channels: 1 or 2.
        quality: LAME's V scale.
        threads: How many segments are encoded at a time.
    """

    def __init__(self, rate: int, channels: int, quality: int, threads: int) -> None:
        self._settings = rate, channels, quality
        self._step = samples_in_frame(rate) * channels * BYTES_PER_SAMPLE
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="lame")
        self._most = threads + 1
        self._waiting: deque[Future[list[bytes]]] = deque()
        self._pcm = bytearray()
        self._early = 0
        self._open: list[bytes] | None = None

    def encode(self, pcm: bytes) -> Iterator[Piece]:
        """The frames that are ready when the next samples have come: int16, little-endian, interleaved."""
        self._pcm += pcm
        end = self._early + _SEGMENT
        while len(self._pcm) >= (end + _CHOICE + _LATE) * self._step:
            self._start(bytes(self._pcm[: (end + _CHOICE + _LATE) * self._step]), end + _CHOICE)
            del self._pcm[: (end - _EARLY) * self._step]
            self._early, end = _EARLY, _EARLY + _SEGMENT
            if len(self._waiting) >= self._most:
                yield self._joined(self._waiting.popleft().result())

    def flush(self) -> Iterator[Piece]:
        """The frames of what is left."""
        self._start(bytes(self._pcm), None)
        while self._waiting:
            yield self._joined(self._waiting.popleft().result())
        yield whole(b"".join(self._open or ()))

    def close(self) -> None:
        """End the threads; what they are at is lost."""
        self._pool.shutdown(cancel_futures=True)

    def _start(self, pcm: bytes, count: int | None) -> None:
        self._waiting.append(self._pool.submit(self._encoded, pcm, count))

    def _encoded(self, pcm: bytes, count: int | None) -> list[bytes]:
        """The first ``count`` frames of a segment, or all."""
        return frames_in(encode(pcm, *self._settings))[:count]

    def _joined(self, segment: list[bytes]) -> Piece:
        """The frames up to the seam with this segment, whose own then wait for the next."""
        before, self._open = self._open, segment
        if before is None:
            return whole(b"")
        for later in range(_CHOICE):
            self._open = opened(segment, _EARLY + later)
            if self._open is not None:
                return whole(b"".join(before[: len(before) - _CHOICE + later]))
        raise ValueError("none of the frames at the seam can stand for itself")
