"""Numbers and lengths of time as posts write them: "12", "twelve", "10 to 12", "30 secs"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.importers.prose.vocabulary import table
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from voicecoach.units import Ms

__all__ = ["LONGEST", "NUMBER", "RANGE", "TO", "UNIT", "number_of", "seconds_in"]

_NUMBERS: dict[str, int] = table("amounts")["numbers"]

NUMBER = rf"(?:[0-9]{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
"""The expression for a number, in digits or in words."""

TO = r"\s*(?:-|\u2013|\u2014|to|or)\s*"
"""What stands between the two ends of a range."""

RANGE = rf"(?P<n>{NUMBER})(?:{TO}(?P<top>{NUMBER}))?"
"""A number ``n``, or a range from ``n`` to ``top``."""

UNIT = r"(?P<unit>seconds?|secs?|sec\.|s|minutes?|mins?|min\.|m)"
"""A unit of time."""

LONGEST: Ms = 60 * 60 * MS_PER_SECOND
"""The longest time that a post can mean."""


def number_of(word: str | None) -> int:
    """The value of what :data:`NUMBER` found; 0 for nothing."""
    if not word:
        return 0
    return int(word) if word.isdigit() else _NUMBERS.get(word.casefold(), 0)


def seconds_in(unit: str) -> int:
    """How many seconds a unit of time has."""
    return 60 if unit.casefold().startswith("m") else 1
