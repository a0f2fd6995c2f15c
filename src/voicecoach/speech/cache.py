"""Finished clips on disk, so that the same words are spoken once for all workouts.

An entry is a file named by the hash of everything that changes its sound. It is written beside its place and then put
there in one move, so a reader in any process sees a whole entry or none; its checksum tells one that was damaged later,
and then it counts as missing. The cache never stops a run: where the disk refuses, it says so once and is done.
"""

from __future__ import annotations

import os
import struct
import tempfile
import threading
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from voicecoach.speech.pcm import Pcm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = ["LIMIT_BYTES", "ClipCache", "default_folder", "key_of"]

LIMIT_BYTES = 500_000_000
"""About 2 h 50 min of 24 kHz speech: some thousand cues."""

_MAGIC = b"VCC1"
_HEADER = struct.Struct("<4sII16s")
"""Magic, rate, frames, checksum of rate, frames and samples; then the samples, int16, little-endian."""

_SUFFIX = ".clip"
_CHECK_EVERY = 256
"""New entries between two looks at the size; the first new one of a process looks, too."""

_KEPT_SHARE = 0.9
"""What a clearing leaves, so that the next one is not due at once."""


def default_folder(environment: Mapping[str, str]) -> Path:
    """Where clips are kept: the folder named by ``VOICECOACH_CACHE``, else the system's place for such files."""
    from platformdirs import user_cache_dir  # noqa: PLC0415 - needed only where the environment names no folder

    return Path(environment.get("VOICECOACH_CACHE") or user_cache_dir("voicecoach", appauthor=False)) / "clips"


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
        self._limit = limit
        self._lock = threading.Lock()
        self._kept = 0
        self._refused = False

    def get(self, key: str) -> Pcm | None:
        """The clip of a key; None where there is none, or none that is whole."""
        path = self._path(key)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):  # a folder that can only be read serves as well
            os.utime(path)
        return _unpacked(content)

    def put(self, key: str, pcm: Pcm) -> bool:
        """Keep a clip; tells whether it is kept."""
        if self._refused:
            return False
        try:
            _replace(self._path(key), _packed(pcm))
            self._check_size()
        except OSError as error:
            self._refuse(error)
            return False
        return True

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key[2:]}{_SUFFIX}"

    def _refuse(self, error: OSError) -> None:
        with self._lock:
            told, self._refused = self._refused, True
        if not told:
            reason = error.strerror or str(error)
            self._notify(f"Clips cannot be kept in {self._folder} ({reason}); every run speaks them anew.")

    def _check_size(self) -> None:
        with self._lock:
            due = self._kept % _CHECK_EVERY == 0
            self._kept += 1
        if due:
            _clear(self._folder, self._limit)


def _packed(pcm: Pcm) -> bytes:
    body = pcm.samples.astype("<i2").tobytes()
    return _HEADER.pack(_MAGIC, pcm.rate, len(pcm.samples), _checksum(pcm.rate, body)) + body


def _unpacked(content: bytes) -> Pcm | None:
    if len(content) < _HEADER.size:
        return None
    magic, rate, frames, checksum = _HEADER.unpack_from(content)
    body = content[_HEADER.size :]
    if magic != _MAGIC or len(body) != 2 * frames or checksum != _checksum(rate, body):
        return None
    return Pcm(np.frombuffer(body, "<i2").astype(np.int16), rate)


def _checksum(rate: int, body: bytes) -> bytes:
    return blake2b(body, digest_size=16, salt=rate.to_bytes(8, "little")).digest()


def _replace(path: Path, content: bytes) -> None:
    """Write a file beside its place, then put it there in one move."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _clear(folder: Path, limit: int) -> None:
    """Remove what was unused for longest, if there is more than the limit."""
    entries = sorted((used, size, path) for path in folder.glob("*/*") for used, size in _facts(path))
    total = sum(size for _, size, _ in entries)
    if total <= limit:
        return
    for _, size, path in entries:
        if total <= limit * _KEPT_SHARE:
            return
        path.unlink(missing_ok=True)
        total -= size


def _facts(path: Path) -> Iterable[tuple[float, int]]:
    """When a file was last used and how big it is; nothing if another process has just removed it."""
    try:
        facts = path.stat()
    except FileNotFoundError:
        return
    yield facts.st_mtime, facts.st_size
