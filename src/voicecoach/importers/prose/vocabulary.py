"""The English of posts about exercises, as data: the words and turns that the reader of prose knows.

They stand in the tables of ``english/``, one for each module that asks; an entry of a list is a word, or a regular
expression where several forms of it are meant.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["any_of", "pattern_of", "table", "words_of"]


@cache
def table(name: str) -> dict[str, Any]:
    """A table of the vocabulary by its name."""
    return tomllib.loads((files("voicecoach.importers.prose") / "english" / f"{name}.toml").read_text("utf-8"))


def words_of(name: str, key: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(table(name)[key])


def any_of(name: str, key: str) -> str:
    """The entries of a list as a regular expression for any one of them."""
    return f"(?:{'|'.join(table(name)[key])})"


def pattern_of(name: str, key: str) -> re.Pattern[str]:
    """The entries of a list as a pattern for any one of them as whole words, in either case."""
    return re.compile(rf"\b{any_of(name, key)}\b", re.IGNORECASE)
