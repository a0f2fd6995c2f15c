"""From the files that are wanted to playlists."""

from __future__ import annotations

import tempfile
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.decoding.conversion import converted
from voicecoach.decoding.stream import DecodingError
from voicecoach.errors import VoicecoachError
from voicecoach.music.measuring import measured
from voicecoach.music.playlist import Playlist
from voicecoach.music.track import Track

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from voicecoach.music.measuring import Memory

__all__ = ["MusicShelf"]


class MusicShelf:
    """Makes playlists of files, and keeps what had to be converted until it is closed.

    Args:
        rate: Frames a second of the mix.
        memory: Keeps what was measured between runs.
        notify: Is told one line for each file that is left out.
    """

    def __init__(self, rate: int, memory: Memory, notify: Callable[[str], None]) -> None:
        """Touch nothing yet."""
        self._rate = rate
        self._memory = memory
        self._notify = notify
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._conversions: dict[Path, Path] = {}

    def playlist(self, files: Sequence[Path]) -> Playlist:
        """Endless music of some files; one that cannot be played is left out.

        Raises:
            VoicecoachError: If none of them can be played.
        """
        return Playlist(self._endless(files), self._rate)

    def close(self) -> None:
        """Leave nothing behind."""
        if self._folder:
            self._folder.cleanup()

    def _endless(self, files: Sequence[Path]) -> Iterator[Track]:
        """Every file in its turn, measured when that comes near; one alone takes turns with itself."""
        tracks: list[Track] = []
        for path in files if len(files) > 1 else (*files, *files):
            try:
                tracks.append(self._track(path))
            except DecodingError as error:
                if len(files) == 1:
                    raise VoicecoachError(f'the music "{path.name}" cannot be played: {error}') from error
                self._notify(f'The music "{path.name}" is left out: {error}.')
            else:
                yield tracks[-1]
        if not tracks:
            raise VoicecoachError(f"none of the {len(files)} files of music can be played; choose others, or none")
        yield from cycle(tracks)

    def _track(self, path: Path) -> Track:
        source = path
        try:
            about = measured(path, self._memory)
        except DecodingError:
            source = self._converted(path)
            about = measured(source, self._memory)
        if about.silent:
            raise DecodingError("it is silent")
        if about.frames * self._rate < about.rate:
            raise DecodingError("it has no sound")
        return Track(source, path.name, about, self._rate)

    def _converted(self, path: Path) -> Path:
        if path not in self._conversions:
            if not path.stat().st_size:
                raise DecodingError("it is empty")
            self._folder = self._folder or tempfile.TemporaryDirectory(prefix="voicecoach-")
            target = Path(self._folder.name) / f"{len(self._conversions)}.wav"
            converted(path, target)
            self._conversions[path] = target
        return self._conversions[path]
