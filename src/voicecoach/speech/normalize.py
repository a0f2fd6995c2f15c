"""Written words to speakable words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["normalize"]


def normalize(text: str, language: str = "en", lexicon: Mapping[str, str] | None = None) -> str:
    """The words of a text with single spaces between them, respelled by the lexicon."""
    words = lexicon or {} if language else {}
    return " ".join(words.get(word, word) for word in text.split())
