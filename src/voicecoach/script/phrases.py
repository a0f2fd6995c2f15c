"""The phrases that a prescription consists of, one rule each.

Every rule takes the scanner and the draft of the prescription. It reads its phrase and returns True, or reads nothing
and returns False; where the phrase begins and goes wrong, it raises :class:`voicecoach.script.flaws.FlawError`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from voicecoach.model.workout import MostReps, Reps, Sides, Timed, UntilReady
from voicecoach.script.codes import Code
from voicecoach.script.durations import duration
from voicecoach.script.loads import load
from voicecoach.script.scanner import words
from voicecoach.script.tempo import tempo

if TYPE_CHECKING:
    from collections.abc import Callable

    from voicecoach.script.draft import Draft
    from voicecoach.script.scanner import Scanner
    from voicecoach.units import Ms

    Rule: TypeAlias = Callable[[Scanner, Draft], bool]

__all__ = ["MOST_REPS", "MOST_ROUNDS", "RULES", "UNTIL_READY", "count"]

MOST_ROUNDS = 999
"""Sets of a step and rounds of a block at most."""

MOST_REPS = 10_000
"""Repetitions of a step at most."""

_NUMBER = re.compile(r"[0-9]+(?![0-9]|[.:][0-9])")
_NUMBER_ALONE = re.compile(rf"{_NUMBER.pattern}(?!\s*[^\W\d_])")
_DIGIT = re.compile(r"[0-9]")
_RANGE = re.compile(r"(?:-|[\u2010-\u2015\u2212]|to(?![^\W\d_]))\s*[0-9]+(?![0-9])(?:\s*reps?)?", re.IGNORECASE)
_PART_END = re.compile(r"[,;()]")
_TIMES = re.compile(r"[xX×](?![^\W\d_])")  # noqa: RUF001 - people do write the sign
_SETS = words("sets", "set")
_OF = re.compile(r"of(?![^\W\d_])|[xX×@](?![^\W\d_])", re.IGNORECASE)  # noqa: RUF001 - as above
_REPS = words("reps", "rep", "repetitions", "repetition")
_HOLD = words("hold for", "hold", "for")
_HOLD_BEHIND = words("hold", "each", "work")
_REST = words("with rest", "rest")
_REST_OF = re.compile(r"of(?![^\W\d_])|for(?![^\W\d_])|:", re.IGNORECASE)
_BETWEEN = words("in between sets", "in between", "between the sets", "between each set", "between sets", "between")
_EACH = re.compile(
    r"(?:each|per|every|both|a)\s+(?:sides?|legs?|arms?|foot|feet|hands?|ways?|directions?)(?![^\W\d_])"
    r"|left\s*(?:and|&|/|then)\s*right(?![^\W\d_])"
    r"|each(?=\s*(?:[,;.)]|$))",
    re.IGNORECASE,
)
_ONE_SIDE = re.compile(
    r"(?:on\s+)?(?:the\s+)?(?P<side>left|right)(?![^\W\d_])(?:\s+(?:side|leg|arm|foot|hand)(?![^\W\d_]))?",
    re.IGNORECASE,
)
_TEMPO = re.compile(r"(?:at\s+(?:a\s+)?)?tempo(?![^\W\d_])\s*:?", re.IGNORECASE)
_MOST = words("max reps", "max repetitions", "maximum reps", "maximum repetitions", "as many reps as possible", "amrap")
_IN = words("in", "for")
_FAILURE = words("to failure", "until failure", "till failure")
_CAP = re.compile(r"[,;(]?\s*(?:cap(?:ped)?|max(?:imum)?)(?:\s+(?:at|of))?(?![^\W\d_])", re.IGNORECASE)
UNTIL_READY = words("until ready", "until you are ready", "until you're ready", "until i am ready", "until i'm ready")
"""Waits for the listener."""


def count(scanner: Scanner, digits: str, span: tuple[int, int], most: int, what: str) -> int:
    """The number that digits stand for.

    Raises:
        FlawError: If it is not within 1 and ``most``.
    """
    number = int(digits) if len(digits) <= len(str(most)) else most + 1
    if 1 <= number <= most:
        return number
    problem = "many" if number else "few"
    message = f"{digits[:20]} {what} are too {problem}"
    raise scanner.flaw(Code.OUT_OF_RANGE, message, span, f"a number from 1 to {most}")


def _counted(scanner: Scanner, draft: Draft) -> bool:
    """Read what begins with a number or a time.

    ``counted = [ "hold" | "for" ] timed | number ( "sets" [ "of" amount ] | "x" amount | reps )``
    """
    start = scanner.at
    if scanner.take(_HOLD) and not scanner.sees(_DIGIT):
        scanner.at = start
        return False
    if _timed(scanner, draft, start):
        return True
    match = scanner.take(_NUMBER)
    if match is None:
        scanner.at = start
        return False
    span = match.span()
    if scanner.take(_SETS):
        draft.put("sets", count(scanner, match[0], span, MOST_ROUNDS, "sets"), scanner, start)
        return not scanner.take(_OF) or _amount(scanner, draft)
    if scanner.take(_TIMES):
        return _times_behind(scanner, draft, match)
    return _reps_behind(scanner, draft, match)


def _timed(scanner: Scanner, draft: Draft, start: int) -> bool:
    """``timed = duration [ "rest" [ "between sets" ] | "hold" ]``."""
    time = duration(scanner)
    if time is None:
        return False
    if scanner.take(_REST):
        scanner.take(_BETWEEN)
        draft.put("rest", time, scanner, start)
        return True
    if not scanner.sees(_EACH):
        scanner.take(_HOLD_BEHIND)
    draft.put("amount", Timed(time), scanner, start)
    return True


def _times_behind(scanner: Scanner, draft: Draft, number: re.Match[str]) -> bool:
    """Read on behind ``12 x``: an amount makes it sets, nothing makes it repetitions."""
    if scanner.sees(_DIGIT) or scanner.sees(_MOST) or scanner.sees(_FAILURE):
        draft.put("sets", count(scanner, number[0], number.span(), MOST_ROUNDS, "sets"), scanner, number.start())
        return _amount(scanner, draft)
    reps = count(scanner, number[0], number.span(), MOST_REPS, "repetitions")
    draft.put("amount", Reps(reps), scanner, number.start())
    return True


def _reps_behind(scanner: Scanner, draft: Draft, number: re.Match[str], *, implied: bool = False) -> bool:
    """``reps = "reps"``; it may be missing behind ``sets of`` (``implied``) and before ``each side``."""
    span = number.span()
    if scanner.take(_REPS) or implied or scanner.sees(_EACH):
        reps = count(scanner, number[0], span, MOST_REPS, "repetitions")
        draft.put("amount", Reps(reps), scanner, span[0])
        return True
    if scanner.take(_RANGE):
        message = f"{scanner.quoted(span[0])} is a range"
        hint = "write one number: it is counted aloud"
        raise scanner.flaw(Code.BAD_PRESCRIPTION, message, scanner.since(span[0]), "one number", hint)
    if scanner.done or scanner.sees(_PART_END):
        message = f'"{number[0]}" could be repetitions or seconds'
        hint = f'write "{number[0]} reps" or "{number[0]}s"'
        raise scanner.flaw(Code.BAD_PRESCRIPTION, message, span, hint=hint)
    scanner.at = span[0]
    return False


def _amount(scanner: Scanner, draft: Draft) -> bool:
    """``amount = duration | number [ "reps" ] | most reps | to failure | until ready``, behind ``3 sets of``."""
    start = scanner.at
    if _timed(scanner, draft, start):
        return True
    match = scanner.take(_NUMBER)
    if match and not scanner.sees(_RANGE):
        return _reps_behind(scanner, draft, match, implied=True)
    if match:
        return _reps_behind(scanner, draft, match)
    if any(rule(scanner, draft) for rule in (_most_reps, _to_failure, _until_ready)):
        return True
    raise scanner.flaw(Code.BAD_PRESCRIPTION, "an amount is missing here", scanner.since(start), '"12", "40s" or such')


def _times(scanner: Scanner, draft: Draft) -> bool:
    """``times = "x" number [ "reps" | "sets" ]``."""
    start = scanner.at
    if not scanner.take(_TIMES):
        return False
    match = scanner.take(_NUMBER)
    if match is None:
        scanner.at = start
        return False
    if scanner.take(_SETS):
        draft.put("sets", count(scanner, match[0], match.span(), MOST_ROUNDS, "sets"), scanner, start)
        return True
    scanner.take(_REPS)
    draft.put("amount", Reps(count(scanner, match[0], match.span(), MOST_REPS, "repetitions")), scanner, start)
    return True


def _rest(scanner: Scanner, draft: Draft) -> bool:
    """``rest = [ "with" ] "rest" [ "of" | "for" | ":" ] duration [ "between sets" ]``."""
    start = scanner.at
    if not scanner.take(_REST):
        return False
    scanner.take(_REST_OF)
    time = _needed(scanner, start, "rest 30s")
    scanner.take(_BETWEEN)
    draft.put("rest", time, scanner, start)
    return True


def _needed(scanner: Scanner, start: int, example: str) -> Ms:
    """A time that has to stand here."""
    time = duration(scanner)
    if time is not None:
        return time
    number = scanner.take(_NUMBER_ALONE)
    if number:
        message, hint = f'"{number[0]}" what: seconds or minutes?', f'write "{number[0]}s"'
        raise scanner.flaw(Code.BAD_PRESCRIPTION, message, scanner.since(start), f'a time as in "{example}"', hint)
    message = f"{scanner.quoted(start)} needs a time"
    raise scanner.flaw(Code.BAD_PRESCRIPTION, message, scanner.since(start), f'a time as in "{example}"')


def _most_reps(scanner: Scanner, draft: Draft) -> bool:
    """``most reps = "max reps" [ "in" ] duration``."""
    start = scanner.at
    if not scanner.take(_MOST):
        return False
    scanner.take(_IN)
    draft.put("amount", MostReps(_needed(scanner, start, "max reps in 40s")), scanner, start)
    return True


def _to_failure(scanner: Scanner, draft: Draft) -> bool:
    """``to failure = "to failure" [ "," ] "cap" duration``: unbounded, it could not be exported."""
    start = scanner.at
    if not scanner.take(_FAILURE):
        return False
    scanner.take(_CAP)
    time = _needed(scanner, start, "to failure, cap 60s")
    draft.put("amount", MostReps(time, to_failure=True), scanner, start)
    return True


def _until_ready(scanner: Scanner, draft: Draft) -> bool:
    """``until ready = "until ready"``."""
    start = scanner.at
    if not scanner.take(UNTIL_READY):
        return False
    draft.put("amount", UntilReady(), scanner, start)
    return True


def _sides(scanner: Scanner, draft: Draft) -> bool:
    """``sides = ( "each" | "per" ) "side" | "left" | "right"``; legs, arms, hands and feet are sides as well."""
    start = scanner.at
    if scanner.take(_EACH):
        draft.put("sides", Sides.EACH, scanner, start)
        return True
    match = scanner.take(_ONE_SIDE)
    if match is None:
        return False
    draft.put("sides", Sides(match["side"].casefold()), scanner, start)
    return True


def _tempo(scanner: Scanner, draft: Draft) -> bool:
    """``"tempo" tempo``, see :func:`voicecoach.script.tempo.tempo`."""
    start = scanner.at
    if not scanner.take(_TEMPO):
        return False
    draft.put("tempo", tempo(scanner, draft.starts), scanner, start)
    return True


RULES: tuple[Rule, ...] = (
    _until_ready, _most_reps, _to_failure, _tempo, _rest, _sides, _times, _counted, load,
)  # fmt: skip
