"""Where the settings of a script stand: between two lines of three hyphens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voicecoach.source import Source

__all__ = ["rulers"]

_RULER = re.compile(r"---[ \t]*")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
_SETTING = re.compile(r"[A-Za-z][A-Za-z _-]*:(?:\s|$)|#")


def rulers(source: Source, last: int) -> tuple[int, int] | None:
    """The lines above and below the settings; None for a script without settings.

    Args:
        source: The script.
        last: The last line to look at.

    Returns:
        Their numbers, from 1; the second is 0 where settings begin and have no end.
    """
    opening = next((number for number in range(1, last + 1) if source.line(number).strip()), 0)
    if not opening or not _RULER.fullmatch(source.line(opening)):
        return None
    closing = next((number for number in range(opening + 1, last + 1) if _END.fullmatch(source.line(number))), 0)
    return (opening, closing) if closing or _SETTING.match(source.line(opening + 1)) else None
