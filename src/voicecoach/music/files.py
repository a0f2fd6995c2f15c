"""Which files are meant by what an author or a user writes: files, folders and patterns."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["music_files"]

_KINDS = frozenset({
    ".aac", ".aif", ".aiff", ".flac", ".m4a", ".m4b", ".mp3", ".mp4", ".oga", ".ogg", ".opus", ".wav", ".wma",
})  # fmt: skip
"""What counts as music in a folder; covers and lists of titles lie there, too."""

_PATTERN = re.compile(r"[*?\[]")


def music_files(wanted: Iterable[str], base: Path) -> tuple[Path, ...]:
    """The files that are meant, in the order of playing.

    Args:
        wanted: Files in any order; folders, whose files play in the order of their names, with those of the folders in
            them; patterns such as ``~/Music/*.mp3``.
        base: The folder that relative paths begin in.

    Raises:
        VoicecoachError: If a file or folder is not there, or there is no music in it.
    """
    return tuple(dict.fromkeys(path for each in wanted for path in _meant(each, base)))


def _meant(wanted: str, base: Path) -> list[Path]:
    path = base / Path(wanted).expanduser()
    if path.is_file():
        return [path]
    if path.is_dir():
        return _some(path.rglob("*"), f'there is no music in the folder "{wanted}"; put files such as .mp3 there')
    if _PATTERN.search(wanted):
        anchor = Path(path.anchor)
        return _some(
            anchor.glob(str(path.relative_to(anchor))), f'no music matches "{wanted}"; look at the files\' names'
        )
    raise VoicecoachError(f'there is no music "{wanted}"; write the path of a file or a folder')


def _some(paths: Iterable[Path], complaint: str) -> list[Path]:
    found = sorted(_playable(paths), key=_by_number)
    if not found:
        raise VoicecoachError(complaint)
    return found


def _playable(paths: Iterable[Path]) -> Iterator[Path]:
    hidden = "."
    return (path for path in paths if path.suffix.lower() in _KINDS and path.name[0] != hidden and path.is_file())


def _by_number(path: Path) -> list[tuple[int, str]]:
    """Track 2 comes before track 10."""
    parts = re.split(r"([0-9]+)", str(path).casefold())
    return [(int(part), "") if part.isdecimal() else (0, part) for part in parts]
