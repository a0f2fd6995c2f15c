"""From a timeline to files with pictures of it, and the pictures that an export carries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from voicecoach.pictures.chapter import chapter_picture
from voicecoach.pictures.chart import chart
from voicecoach.pictures.columns import Bar
from voicecoach.pictures.cover import cover
from voicecoach.pictures.svg import svg_text
from voicecoach.sinks.atomic import PartFile
from voicecoach.sinks.ours import refuse_inputs, refuse_others

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from voicecoach.model.timeline import PlacedStep, Tags, Timeline
    from voicecoach.sinks.delivery import Output

__all__ = ["MOST_CHAPTERS", "Sketch", "draw", "refuse"]

MOST_CHAPTERS = 100
"""With a picture each: they take about 2.5 kB and 3 ms apiece, and stand before the first sound of a stream."""

_DOTS_A_UNIT = 2.0
"""Of a chart: as phones and printers have it."""


def refuse(targets: Sequence[Path], inputs: Iterable[Path], *, force: bool) -> None:
    """Make sure that no picture is drawn over what is not ours.

    Args:
        targets: Where pictures are to be drawn.
        inputs: What the workout is made of.
        force: Whether files that are not ours may be written over.

    Raises:
        VoicecoachError: If a file must not be written over.
    """
    refuse_inputs(targets, inputs)
    if not force:
        refuse_others(targets)


def draw(timeline: Timeline, svg: Path | None, png: Path | None) -> None:
    """Draw a workout on a time axis, into a file or two.

    Raises:
        VoicecoachError: If one cannot be written.
    """
    drawing = chart(timeline)
    if svg:
        with PartFile(svg) as file:
            file.write(svg_text(drawing).encode())
    if png:
        from voicecoach.pictures import painting  # noqa: PLC0415 - Pillow, for those who want dots

        with PartFile(png) as file:
            file.write(painting.png(drawing, _DOTS_A_UNIT))


class Sketch:
    """Gathers what the pictures in a file are drawn from, from one step after another.

    Args:
        title: The workout's.
        output: Which cover is wanted.

    Raises:
        VoicecoachError: If the listener's own cover is no picture.
    """

    def __init__(self, title: str, output: Output) -> None:
        """Look at the listener's own cover, before anybody speaks."""
        self._title = title
        self._wanted = output.covered
        self._own = b""
        self._bars: list[Bar] = []
        if output.covered and output.cover:
            from voicecoach.pictures.own_cover import own_cover  # noqa: PLC0415 - Pillow

            self._own = own_cover(output.cover)

    def add(self, placed: PlacedStep) -> None:
        """Take the next step."""
        self._bars.append(Bar(placed.start, placed.kind))

    def foreseen(self, steps: Iterable[PlacedStep]) -> bytes:
        """The cover of files that are finished before the whole workout is known: without its minutes.

        Args:
            steps: All of them, about where they will be.
        """
        if not self._wanted or self._own:
            return self._own
        bars = []
        end = 0
        for placed in steps:
            bars.append(Bar(placed.start, placed.kind))
            end = placed.end
        from voicecoach.pictures.painting import png  # noqa: PLC0415 - Pillow

        return png(cover(self._title, bars, end, exact=False))

    def illustrated(self, tags: Tags) -> Tags:
        """The tags of the whole file with its pictures."""
        if not self._wanted:
            return tags
        from voicecoach.pictures.painting import png  # noqa: PLC0415 - Pillow

        drawn = self._own or png(cover(self._title, self._bars, tags.duration))
        if len(tags.chapters) > MOST_CHAPTERS:
            return replace(tags, cover=drawn)
        pictured = [
            replace(chapter, picture=png(chapter_picture(chapter, self._bars, tags.duration)))
            for chapter in tags.chapters
        ]
        return replace(tags, cover=drawn, chapters=tuple(pictured))
