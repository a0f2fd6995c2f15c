"""The sounds of words that a lexicon tells, for the voices that take them.

They are looked for in the normalized text, so that a voice without sounds speaks the same text as it stands.
"""
# ruff: noqa: RUF001 - letters of the phonetic alphabet

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from voicecoach.speech.normalize import normalize
from voicecoach.speech.respelling import bundled_words, folded, pronunciation_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Sounds", "in_alphabet", "marked", "parted", "sounds_in"]

Sounds = tuple[tuple[str, str], ...]
"""Words of a text, each with its sounds in IPA."""

_NEAREST = {
    "ʁ": "ɹ", "ʀ": "ɹ", "r": "ɹ", "χ": "k", "x": "k", "c": "k", "ç": "h", "ɣ": "ɡ", "g": "ɡ", "β": "v", "ʋ": "v",
    "ɲ": "nj", "ʎ": "lj", "ʝ": "j", "ɫ": "l", "ɥ": "w", "y": "u", "ʏ": "ʊ", "ø": "ɜ", "œ": "ɛ", "ɐ": "ə", "ˑ": "",
    "\u0303": "", "\u0329": "", "\u032f": "", "\u0361": "", ".": "", "'": "ˈ",
}  # fmt: skip
"""English sounds for those that English lacks; the signs over and between letters go."""

_STRESSED = re.compile("([ˈˌ])([^ˈˌ aeiouæɑɒɔəɚɛɜɝɪʊʌ]+)")
"""Voices want the stress before the vowel, IPA writes it before the syllable."""


def sounds_in(words: str, language: str, lexicon: Mapping[str, str]) -> Sounds:
    """The words of a text whose sounds are known, in no order.

    Args:
        words: Normalized.
        language: BCP 47 tag.
        lexicon: Goes before the bundled one.
    """
    known = _known(language, tuple(lexicon.items()))
    return tuple((word, ipa) for word, ipa in known if _pattern(word).search(words))


def marked(text: str, sounds: Sounds, mark: Callable[[str], str]) -> str:
    """A text with the words whose sounds are known replaced.

    Args:
        text: Normalized.
        sounds: The words.
        mark: What stands for some IPA; no word is looked for in it.
    """
    return "".join(mark(ipa) if ipa else part for part, ipa in parted(text, sounds))


def parted(text: str, sounds: Sounds) -> list[tuple[str, str]]:
    """A text in parts, each with its IPA; that is empty for what is read by the letters."""
    parts = [(text, "")]
    for word, ipa in sorted(sounds, key=lambda pair: -len(pair[0])):
        parts = [piece for part in parts for piece in ([part] if part[1] else _split(part[0], word, ipa))]
    return parts


def _split(text: str, word: str, ipa: str) -> list[tuple[str, str]]:
    pieces = _pattern(word).split(text)
    parts = [(pieces[0], "")]
    for piece in pieces[1:]:
        parts += [(word, ipa), (piece, "")]
    return [part for part in parts if part[0]]


def in_alphabet(ipa: str, letters: Mapping[str, str]) -> str:
    """IPA in the alphabet of an English voice.

    Args:
        ipa: Foreign sounds become the nearest English ones.
        letters: What stands for each sound, also for two letters that are one; what is not in it goes.
    """
    english = _STRESSED.sub(r"\2\1", "".join(_NEAREST.get(sign, sign) for sign in ipa))
    found = re.compile("|".join(map(re.escape, sorted(letters, key=len, reverse=True)))).findall(english)
    return "".join(letters[sound] for sound in found)


@lru_cache(maxsize=16)
def _known(language: str, lexicon: tuple[tuple[str, str], ...]) -> Sounds:
    """Every word with known sounds, as it stands in a normalized text."""
    own = dict(lexicon)
    written = {folded(key): (key, value) for key, value in (*bundled_words(language).items(), *lexicon)}
    told = [(key, pronunciation_of(value).ipa) for key, value in written.values()]
    return tuple((normalize(key, language, own).rstrip(".?!"), _stressed(ipa)) for key, ipa in told if ipa)


def _stressed(ipa: str) -> str:
    """A word without a stress is stressed on its first syllable: voices mumble the unstressed."""
    return ipa if "ˈ" in ipa or "'" in ipa else f"ˈ{ipa}"


@lru_cache(maxsize=256)
def _pattern(word: str) -> re.Pattern[str]:
    """Where a word stands alone; one of up to two letters only in its own case."""
    exact = folded(word) != word.casefold()
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", 0 if exact else re.IGNORECASE)
