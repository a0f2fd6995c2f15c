"""English short forms and signs in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from voicecoach.speech.respelling import letter_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Spoken = str | Callable[[re.Match[str]], str]

__all__ = ["spoken_abbreviations"]

_LAST = {"ea": "each", "etc": "and so on", "max": "maximum"}
"""Short forms whose point also ends the sentence where a capital or nothing follows."""

_LEADING = {
    "alt": "alternating",
    "approx": "approximately",
    "esp": "especially",
    "excl": "excluding",
    "incl": "including",
    "vs": "versus",
}
"""Short forms whose point never ends a sentence: something must follow."""

_TITLES = {"Dr": "Doctor", "Mr": "Mister", "Mrs": "Missus", "Ms": "Miss"}

_COUNTED = (
    "reps?|sets?|times|seconds?|minutes?|hours?|kilos?|pounds?|meters?|breaths?|calories|rounds?|circles?|steps?|"
    "kicks?|swings?|lunges|squats|[0-9]+"
)
"""Where one of these stands before a slash, the slash is "per"; elsewhere it is "or"."""

_ROMAN = {"II": "2", "III": "3", "IV": "4", "VI": "6", "VII": "7", "VIII": "8", "IX": "9"}

_LETTERS = letter_names("en")
_CAPITALS = re.compile(r"(?<![\w'])[A-Z][A-Z']*[A-Z](?![\w'])")
_VOWEL = re.compile(r"[AEIOUY]")
_HALF_DAY = re.compile(r"[0-9] $")


def spoken_abbreviations(text: str) -> str:
    """The text with short forms and signs in words; words in capitals are words unless they are spelled.

    Args:
        text: Cleaned, its figures spoken.
    """
    for pattern, spoken in _READINGS:
        text = pattern.sub(spoken, text)
    return _CAPITALS.sub(_lowered, text)


def _lowered(match: re.Match[str]) -> str:
    """``GO`` is "go"; ``RDL`` stays, for it has no vowel, and ``VMO``, for it is known."""
    word = match[0]
    if word in _ROMAN:
        return _ROMAN[word]
    spelled = word in _LETTERS or not _VOWEL.search(word)
    hour = word in ("AM", "PM") and _HALF_DAY.search(match.string, max(0, match.start() - 2), match.start())
    if spelled or hour:
        return word
    return word.lower().replace("i'", "I'") if word.startswith("I'") else word.lower()


def _readings() -> Iterator[tuple[str, Spoken]]:
    yield r"(?i)(?<!\w)w/o(?:ut)?(?!\w)", "without"
    yield r"(?i)(?<!\w)w/ ?", "with "
    yield r"(?i)\b(?:no|nr)\. ?(?=[0-9])|№ ?|# ?(?=[0-9])", "number "
    for short, word in _LAST.items():
        yield rf"(?i)(?<!\w){short}\.(?=,| (?-i:[a-z0-9]))", word
        yield rf"(?i)(?<!\w){short}\.(?!\w)", f"{word}."
    for short, word in _LEADING.items():
        yield rf"(?i)(?<!\w){short}\.(?!\w)", word
    for short, word in _TITLES.items():
        yield rf"\b{short}\.? (?=[A-Z])", f"{word} "
    yield r"(?i)\bea\b", "each"
    yield r"(?i)\bvs\b", "versus"
    yield r"(?i)(?<!\w)e\.g\.,?", "for example,"
    yield r"(?i)(?<!\w)i\.e\.,?", "that is,"
    yield r"(?i)\band/or\b", "and or"
    yield r"\bL ?/ ?R\b", "left or right"
    yield r"\bR ?/ ?L\b", "right or left"
    yield rf"(?i)\b({_COUNTED}) ?/ ?(?=[a-z])", r"\1 per "
    yield r"(?i)\bper min\b", "per minute"
    yield r"(?i)\bper sec\b", "per second"
    yield r"(?<=[^\W_]) ?/ ?(?=[^\W_])", " or "
    yield r"[~≈] ?(?=[0-9])", "about "
    yield r"± ?(?=[0-9])", "plus or minus "
    yield r"(?:≥|>=) ?(?=[0-9])", "at least "
    yield r"(?:≤|<=) ?(?=[0-9])", "at most "
    yield r"(?:->|=>|→|➔)", ", "
    yield r"> ?(?=[0-9])", "more than "
    yield r"< ?(?=[0-9])", "less than "
    yield r"(?<=[0-9])\+(?=[ .,]|$)", " or more"
    yield r"\+", " plus "
    yield r"&", " and "
    yield r"@", " at "
    yield r"=", " equals "
    yield r"\u00d7", " times "
    yield r"%", " percent "
    yield r"°", " degrees "
    yield r"\[[ xX]?\]", " "
    yield r"[()\[\]{}:;]", ", "


_READINGS = tuple((re.compile(pattern), spoken) for pattern, spoken in _readings())
