"""A workout in several files: numbered, in a folder of their own, with a playlist.

The cuts are where steps begin, to the frame: played one after another the files are what the whole file is. An end tone
that rings into the next step rings on in the next file.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voicecoach.sinks.atomic import PartFile, PartFolder, explained
from voicecoach.sinks.file_names import safe_name
from voicecoach.sinks.ours import is_ours
from voicecoach.sinks.telling import Telling
from voicecoach.units import MS_PER_SECOND, frames_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from voicecoach.model.clip import Block
    from voicecoach.model.plan import Step
    from voicecoach.model.timeline import PlacedStep, Tags
    from voicecoach.ports import Sink
    from voicecoach.units import Frames

__all__ = ["SECTIONS", "STEPS", "Album", "file_names", "parts_of"]

SECTIONS, STEPS = "sections", "steps"
"""What becomes a file of its own; a step means what has a chapter."""

_HEAD = ("#EXTM3U", "#EXTENC:UTF-8", "# made by voicecoach")
"""Of a playlist; the names in it are as they stand beside it."""

_DIGITS = 2
"""Numbers have at least so many, so that files sorted by name are in order."""


def parts_of(steps: Iterable[Step], split: str) -> dict[int, str]:
    """Where the files of an album begin.

    Args:
        steps: All of them, with their words.
        split: :data:`SECTIONS` or :data:`STEPS`.

    Returns:
        The title of each file, by the number of its first step, from 0. What comes before the first section belongs to
        it; where there is none the title is empty.
    """
    found = {0: ""}
    section = ""
    for number, step in enumerate(steps):
        if split == STEPS and step.chapter:
            found[number] = step.chapter
        elif split == SECTIONS and step.section and step.section != section:
            found[number if section else 0] = section = step.section
    return found


def file_names(titles: Sequence[str], suffix: str) -> list[str]:
    """Names such as ``01 Warm-up.mp3``, which every system takes and sorts in order."""
    width = max(_DIGITS, len(str(len(titles))))
    return [f"{f'{number:0{width}} {safe_name(title)}'.strip()}{suffix}" for number, title in enumerate(titles, 1)]


@dataclass(slots=True)
class _Part:
    """A file: which of them, from 0, where it begins, and what it will say of itself."""

    index: int
    start: Frames
    telling: Telling


class Album:
    """A sink that begins a new file where a part begins; it has to be told of each step before that step's sound.

    Args:
        target: The file beside which the album will stand, in a folder of its name; the files are of its kind.
        parts: The titles of the files, as from :func:`parts_of`.
        rate: Frames a second.
        whole: What the whole workout says of itself: its title is the album's.
        open_sink: Opens a sink for a file.

    Attributes:
        folder: Where the files will stand.

    Raises:
        VoicecoachError: If no folder can be made there.
    """

    def __init__(
        self, target: Path, parts: Mapping[int, str], rate: int, whole: Tags, open_sink: Callable[[Path], Sink]
    ) -> None:
        """Make the folder, hidden as yet."""
        self.folder = target.with_suffix("")
        self._whole = whole
        self._rate = rate
        self._open_sink = open_sink
        self._titles = [title or whole.title for title in parts.values()]
        self._names = file_names(self._titles, target.suffix)
        self._first_steps = {step: index for index, step in enumerate(parts)}
        self._parts: deque[_Part] = deque()
        self._position: Frames = 0
        self._sink: Sink | None = None
        self._listed = [*_HEAD, f"#PLAYLIST:{' '.join(whole.title.split())}"]
        self._part_folder = PartFolder(self.folder)

    @property
    def paths(self) -> list[Path]:
        """Every file that there will be, the playlist first."""
        return [self.folder / name for name in (self._playlist, *self._names)]

    @property
    def _playlist(self) -> str:
        return f"{self.folder.name}.m3u8"

    def add(self, placed: PlacedStep) -> None:
        """Take the next step; its sound may come later."""
        index = self._first_steps.get(placed.number)
        if index is not None:
            self._parts.append(_Part(index, frames_of(placed.start, self._rate), Telling(placed.start)))
        self._parts[-1].telling.add(placed)

    def write(self, block: Block) -> None:
        """Take the next block, which may belong to several files."""
        while len(block):
            room = self._parts[1].start - self._position if len(self._parts) > 1 else len(block)
            if not room:
                self._close()
                continue
            if self._sink is None:
                self._sink = self._open_sink(self._part_folder.place / self._names[self._parts[0].index])
            self._sink.write(block[:room])
            self._position += len(block[:room])
            block = block[room:]

    def _close(self) -> None:
        """Finish the file that is open."""
        part = self._parts.popleft()
        title, name = self._titles[part.index], self._names[part.index]
        upcoming = self._titles[part.index + 1] if self._parts else ""
        album = replace(
            self._whole, title=title, album=self._whole.title, track=part.index + 1, tracks=len(self._titles)
        )
        tags = part.telling.tags(album, upcoming)
        if self._sink is not None:
            self._sink.finish(tags)
            self._sink = None
        self._listed += [f"#EXTINF:{round(tags.duration / MS_PER_SECOND)},{album.artist} - {title}", name]

    def finish(self) -> None:
        """Finish the last file, write the playlist, and put all of them under their names."""
        try:
            self._close()
            with PartFile(self._part_folder.place / self._playlist) as file:
                file.write("\n".join([*self._listed, ""]).encode())
            older = _listed_in(self.folder / self._playlist)
            self._part_folder.commit()
            _forget(self.folder / name for name in older if name not in self._names)
        finally:
            self.abort()

    def abort(self) -> None:
        """Leave nothing behind."""
        if self._sink is not None:
            self._sink.abort()
        self._part_folder.discard()


def _listed_in(playlist: Path) -> list[str]:
    """The files beside an older playlist that it names."""
    if not playlist.is_file() or not is_ours(playlist):
        return []
    lines = playlist.read_text("utf-8", "replace").splitlines()
    return [line for line in lines if line and not line.startswith("#") and safe_name(line) == line]


def _forget(paths: Iterable[Path]) -> None:
    """Remove what an earlier export made and this one has no more, so that nobody hears it in between."""
    for path in paths:
        with explained(path):
            if path.is_file() and is_ours(path):
                path.unlink()
