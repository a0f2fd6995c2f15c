"""How each kind of step looks in a picture, in color, in gray and in print.

The kinds differ by color, by how dark they are, by pattern and by height, so that any one of these will do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from voicecoach.model.plan import StepKind

__all__ = ["FAINT", "INK", "LOOKS", "PAPER", "TILE", "Look", "Stroke", "plain"]

Stroke: TypeAlias = tuple[float, float, float, float]
"""A straight line of a pattern: from x, y to x, y, in a tile of :data:`TILE` units."""

TILE = 8
"""Width and height of the tile that a pattern repeats."""

PAPER, INK, FAINT = "#ffffff", "#1f2328", "#59636e"
"""The ground, and text on it; the contrast of both is at least 4.5, as WCAG 2.2 wants."""


@dataclass(frozen=True, slots=True)
class Look:
    """How something with an area looks.

    Attributes:
        name: What it is called, in a word.
        paper: The color of the area, ``#rrggbb``.
        ink: The color of its pattern and outline.
        on: The color of text on it; the contrast is at least 4.5.
        strokes: One tile of the pattern; empty for none.
        height: Its height, in parts of the highest.
    """

    name: str
    paper: str
    ink: str
    on: str = INK
    strokes: tuple[Stroke, ...] = ()
    height: float = 1.0


def plain(color: str) -> Look:
    """An area of one color."""
    return Look("", color, color)


_RISING = ((-2.0, 2.0, 2.0, -2.0), (0.0, 8.0, 8.0, 0.0), (6.0, 10.0, 10.0, 6.0))
"""A diagonal, and the corners that its neighbors reach into."""

_FALLING = tuple((x1, TILE - y1, x2, TILE - y2) for x1, y1, x2, y2 in _RISING)
_UPRIGHT = ((2.0, 0.0, 2.0, 8.0), (6.0, 0.0, 6.0, 8.0))
_LEVEL = ((0.0, 4.0, 8.0, 4.0),)

LOOKS = {
    StepKind.WORK: Look("work", "#1a7f37", "#0d4d20", PAPER),
    StepKind.REST: Look("rest", "#dce9ff", "#5a8fe0", INK, _RISING, 0.65),
    StepKind.READY: Look("get ready", "#fff1b8", "#c79a00", INK, _UPRIGHT, 0.65),
    StepKind.SWITCH: Look("switch", "#fff1b8", "#c79a00", INK, _FALLING, 0.65),
    StepKind.SAY: Look("listen", "#eceff1", "#90a0aa", INK, _LEVEL, 0.4),
}
