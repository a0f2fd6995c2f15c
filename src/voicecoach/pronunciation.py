"""How a word of the lexicon is said: respelled, in the International Phonetic Alphabet, or both.

Grammar::

    value = respelling | "/" ipa "/" | respelling " /" ipa "/"

A respelling is for every voice; sounds between slashes are for the voices that take them, the others read the
respelling, or the word as it is written.
"""
# ruff: noqa: RUF001 - letters of the phonetic alphabet

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Pronunciation", "PronunciationError", "read_pronunciation"]

_VALUE = re.compile(r"(?P<respelling>.*?) ?(?:(?<![^ ])/(?P<ipa>[^/]*)/)?")

_LETTERS = frozenset("abcdefhijklmnoprstuvwyzæçðøŋœɐɑɒɔəɚɛɜɝɡgɣɪɫɲɹɾʀʁʃʊʌʎʏʒʔʝɥβθχx")
_MARKS = frozenset("ˈˌːˑ.' \u0303\u0329\u032f\u0361")
"""Stress, length, syllables, and the signs over, under and between letters."""


class PronunciationError(ValueError):
    """A value that cannot be read; its text says why."""


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """How a word is said.

    Attributes:
        respelling: How it is written for every voice; empty for as it is.
        ipa: Its sounds; empty where nobody wrote them.
    """

    respelling: str
    ipa: str = ""


def read_pronunciation(value: str) -> Pronunciation:
    """Read a value of a lexicon.

    Raises:
        PronunciationError: If it is empty, or its sounds are no IPA.
    """
    found = _VALUE.fullmatch(" ".join(value.split()))
    if found is None or not (found["respelling"] or found["ipa"]):
        raise PronunciationError("it says nothing")
    strange = next((sign for sign in found["ipa"] or "" if sign not in _LETTERS | _MARKS), "")
    if strange:
        raise PronunciationError(f'"{strange}" is no sign of the phonetic alphabet')
    if found["ipa"] is None and found["respelling"].count("/") and found["respelling"].startswith("/"):
        raise PronunciationError("sounds stand between two slashes")
    return Pronunciation(found["respelling"], (found["ipa"] or "").strip())
