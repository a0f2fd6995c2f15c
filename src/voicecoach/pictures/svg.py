"""A drawing as SVG: plain elements, nothing from elsewhere, no script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from voicecoach.pictures.looks import TILE
from voicecoach.pictures.shapes import Box, Lettering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.pictures.looks import Look
    from voicecoach.pictures.shapes import Drawing, Shape

__all__ = ["svg_text"]

_FONT = "system-ui, -apple-system, Roboto, 'Segoe UI', 'DejaVu Sans', sans-serif"
_FORBIDDEN = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""


def svg_text(drawing: Drawing) -> str:
    """The text of an SVG file, with a line for each shape."""
    size = f"{drawing.width} {drawing.height}"
    looks = dict.fromkeys(shape.look for shape in drawing.shapes if isinstance(shape, Box) and shape.look.strokes)
    names = {look: f"pattern{number}" for number, look in enumerate(looks)}
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" width="{drawing.width}"'
        f' height="{drawing.height}" role="img" font-family="{_FONT}">'
    )
    lines = [
        opening,
        "<!-- made by voicecoach -->",
        f"<title>{_clean(drawing.about)}</title>",
        *_patterns(names),
        f'<rect width="100%" height="100%" fill="{drawing.paper}"/>',
        *(_element(shape, names) for shape in drawing.shapes),
        "</svg>\n",
    ]
    return "\n".join(lines)


def _clean(text: str) -> str:
    return escape(_FORBIDDEN.sub("", text))


def _number(value: float) -> str:
    """A length to a hundredth of a unit."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _patterns(names: dict[Look, str]) -> Iterator[str]:
    for look, name in names.items():
        strokes = "".join(f"M{x1:g} {y1:g}L{x2:g} {y2:g}" for x1, y1, x2, y2 in look.strokes)
        yield (
            f'<defs><pattern id="{name}" width="{TILE}" height="{TILE}" patternUnits="userSpaceOnUse">'
            f'<rect width="{TILE}" height="{TILE}" fill="{look.paper}"/>'
            f'<path d="{strokes}" stroke="{look.ink}"/></pattern></defs>'
        )


def _element(shape: Shape, names: dict[Look, str]) -> str:
    if isinstance(shape, Lettering):
        return _lettering(shape)
    x, y, width, height = map(_number, (shape.x, shape.y, shape.width, shape.height))
    look = shape.look
    fill = f"url(#{names[look]})" if look in names else look.paper
    outline = f' stroke="{look.ink}"' if look.ink != look.paper else ""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}"{outline}/>'


def _lettering(shape: Lettering) -> str:
    weight = ' font-weight="bold"' if shape.bold else ""
    place = f' text-anchor="{shape.align.value}"' if shape.align.value != "start" else ""
    return (
        f'<text x="{_number(shape.x)}" y="{_number(shape.y)}" font-size="{shape.size:g}" fill="{shape.color}"'
        f"{weight}{place}>{_clean(shape.text)}</text>"
    )
