"""Words of strangers, made fit for a script: on one line, not too long, read as words and not as marks.

A script is Markdown, and a few places in it have a grammar. Words that are only words are escaped here, and names are
made such that a step can call them.
"""

from __future__ import annotations

import re

__all__ = ["LONGEST_NAME", "capitalized", "cut", "escaped", "legal_name", "lowered", "names_something", "one_line"]

LONGEST_NAME = 80
"""Characters of a name at most: more is a sentence that strayed there."""

_MARK = re.compile(r"[\\`*_\[\]<>&#]")
_BLOCK_MARK = re.compile(r"[-+=~]|[0-9]{1,9}(?=[.)])")
_COLON = re.compile(r"(?<![0-9]):|:(?![0-9])")
_CHECKBOX = re.compile(r"(?:\[[ xX]?\]\s*)+")
_REST_WORD = re.compile(
    r"(?:rest|break|pause|recover|recovery)(?:\s*[-,=\u2013\u2014]|\s+(?:[0-9]|until\b|for\b)|\W*$)", re.IGNORECASE
)
_ONLY_MARKS = re.compile(r"[\W_]*")
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u2028-\u202e\ufeff\ud800-\udfff]")


def one_line(text: str) -> str:
    """A text on one line, without what cannot be seen or saved."""
    return " ".join(_INVISIBLE.sub(" ", text).split())


def cut(text: str, longest: int) -> str:
    """A text of one line with at most so many characters, cut behind a word and marked as cut."""
    told = one_line(text)
    if len(told) <= longest:
        return told
    kept = told[:longest]
    return (kept.rpartition(" ")[0] or kept).rstrip(",;:-") + "…"


def escaped(text: str) -> str:
    """Markdown that reads as this text of one line, wherever in a block it stands."""
    marked = _MARK.sub(r"\\\g<0>", one_line(text))
    start = _BLOCK_MARK.match(marked)
    if start is None:
        return marked
    kept = start[0] if start[0].isdigit() else ""
    return f"{kept}\\{marked[len(kept) :]}"


def legal_name(text: str, otherwise: str = "Exercise") -> str:
    """A name that a step can call: without a colon, a checkbox or a rest's first word, and not endless."""
    bare = _COLON.sub(" ", _CHECKBOX.sub(" ", one_line(text)))
    name = one_line(bare)[:LONGEST_NAME].strip(" -\u2013\u2014,;.")
    if not names_something(name):
        return otherwise
    return f"Easy {lowered(name)}" if _REST_WORD.match(name) else name


def names_something(text: str) -> bool:
    """Whether a text holds a letter or a digit, and not only marks."""
    return _ONLY_MARKS.fullmatch(text) is None


def capitalized(text: str) -> str:
    """A text whose first letter is a capital."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """A text whose first letter is a small one, to stand inside a sentence."""
    return text[:1].lower() + text[1:]
