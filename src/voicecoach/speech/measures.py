"""Short forms of units behind numbers in other languages than English: "20 kg" as a coach of the language says it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from voicecoach.speech.respelling import bundled_measures

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["spoken_measures"]

_NUMBER = r"(?<![\w.,])([0-9]+(?:[.,][0-9]+)?)"


def spoken_measures(text: str, language: str) -> str:
    """The text with each unit behind a number in words; its number is left to the voice.

    Args:
        text: Cleaned.
        language: BCP 47 tag; where no measures are known in it, nothing is changed.
    """
    return _reader(language)(text)


@cache
def _reader(language: str) -> Callable[[str], str]:
    words = bundled_measures(language)
    if not words:
        return lambda text: text
    units = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    pattern = re.compile(rf"{_NUMBER}[ \u00a0]?({units})(?!\w)")

    def one(match: re.Match[str]) -> str:
        number, unit = match.groups()
        single, several = words[unit]
        return single if number == "1" else f"{number} {several}"

    return lambda text: pattern.sub(one, text)
