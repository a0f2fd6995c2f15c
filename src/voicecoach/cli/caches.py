"""The folders of what is kept between runs."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.store import Entry, cache_folder, entries, remove

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

__all__ = ["Cache", "caches", "megabytes"]

_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Cache:
    """One kind of what is kept.

    Attributes:
        name: What it is called, and its folder.
        folder: Where it lies.
        is_whole: Whether the content of an entry is as it was kept.
        speaker_of: Who spoke what is in a file; None where nobody speaks.
    """

    name: str
    folder: Path
    is_whole: Callable[[bytes], bool]
    speaker_of: Callable[[Path], str] | None = None

    @property
    def names_engines(self) -> bool:
        """Whether its entries know who spoke them."""
        return self.speaker_of is not None

    def speaker(self, entry: Entry) -> str:
        """Who spoke an entry; empty where nobody knows."""
        return self.speaker_of(entry.path) if self.speaker_of else ""

    def entries(self) -> Iterator[Entry]:
        """All that is in it."""
        return entries(self.folder)

    def damaged(self) -> Iterator[Entry]:
        """What cannot be read, or is not as it was kept."""
        for entry in self.entries():
            try:
                content = entry.path.read_bytes()
            except FileNotFoundError:
                continue
            except OSError:
                yield entry
                continue
            if not self.is_whole(content):
                yield entry

    def remove(self, found: Iterable[Entry]) -> tuple[Entry, ...]:
        """Remove entries; those that are gone now.

        Raises:
            VoicecoachError: If the folder cannot be written.
        """
        try:
            return remove(found)
        except OSError as error:
            raise VoicecoachError(f"nothing can be removed from {self.folder} ({error.strerror})") from error


def caches() -> tuple[Cache, ...]:
    """All there are."""
    from voicecoach.sinks import splice  # noqa: PLC0415 - the encoder
    from voicecoach.speech import cache as clips  # noqa: PLC0415 - numpy

    root = cache_folder(os.environ)
    return (
        Cache("clips", clips.default_folder(os.environ), clips.is_whole, clips.speaker_of),
        Cache("frames", root / "frames", splice.is_whole),
    )


def megabytes(size: int) -> str:
    """A number of bytes as people read it."""
    return f"{size / _MB:.1f} MB"
