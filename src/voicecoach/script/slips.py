"""Slips of the pen: the known word that was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.diagnostics import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Vocabulary"]

_LETTERS = 64
_MOST_KEPT = 1024
"""Answers kept at most, so that no text makes the memory grow."""


class Vocabulary:
    """Words to choose from; :func:`voicecoach.diagnostics.nearest` for many questions about the same words."""

    def __init__(self, words: Iterable[str]) -> None:
        """Know the words, of which the first counts where several are equally near."""
        self._words = [(word, _letters(word)) for word in words]
        self._answers: dict[str, str | None] = {}

    def nearest(self, word: str) -> str | None:
        """The known word that a slip of the pen away from ``word``, or None; a known word is nearest to itself."""
        if word in self._answers:
            return self._answers[word]
        letters = _letters(word)
        most = 2 * (1 + len(word) // 6)  # an edit changes two letters of the set at most; see nearest for their number
        found = nearest(word, [known for known, others in self._words if (letters ^ others).bit_count() <= most])
        if len(self._answers) < _MOST_KEPT:
            self._answers[word] = found
        return found


def _letters(text: str) -> int:
    """The set of a text's letters, as bits."""
    bits = 0
    for letter in text.casefold():
        bits |= 1 << ord(letter) % _LETTERS
    return bits
