"""Schemes under a clock: EMOM, every so often, AMRAP, for time; rules of :mod:`voicecoach.script.scheme_rules`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from voicecoach.model.workout import Clock, Every
from voicecoach.script.codes import Code
from voicecoach.script.durations import duration, spelled
from voicecoach.script.phrases import MOST_ROUNDS, count
from voicecoach.script.scanner import quoted, words
from voicecoach.script.scheme_parts import COMMA, COUNT, FOR, MINUTE, end, minutes, rounds

if TYPE_CHECKING:
    from voicecoach.script.scanner import Scanner
    from voicecoach.units import Ms

__all__ = ["amrap", "emom", "every", "for_time"]

_EMOM_EXPECTED = '"EMOM 10 min" or "E2MOM 12 min"'
_EVERY_EXPECTED = '"every 90s x 6" or "every 90s for 9 min"'
_AMRAP_EXPECTED = '"AMRAP 12 min"'
_FOR_TIME_EXPECTED = '"for time, cap 15 min"'
_EMOM = re.compile(r"e(?P<minutes>[0-9]{1,3})?mom(?![^\W\d_])", re.IGNORECASE)
_EVERY = words("every")
_A_MINUTE = words("minute on the minute", "minute")
_AMRAP = words("amrap", "as many rounds as possible")
_FOR_TIME = words("for time")
_CAP = re.compile(r"(?:with\s+)?(?:a\s+)?(?:time\s+)?cap(?:ped)?(?:\s+(?:at|of))?(?![^\W\d_])\s*:?", re.IGNORECASE)
_CAP_BEHIND = words("time cap", "cap")


def emom(scanner: Scanner) -> Every | None:
    """``EMOM = minutes "EMOM" | "EMOM" [ "for" ] ( minutes | number | rounds )``; E2MOM has longer periods."""
    start = scanner.at
    whole = minutes(scanner)
    found = scanner.take(_EMOM)
    if found is None:
        return None
    number = found["minutes"] or "1"
    period = MINUTE * count(scanner, number, found.span(), MOST_ROUNDS, "minutes")
    if whole is not None:
        end(scanner, _EMOM_EXPECTED)
        return _periods(scanner, period, whole, (start, found.end()), _EMOM_EXPECTED)
    scanner.take(COMMA)
    scanner.take(FOR)
    start = scanner.at
    times = rounds(scanner)
    whole = None if times else minutes(scanner)
    digits = None if times or whole else scanner.take(COUNT)
    if digits and period == MINUTE:
        times = count(scanner, digits[0], digits.span(), MOST_ROUNDS, "minutes")
    end(scanner, _EMOM_EXPECTED)
    if times:
        return Every(period, times)
    if whole is None:
        message = f"{quoted(scanner.text)} does not say how many minutes"
        raise scanner.flaw(Code.UNKNOWN_SCHEME, message, (0, len(scanner.text)), _EMOM_EXPECTED)
    return _periods(scanner, period, whole, scanner.since(start), _EMOM_EXPECTED)


def every(scanner: Scanner) -> Every | None:
    """``every = "every" ( duration | "minute" ) [ "," ] ( rounds | "for" duration )``."""
    if not scanner.take(_EVERY):
        return None
    period = MINUTE if scanner.take(_A_MINUTE) else duration(scanner)
    scanner.take(COMMA)
    start = scanner.at
    times = rounds(scanner) if period else None
    if period and times:
        end(scanner, _EVERY_EXPECTED)
        return Every(period, times)
    named = scanner.take(FOR)
    start = scanner.at
    whole = duration(scanner) if period and named else None
    if period is None or whole is None:
        message = f"{quoted(scanner.text)} does not say {'how often' if period else 'how long a period is'}"
        raise scanner.flaw(Code.UNKNOWN_SCHEME, message, (0, len(scanner.text)), _EVERY_EXPECTED)
    end(scanner, _EVERY_EXPECTED)
    return _periods(scanner, period, whole, scanner.since(start), _EVERY_EXPECTED)


def _periods(scanner: Scanner, period: Ms, whole: Ms, span: tuple[int, int], expected: str) -> Every:
    """As many periods as the whole time holds."""
    times, left = divmod(whole, period)
    if left or not times:
        message = f"{spelled(whole)} is no whole number of periods of {spelled(period)}"
        near = [spelled(number * period) for number in (times, times + 1) if number]
        raise scanner.flaw(Code.CONTRADICTION, message, span, expected, f"write {' or '.join(near)}")
    return Every(period, count(scanner, str(times), span, MOST_ROUNDS, "periods"))


def amrap(scanner: Scanner) -> Clock | None:
    """``AMRAP = minutes "AMRAP" | "AMRAP" [ "in" ] minutes``."""
    whole = minutes(scanner)
    found = scanner.take(_AMRAP)
    if found is None:
        return None
    scanner.take(COMMA)
    scanner.take(FOR)
    if whole is None:
        whole = minutes(scanner)
    if whole is None:
        message = f"{quoted(scanner.text)} does not say how long"
        digits = scanner.take(COUNT)
        hint = f'write "AMRAP {digits[0]} min"' if digits and scanner.done else ""
        raise scanner.flaw(Code.UNKNOWN_SCHEME, message, (0, len(scanner.text)), _AMRAP_EXPECTED, hint)
    end(scanner, _AMRAP_EXPECTED)
    return Clock(whole)


def for_time(scanner: Scanner) -> Clock | None:
    """``for time = "for time" [ "," ] ( "cap" duration | duration "cap" )``: unbounded, it could not be exported."""
    counted = rounds(scanner)
    if not scanner.take(_FOR_TIME):
        return None
    if counted:
        hint = 'write "for time, cap 15 min", and the steps as often as they are done'
        message = "rounds are not counted under one clock"
        raise scanner.flaw(Code.UNKNOWN_SCHEME, message, (0, len(scanner.text)), _FOR_TIME_EXPECTED, hint)
    scanner.take(COMMA)
    named = scanner.take(_CAP)
    cap = duration(scanner)
    if cap is None or not (named or scanner.take(_CAP_BEHIND)):
        message = f"{quoted(scanner.text)} has no cap: the clock must end somewhere"
        raise scanner.flaw(Code.UNKNOWN_SCHEME, message, (0, len(scanner.text)), _FOR_TIME_EXPECTED)
    end(scanner, _FOR_TIME_EXPECTED)
    return Clock(cap, for_time=True)
