"""A workout on a time axis: rows of some minutes, and under each row what its steps are and what is said.

The picture is as wide as a phone held upright shows with letters of a readable size, and as long as it has to be. Time
runs to the right at the same speed in all rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.model.timeline import Bus
from voicecoach.pictures.columns import Bar, runs
from voicecoach.pictures.lettering import room_for, wrapped
from voicecoach.pictures.listing import listed
from voicecoach.pictures.looks import FAINT, INK, LOOKS, plain
from voicecoach.pictures.measures import LEFT, RIGHT, WIDTH, moment_text
from voicecoach.pictures.shapes import Align, Box, Drawing, Lettering

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from voicecoach.model.timeline import PlacedStep, Timeline
    from voicecoach.pictures.shapes import Shape
    from voicecoach.units import Ms

__all__ = ["MOST_ROWS", "STRIP", "chart", "row_length", "row_span"]

STRIP = 44
"""Height of work in the strip."""

MOST_ROWS = 48
"""More rows would make a picture that nobody can open; a row lasts longer instead."""

_MINUTE: Ms = 60_000
_ROW_MINUTES = (1, 2, 3, 5, 10, 15, 20, 30, 60)
_COMFORTABLE_ROWS = 8
_MARKS = (10_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000)
"""How far the times under a row may lie apart, in ms."""

_MOST_MARKS, _MOST_LONG_MARKS = 6, 4
"""How many there are at most, and where they have hours and so take more room."""

_LONG_ROW: Ms = 30 * _MINUTE

_GAP, _AXIS, _SOUND = 14, 20, 13
_VOICE, _BEEP = 6, 10
_TITLE, _SMALL = 26, 14


def row_length(duration: Ms) -> Ms:
    """How long a row lasts, in ms: short rows for a short workout, and never more than :data:`MOST_ROWS`."""
    for minutes in _ROW_MINUTES:
        if duration <= minutes * _MINUTE * _COMFORTABLE_ROWS:
            return minutes * _MINUTE
    return max(_ROW_MINUTES[-1], -(-duration // (_MINUTE * MOST_ROWS))) * _MINUTE


def row_span(start: Ms, end: Ms, row: Ms, length: Ms) -> tuple[float, float]:
    """From where to where a time range reaches in the row that begins at ``row`` and lasts ``length``, in units."""
    scale = (RIGHT - LEFT) / length
    first, last = max(start, row) - row, min(end, row + length) - row
    return LEFT + first * scale, LEFT + last * scale


@dataclass(slots=True)
class _Page:
    """What is drawn so far, and how far down it reaches."""

    shapes: list[Shape]
    bottom: float = 0.0

    def add(self, *shapes: Shape) -> None:
        self.shapes += shapes


def chart(timeline: Timeline) -> Drawing:
    """Draw a workout."""
    page = _Page([])
    length = moment_text(timeline.duration)
    _head(page, timeline.title, length)
    told = listed(timeline)
    row_ms = row_length(timeline.duration)
    bars = [Bar(step.start, step.kind) for step in timeline.steps]
    for start in range(0, max(timeline.duration, 1), row_ms):
        end = min(start + row_ms, timeline.duration)
        base = page.bottom + _GAP + STRIP
        page.add(*(_strip(timeline, start, row_ms, base) if told else _far(bars, start, end, row_ms, base)))
        page.add(*_axis(start, end, row_ms, base + _SOUND))
        page.bottom = base + _SOUND + _AXIS
        for entry in told:
            if start <= entry.start < end:
                page.add(*entry.shapes(page.bottom))
                page.bottom += entry.height
    return Drawing(WIDTH, round(page.bottom + _GAP), f"{timeline.title}, {length}", tuple(page.shapes))


def _head(page: _Page, title: str, length: str) -> None:
    """Title, length and what the patterns mean."""
    page.bottom = _GAP
    for line in wrapped(title, _TITLE, RIGHT - LEFT, 3, bold=True):
        page.bottom += _TITLE * 1.25
        page.add(Lettering(LEFT, page.bottom, line, _TITLE, bold=True))
    page.bottom += _SMALL * 1.7
    page.add(Lettering(LEFT, page.bottom, length, _SMALL, FAINT))
    page.bottom += _SMALL * 1.9
    x: float = LEFT
    for look in dict.fromkeys(LOOKS.values()):
        page.add(Box(x, page.bottom - 12, 16, 14, look), Lettering(x + 22, page.bottom, look.name, _SMALL))
        x += 22 + room_for(look.name, _SMALL) + 10
    page.bottom += _GAP


def _strip(timeline: Timeline, start: Ms, length: Ms, base: float) -> Iterator[Shape]:
    """The steps of a row, and below them what is heard."""
    within = [step for step in timeline.steps if step.start < start + length and step.end > start]
    for step in within:
        yield from _step(step, start, length, base)
    for step in within:
        yield from _sounds(step, start, length, base + 3)


def _far(bars: Sequence[Bar], start: Ms, end: Ms, length: Ms, base: float) -> Iterator[Shape]:
    """A row of a workout that is too long for every step of it to be seen."""
    right = row_span(start, end, start, length)[1]
    for run in runs(bars, start, end, max(1, round(right - LEFT))) if bars else ():
        high = STRIP * LOOKS[run.kind].height
        yield Box(LEFT + run.first, base - high, run.count, high, LOOKS[run.kind])


def _step(step: PlacedStep, row: Ms, length: Ms, base: float) -> Iterator[Shape]:
    """A step in the strip, with its number where there is room, and the flag of a chapter."""
    left, right = row_span(step.start, step.end, row, length)
    look = LOOKS[step.kind]
    high = STRIP * look.height
    yield Box(left, base - high, right - left, high, look)
    yield from _number(step, left, right, base) if step.start >= row else ()
    if step.chapter and step.start >= row:
        yield Box(left, base - STRIP - 6, 1, STRIP + 6, plain(INK))


def _number(step: PlacedStep, left: float, right: float, base: float) -> Iterator[Shape]:
    """The step's number, where there is room; on a pattern it has a ground of its own."""
    look, number = LOOKS[step.kind], str(step.number + 1)
    wide = room_for(number, _SMALL, bold=True) + 2
    middle = (left + right) / 2
    if wide + 2 <= right - left:
        if look.strokes:
            yield Box(middle - wide / 2, base - _SMALL - 2, wide, _SMALL, plain(look.paper))
        yield Lettering(middle, base - 4, number, _SMALL, look.on, bold=True, align=Align.MIDDLE)


