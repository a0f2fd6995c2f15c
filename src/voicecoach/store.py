"""A folder of files that only save time: what is not there, or not whole, is made anew.

An entry is written beside its place and then put there in one move, so a reader in any process sees a whole entry or
none. There is a limit to the size of all, beyond which what was unused for longest goes.
"""

from __future__ import annotations

import os
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

__all__ = ["Entry", "Store", "beyond", "cache_folder", "entries", "remove", "replace_file"]

_CHECK_EVERY = 256
"""New entries between two looks at the size; the first new one of a process looks, too."""

_UNFINISHED = ".part"
_ABANDONED_SECONDS = 3600.0
"""Nobody writes an entry for so long."""

_KEPT_SHARE = 0.9
"""What a clearing leaves, so that the next one is not due at once."""


def cache_folder(environment: Mapping[str, str]) -> Path:
    """Where all of them are: the folder named by ``VOICECOACH_CACHE``, else the system's place for such files."""
    from platformdirs import user_cache_dir  # noqa: PLC0415 - needed only where the environment names no folder

    return Path(environment.get("VOICECOACH_CACHE") or user_cache_dir("voicecoach", appauthor=False))


def _nothing_to_tell(error: OSError) -> None:
    """A refusal that nobody needs to hear of: the work is done all the same."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept.

    Attributes:
        path: Its file.
        size: In bytes.
        used: When it was last used, in seconds since 1970.
    """

    path: Path
    size: int
    used: float


def entries(folder: Path) -> Iterator[Entry]:
    """All entries of a store; one that another process is writing is none yet.

    What was left half-written by a process that was killed counts, so that it can be removed.
    """
    for path in folder.glob("*/*"):
        for used, size in _facts(path):
            if path.suffix != _UNFINISHED or time.time() - used > _ABANDONED_SECONDS:
                yield Entry(path, size, used)


def remove(found: Iterable[Entry]) -> tuple[Entry, ...]:
    """Remove entries; those that are gone now.

    Whoever looks for one later makes it anew, so this may be done while others read and write.

    Raises:
        OSError: If the folder cannot be written.
    """
    gone = []
    for entry in found:
        entry.path.unlink(missing_ok=True)
        gone.append(entry)
    return tuple(gone)


class Store:
    """A folder of entries by key; safe for threads and for several processes at once."""

    def __init__(
        self, folder: Path, suffix: str, limit: int, refused: Callable[[OSError], None] = _nothing_to_tell
    ) -> None:
        """Touch nothing yet.

        Args:
            folder: Is made when the first entry is kept.
            suffix: How the names of the files end, with its dot.
            limit: Bytes of all entries.
            refused: Is told once, if the folder cannot be written; from then on nothing is kept.
        """
        self._folder = folder
        self._suffix = suffix
        self._limit = limit
        self._tell = refused
        self._lock = threading.Lock()
        self._kept = 0
        self._refused = False

    def get(self, key: str) -> bytes | None:
        """The entry of a key, as it is found; None where there is none."""
        path = self._path(key)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):  # a folder that can only be read serves as well
            os.utime(path)
        return content

    def put(self, key: str, content: bytes) -> bool:
        """Keep an entry; tells whether it is kept."""
        if self._refused:
            return False
        try:
            replace_file(self._path(key), content)
            self._check_size()
        except OSError as error:
            self._refuse(error)
            return False
        return True

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key[2:]}{self._suffix}"

    def _refuse(self, error: OSError) -> None:
        with self._lock:
            told, self._refused = self._refused, True
        if not told:
            self._tell(error)

    def _check_size(self) -> None:
        with self._lock:
            due = self._kept % _CHECK_EVERY == 0
            self._kept += 1
        if due:
            _clear(self._folder, self._limit)


def replace_file(path: Path, content: bytes) -> None:
    """Write a file beside its place, then put it there in one move."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=_UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _clear(folder: Path, limit: int) -> None:
    """Remove what was unused for longest, if there is more than the limit."""
    kept = list(entries(folder))
    if sum(entry.size for entry in kept) > limit:
        remove(beyond(kept, limit * _KEPT_SHARE))


def beyond(kept: Iterable[Entry], limit: float) -> Iterator[Entry]:
    """What was unused for longest of all that is kept, until no more than ``limit`` bytes are left."""
    ordered = sorted(kept, key=lambda entry: entry.used)
    total = sum(entry.size for entry in ordered)
    for entry in ordered:
        if total <= limit:
            return
        total -= entry.size
        yield entry


def _facts(path: Path) -> Iterable[tuple[float, int]]:
    """When a file was last used and how big it is; nothing if another process has just removed it."""
    try:
        facts = path.stat()
    except FileNotFoundError:
        return
    yield facts.st_mtime, facts.st_size
