"""When two names mean the same exercise."""

from __future__ import annotations

import re

__all__ = ["same_name"]

_BREAKS = re.compile(r"[\s\-\u2010-\u2015]+")
_SHORT = 2
"""Words of up to so many letters keep their s; "ups" does not, so that push-ups are a push-up."""


def same_name(name: str) -> str:
    """The form in which names are compared: case, hyphens for spaces, curly apostrophes and a plural s do not count.

    "Push-ups", "push up" and "Push ups" are one exercise.
    """
    words = _BREAKS.sub(" ", name.replace("\u2019", "'")).casefold().split()
    return " ".join(_singular(word) for word in words)


_HISSING = ("ches", "shes", "sses", "xes")
"""Ends of plurals that take a whole "es" more: crunches, pushes, presses."""


def _singular(word: str) -> str:
    if word.endswith(_HISSING):
        return word[:-2]
    return word[:-1] if len(word) > _SHORT and word.endswith("s") and not word.endswith("ss") else word
