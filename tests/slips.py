"""Slips of the pen, one letter each, that are the same for the same seed."""

from __future__ import annotations

from random import Random
from string import ascii_lowercase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["edits", "every_slip", "four_slips"]


def every_slip(text: str) -> list[str]:
    """Each letter left out, doubled by another, replaced, and swapped with its neighbor."""
    chance = Random(text)  # noqa: S311 - reproducible, not secret
    found = {slip for at in range(len(text)) for slip in _at(text, at, chance)}
    return sorted(slip for slip in found if slip.casefold() != text.casefold())


def four_slips(text: str) -> list[str]:
    """One slip of each of the four kinds, somewhere."""
    chance = Random(text)  # noqa: S311 - as above
    letters = [at for at, letter in enumerate(text) if letter.isalpha()]
    swaps = [at for at in letters if at + 1 in letters and text[at].casefold() != text[at + 1].casefold()]
    at = chance.choice(swaps or letters or [0])
    return sorted({slip for slip in _at(text, at, chance) if slip.casefold() != text.casefold()})


def _at(text: str, at: int, chance: Random) -> Iterator[str]:
    if not text[at].isalpha():
        return
    before, letter, behind = text[:at], text[at], text[at + 1 :]
    other = chance.choice([each for each in ascii_lowercase if each != letter.casefold()])
    yield before + behind
    yield before + other + behind
    yield before + other + letter + behind
    if behind[:1].isalpha():
        yield before + behind[0] + letter + behind[1:]


def edits(a: str, b: str) -> int:
    """How many letters to leave out, add, replace or swap make one text of the other; clear rather than fast."""
    table = {(-1, -1): 0} | {(i, -1): i + 1 for i in range(len(a))} | {(-1, j): j + 1 for j in range(len(b))}
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            ways = [table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (x != y)]
            if i and j and (x, y) == (b[j - 1], a[i - 1]):
                ways.append(table[i - 2, j - 2] + 1)
            table[i, j] = min(ways)
    return table[len(a) - 1, len(b) - 1]
