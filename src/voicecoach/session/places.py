"""The places that workouts were left at, one for each script, in files of their own."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from voicecoach.session.place import Place
from voicecoach.session.records import line_of, parsed
from voicecoach.sinks.atomic import PartFile, explained

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Places"]

_SUFFIX = ".json"


class Places:
    """A folder of places; several players may use it at once.

    Args:
        folder: Is made when the first place is saved.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, name: str) -> Place | None:
        """The place of a workout; None where none is kept, or none that is whole."""
        place = _read(self._path(name))
        return place if place and place.name == name else None

    def latest(self) -> Place | None:
        """The place that was saved last; None where none is kept."""
        return max(self._all(), key=lambda place: place.saved, default=None)

    def save(self, place: Place) -> None:
        """Keep a place instead of the older one of its workout; at every moment one of the two is there.

        Raises:
            VoicecoachError: If it cannot be written.
        """
        path = self._path(place.name)
        with explained(path):
            self._folder.mkdir(parents=True, exist_ok=True)
        with PartFile(path) as file:
            file.write(line_of(place))

    def clear(self, name: str) -> None:
        """Keep no place of a workout.

        Raises:
            VoicecoachError: If it cannot be removed.
        """
        path = self._path(name)
        with explained(path):
            path.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / (blake2b(name.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest() + _SUFFIX)

    def _all(self) -> Iterator[Place]:
        for path in self._folder.glob(f"*{_SUFFIX}"):
            if place := _read(path):
                yield place


def _read(path: Path) -> Place | None:
    try:
        return parsed(Place, path.read_bytes())
    except OSError:
        return None
