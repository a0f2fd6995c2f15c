"""The cover of a workout: its title, its minutes, and all of its work and rest as lines of a strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.pictures.columns import runs
from voicecoach.pictures.lettering import wrapped
from voicecoach.pictures.looks import FAINT, LOOKS, plain
from voicecoach.pictures.measures import length_text
from voicecoach.pictures.shapes import Align, Box, Drawing, Lettering

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from voicecoach.pictures.columns import Bar
    from voicecoach.pictures.shapes import Shape
    from voicecoach.units import Ms

__all__ = ["SIDE", "cover"]

SIDE = 700
"""Units and dots of each side: enough for the screen of a phone, whose players show covers of 600 and more."""

_EDGE = 44
_TITLE, _TITLE_LINES = 66, 3
_BELOW = 128
"""Room for the minutes."""

_ROW: Ms = 300_000
_MOST_ROWS = 7
_WORKED = 0.72
"""How much of a row's height work takes; the rest is the gap to the next."""


def cover(title: str, bars: Sequence[Bar], duration: Ms, *, exact: bool = True) -> Drawing:
    """Draw a cover.

    Args:
        title: The workout's.
        bars: Its steps, in order.
        duration: Its length in ms.
        exact: Whether that is known well enough to be written on it.
    """
    shapes: list[Shape] = [Box(0, 0, SIDE, 18, plain("#1a7f37"))]
    y = 18 + _EDGE / 2.0
    for line in wrapped(title, _TITLE, SIDE - 2 * _EDGE, _TITLE_LINES, bold=True):
        y += _TITLE * 1.15
        shapes.append(Lettering(_EDGE, y, line, _TITLE, bold=True))
    shapes += _rows(bars, duration, y + _EDGE * 0.9, SIDE - _BELOW)
    length = length_text(duration) if exact else ""
    shapes.append(Lettering(_EDGE, SIDE - _EDGE, length, 60, FAINT, bold=True))
    shapes.append(Lettering(SIDE - _EDGE, SIDE - _EDGE, "voicecoach", 24, FAINT, align=Align.END))
    return Drawing(SIDE, SIDE, title, tuple(shapes))


def _rows(bars: Sequence[Bar], duration: Ms, top: float, bottom: float) -> Iterator[Shape]:
    """All steps, in as many lines as there are fives of minutes, within bounds; a strip of none where none is known."""
    if not bars or duration <= 0:
        return
    count = min(_MOST_ROWS, -(-duration // _ROW))
    high = min((bottom - top) / count, 120)
    for row in range(count):
        start, end = duration * row // count, duration * (row + 1) // count
        base = top + high * (row + _WORKED)
        for run in runs(bars, start, end, SIDE - 2 * _EDGE):
            look = LOOKS[run.kind]
            yield Box(
                _EDGE + run.first, base - high * _WORKED * look.height, run.count, high * _WORKED * look.height, look
            )
