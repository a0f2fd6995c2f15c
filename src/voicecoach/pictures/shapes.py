"""What a drawing is made of, before anybody writes it as SVG or paints it in dots."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from voicecoach.pictures.looks import INK

if TYPE_CHECKING:
    from voicecoach.pictures.looks import Look

__all__ = ["Align", "Box", "Drawing", "Lettering", "Shape"]


class Align(Enum):
    """Which point of a line of text stands at its place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle, in units from the upper left corner of the drawing."""

    x: float
    y: float
    width: float
    height: float
    look: Look


@dataclass(frozen=True, slots=True)
class Lettering:
    """A line of text.

    Attributes:
        x: Where it stands, as ``align`` says.
        y: Its base line.
        text: What it says.
        size: Of the font, in units.
        color: ``#rrggbb``.
        bold: Whether it is.
        align: Which point of it stands at ``x``.
    """

    x: float
    y: float
    text: str
    size: float
    color: str = INK
    bold: bool = False
    align: Align = Align.START


Shape: TypeAlias = Box | Lettering


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture: later shapes lie over earlier ones.

    Attributes:
        width: In units.
        height: In units.
        about: What it shows, for those who cannot see it.
        shapes: What it is made of.
        paper: The color of the ground.
    """

    width: int
    height: int
    about: str
    shapes: tuple[Shape, ...]
    paper: str = "#ffffff"
