"""How long and how loud a file is: measured once, and known again by its content."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from hashlib import file_digest
from typing import TYPE_CHECKING

import numpy as np

from voicecoach.decoding.stream import CHANNELS, DecodingError, SoundStream, rate_of
from voicecoach.loudness import STEPS_PER_SECOND, gated_loudness, joined_blocks, level_of, step_powers

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Protocol

    from numpy.typing import NDArray

    from voicecoach.units import Frames

    class Memory(Protocol):
        """Keeps what was measured between runs."""

        def get(self, key: str) -> bytes | None:
            """What is kept under a key."""
            ...

        def put(self, key: str, content: bytes) -> bool:
            """Keep it."""
            ...


__all__ = ["Measured", "measured"]

_HEADER = struct.Struct("<4sIQ")
_MAGIC = b"VCM1"
"""Its figure changes whenever decoding or measuring does."""

_AT_ONCE_SECONDS = 10
_BEFORE_SECONDS = 1
"""Sound before a part that its weighting still rings from."""

_LEAST = 1e-12
"""A power below which nobody hears anything: -120 LUFS."""


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A file as it was found.

    Attributes:
        rate: Its frames a second.
        frames: Its length, decoded.
        powers: The K-weighted power of each tenth of a second, the mean of its two channels, so that a file of one
            channel and its double in stereo are alike.
    """

    rate: int
    frames: Frames
    powers: NDArray[np.float32]

    @property
    def silent(self) -> bool:
        """Whether there is nothing to be heard."""
        return float(self.powers.max(initial=0.0)) < _LEAST

    @property
    def loudness(self) -> float:
        """Integrated loudness in LUFS, of one channel; not of what is silent."""
        blocks = self._blocks
        found = gated_loudness(blocks)
        return found if np.isfinite(found) else level_of(float(blocks.max()))

    @property
    def loudest(self) -> float:
        """The loudest 400 ms, in LUFS, of one channel."""
        return level_of(float(self._blocks.max()))

    @property
    def _blocks(self) -> NDArray[np.floating]:
        """Gating blocks; a file too short for one counts by itself, not by the silence behind it."""
        blocks = joined_blocks(self.powers.astype(np.float64))
        return blocks if len(blocks) else np.full(1, self.powers.mean(dtype=np.float64))


def measured(path: Path, memory: Memory) -> Measured:
    """Measure a file, unless its content is known.

    Raises:
        DecodingError: If it cannot be read or holds no sound.
    """
    try:
        with path.open("rb") as file:
            key = file_digest(file, "sha256").hexdigest()[:40]
    except OSError as error:
        raise DecodingError(error.strerror or str(error)) from error
    known = _unpacked(memory.get(key) or b"")
    if known is not None:
        return known
    found = _measure(path)
    memory.put(key, _packed(found))
    return found


def _measure(path: Path) -> Measured:
    rate = rate_of(path)
    stream = SoundStream(path, rate)
    part = _AT_ONCE_SECONDS * rate
    before = np.zeros((_BEFORE_SECONDS * rate, CHANNELS), np.float32)
    powers: list[NDArray[np.floating]] = []
    frames = 0
    while len(samples := stream.read(frames, part)):
        around = np.concatenate((before, samples))
        powers.append(step_powers(around, rate)[_BEFORE_SECONDS * STEPS_PER_SECOND :] / CHANNELS)
        before = around[-len(before) :]
        frames += len(samples)
    stream.close()
    if not frames:
        raise DecodingError("it has no sound")
    return Measured(rate, frames, np.concatenate(powers).astype(np.float32))


def _packed(found: Measured) -> bytes:
    return _HEADER.pack(_MAGIC, found.rate, found.frames) + found.powers.astype("<f4").tobytes()


def _unpacked(content: bytes) -> Measured | None:
    """What was kept, if it is whole: there is a power for each tenth of a second."""
    if len(content) < _HEADER.size:
        return None
    magic, rate, frames = _HEADER.unpack_from(content)
    body = content[_HEADER.size :]
    if magic != _MAGIC or not rate or len(body) != 4 * -(-frames * STEPS_PER_SECOND // rate):
        return None
    return Measured(rate, frames, np.frombuffer(body, "<f4").astype(np.float32))
