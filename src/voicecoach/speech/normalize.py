"""Written words to speakable words, the same for every voice.

Voices read figures, signs and abbreviations each in its own way ("30s" is "thirties", "Set 2/4" "two quarters", "HIIT"
"hi-it"), so nothing but letters, plain numbers and stops is left to them. English is read in full; of other languages
the markup is taken out, the lexicon put in, and units behind numbers are put in words.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from voicecoach.speech.abbreviations import spoken_abbreviations
from voicecoach.speech.cleaning import cleaned, speakable_only, tidied
from voicecoach.speech.figures import spoken_figures
from voicecoach.speech.language import is_english
from voicecoach.speech.measures import spoken_measures
from voicecoach.speech.respelling import respelled, undrawn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["normalize", "readings"]

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
    *_, (_, spoken) = [("", text), *readings(text, language, lexicon)]
    return spoken


def readings(text: str, language: str = "en", lexicon: Mapping[str, str] = _NO_LEXICON) -> Iterator[tuple[str, str]]:
    """What each step of the reading makes of a text, as in :func:`normalize`.

    Yields:
        The name of a step that changed something, and the text behind it.
    """
    for _ in range(_PASSES):
        before = text
        for name, step in _steps(language, lexicon):
            read = step(text)
            if read != text:
                yield name, read
            text = read
        if text == before:
            break


def _steps(language: str, lexicon: Mapping[str, str]) -> Iterator[tuple[str, Callable[[str], str]]]:
    yield "cleaned", cleaned
    yield "lexicon", lambda text: respelled(text, language, lexicon)
    if is_english(language):
        yield "figures", spoken_figures
        yield "abbreviations", spoken_abbreviations
        yield "drawn out", lambda text: undrawn(text, language)
    else:
        yield "figures", lambda text: spoken_measures(text, language)
    yield "speakable", lambda text: tidied(speakable_only(tidied(text), language))
