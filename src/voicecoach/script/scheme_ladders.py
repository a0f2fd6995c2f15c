"""Schemes with other repetitions in each round: a rule of :mod:`voicecoach.script.scheme_rules`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from voicecoach.model.workout import Ladder
from voicecoach.script.codes import Code
from voicecoach.script.phrases import MOST_REPS, MOST_ROUNDS, count
from voicecoach.script.scanner import quoted, words
from voicecoach.script.scheme_parts import COMMA, end, rest

if TYPE_CHECKING:
    from voicecoach.script.flaws import FlawError
    from voicecoach.script.scanner import Scanner

__all__ = ["ladder"]

_LADDER_EXPECTED = '"ladder 10-8-6-4", "pyramid 5-10-15-10-5" or "ladder 10-8-6-4, rest 60s"'
_LADDER = re.compile(r"(?P<kind>ladder|pyramid)(?![^\W\d_])\s*:?", re.IGNORECASE)
_RUNG = re.compile(
    r"[0-9]+(?![0-9]|[.:][0-9]|\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hours?)(?![^\W\d_]))", re.IGNORECASE
)
_STEP_BETWEEN = re.compile(r"(?:[-/,\u2010-\u2015\u2212]|,?\s*then(?![^\W\d_]))\s*(?=[0-9])")
_REPS = words("reps", "rep", "repetitions")


def ladder(scanner: Scanner) -> Ladder | None:
    """``ladder = ( "ladder" | "pyramid" ) rungs [ "," rest ] | rungs ( "ladder" | "pyramid" ) [ "," rest ]``.

    A pyramid turns once. Two rungs need a comma between them: "1-10" could be the two or all between.
    """
    found = scanner.take(_LADDER)
    start = scanner.at
    rungs = _rungs(scanner)
    span = scanner.since(start)
    scanner.take(_REPS)
    found = found or scanner.take(_LADDER)
    if found is None:
        return None
    scanner.take(COMMA)
    pause = rest(scanner)
    end(scanner, _LADDER_EXPECTED)
    if len(rungs) < 2:  # noqa: PLR2004 - one rung is no ladder
        message = f"{quoted(scanner.text)} does not say how many on each rung"
        raise scanner.flaw(Code.UNKNOWN_SCHEME, message, (0, len(scanner.text)), _LADDER_EXPECTED)
    if len(rungs) == 2 and "," not in scanner.text[slice(*span)]:  # noqa: PLR2004 - see above
        hint = f'write every rung, or "{rungs[0]}, {rungs[1]}" for these two'
        message = f"{quoted(scanner.text[slice(*span)])} could be two rungs or all between"
        raise scanner.flaw(Code.UNKNOWN_SCHEME, message, span, _LADDER_EXPECTED, hint)
    if found["kind"].casefold() == "pyramid" and _turns(rungs) != 1:
        raise _no_pyramid(scanner, rungs, span)
    return Ladder(rungs, pause or 0)


def _rungs(scanner: Scanner) -> tuple[int, ...]:
    """``rungs = number { "-" number }``."""
    rungs: list[int] = []
    while match := scanner.take(_RUNG):
        rungs.append(count(scanner, match[0], match.span(), MOST_REPS, "repetitions"))
        if len(rungs) > MOST_ROUNDS:
            raise scanner.flaw(Code.OUT_OF_RANGE, "these are too many rungs", match.span(), f"{MOST_ROUNDS} at most")
        at = scanner.at
        if not scanner.take(_STEP_BETWEEN):
            break
        if not scanner.sees(_RUNG):
            scanner.at = at
            break
    return tuple(rungs)


def _turns(rungs: tuple[int, ...]) -> int:
    """How often the numbers change from rising to falling or back."""
    ways = [after > before for before, after in pairwise(rungs) if after != before]
    return sum(a != b for a, b in pairwise(ways))


def _no_pyramid(scanner: Scanner, rungs: tuple[int, ...], span: tuple[int, int]) -> FlawError:
    there_and_back = "-".join(map(str, (*rungs, *rungs[-2::-1])))
    hint = f'write "pyramid {there_and_back}"' if not _turns(rungs) else 'a "ladder" may go up and down as it likes'
    message = f"{quoted(scanner.text[slice(*span)])} is no pyramid: it goes one way, turns once and comes back"
    return scanner.flaw(Code.UNKNOWN_SCHEME, message, span, hint=hint)
