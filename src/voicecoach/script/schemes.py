"""How a block repeats: the parentheses at the end of its heading.

Whether they hold a scheme at all is decided by their words. A keyword of a scheme, one with a slip of the pen, or a
number with a unit that schemes use makes them one, understood or not: then a mistake is an error, because a block that
silently plays once is worse. Everything else, such as ``(easy day)`` or ``(week 2)``, belongs to the title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.model.workout import Rounds
from voicecoach.script.codes import Code
from voicecoach.script.durations import duration
from voicecoach.script.flaws import Flaw, FlawError
from voicecoach.script.phrases import MOST_ROUNDS, count
from voicecoach.script.scanner import Scanner, quoted, words
from voicecoach.script.slips import Vocabulary, corrections

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Heading", "in_title", "parse_scheme", "repeats", "split_heading"]

_COUNT = re.compile(r"[0-9]+(?![0-9]|[.:][0-9])")
_ROUNDS = re.compile(r"(?:rounds?|sets?|times|laps?|circuits?)(?![^\W\d_])|[xX×](?![^\W\d_])", re.IGNORECASE)  # noqa: RUF001 - people do write the sign
_TIMES = re.compile(r"[xX×](?=\s*[0-9])")  # noqa: RUF001 - as above
_WITH = words("with")
_REST = words("rest")
_REST_OF = re.compile(r"(?:of|for)(?![^\W\d_])|:", re.IGNORECASE)
_BETWEEN = words(
    "in between rounds", "in between", "between the rounds", "between each round", "between rounds", "between"
)
_SEPARATOR = re.compile(r"[,;+&]|and(?![^\W\d_])", re.IGNORECASE)
_PART_END = re.compile(r"[,;]|$")

_EXPECTED = '"3 rounds", "3 rounds, rest 60s" or "3 rounds, 60s rest between rounds"'

_TIME = r"[0-9][0-9:.]*\s*(?:s|secs?|seconds?|min|mins?|minutes?|h|hours?)?"
_NOT_YET = re.compile(
    rf"(?:tabata|emom|amrap)\b|(?:ladder|pyramid)\s+[0-9]|for\s+time\b|every\s+[0-9]"
    rf"|[0-9]+\s*[xX×]\s*{_TIME}\s*/|{_TIME}\s*/\s*{_TIME}|{_TIME}\s+on\b",  # noqa: RUF001 - as above
    re.IGNORECASE,
)
"""How the schemes begin that the program does not play yet."""

_IN_TITLE = re.compile(r"\b(?:[0-9]+\s*(?:rounds?\b|[x×]\s*[0-9])|tabata\b|emom\b|amrap\b)", re.IGNORECASE)  # noqa: RUF001 - as above

_NAMED = ("tabata", "emom", "amrap", "ladder", "pyramid", "rounds", "for time")
_COUNTED = ("rounds", "round", "times", "laps", "circuits", "reps", "sets")
_NAMES, _NUMBERED = Vocabulary(_NAMED), Vocabulary(_COUNTED)
_KEYWORDS = Vocabulary((*_NAMED, *_COUNTED, "rest", "between", "every"))
_UNIT = re.compile(r"[0-9]\s*(?P<word>[^\W\d_]+)")
_UNITS = frozenset("s sec secs second seconds m min mins minute minutes h hour hours x × rep set".split())  # noqa: RUF001, SIM905 - as above
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
    if _NOT_YET.match(bare) or _TIMES.match(bare) or (first and plain_name and _NAMES.nearest(first[0])):
        return True
    if any(_is_unit(match["word"]) for match in _UNIT.finditer(text)):
        return True
    told = {word.casefold() for word in _WORD.findall(text)}
    return bool(told & {"rounds", "round"}) or ("rest" in told and any(letter.isdigit() for letter in text))


def in_title(title: str) -> tuple[int, int] | None:
    """Where a title without a scheme holds the words of one; None for nowhere."""
    match = _IN_TITLE.search(title)
    return match.span() if match else None


def _is_unit(word: str) -> bool:
    return word.casefold() in _UNITS or (len(word) > 3 and _NUMBERED.nearest(word) is not None)  # noqa: PLR2004 - see below


def parse_scheme(text: str) -> tuple[Rounds, tuple[Flaw, ...]]:
    """Read a scheme.

    Args:
        text: What stands in the parentheses.

    Returns:
        How the block repeats, once where that could not be understood, and what is wrong.
    """
    for rule in _SCHEMES:
        scanner = Scanner(text)
        try:
            found = rule(scanner)
        except FlawError as error:
            return Rounds(), (error.flaw,)
        if found is not None:
            return found, ()
    return Rounds(), (_unknown(text),)


def _not_yet(scanner: Scanner) -> Rounds | None:
    """``not yet = ( "tabata" | "EMOM" | "every" | "AMRAP" | "ladder" | "pyramid" | "for time" ) … | intervals``."""
    if not scanner.sees(_NOT_YET):
        return None
    message = f"blocks of the kind {quoted(scanner.text)} cannot be played yet"
    raise scanner.flaw(Code.SCHEME_NOT_YET, message, (0, len(scanner.text)), expected=_EXPECTED)


def _circuit(scanner: Scanner) -> Rounds | None:
    """``circuit = part { "," part }``, where ``part = rounds | rest``; the rounds must be among them."""
    rounds: int | None = None
    rest: int | None = None
    while not scanner.done:
        start = scanner.at
        if scanner.take(_SEPARATOR):
            continue
        number = _rounds(scanner)
        pause = None if number else _rest(scanner)
        if (number and rounds) or (pause and rest):
            message = f"{scanner.quoted(start)} stands here for the second time"
            raise scanner.flaw(Code.CONTRADICTION, message, scanner.since(start), expected=_EXPECTED)
        if number is None and pause is None:
            return None
        rounds, rest = number or rounds, pause or rest
    if rounds is None:
        return None
    if rest and rounds == 1:
        raise scanner.flaw(Code.CONTRADICTION, "one round has no rest between rounds", (0, len(scanner.text)))
    return Rounds(rounds, rest or 0)


def _rounds(scanner: Scanner) -> int | None:
    """``rounds = number ( "rounds" | "x" | "times" ) | "x" number [ "rounds" ]``."""
    start = scanner.at
    crossed = scanner.take(_TIMES)
    match = scanner.take(_COUNT)
    if match is None or not (scanner.take(_ROUNDS) or crossed):
        scanner.at = start
        return None
    return count(scanner, match[0], match.span(), MOST_ROUNDS, "rounds")


def _rest(scanner: Scanner) -> int | None:
    """``rest = [ "with" ] "rest" [ "of" ] duration [ "between rounds" ] | [ "with" ] duration "rest" [ … ]``."""
    start = scanner.at
    scanner.take(_WITH)
    named = scanner.take(_REST)
    if named:
        scanner.take(_REST_OF)
    time = duration(scanner)
    told = [pattern for pattern in (_REST, _BETWEEN) if time is not None and scanner.take(pattern)]
    if time is None or not (named or told):
        scanner.at = start
        return None
    return time


_SCHEMES: tuple[Callable[[Scanner], Rounds | None], ...] = (_circuit, _not_yet)


def _unknown(text: str) -> Flaw:
    return Flaw(Code.UNKNOWN_SCHEME, f"{quoted(text)} is no scheme", 0, len(text), _EXPECTED, _advice(text))


def _advice(text: str) -> str:
    """The remedy for a slip of the pen or for a length in the title."""
    for better in corrections(text, _KEYWORDS.near):
        if _NOT_YET.match(better) or not _flawed(better):
            return f'did you mean "{better}"?'
    if not any(letter.isdigit() for letter in text):
        return "write the number in digits"
    return "a length in the title stands without parentheses" if duration(Scanner(text)) is not None else ""


def _flawed(text: str) -> bool:
    try:
        return _circuit(Scanner(text)) is None
    except FlawError:
        return True
