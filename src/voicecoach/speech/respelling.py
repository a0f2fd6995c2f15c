"""The lexicon: words whose letters mislead a voice, and how they are spelled for it."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from voicecoach.languages import primary
from voicecoach.pronunciation import Pronunciation, PronunciationError, read_pronunciation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["bundled_measures", "bundled_words", "folded", "letter_names", "pronunciation_of", "respelled", "undrawn"]

_EXACT_LENGTH = 2
"""Keys of up to two letters count only in their own case: "DB" is a dumbbell, "db" may be anything."""

_WORD = re.compile(r"[A-Za-z]+")
_RUN = re.compile(r"([a-z])\1\1+")


def respelled(text: str, language: str, lexicon: Mapping[str, str]) -> str:
    """The text with the words of the lexicons respelled.

    Args:
        text: Cleaned.
        language: BCP 47 tag; its bundled lexicon is used, if there is one.
        lexicon: Goes before the bundled one.
    """
    replace = _replacer(tuple(lexicon.items()), tuple(bundled_words(language).items()))
    return replace(text)


def bundled_words(language: str) -> Mapping[str, str]:
    """How the program's own lexicon of a language says words: respelled, or in IPA, or both."""
    found: Mapping[str, str] = _bundled(language).get("words", {})
    return found


def bundled_measures(language: str) -> Mapping[str, tuple[str, str]]:
    """What stands for a unit behind a number: the words for one of it, and those behind any other number."""
    measures = _bundled(language).get("measures", {})
    return {unit: (single, several) for unit, (single, several) in measures.items()}


def letter_names(language: str) -> frozenset[str]:
    """Abbreviations that are spelled letter by letter."""
    return frozenset(_bundled(language).get("letters", {}).get("names", ()))


def undrawn(text: str, language: str) -> str:
    """The text with drawn-out words at their usual length: ``soooo`` is ``so``."""
    doubled = frozenset(_bundled(language).get("doubled", {}).get("words", ()))
    return _WORD.sub(lambda word: _shortened(word.group(), doubled), text) if _RUN.search(text) else text


def _shortened(word: str, doubled: frozenset[str]) -> str:
    twice = _RUN.sub(r"\1\1", word)
    return twice if twice.casefold() in doubled else _RUN.sub(r"\1", word)


@cache
def _bundled(language: str) -> dict[str, Any]:
    """The lexicon of a language that comes with the program; empty where there is none."""
    name = primary(language)
    file = files("voicecoach.speech") / "lexicon" / f"{name}.toml"
    return tomllib.loads(file.read_text("utf-8")) if name.isalpha() and file.is_file() else {}


@lru_cache(maxsize=16)
def _replacer(first: tuple[tuple[str, str], ...], second: tuple[tuple[str, str], ...]) -> Callable[[str], str]:
    """What replaces every key by its spelling, the longest that stands there, and leaves spellings alone.

    Since a spelling is left alone where it stands, "squat" may be spelled "deep squat" without getting ever deeper.
    """
    spellings = {folded(key): _spelling(key, sounds) for key, sounds in second + first if key.strip()}
    known = {**{folded(spelling): spelling for spelling in spellings.values()}, **spellings}
    found = sorted(filter(None, known), key=len, reverse=True)
    if not found:
        return lambda text: text
    words = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, found))})(s?)(?!\w)", re.IGNORECASE)

    def one(match: re.Match[str]) -> str:
        spelling = spellings.get(folded(match[1]))
        return match[0] if spelling is None else spelling + match[2]

    return lambda text: words.sub(one, text)


def _spelling(key: str, sounds: str) -> str:
    """What every voice reads for a word; a word of which only the sounds are told stays."""
    return pronunciation_of(sounds).respelling or key


def pronunciation_of(sounds: str) -> Pronunciation:
    """A value of a lexicon; one that cannot be read stays as it is written."""
    try:
        return read_pronunciation(sounds)
    except PronunciationError:
        return Pronunciation(sounds)


def folded(key: str) -> str:
    """The form in which words of a lexicon are compared."""
    return key if len(key) <= _EXACT_LENGTH else key.casefold()
