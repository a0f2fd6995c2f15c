"""Write a file beside its place and put it there only when it is whole.

Whatever happens meanwhile, the file's name holds either the older file or the finished new one.
"""

from __future__ import annotations

import atexit
import errno
import os
import secrets
import shutil
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from voicecoach.errors import VoicecoachError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

__all__ = ["PartFile", "PartFolder", "explained"]

_NAME_KEPT = 200
"""Bytes of the name that the part file's name repeats: with its additions it must stay under the usual limit of 255."""

_REASONS = {
    errno.ENOENT: "there is no such folder; make it or choose another",
    errno.ENOTDIR: "a part of the path is a file, not a folder; choose another folder",
    errno.EACCES: "writing is not allowed there; choose another folder or change its permissions",
    errno.EPERM: "writing is not allowed there; choose another folder or change its permissions",
    errno.EROFS: "the disk can only be read; choose a folder on another",
    errno.ENOSPC: "the disk is full; make room and try again",
    errno.EDQUOT: "your share of the disk is used up; make room and try again",
    errno.EFBIG: "the file is larger than is allowed there; choose a folder on another disk",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
    errno.EISDIR: "that is a folder; name a file in it",
}


_UNFINISHED: set[Path] = set()
"""Part files and folders that have been, or are about to be, made. An interrupt may come between the opening of a file
and the moment somebody is responsible for it; what it leaves behind is removed when the program ends."""


@atexit.register
def _sweep() -> None:
    for part in _UNFINISHED:
        if part.is_dir():
            shutil.rmtree(part, ignore_errors=True)
            continue
        with suppress(OSError):
            part.unlink()


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the operating system refuses about a file into a sentence for the user.

    Args:
        path: The file the user asked for.

    Raises:
        VoicecoachError: In place of every OSError.
    """
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"{error.strerror or error}; choose another place")
        raise VoicecoachError(f'cannot write "{path}": {reason}') from error


class PartFile:
    """A file in the making, under a hidden name in the folder where it will stand.

    As a context it gives the open file, commits at the end and discards on any exception.

    Args:
        path: Where the file will stand. A link is followed; an older file's permissions are kept.

    Raises:
        VoicecoachError: If no file can be written there.
    """

    def __init__(self, path: Path) -> None:
        """Open the part file; nothing happens under the name itself."""
        self._asked = path
        with explained(path):
            self._path = Path(os.path.realpath(path))
            mode = _mode_of(self._path)
            self._part = self._path.with_name(_part_name(self._path.name))
            _UNFINISHED.add(self._part)
            self.file: BinaryIO = self._part.open("x+b")
        try:
            if mode is not None:
                self._part.chmod(mode)
        except BaseException:
            self.discard()
            raise

    @property
    def place(self) -> Path:
        """Where the part file is, for those who must write to it by its name; it is one file with :attr:`file`."""
        return self._part

    def __enter__(self) -> BinaryIO:
        """The file, open for reading and writing."""
        return self.file

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Commit, or discard on any exception."""
        if kind is None:
            self.commit()
        else:
            self.discard()

    def commit(self) -> None:
        """Put the whole file under its name.

        Raises:
            VoicecoachError: If that is refused; then nothing is left of the new file.
        """
        try:
            with explained(self._asked):
                self.file.flush()
                os.fsync(self.file.fileno())
                self.file.close()
                self._part.replace(self._path)
            _UNFINISHED.discard(self._part)
        except BaseException:
            self.discard()
            raise

    def discard(self) -> None:
        """Leave nothing behind; after a commit, or a second time, do nothing."""
        with suppress(OSError):  # what could not be written before cannot be flushed now either
            self.file.close()
        self._part.unlink(missing_ok=True)
        _UNFINISHED.discard(self._part)


class PartFolder:
    """A folder in the making, under a hidden name beside the place where it will stand.

    Args:
        path: Where the folder will stand; there may be one already.

    Attributes:
        place: Where its files are to be written.

    Raises:
        VoicecoachError: If no folder can be made there.
    """

    def __init__(self, path: Path) -> None:
        """Make the folder; nothing happens under the name itself."""
        self._path = path
        with explained(path):
            if path.exists() and not path.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
            self.place = path.with_name(_part_name(path.name))
            _UNFINISHED.add(self.place)
            self.place.mkdir()

    def commit(self) -> None:
        """Put the files under their names: all at once where there is no such folder yet, else one after another.

        Raises:
            VoicecoachError: If that is refused.
        """
        try:
            with explained(self._path):
                if not self._path.exists():
                    self.place.rename(self._path)
                for file in sorted(self.place.iterdir()) if self.place.exists() else ():
                    file.replace(self._path / file.name)
        finally:
            self.discard()

    def discard(self) -> None:
        """Leave nothing behind; after a commit, or a second time, do nothing."""
        shutil.rmtree(self.place, ignore_errors=True)
        _UNFINISHED.discard(self.place)


def _mode_of(path: Path) -> int | None:
    """The permissions of the older file, None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "that is no ordinary file")
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(found.st_mode)


def _part_name(name: str) -> str:
    kept = os.fsdecode(os.fsencode(name)[:_NAME_KEPT])
    return f".{kept}.{secrets.token_hex(4)}.part"
