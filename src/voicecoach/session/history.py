"""The log of what was done: a line of JSON for each time that somebody has worked out."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.session.records import line_of, parsed
from voicecoach.sinks.atomic import explained

if TYPE_CHECKING:
    from pathlib import Path

    from voicecoach.units import Ms

__all__ = ["Entry", "History"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One time that somebody has worked out.

    Attributes:
        date: When it began, as ISO 8601 with the offset from UTC.
        workout: The workout's title.
        script: The script's path, or its one line.
        finished: Whether no work was left.
        reached_ms: The position in ms at which it ended.
        total_ms: How long the workout is, in ms.
        worked_ms: How long was worked, rests and pauses left out, in ms.
    """

    date: str
    workout: str
    script: str
    finished: bool
    reached_ms: Ms
    total_ms: Ms
    worked_ms: Ms


class History:
    """The file of all entries; several players may write to it at once.

    Args:
        path: The file; it is made with the first entry, and only ever appended to.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, entry: Entry) -> None:
        """Append an entry by one write at the file's end, so that those of several players never mix.

        Raises:
            VoicecoachError: If it cannot be written.
        """
        with explained(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
            try:
                os.write(handle, _mended(handle) + line_of(entry))
                os.fsync(handle)
            finally:
                os.close(handle)

    def read(self) -> tuple[tuple[Entry, ...], int]:
        """The entries, in the order of the file, and how many lines are none: half-written, or by somebody else.

        Raises:
            VoicecoachError: If the file is there and cannot be read.
        """
        lines = [line for line in self._content().split(b"\n") if line.strip()]
        entries = tuple(entry for line in lines if (entry := parsed(Entry, line)))
        return entries, len(lines) - len(entries)

    def _content(self) -> bytes:
        try:
            return self._path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise VoicecoachError(f'cannot read "{self._path}": {error.strerror or error}') from error


def _mended(handle: int) -> bytes:
    """What ends the last line of a file, where a crash has cut it; it stays as it is, and is no entry."""
    end = os.lseek(handle, 0, os.SEEK_END)
    if not end:
        return b""
    os.lseek(handle, end - 1, os.SEEK_SET)
    return b"" if os.read(handle, 1) == b"\n" else b"\n"
