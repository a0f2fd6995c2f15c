"""A drawing in dots, as a PNG file.

The letters come from fonts of our own, so the same drawing gives the same dots on every machine. They know Latin, Greek
and Cyrillic; an accent that they do not know is left away, and anything else (an emoji, a Chinese word) is left out.
"""

from __future__ import annotations

import io
import math
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from PIL import Image, ImageDraw, ImageFont, PngImagePlugin

from voicecoach.pictures.looks import TILE
from voicecoach.pictures.shapes import Align, Box

if TYPE_CHECKING:
    from voicecoach.pictures.looks import Look
    from voicecoach.pictures.shapes import Drawing, Lettering

__all__ = ["LETTERS", "MOST_DOTS", "known_letters", "png"]

LETTERS = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x218, 0x21B),
    (0x384, 0x38A),
    (0x38C, 0x38C),
    (0x38E, 0x3A1),
    (0x3A3, 0x3CE),
    (0x400, 0x45F),
    (0x490, 0x491),
    (0x2010, 0x2015),
    (0x2018, 0x201E),
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
)
"""What the fonts know, as ranges of Unicode, both ends included."""

MOST_DOTS = 24_000_000
"""Dots of a painted picture: 72 MB while it is being painted, and within what browsers and phones can show."""

_COLORS = 64
"""Of a painted picture: a few looks, and the shades at the edges of letters."""

_OUTLINE_FROM = 2
"""Dots; what is narrower would be nothing but outline."""

_ANCHORS = {Align.START: "ls", Align.MIDDLE: "ms", Align.END: "rs"}
_FONTS = Path(__file__).parent / "fonts"


def png(drawing: Drawing, scale: float = 1.0) -> bytes:
    """Paint a drawing.

    Args:
        drawing: What is painted.
        scale: Dots a unit; less where there would be more than :data:`MOST_DOTS`.

    Returns:
        The bytes of a PNG file.
    """
    scale = min(scale, math.sqrt(MOST_DOTS / (drawing.width * drawing.height)))
    size = (max(1, int(drawing.width * scale)), max(1, int(drawing.height * scale)))
    canvas = Image.new("RGB", size, drawing.paper)
    draw = ImageDraw.Draw(canvas)
    for shape in drawing.shapes:
        if isinstance(shape, Box):
            _box(canvas, draw, shape, scale)
        else:
            _letter(draw, shape, scale)
    return _saved(canvas)


def _saved(canvas: Image.Image) -> bytes:
    file = io.BytesIO()
    canvas.quantize(_COLORS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(file, "PNG", pnginfo=_made_by())
    return file.getvalue()


def _made_by() -> PngImagePlugin.PngInfo:
    """Says whose picture it is, so that the next one may be written over it."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Software", "voicecoach")
    return info


def _box(canvas: Image.Image, draw: ImageDraw.ImageDraw, box: Box, scale: float) -> None:
    """A rectangle with its pattern and outline; however narrow, it is one dot wide."""
    left, top = round(box.x * scale), round(box.y * scale)
    right = max(left + 1, round((box.x + box.width) * scale))
    bottom = max(top + 1, round((box.y + box.height) * scale))
    area = (left, top, right, bottom)
    if box.look.strokes:
        canvas.paste(_tiled(box.look, scale, canvas.width, bottom - top).crop((left, 0, right, bottom - top)), area)
    else:
        draw.rectangle((left, top, right - 1, bottom - 1), fill=box.look.paper)
    if box.look.ink != box.look.paper and right - left > _OUTLINE_FROM:
        draw.rectangle((left, top, right - 1, bottom - 1), outline=box.look.ink, width=max(1, round(scale)))


@lru_cache(64)
def _tiled(look: Look, scale: float, width: int, height: int) -> Image.Image:
    """A band of a pattern across the picture, so that neighbors go on with it."""
    side = max(4, round(TILE * scale))
    tile = Image.new("RGB", (side, side), look.paper)
    draw = ImageDraw.Draw(tile)
    for stroke in look.strokes:
        draw.line([part * side / TILE for part in stroke], fill=look.ink, width=max(1, round(scale)))
    band = Image.new("RGB", (width, height))
    for x in range(0, width, side):
        for y in range(0, height, side):
            band.paste(tile, (x, y))
    return band


def _letter(draw: ImageDraw.ImageDraw, lettering: Lettering, scale: float) -> None:
    draw.text(
        (round(lettering.x * scale), round(lettering.y * scale)),
        known_letters(lettering.text),
        lettering.color,
        _font(round(lettering.size * scale), lettering.bold),
        _ANCHORS[lettering.align],
    )


@lru_cache(32)
def _font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    """One of our fonts; laid out without libraries that some machines have and others lack."""
    path = _FONTS / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")
    return ImageFont.truetype(str(path), max(1, size), layout_engine=ImageFont.Layout.BASIC)


def known_letters(text: str) -> str:
    """As much of a text as the fonts can show: accents that they do not know are left away, other signs left out."""
    shown = "".join(map(_known, normalize("NFC", text)))
    return " ".join(shown.split())


@lru_cache(1024)
def _known(character: str) -> str:
    if _has(character):
        return character
    return "".join(filter(_has, normalize("NFKD", character)))


def _has(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in LETTERS)