def _sounds(step: PlacedStep, row: Ms, length: Ms, top: float) -> Iterator[Shape]:
    """When the coach speaks, as bars, and when it beeps, as marks that stand out below them."""
    for event in step.events:
        if event.start < row + length and event.end > row:
            left, right = row_span(event.start, event.end, row, length)
            if event.bus is Bus.VOICE:
                yield Box(left, top, max(right - left, 0.5), _VOICE, plain(FAINT))
            else:
                yield Box(left, top, 1, _BEEP, plain(INK))


def _axis(start: Ms, end: Ms, length: Ms, top: float) -> Iterator[Shape]:
    """The line of time with its marks; where the row ends early, so does the line."""
    right = row_span(start, end, start, length)[1]
    yield Box(LEFT, top, right - LEFT, 1, plain(INK))
    most = _MOST_LONG_MARKS if length >= _LONG_ROW else _MOST_MARKS
    every = next((mark for mark in _MARKS if length <= mark * most), -(-length // most))
    for moment in range(start, end + 1, every):
        x = row_span(start, moment, start, length)[1]
        align = Align.START if moment == start else Align.END if moment == start + length else Align.MIDDLE
        yield Box(min(x, RIGHT - 1), top, 1, 5, plain(INK))
        yield Lettering(x, top + 18, moment_text(moment), 12, FAINT, align=align)
