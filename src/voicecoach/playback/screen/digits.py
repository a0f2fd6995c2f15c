"""Writing that can be read from three metres: each of its points is drawn from blocks, as large as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["drawn"]

_ROWS = 5
"""Points from top to bottom."""

_GLYPHS: Mapping[str, str] = {
    "0": "###/#.#/#.#/#.#/###",
    "1": ".#./##./.#./.#./###",
    "2": "###/..#/###/#../###",
    "3": "###/..#/###/..#/###",
    "4": "#.#/#.#/###/..#/..#",
    "5": "###/#../###/..#/###",
    "6": "###/#../###/#.#/###",
    "7": "###/..#/..#/..#/..#",
    "8": "###/#.#/###/#.#/###",
    "9": "###/#.#/###/..#/###",
    ":": "./#/./#/.",
    "?": "##./..#/.#./.../.#.",
    "A": "###/#.#/###/#.#/#.#",
    "D": "##./#.#/#.#/#.#/##.",
    "E": "###/#../##./#../###",
    "N": "#..#/##.#/#.##/#..#/#..#",
    "O": "###/#.#/#.#/#.#/###",
    "R": "##./#.#/##./#.#/#.#",
    "Y": "#.#/#.#/.#./.#./.#.",
}
"""Rows of points from top to bottom."""

_HALVES = {"..": " ", "#.": "▀", ".#": "▄", "##": "█"}
"""A cell of a terminal is about twice as high as wide, so it holds two square points."""


def drawn(text: str, width: int, height: int) -> tuple[str, ...]:
    """A text in large writing.

    Args:
        text: Digits, colons and the letters of READY?, DONE.
        width: Cells there are for it.
        height: Rows there are for it.

    Returns:
        Rows of one length, as large as they fit; the text itself where it does not fit at all.
    """
    rows = [".".join(parts) for parts in zip(*(_GLYPHS[letter].split("/") for letter in text), strict=True)]
    across = len(rows[0]) if rows else 0
    size = min(width // across, 2 * height // _ROWS) if across else 0
    if size < 1:
        return (text,)
    halves = ["".join(point * size for point in row) for row in rows for _ in range(size)]
    if len(halves) % 2:
        halves.append("." * len(halves[0]))
    pairs = zip(halves[::2], halves[1::2], strict=True)
    return tuple("".join(_HALVES[upper + lower] for upper, lower in zip(*pair, strict=True)) for pair in pairs)
