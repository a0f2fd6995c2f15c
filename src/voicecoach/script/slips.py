"""Slips of the pen: the known words that were probably meant."""

from __future__ import annotations

import re
from itertools import islice, product
from typing import TYPE_CHECKING

from voicecoach.diagnostics import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["Vocabulary", "corrections"]

_LETTERS = 64
_WORD = re.compile(r"[^\W\d_]+")
_MOST_OFFERED = 3
_MOST_READINGS = 9
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
        """All known words that ``word`` may be a slip of the pen for, at most three, the nearest first."""
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
    """Readings of a text with slips of the pen in its words mended, the likeliest first; few of many.

    Args:
        text: What was written.
        near: The words that a word may have been meant to be; none leaves it as it is. Not asked for single letters.
    """
    words, between = _WORD.findall(text), _WORD.split(text)
    choices = [(near(word) if len(word) > 1 else ()) or (word,) for word in words]
    for chosen in islice(product(*choices), _MOST_READINGS):
        reading = between[0] + "".join(word + gap for word, gap in zip(chosen, between[1:], strict=True))
        if reading != text:
            yield reading


def _letters(text: str) -> int:
    """The set of a text's letters, as bits."""
    bits = 0
    for letter in text.casefold():
        bits |= 1 << ord(letter) % _LETTERS
    return bits
