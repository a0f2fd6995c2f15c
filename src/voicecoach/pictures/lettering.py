"""How much room text takes, guessed generously: the font that shows it is not known when a chart is drawn."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

__all__ = ["MORE", "room_for", "shortened", "wrapped"]

MORE = "\u2026"

_NARROW, _CAPITAL, _WIDE, _USUAL, _FULL = 0.4, 0.78, 1.0, 0.63, 1.05
"""Widths of characters in parts of the font's size, as in DejaVu Sans, which is wider than most: 0.34 for a narrow
one, 0.77 for the widest usual capital, 0.98 for m and W, 0.63 for the rest."""

_BOLD = 1.12
"""How much wider bold text is at most."""


def room_for(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide a line of text is, in units; rather too wide than too narrow."""
    return sum(map(_width, text)) * size * (_BOLD if bold else 1)


def _width(character: str) -> float:
    if combining(character):
        return 0.0
    if character in "mwMW@%\u00d7\u2026\u2014":
        return _WIDE
    if east_asian_width(character) in "WF":
        return _FULL
    if character in "iljtfrI.,:;'!|()[] \u2019":
        return _NARROW
    return _CAPITAL if character.isupper() else _USUAL


def shortened(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """As much of a line as there is room for, with an ellipsis where something is left out; empty where nothing is."""
    if room_for(text, size, bold=bold) <= room:
        return text
    kept = text
    while kept and room_for(kept.rstrip() + MORE, size, bold=bold) > room:
        kept = kept[:-1]
    return kept.rstrip() + MORE if kept.strip() else ""


def wrapped(text: str, size: float, room: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """A text on several lines, broken between words.

    Args:
        text: What is written.
        size: Of the font, in units.
        room: How wide a line may be, in units.
        most: How many lines there may be; the last one is shortened for what is left.
        bold: Whether the text is.
    """
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        count = 1
        while count < len(words) and room_for(" ".join(words[: count + 1]), size, bold=bold) <= room:
            count += 1
        lines.append(shortened(" ".join(words[:count]), size, room, bold=bold))
        words = words[count:]
    if words:
        lines.append(shortened(" ".join(words), size, room, bold=bold))
    return tuple(line for line in lines if line)
