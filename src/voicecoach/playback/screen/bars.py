"""Bars and strips, drawn to the cell."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from voicecoach.playback.screen.looks import LOOKS, STRIP, Mood

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from voicecoach.model.timeline import PlacedStep
    from voicecoach.units import Ms

__all__ = ["bar", "pointer", "strip"]


def bar(part: float, width: int) -> str:
    """A bar of which a part, 0 to 1, is full, drawn to half a cell."""
    halves = round(max(0.0, min(1.0, part)) * 2 * width)
    full, half = divmod(halves, 2)
    return ("█" * full + "▌" * half).ljust(width, "─")


def strip(course: Sequence[PlacedStep], width: int) -> Iterator[tuple[str, str]]:
    """A whole workout as blocks.

    Args:
        course: Its steps.
        width: Cells there are for it.

    Yields:
        Runs of glyphs with their color: in each cell what is going on in the middle of it.
    """
    total = course[-1].end if course else 0
    number, kinds = 0, []
    for cell in range(width if total else 0):
        middle = (2 * cell + 1) * total // (2 * width)
        while course[number].end <= middle:
            number += 1
        kinds.append(course[number].kind)
    for kind, run in groupby(kinds):
        yield LOOKS[Mood(kind.value)].pattern * len(list(run)), STRIP[kind]


def pointer(time: Ms, course: Sequence[PlacedStep], width: int) -> str:
    """A row that points up at where a workout has come in its strip."""
    total = course[-1].end if course else 0
    return " " * min(width - 1, time * width // total) + "▲" if total else ""
