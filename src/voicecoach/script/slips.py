"""Slips of the pen: the known words that were probably meant."""

from __future__ import annotations

import re
from itertools import islice, product
from typing import TYPE_CHECKING

from voicecoach.diagnostics import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["Vocabulary", "corrections", "with_seconds"]

_LETTERS = 64
_WORD = re.compile(r"[^\W\d_]+")
_BARE = re.compile(r"(?<![0-9.:-])[0-9]{1,4}(?![0-9.:%-]|[^\W\d_])")
_MOST_OFFERED = 6
_MOST_READINGS = 40
_MOST_TOGETHER = 9
_MOST_KEPT = 1024
"""Answers kept at most, so that no text makes the memory grow."""


class Vocabulary:
    """Words to choose from; :func:`voicecoach.diagnostics.nearest` for many questions about the same words."""

    def __init__(self, words: Iterable[str]) -> None:
        """Know the words, of which the first counts where several are equally near."""
        self._words = [(word, _letters(word)) for word in words]
        self._answers: dict[str, tuple[str, ...]] = {}

    def nearest(self, word: str) -> str | None:
        """The known word that a slip of the pen away from ``word``, or None; a known word is nearest to itself."""
        return next(iter(self.near(word)), None)

    def near(self, word: str) -> tuple[str, ...]:
        """All known words that ``word`` may be a slip of the pen for, at most six, the nearest first."""
        if word in self._answers:
            return self._answers[word]
        letters = _letters(word)
        most = 2 * (1 + len(word) // 6)  # an edit changes two letters of the set at most; see nearest for their number
        likely = [known for known, others in self._words if (letters ^ others).bit_count() <= most]
        found: list[str] = []
        while len(found) < _MOST_OFFERED and (one := nearest(word, likely)):
            found.append(one)
            likely.remove(one)
        if len(self._answers) < _MOST_KEPT:
            self._answers[word] = tuple(found)
        return tuple(found)


def corrections(text: str, near: Callable[[str], tuple[str, ...]]) -> Iterator[str]:
    """Readings of a text with slips of the pen mended, the likeliest first; few of many.

    One word is mended at a time, those that nobody knows first, then several words together.

    Args:
        text: What was written.
        near: The words that a word may have been meant to be, itself first where it is known; none leaves it.
    """
    found = list(_WORD.finditer(text))
    choices = [near(match[0]) for match in found]
    known = [match[0].casefold() in map(str.casefold, choice) for match, choice in zip(found, choices, strict=True)]
    order = sorted(range(len(found)), key=known.__getitem__)
    single = (_replaced(text, found[i], word) for i in order for word in choices[i])
    together = (_joined(text, chosen) for chosen in product(*(choice or ("",) for choice in choices)))
    readings = (*islice(single, _MOST_READINGS), *islice(together, _MOST_TOGETHER))
    yield from (reading for reading in readings if reading.casefold() != text.casefold())


def with_seconds(text: str) -> Iterator[str]:
    """Readings of a text in which one of its bare numbers is a number of seconds."""
    for number in islice(_BARE.finditer(text), _MOST_TOGETHER):
        yield _replaced(text, number, f"{number[0]}s")


def _replaced(text: str, match: re.Match[str], word: str) -> str:
    return text[: match.start()] + word + text[match.end() :]


def _joined(text: str, chosen: tuple[str, ...]) -> str:
    """The text with other words; an empty one leaves the word that was there."""
    words, between = _WORD.findall(text), _WORD.split(text)
    told = (better or word for better, word in zip(chosen, words, strict=True))
    return between[0] + "".join(word + gap for word, gap in zip(told, between[1:], strict=True))


def _letters(text: str) -> int:
    """The set of a text's letters, as bits."""
    bits = 0
    for letter in text.casefold():
        bits |= 1 << ord(letter) % _LETTERS
    return bits
