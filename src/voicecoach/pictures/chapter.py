"""The picture of a chapter, for players that show one while it lasts: its name, and where in the workout it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.model.plan import StepKind
from voicecoach.pictures.columns import runs
from voicecoach.pictures.lettering import wrapped
from voicecoach.pictures.looks import INK, LOOKS, PAPER, plain
from voicecoach.pictures.measures import length_text
from voicecoach.pictures.shapes import Box, Drawing, Lettering

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from voicecoach.model.timeline import Chapter
    from voicecoach.pictures.columns import Bar
    from voicecoach.pictures.shapes import Shape
    from voicecoach.units import Ms

__all__ = ["SIDE", "chapter_picture", "main_kind"]

SIDE = 300
"""Units and dots of each side: little, for there is one in every chapter."""

_EDGE = 16
_NAME, _NAME_LINES = 36, 4
_STRIP = 30
_GROUND = 62
"""Height of the white ground under the strip."""

_MARK = 8


def main_kind(bars: Sequence[Bar], chapter: Chapter) -> StepKind:
    """What most of a chapter is: the set that it is about, not the change of sides before it."""
    lengths: dict[StepKind, Ms] = {}
    ends = [bar.start for bar in bars[1:]] + [chapter.end]
    for bar, end in zip(bars, ends, strict=True):
        shared = min(end, chapter.end) - max(bar.start, chapter.start)
        if shared > 0:
            lengths[bar.kind] = lengths.get(bar.kind, 0) + shared
    return max(lengths, key=lambda kind: lengths[kind], default=StepKind.SAY)


def chapter_picture(chapter: Chapter, bars: Sequence[Bar], duration: Ms) -> Drawing:
    """Draw a chapter: its name and length on the color of its kind, and the whole workout with a mark where it is.

    Args:
        chapter: Which one.
        bars: The steps of the whole workout, in order.
        duration: Its length in ms.
    """
    look = LOOKS[main_kind(bars, chapter)]
    shapes: list[Shape] = []
    y = _EDGE / 2.0
    for line in wrapped(chapter.title, _NAME, SIDE - 2 * _EDGE, _NAME_LINES, bold=True):
        y += _NAME * 1.2
        shapes.append(Lettering(_EDGE, y, line, _NAME, look.on, bold=True))
    shapes.append(Lettering(_EDGE, y + 38, length_text(chapter.end - chapter.start), 24, look.on))
    shapes += _strip(chapter, bars, duration)
    return Drawing(SIDE, SIDE, chapter.title, tuple(shapes), look.paper)


def _strip(chapter: Chapter, bars: Sequence[Bar], duration: Ms) -> Iterator[Shape]:
    """The whole workout in a line, and a mark under the chapter."""
    yield Box(0, SIDE - _GROUND, SIDE, _GROUND, plain(PAPER))
    wide, base = SIDE - 2 * _EDGE, SIDE - _EDGE - _MARK
    for run in runs(bars, 0, duration, wide):
        look = LOOKS[run.kind]
        high = _STRIP * look.height
        yield Box(_EDGE + run.first, base - high, run.count, high, plain(look.ink))
    left = _EDGE + wide * chapter.start / duration
    yield Box(left, base + 3, max(4.0, wide * (chapter.end - chapter.start) / duration), _MARK, plain(INK))
