"""Written words to speakable words, the same for every voice.

Voices read figures, signs and abbreviations each in its own way ("30s" is "thirties", "Set 2/4" "two quarters", "HIIT"
"hi-it"), so nothing but letters, plain numbers and stops is left to them. English is read in full; of other languages
the markup is taken out and the lexicon put in.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from voicecoach.speech.abbreviations import spoken_abbreviations
from voicecoach.speech.cleaning import cleaned, speakable_only, tidied
from voicecoach.speech.figures import spoken_figures
from voicecoach.speech.language import is_english
from voicecoach.speech.respelling import respelled, undrawn

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["normalize"]

_NO_LEXICON: Mapping[str, str] = MappingProxyType({})

_PASSES = 8
"""Enough for what one reading uncovers for the next; a lexicon that goes in circles stops here."""


def normalize(text: str, language: str = "en", lexicon: Mapping[str, str] = _NO_LEXICON) -> str:
    """Write a text as it is spoken.

    Args:
        text: Anything.
        language: BCP 47 tag.
        lexicon: Words and how they are respelled; goes before the bundled one of the language.

    Returns:
        Letters, digits and ``. , ? ! ' -`` with single spaces; in other languages than English also signs that their
        voices have words for. Empty where there is nothing to say. Normalizing it again changes nothing, unless the
        lexicon goes in circles.
    """
    for _ in range(_PASSES):
        spoken = _read(text, language, lexicon)
        if spoken == text:
            break
        text = spoken
    return text


def _read(text: str, language: str, lexicon: Mapping[str, str]) -> str:
    text = respelled(cleaned(text), language, lexicon)
    if is_english(language):
        text = undrawn(spoken_abbreviations(spoken_figures(text)), language)
    return tidied(speakable_only(tidied(text), language))
