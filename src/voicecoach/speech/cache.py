"""Finished clips on disk, so that the same words are spoken once for all workouts.

An entry of the store (:mod:`voicecoach.store`) is named by the hash of everything that changes its sound. Its checksum
tells one that was damaged later, and then it counts as missing. The cache never stops a run: where the disk refuses, it
says so once and is done.
"""

from __future__ import annotations

import struct
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from voicecoach.speech.pcm import Pcm
from voicecoach.store import Store, cache_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

__all__ = ["LIMIT_BYTES", "ClipCache", "default_folder", "is_whole", "key_of", "speaker_of"]

LIMIT_BYTES = 500_000_000
"""About 2 h 50 min of 24 kHz speech: some thousand cues."""

_HEADER = struct.Struct("<4sII16s")
"""Magic, rate, frames, checksum of rate and body; then the body, which ends in the samples, int16, little-endian."""

_NAMELESS, _NAMED = b"VCC1", b"VCC2"
"""Clips as they were kept at first; those whose body begins with who spoke them: length in a byte, name in UTF-8."""

_SUFFIX = ".clip"


def default_folder(environment: Mapping[str, str]) -> Path:
    """Where clips are kept among all that is."""
    return cache_folder(environment) / "clips"


def key_of(parts: Iterable[str | int]) -> str:
    """The name of an entry.

    Args:
        parts: All that changes the sound: engine, its version, voice, language, rate, words, seed, processing.
    """
    told = "\x1f".join(map(str, parts))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()


class ClipCache:
    """A folder of finished clips; safe for threads and for several processes at once."""

    def __init__(self, folder: Path, notify: Callable[[str], None], limit: int = LIMIT_BYTES) -> None:
        """Touch nothing yet.

        Args:
            folder: Is made when the first clip is kept.
            notify: Is told once, if the folder cannot be written.
            limit: Bytes; beyond them the clips unused for longest go.
        """
        self._folder = folder
        self._notify = notify
        self._store = Store(folder, _SUFFIX, limit, self._refused)

    def get(self, key: str) -> Pcm | None:
        """The clip of a key; None where there is none, or none that is whole."""
        content = self._store.get(key)
        return None if content is None else _unpacked(content)

    def put(self, key: str, pcm: Pcm, speaker: str = "") -> bool:
        """Keep a clip; tells whether it is kept.

        Args:
            key: Its name.
            pcm: Its sound.
            speaker: Who spoke it, an engine's name or ``recorded``.
        """
        return self._store.put(key, _packed(pcm, speaker))

    def _refused(self, error: OSError) -> None:
        reason = error.strerror or str(error)
        self._notify(f"Clips cannot be kept in {self._folder} ({reason}); every run speaks them anew.")


def _packed(pcm: Pcm, speaker: str) -> bytes:
    name = speaker.encode()[:255]
    body = bytes([len(name)]) + name + pcm.samples.astype("<i2").tobytes()
    return _HEADER.pack(_NAMED, pcm.rate, len(pcm.samples), _checksum(pcm.rate, body)) + body


def _unpacked(content: bytes) -> Pcm | None:
    if len(content) < _HEADER.size:
        return None
    magic, rate, frames, checksum = _HEADER.unpack_from(content)
    body = content[_HEADER.size :]
    if magic not in (_NAMELESS, _NAMED) or checksum != _checksum(rate, body):
        return None
    samples = body[1 + body[0] :] if magic == _NAMED else body
    return Pcm(np.frombuffer(samples, "<i2").astype(np.int16), rate) if len(samples) == 2 * frames else None


def is_whole(content: bytes) -> bool:
    """Whether an entry holds a clip as it was kept."""
    return _unpacked(content) is not None


def speaker_of(path: Path) -> str:
    """Who spoke the clip in a file; empty where nobody knows, or it is gone."""
    try:
        with path.open("rb") as file:
            start = file.read(_HEADER.size + 256)
    except OSError:
        return ""
    if not start.startswith(_NAMED) or len(start) <= _HEADER.size:
        return ""
    length = start[_HEADER.size]
    return start[_HEADER.size + 1 :][:length].decode("utf-8", "replace")


def _checksum(rate: int, body: bytes) -> bytes:
    return blake2b(body, digest_size=16, salt=rate.to_bytes(8, "little")).digest()
