"""When two names mean the same exercise."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["same_name", "spoken_key", "thing_key", "without_article"]

_BREAKS = re.compile(r"[\s\-\u2010-\u2015]+")
_SHORT = 2
"""Words of up to so many letters keep their s; "ups" does not, so that push-ups are a push-up."""


_SPOKEN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['\u2019][^\W_]+)*")


def spoken_key(text: str) -> str:
    """The form in which spoken words are compared: neither case nor punctuation counts.

    "Next:" and "next" are the same; so are "left-side first" and "Left side first."
    """
    return " ".join(_SPOKEN.findall(text.replace("\u2019", "'").casefold()))


_ARTICLE = re.compile(r"(?:a|an|the) (?=.)", re.IGNORECASE)


def without_article(thing: str) -> str:
    """A thing without its English article: "a mat" is "mat"."""
    return _ARTICLE.sub("", thing, count=1) if _ARTICLE.match(thing) else thing


def thing_key(thing: str) -> str:
    """The form in which things are compared: "A mat" and "mat" are the same."""
    return without_article(thing).casefold()


def same_name(name: str) -> str:
    """The form in which names are compared: case, hyphens, curly apostrophes, accents and a plural s do not count.

    "Push-ups", "push up" and "Push ups" are one exercise, and so are "Fente arrière" and "fente arriere".
    """
    words = _BREAKS.sub(" ", _unaccented(name).replace("\u2019", "'")).casefold().split()
    return " ".join(_singular(word) for word in words)


def _unaccented(name: str) -> str:
    """A name in bare letters: many people write accents, umlauts and tildes only where their keyboard has them."""
    if name.isascii():
        return name
    return "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))


_HISSING = ("ches", "shes", "sses", "xes")
"""Ends of plurals that take a whole "es" more: crunches, pushes, presses."""


def _singular(word: str) -> str:
    if word.endswith(_HISSING):
        return word[:-2]
    return word[:-1] if len(word) > _SHORT and word.endswith("s") and not word.endswith("ss") else word
