"""Recorded words in a pack's folder: which files there are, and what each of them says.

``halfway.wav`` says all of the moment ``halfway``, and ``halfway-2.wav`` takes turns with it; ``exercises/squat.mp3``
says the exercise's name, ``numbers/5.ogg`` a number, ``words/next.wav`` any other word or words, wherever they stand
alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from voicecoach.diagnostics import nearest
from voicecoach.names import spoken_key
from voicecoach.source import Source
from voicecoach.wording.moments import MOMENTS
from voicecoach.wording.pack import Entry
from voicecoach.wording.pack_file import pack_error
from voicecoach.wording.places import PACK_IN_FOLDER
from voicecoach.wording.template import parse_template

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from voicecoach.diagnostics import Diagnostic
    from voicecoach.wording.pack_file import PackFile

__all__ = ["Recorded", "recorded"]

_FORMATS = frozenset({
    ".wav", ".mp3", ".flac", ".ogg", ".oga", ".opus", ".m4a", ".aac", ".mp4", ".wma", ".aif", ".aiff", ".caf", ".amr",
    ".3gp", ".webm", ".mka",
})  # fmt: skip
"""Endings of sound files; other files in the folder are none of the pack's business."""

_LARGEST = 10_000_000
"""Bytes of a recording: a minute of uncompressed stereo sound."""

_WORDS = ("exercises", "numbers", "words")
"""Folders of words that stand inside others."""

_TURN = re.compile(r"[-_ ]?[0-9]+$")
_SPACES = re.compile(r"[-\s]+")
_MARKS = re.compile(r"[{}\[\]]")


@dataclass(slots=True)
class Recorded:
    """What a pack has recordings of.

    Attributes:
        cues: Moments that are said by recordings, each wording the name of a file.
        files: The recordings by what they say, in the form of :func:`voicecoach.names.spoken_key`.
        faults: Files that cannot be used.
    """

    cues: dict[str, Entry] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)


def recorded(file: PackFile) -> Recorded:
    """The recordings of a pack: those beside ``pack.toml``, or in the folder ``mine`` beside ``mine.toml``."""
    found = Recorded()
    if file.path is None:
        return found
    folder = file.path.parent if file.path.name == PACK_IN_FOLDER else file.path.with_suffix("")
    said: dict[str, list[str]] = {}
    for path in _sounds(folder):
        moment = _SPACES.sub("_", _TURN.sub("", path.stem).strip().casefold())
        if fault := _fault(path) or _unknown(path, moment):
            found.faults.append(fault)
            continue
        said.setdefault(moment, []).append(path.name)
        found.files[spoken_key(path.name)] = path
    found.cues |= {moment: _entry(names) for moment, names in said.items()}
    for path in (path for words in _WORDS for path in _sounds(folder / words)):
        if fault := _fault(path):
            found.faults.append(fault)
        else:
            found.files[spoken_key(path.stem)] = path
    return found


def _sounds(folder: Path) -> Iterable[Path]:
    """The sound files of a folder, sorted; none where it is missing."""
    if not folder.is_dir():
        return ()
    sounds = (path for path in folder.iterdir() if path.suffix.casefold() in _FORMATS and not path.name.startswith("."))
    return sorted(sounds, key=lambda path: (len(path.stem), path.name))


def _entry(names: Iterable[str]) -> Entry:
    """A moment that recordings say in turn."""
    texts = (_MARKS.sub(lambda mark: mark[0] * 2, name) for name in names)
    return Entry((("full", tuple((("other", parse_template(text)),) for text in texts)),))


def _fault(path: Path) -> Diagnostic | None:
    try:
        size = path.stat().st_size
    except OSError as error:
        return _error(path, f"the recording cannot be read: {error.strerror or error}", "record it again")
    if size > _LARGEST:
        return _error(path, f"the recording has {size / 1_000_000:.0f} MB", "a recording has at most 10 MB: cut it")
    return None if size else _error(path, "the recording is empty", "record it again, or remove it")


def _unknown(path: Path, moment: str) -> Diagnostic | None:
    if moment in MOMENTS:
        return None
    near = nearest(moment, MOMENTS)
    hint = f'did you mean "{near}{path.suffix}"?' if near else "recordings of other words stand in words/"
    return _error(path, f'no moment is called "{moment}"', hint)


def _error(path: Path, message: str, hint: str) -> Diagnostic:
    return pack_error("bad-recording", message, Source(str(path), "").span(1), hint)
