"""All that one export writes: the file, what stands beside it, and the album.

Which files these are is decided before anything is spoken, and that nothing else is written over. None of them appears
before the sound of all is whole.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.sinks.album import Album
from voicecoach.sinks.atomic import PartFile
from voicecoach.sinks.chapters_json import chapters_json
from voicecoach.sinks.fidelity import USUAL
from voicecoach.sinks.lyrics import lrc_text
from voicecoach.sinks.ours import refuse_inputs, refuse_others
from voicecoach.sinks.registry import open_sink

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from voicecoach.model.clip import Block
    from voicecoach.model.timeline import PlacedStep, Tags
    from voicecoach.ports import Sink
    from voicecoach.sinks.fidelity import Fidelity
    from voicecoach.store import Store

__all__ = ["AS_USUAL", "BESIDE", "Delivery", "Output"]


@dataclass(frozen=True, slots=True)
class Output:
    """What is wanted of an export.

    Attributes:
        rate: Frames a second; 0 for the usual rate.
        fidelity: How much of the sound is kept.
        beside: What stands beside the file, of :data:`BESIDE`.
        split: What becomes a file of its own, as :func:`voicecoach.sinks.album.parts_of` has it; empty for nothing.
        exact: Whether spoken words stand where the timeline puts them to the sample, in any kind of file.
        force: Whether files that are not ours may be written over.
        cover: The listener's own cover; None for one that is drawn.
        covered: Whether there is a cover at all, and a picture in each chapter.
    """

    rate: int = 0
    fidelity: Fidelity = USUAL
    beside: tuple[str, ...] = ()
    split: str = ""
    exact: bool = False
    force: bool = False
    cover: Path | None = None
    covered: bool = True


AS_USUAL = Output()

BESIDE: Mapping[str, tuple[str, Callable[[Tags], str]]] = {
    "lrc": (".lrc", lrc_text),
    "chapters": (".chapters.json", chapters_json),
}
"""What can stand beside a file: the ending of its name, in the place of the file's own, and what it holds."""


class Delivery:
    """What an export writes; it has to be told of each step before that step's sound.

    Args:
        target: The file.
        output: What is wanted.
        rate: Frames a second.
        channels: 1 or 2.
        whole: What the workout says of itself.
        parts: The titles of an album's files by their first steps; empty for no album.
        store: Where a sink may keep its work between runs.

    Attributes:
        sink: Takes the sound.
        paths: Every file that there will be, the target first.

    Raises:
        VoicecoachError: If a file cannot be written.
    """

    def __init__(
        self,
        target: Path,
        output: Output,
        rate: int,
        channels: int,
        whole: Tags,
        parts: Mapping[int, str],
        store: Store,
    ) -> None:
        """Open the files; nothing stands under their names."""
        self._force = output.force
        self._beside = {name: target.with_suffix(BESIDE[name][0]) for name in output.beside}
        self.paths = [target, *self._beside.values()]

        def opened(path: Path) -> Sink:
            return open_sink(path, rate, channels, fidelity=output.fidelity, store=store)

        with ExitStack() as stack:
            self.sink = opened(target)
            stack.callback(self.sink.abort)
            self._album = Album(target, parts, rate, whole, opened) if parts else None
            if self._album:
                stack.callback(self._album.abort)
                self.paths += self._album.paths
                self.sink = _Both(self.sink, self._album)
            self._opened = stack.pop_all()

    def check(self, inputs: Iterable[Path]) -> None:
        """Make sure that nothing is lost.

        Args:
            inputs: What the workout is made of.

        Raises:
            VoicecoachError: If a file must not be written over.
        """
        refuse_inputs(self.paths, inputs)
        if not self._force:
            refuse_others(self.paths)

    def add(self, placed: PlacedStep) -> None:
        """Take the next step; its sound may come later."""
        if self._album:
            self._album.add(placed)

    def finish(self, tags: Tags) -> None:
        """Put everything under its name.

        Args:
            tags: Of the whole file.
        """
        with ExitStack() as beside:
            for name, path in self._beside.items():
                file = beside.enter_context(PartFile(path))
                file.write(BESIDE[name][1](tags).encode())
            self.sink.finish(tags)
        self.abort()

    def abort(self) -> None:
        """Leave nothing of what is not finished."""
        self._opened.close()


class _Both:
    """A sink for a file and for an album of the same sound."""

    def __init__(self, file: Sink, album: Album) -> None:
        self._file = file
        self._album = album

    def write(self, block: Block) -> None:
        """Hand the next block to both."""
        self._file.write(block)
        self._album.write(block)

    def finish(self, tags: Tags) -> None:
        """Complete both; the tags are the file's."""
        self._file.finish(tags)
        self._album.finish()

    def abort(self) -> None:
        """Leave nothing of either."""
        self._file.abort()
        self._album.abort()
