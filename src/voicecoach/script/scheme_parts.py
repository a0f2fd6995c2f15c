"""The pieces that schemes of several kinds share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from voicecoach.script.codes import Code
from voicecoach.script.durations import duration
from voicecoach.script.phrases import MOST_ROUNDS, count
from voicecoach.script.scanner import quoted, words

if TYPE_CHECKING:
    from voicecoach.script.scanner import Scanner
    from voicecoach.units import Ms

__all__ = ["COMMA", "COUNT", "FOR", "MINUTE", "ROUNDS", "end", "minutes", "rest", "rounds"]

MINUTE: Ms = 60_000
COUNT = re.compile(r"[0-9]+(?![0-9]|[.:][0-9])")
ROUNDS = re.compile(r"(?:rounds?|sets?|times|laps?|circuits?)(?![^\W\d_])|[xX×](?![^\W\d_])", re.IGNORECASE)  # noqa: RUF001 - people do write the sign
COMMA = re.compile(r"[,;:]")
FOR = words("for", "in")
_TIMES = re.compile(r"[xX×](?=\s*[0-9])")  # noqa: RUF001 - as above
_WITH = words("with")
_REST = words("rest")
_REST_OF = re.compile(r"(?:of|for)(?![^\W\d_])|:", re.IGNORECASE)
_BETWEEN = words(
    "in between rounds", "in between", "between the rounds", "between each round", "between rounds", "between rungs",
    "between",
)  # fmt: skip
_HYPHENATED = re.compile(r"(?P<minutes>[0-9]+)-min(?:utes?)?(?![^\W\d_])", re.IGNORECASE)


def rounds(scanner: Scanner) -> int | None:
    """``rounds = number ( "rounds" | "x" | "times" ) | "x" number [ "rounds" ]``."""
    start = scanner.at
    crossed = scanner.take(_TIMES)
    match = scanner.take(COUNT)
    if match is None or not (scanner.take(ROUNDS) or crossed):
        scanner.at = start
        return None
    return count(scanner, match[0], match.span(), MOST_ROUNDS, "rounds")


def rest(scanner: Scanner) -> Ms | None:
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


def minutes(scanner: Scanner) -> Ms | None:
    """A time, also as in "10-minute"."""
    match = scanner.take(_HYPHENATED)
    return (
        MINUTE * count(scanner, match["minutes"], match.span(), MOST_ROUNDS, "minutes") if match else duration(scanner)
    )


def end(scanner: Scanner, expected: str, hint: str = "") -> None:
    """Refuse anything that is left.

    Raises:
        FlawError: If the text goes on.
    """
    if scanner.done:
        return
    start = scanner.at
    told = quoted(scanner.text[:start].strip(" \t,;"))
    message = f"{quoted(scanner.text[start:])} is not understood behind {told}"
    raise scanner.flaw(Code.UNKNOWN_SCHEME, message, (start, len(scanner.text)), expected, hint)
