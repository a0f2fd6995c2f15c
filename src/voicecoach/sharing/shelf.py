"""What is shared: files that are open already, so that no name in a request ever becomes a path."""

from __future__ import annotations

import os
import stat
import threading
import unicodedata
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.sinks.id3_reader import read_id3
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from voicecoach.model.timeline import Tags

__all__ = ["MEDIA_TYPES", "Item", "open_shelf", "plain_name"]

MEDIA_TYPES = {
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".m4b": "audio/mp4",
    ".opus": "audio/ogg",
    ".ogg": "audio/ogg",
    ".flac": "audio/flac",
    ".wav": "audio/wav",
}
"""By the ending of a name. Source: RFC 3003, 4337, 5334, 9639 and, for WAV, what browsers take."""

_MOST_ITEMS = 200
"""Each is an open file, of which a process may have 256 on some systems."""


_MOST_LETTERS = 80
"""Of a name without its ending: addresses stay short enough for every program."""


@dataclass(frozen=True, slots=True)
class Item:
    """A shared file.

    Attributes:
        number: From 1.
        file_name: In plain letters, with its ending: what a phone saves it as.
        media_type: Of its bytes.
        size: In bytes.
        changed: When it was written, in seconds since 1970.
        tag: Is another one whenever the file is.
        tags: What the file says of itself; the title is never empty.
    """

    number: int
    file_name: str
    media_type: str
    size: int
    changed: float
    tag: str
    tags: Tags
    _file: BinaryIO
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def seconds(self) -> float:
        """How long it is; 0 where the file does not say."""
        return self.tags.duration / MS_PER_SECOND

    def read(self, start: int, size: int) -> bytes:
        """Bytes of the file; threads may ask for them at once."""
        with self._lock:
            self._file.seek(start)
            return self._file.read(size)


@contextmanager
def open_shelf(paths: Sequence[Path]) -> Iterator[tuple[Item, ...]]:
    """Open the files that are shared, and close them in the end.

    Args:
        paths: Sound files, in the order in which they are shown.

    Raises:
        VoicecoachError: If one cannot be read or is no sound file, or if there are more than 200.
    """
    if len(paths) > _MOST_ITEMS:
        raise VoicecoachError(f"{len(paths)} files are too many to share at once; name {_MOST_ITEMS} at most")
    with ExitStack() as opened:
        yield tuple(_item(number, path, opened) for number, path in enumerate(paths, 1))


def _item(number: int, path: Path, opened: ExitStack) -> Item:
    suffix = path.suffix.lower()
    if suffix not in MEDIA_TYPES:
        raise VoicecoachError(f'"{path}" is no sound file that phones know; share one in {", ".join(MEDIA_TYPES)}')
    try:
        if not path.is_file():  # before it is opened: a pipe would wait for its other end
            raise VoicecoachError(f'"{path}" is no file; name the sound file itself')
        file = opened.enter_context(path.open("rb", buffering=0))
        facts = os.fstat(file.fileno())
        if not stat.S_ISREG(facts.st_mode):
            raise VoicecoachError(f'"{path}" is no file; name the sound file itself')
        tags = read_id3(file)
    except OSError as error:
        raise VoicecoachError(f'"{path}" cannot be read: {error.strerror}') from error
    return Item(
        number,
        f"{plain_name(path.stem) or number}{suffix}",
        MEDIA_TYPES[suffix],
        facts.st_size,
        facts.st_mtime,
        f'"{facts.st_size:x}-{facts.st_mtime_ns:x}"',
        tags if tags.title else replace(tags, title=path.stem),
        file,
    )


def plain_name(name: str) -> str:
    """A name in ASCII letters, digits and hyphens: some podcast programs fail at any other."""
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = "".join(letter if letter.isalnum() else " " for letter in ascii_only).split()
    return "-".join(words)[:_MOST_LETTERS]
