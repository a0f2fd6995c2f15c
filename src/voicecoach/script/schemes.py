"""How a block repeats: the parentheses at the end of its heading.

Whether they hold a scheme at all is decided by their words. A keyword of a scheme, one with a slip of the pen, or a
number with a unit that schemes use makes them one, understood or not: then a mistake is an error, because a block that
silently plays once is worse. Everything else, such as ``(easy day)`` or ``(week 2)``, belongs to the title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voicecoach.model.workout import Rounds
from voicecoach.script.codes import Code
from voicecoach.script.durations import duration
from voicecoach.script.flaws import Flaw, FlawError
from voicecoach.script.scanner import Scanner, quoted
from voicecoach.script.scheme_rules import EXPECTED, RULES
from voicecoach.script.slips import Vocabulary, corrections, with_seconds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from voicecoach.model.workout import Scheme

__all__ = ["Heading", "in_title", "parse_scheme", "repeats", "split_heading"]

_TIME = r"[0-9][0-9:.]*\s*(?:s|secs?|seconds?|min|mins?|minutes?|h|hours?)"
_BEGINS = re.compile(
    rf"(?:tabata|e[0-9]*mom|amrap)\b|as\s+many\s+rounds\b|(?:ladder|pyramid):?\s+[0-9]|every\s+(?:[0-9]|minute\b)"
    rf"|for\s+time(?=\s*(?:\Z|[,;:0-9]|(?:with\s|time\s|a\s)*cap\b))|[0-9]+(?:\s*[-/,]\s*[0-9]+)+\s+(?:ladder|pyramid)\b"
    rf"|[xX×]\s*[0-9]|[0-9]+\s*[xX×]\s*[0-9]|{_TIME}\s*/\s*[0-9]|[0-9]{{2,3}}\s*/\s*[0-9]{{2,3}}(?![0-9]|\s*/)"  # noqa: RUF001 - people do write the sign
    rf"|[0-9][0-9:.]*\s+(?:on|work)\b|{_TIME}\s+(?:on|work)\b",
    re.IGNORECASE,
)
"""How schemes begin that no number with a unit gives away."""

_IN_TITLE = re.compile(r"\b(?:[0-9]+\s*(?:rounds?\b|[x×]\s*[0-9])|tabata\b|emom\b|amrap\b)", re.IGNORECASE)  # noqa: RUF001 - as above

_NAMED = ("tabata", "EMOM", "AMRAP", "ladder", "pyramid", "rounds", "for time")
_COUNTED = ("rounds", "round", "times", "laps", "circuits", "reps", "sets")
_NAMES, _NUMBERED = Vocabulary(_NAMED), Vocabulary(_COUNTED)
_KEYWORDS = Vocabulary((
    *_NAMED, *_COUNTED, "MOM", "E", "rest", "between", "every", "for", "time", "cap", "on", "off", "work", "with", "in",
    "as", "many", "possible", "seconds", "second", "secs", "sec", "s", "minutes", "minute", "mins", "min",
    "hours", "hour", "x", "of", "each",
))  # fmt: skip
_UNIT = re.compile(r"[0-9]\s*(?P<word>[^\W\d_]+)")
_UNITS = frozenset("s sec secs second seconds m min mins minute minutes h hour hours x × rep set".split())  # noqa: RUF001, SIM905 - as above
_ALWAYS = frozenset({"rounds", "round"})
_WITH_NUMBER = frozenset({"rest", "emom", "mom", "amrap"})
"""Words that make a scheme of whatever they stand in, the second ones beside a number."""

_SHORTEST_SLIP = 3
"""Letters of a word at least that is taken for a unit with a slip of the pen."""

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, taken apart: offsets of its title's end and of what stands in its last parentheses, if anything."""

    title_end: int
    scheme: tuple[int, int] | None = None


def split_heading(text: str) -> Heading:
    """Tell the title of a heading from the scheme in parentheses at its end."""
    bare = text.rstrip(" \t:.")
    opening = bare.rfind("(") if bare.endswith(")") else -1
    if opening < 0 or not repeats(bare[opening + 1 : -1]):
        return Heading(len(text))
    return Heading(opening, (opening + 1, len(bare) - 1))


def repeats(text: str) -> bool:
    """Whether words are meant as a scheme, understood or not."""
    bare = text.strip()
    first = _WORD.match(bare)
    plain_name = first is not None and (first[0] == bare or any(letter.isdigit() for letter in bare))
    if _BEGINS.match(bare) or (first and plain_name and _NAMES.nearest(first[0])):
        return True
    if any(_is_unit(match["word"]) for match in _UNIT.finditer(text)):
        return True
    told = {word.casefold() for word in _WORD.findall(text)}
    return bool(told & _ALWAYS) or (bool(told & _WITH_NUMBER) and any(letter.isdigit() for letter in text))


def in_title(title: str) -> tuple[int, int] | None:
    """Where a title without a scheme holds the words of one; None for nowhere."""
    match = _IN_TITLE.search(title)
    return match.span() if match else None


def _is_unit(word: str) -> bool:
    return word.casefold() in _UNITS or (len(word) >= _SHORTEST_SLIP and _NUMBERED.nearest(word) is not None)


def parse_scheme(text: str, *, advise: bool = True) -> tuple[Scheme, tuple[Flaw, ...]]:
    """Read a scheme; :mod:`voicecoach.script.scheme_rules` has a rule for each kind.

    Args:
        text: What stands in the parentheses.
        advise: Whether remedies are looked for, which takes time.

    Returns:
        How the block repeats, once where that could not be understood, and what is wrong.
    """
    try:
        found = _read(text)
    except FlawError as error:
        flaw = error.flaw
        if advise and flaw.code is Code.UNKNOWN_SCHEME:
            flaw = replace(flaw, hint=_mended(text) or flaw.hint or _timed(text))
        return Rounds(), (flaw,)
    return (found, ()) if found else (Rounds(), (_unknown(text, advise=advise),))


def _read(text: str) -> Scheme | None:
    """The scheme by the first rule that knows it, or None.

    Raises:
        FlawError: If it begins as one of the schemes and goes wrong.
    """
    return next((found for rule in RULES if (found := rule(Scanner(text)))), None)


def _unknown(text: str, *, advise: bool) -> Flaw:
    hint = (_mended(text) or _timed(text) or _advice(text)) if advise else ""
    return Flaw(Code.UNKNOWN_SCHEME, f"{quoted(text)} is no scheme", 0, len(text), EXPECTED, hint)


def _mended(text: str) -> str:
    """The scheme with slips of the pen mended, as a question; empty where that helps nothing."""
    return _question(corrections(text, _KEYWORDS.near))


def _timed(text: str) -> str:
    """The scheme with the unit that was left out, as a question; empty where that helps nothing."""
    return _question(with_seconds(text))


def _question(readings: Iterable[str]) -> str:
    return next((f'did you mean "{better}"?' for better in readings if _reads(better)), "")


def _reads(text: str) -> bool:
    try:
        return _read(text) is not None
    except FlawError:
        return False


def _advice(text: str) -> str:
    """The remedy for a number in words or for a length in the title."""
    if not any(letter.isdigit() for letter in text):
        return "write the number in digits"
    try:
        length = duration(Scanner(text))
    except FlawError:
        return ""
    return "a length in the title stands without parentheses" if length is not None else ""
