"""Frames put together: what sounds is encoded by itself, silence is a ready frame, and what comes again is there.

A layer III frame decodes as it would in any other place if the frames before it left nothing behind: no data that it
refers to, and no sound that still rings. Both hold where a fresh encoder begins, two frames before the sound, and ends
three frames behind it. Measured on a minute of voice-like and pure tones at 24, 44.1 and 48 kHz, against LAME's stream
of the whole: the same signal to noise to 0.0001 dB, and what is silent is exactly silent. One frame before and two
behind are needed; the others are for safety.
"""

from __future__ import annotations

from collections import OrderedDict
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from voicecoach.ports import Grid
from voicecoach.sinks.crc import crc16, crc16_joined
from voicecoach.sinks.frames import HEADER_SIZE, FrameHeader, samples_in_frame
from voicecoach.sinks.lame import encode, settings
from voicecoach.sinks.pcm import BYTES_PER_SAMPLE
from voicecoach.sinks.piece import Piece, frames_in, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from voicecoach.store import Store

__all__ = ["Splice", "is_whole"]

_LEAD, _TAIL = 2, 3
"""Silent frames at the beginning and the end of what is encoded by itself."""

_KEPT_BYTES = 16_000_000
"""Encoded regions kept in memory: 40 minutes of speech."""

_RUN = 1024
"""Frames of silence written at once."""

_MAGIC = b"VCF1"
_CHECKSUM_SIZE = 16


class Splice:
    """Makes the frames of regions and of silence.

    Args:
        rate: Frames a second.
        channels: 1 or 2.
        quality: LAME's V scale.
        store: Where encoded regions are kept between runs; None for nowhere.
    """

    def __init__(self, rate: int, channels: int, quality: int, store: Store | None = None) -> None:
        self._step = samples_in_frame(rate)
        self._settings = rate, channels, quality
        self._channels = channels
        self._store = store
        self._known: OrderedDict[Hashable, Piece] = OrderedDict()
        self._kept = 0

    @property
    def grid(self) -> Grid:
        """Where regions may begin and end."""
        return Grid(self._step, _LEAD * self._step, _TAIL * self._step)

    def silence(self, count: int) -> Iterator[Piece]:
        """So many frames of silence."""
        for first in range(0, count, _RUN):
            yield _silence(*self._settings, min(_RUN, count - first))

    def sound(self, key: Hashable, render: Callable[[], bytes]) -> Piece:
        """The frames of a region.

        Args:
            key: The same for the same sound, as long as this lives.
            render: Makes its samples, int16, little-endian, interleaved; a multiple of the grid's step.
        """
        piece = self._known.pop(key, None)
        if piece is None:
            piece = self._frames_of(render())
            self._kept += len(piece.data)
        self._known[key] = piece
        while self._kept > _KEPT_BYTES:
            _, forgotten = self._known.popitem(last=False)
            self._kept -= len(forgotten.data)
        return piece

    def _frames_of(self, pcm: bytes) -> Piece:
        count = len(pcm) // (self._step * self._channels * BYTES_PER_SAMPLE)
        told = "\x1f".join(map(str, settings(*self._settings))).encode()
        key = blake2b(pcm, digest_size=20, key=blake2b(told).digest()).hexdigest()
        found = _unpacked(self._store.get(key)) if self._store else None
        if found is None:
            found = whole(b"".join(frames_in(encode(pcm, *self._settings))[:count]))
            if self._store:
                self._store.put(key, _packed(found.data))
        return found


@lru_cache(maxsize=256)
def _silence(rate: int, channels: int, quality: int, count: int) -> Piece:
    frame = _silent_frame(rate, channels, quality)
    return Piece(frame * count, range(0, count * len(frame), len(frame)), _checksum(frame, count))


@lru_cache
def _silent_frame(rate: int, channels: int, quality: int) -> bytes:
    """Like the frames that the encoder makes."""
    return FrameHeader(encode(b"", rate, channels, quality)[:HEADER_SIZE]).silence


def _checksum(frame: bytes, count: int) -> int:
    """Of so many frames: those of two halves, and one more where the number is odd."""
    if count == 0:
        return 0
    half = _checksum(frame, count // 2)
    both = crc16_joined(half, half, count // 2 * len(frame))
    return crc16(frame, both) if count % 2 else both


def _packed(data: bytes) -> bytes:
    return _MAGIC + blake2b(data, digest_size=_CHECKSUM_SIZE).digest() + data


def _unpacked(entry: bytes | None) -> Piece | None:
    """The frames of an entry; None for one that is damaged."""
    if entry is None:
        return None
    data = entry[len(_MAGIC) + _CHECKSUM_SIZE :]
    return whole(data) if entry == _packed(data) else None


def is_whole(entry: bytes) -> bool:
    """Whether an entry of the store holds encoded sound as it was kept."""
    return entry == _packed(entry[len(_MAGIC) + _CHECKSUM_SIZE :])
