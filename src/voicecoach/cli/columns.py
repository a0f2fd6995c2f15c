"""Rows in columns that fit the terminal."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["columns", "screen_width"]

_GAP = "  "
_NARROWEST = 10
_MORE = "\u2026"


def screen_width() -> int:
    """Characters in a line of the terminal, or what ``COLUMNS`` says; 0 where nothing bounds them."""
    return shutil.get_terminal_size((0, 0)).columns


def columns(rows: Sequence[tuple[str, ...]], width: int) -> Iterator[str]:
    """The rows as lines.

    Args:
        rows: Cells, equally many in each.
        width: Characters of a line at most, 0 for any number. To fit, cells are cut, but for those of the first column,
            which holds the names: always the widest, and none to less than 10.
    """
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    while width and sum(widths) + len(_GAP) * (len(widths) - 1) > width and max(widths[1:]) > _NARROWEST:
        widths[widths.index(max(widths[1:]), 1)] -= 1
    for row in rows:
        yield _GAP.join(f"{_cut(cell, room):<{room}}" for cell, room in zip(row, widths, strict=True)).rstrip()


def _cut(cell: str, room: int) -> str:
    return cell if len(cell) <= room else cell[: room - 1].rstrip() + _MORE
