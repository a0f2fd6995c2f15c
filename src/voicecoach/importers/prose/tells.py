"""How people describe common movements when they do not name them: the words that tell one from another."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from voicecoach.importers.prose.vocabulary import table

__all__ = ["Tell", "told_by"]

_LONGEST = 1_500
"""Characters of a description that are looked at."""

_WORDS = re.compile(r"<(\w+)>")


class Tell(NamedTuple):
    """What a description must speak of, and must not, to be of an exercise."""

    name: str
    needs: tuple[re.Pattern[str], ...]
    excludes: re.Pattern[str] | None


def told_by(text: str) -> list[Tell]:
    """The movements whose tells a description has, those that need the most first."""
    told = text[:_LONGEST]
    found = [
        tell
        for tell in _tells()
        if all(need.search(told) for need in tell.needs) and not (tell.excludes and tell.excludes.search(told))
    ]
    return sorted(found, key=lambda tell: -len(tell.needs))


@cache
def _tells() -> tuple[Tell, ...]:
    return tuple(
        Tell(row["name"], tuple(map(_pattern, row["needs"])), _pattern(row["excludes"]) if "excludes" in row else None)
        for row in table("tells")["tell"]
    )


def _pattern(written: str) -> re.Pattern[str]:
    """An expression in which ``<words>`` stand for those of the table."""
    words = table("tells")["words"]
    return re.compile(_WORDS.sub(lambda match: f"(?:{words[match[1]]})", written), re.IGNORECASE | re.DOTALL)
