"""What a BCP 47 tag says about a language."""

from __future__ import annotations

from voicecoach.languages import primary, subtags

__all__ = ["is_english", "is_latin"]

_OTHER_SCRIPTS = {
    "am", "ar", "as", "ba", "be", "bg", "bn", "bpy", "chr", "cmn", "cv", "el", "fa", "grc", "gu", "hak", "he",
    "hi", "hy", "hyw", "ja", "ka", "kk", "kn", "ko", "kok", "ky", "mk", "ml", "mr", "my", "ne", "nog", "or",
    "pa", "ru", "sd", "shn", "si", "sr", "ta", "te", "th", "ti", "tt", "ug", "uk", "ur", "yue", "zh",
}  # fmt: skip
"""Primary tags of languages that are not, or not always, written with Latin letters."""


def is_english(language: str) -> bool:
    """Whether it is some kind of English."""
    return primary(language) == "en"


def is_latin(language: str) -> bool:
    """Whether it is written with Latin letters alone."""
    return primary(language) not in _OTHER_SCRIPTS or "latn" in subtags(language)
