"""Rests as lines of their own: ``Rest: 30s``, ``Rest 30s``, ``Rest: until ready``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from voicecoach.script.codes import Code
from voicecoach.script.durations import duration
from voicecoach.script.flaws import Flaw, FlawError
from voicecoach.script.phrases import UNTIL_READY
from voicecoach.script.scanner import Scanner, quoted
from voicecoach.script.slips import Vocabulary, corrections

if TYPE_CHECKING:
    from voicecoach.units import Ms

__all__ = ["parse_rest"]

_REST = re.compile(
    r"(?:rest|break|pause|recover|recovery)(?:\s*(?:[:,=]|-(?=\s)|[\u2013\u2014])\s*|\s+(?=[0-9]|until\b|for\s+[0-9])|$)",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(?P<time>[0-9][0-9a-z:. ]{0,20}?)\s+rest", re.IGNORECASE)
_FOR = re.compile(r"(?:for|of)(?![^\W\d_])", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]+$")
_LONGEST = 40
"""Characters of a length at most in which a slip of the pen is looked for."""
_KEYWORDS = Vocabulary((
    "until", "ready", "seconds", "second", "secs", "sec", "s", "minutes", "minute", "mins", "min", "hours", "hour",
))  # fmt: skip
_EXPECTED = '"Rest: 30s" or "Rest: until ready"'


def parse_rest(text: str, *, advise: bool = True) -> tuple[Ms | None, tuple[Flaw, ...]] | None:
    """Read a rest: ``rest = "rest" [ ":" ] [ "for" ] ( duration | "until ready" ) | duration "rest"``.

    ``Break``, ``Pause``, ``Recover`` and ``Recovery`` are the same. A longer name that begins with such a word, as
    "Pause squat" does, is an exercise.

    Args:
        text: A step's own words.
        advise: Whether remedies are looked for, which takes time.

    Returns:
        The time in ms, None for until ready, and what is wrong; or None where the text is no rest.
    """
    behind = _BEHIND.fullmatch(text)
    scanner = Scanner(behind["time"] if behind else text)
    if not behind and not scanner.take(_REST):
        return None
    scanner.take(_FOR)
    try:
        return _length(scanner, advise=advise), ()
    except FlawError as error:
        return None, (error.flaw,)


def _length(scanner: Scanner, *, advise: bool) -> Ms | None:
    start = scanner.at
    if scanner.take(UNTIL_READY) and scanner.done:
        return None
    time = duration(scanner)
    if time is not None and scanner.done:
        return time
    if scanner.done:
        raise scanner.flaw(Code.NO_AMOUNT, "it is not written how long this rest is", (0, len(scanner.text)), _EXPECTED)
    rest = scanner.at, len(scanner.text)
    number = _NUMBER.match(scanner.text, scanner.at) if scanner.at == start else None
    hint = f'write "{number[0]}s"' if number else _meant(scanner.text, start, rest) if advise else ""
    message = f"{quoted(scanner.text[slice(*rest)])} is not understood"
    raise scanner.flaw(Code.BAD_PRESCRIPTION, message, rest, _EXPECTED, hint)


def _meant(text: str, start: int, rest: tuple[int, int]) -> str:
    """What is not understood with a slip of the pen mended, as a question; ``start`` is where the length begins."""
    if len(text) - start > _LONGEST:
        return ""
    readable = (better for better in corrections(text[start:], _KEYWORDS.near) if _is_length(better))
    return next((f'did you mean "{better[rest[0] - start :]}"?' for better in readable), "")


def _is_length(text: str) -> bool:
    scanner = Scanner(text)
    try:
        return bool(scanner.take(UNTIL_READY) or duration(scanner)) and scanner.done
    except FlawError:
        return False
