"""Lengths of time as people write them: ``40s``, ``1 min 30 s``, ``1:30``, ``90 seconds``, ``1.5 min``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from voicecoach.script.codes import Code
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from voicecoach.script.scanner import Scanner
    from voicecoach.units import Ms

__all__ = ["LONGEST", "duration", "spelled"]

_SECOND = MS_PER_SECOND
_MINUTE = 60 * _SECOND
_HOUR = 60 * _MINUTE

LONGEST: Ms = 24 * _HOUR
"""No step lasts longer than a day: whatever is longer is a slip."""

_CLOCK = re.compile(r"([0-9]+):([0-9]+)(?::([0-9]+))?(?![0-9:])")
_QUANTITY = re.compile(
    r"(?:and\s+)?(?P<count>[0-9]+(?:\.[0-9]+)?)\s*"
    r"(?:(?P<hours>hours?|hrs?|h)|(?P<minutes>minutes?|mins?|m)|(?P<seconds>seconds?|secs?|s))(?![^\W\d_])\.?",
    re.IGNORECASE,
)
_UNITS = {"hours": _HOUR, "minutes": _MINUTE, "seconds": _SECOND}
_MOST_DIGITS = 9
"""More digits than any time or count within bounds can have."""


def duration(scanner: Scanner, *, least: Ms = _SECOND) -> Ms | None:
    """Read a length of time, or nothing.

    ``duration = clock | quantity { ["and"] quantity }`` with units from large to small, such as ``1 h 30 min``.

    Args:
        scanner: Where to read.
        least: The shortest time that makes sense here, in ms.

    Returns:
        The time in ms, or None where no time stands; a bare number is none.

    Raises:
        FlawError: If it is shorter than ``least`` or longer than a day, no time of a clock, or ``m`` alone.
    """
    start = scanner.at
    time = _clock(scanner)
    if time is None:
        time = _quantities(scanner)
    if time is None or least <= time <= LONGEST:
        return time
    raise scanner.flaw(
        Code.OUT_OF_RANGE,
        f"{scanner.quoted(start)} is too {'short' if time < least else 'long'}",
        scanner.since(start),
        expected=f"a time from {spelled(least)} to {spelled(LONGEST)}",
    )


def _clock(scanner: Scanner) -> Ms | None:
    """``clock = minutes ":" seconds | hours ":" minutes ":" seconds``, the last ones below 60."""
    start = scanner.at
    match = scanner.take(_CLOCK)
    if match is None:
        return None
    fields = [_number(digits) for digits in match.groups() if digits]
    if any(field >= 60 for field in fields[1:]):  # noqa: PLR2004 - minutes in an hour, seconds in a minute
        raise scanner.flaw(
            Code.OUT_OF_RANGE,
            f"{scanner.quoted(start)} is no time",
            scanner.since(start),
            expected="minutes and seconds such as 1:30, with seconds below 60",
        )
    total = 0
    for field in fields:
        total = total * 60 + field
    return total * _SECOND


def _quantities(scanner: Scanner) -> Ms | None:
    """``quantity = number unit``; ``m`` alone could be metres, so it counts only beside hours or seconds."""
    start, total, smallest = scanner.at, 0, LONGEST
    letters: list[str] = []
    while match := _QUANTITY.match(scanner.text, scanner.at):
        unit = _UNITS[match.lastgroup or "seconds"]
        if unit >= smallest or (not letters and match[0][0] in "aA"):
            break
        scanner.take(_QUANTITY)
        smallest = unit
        letters.append(match[match.lastgroup or "seconds"])
        total += round(_count(match["count"]) * unit)
    if not letters:
        return None
    if letters in (["m"], ["M"]):
        raise scanner.flaw(
            Code.BAD_PRESCRIPTION,
            f"{scanner.quoted(start)} could be minutes or metres",
            scanner.since(start),
            hint=f'write "{scanner.text[start : scanner.at].rstrip(" mM")} min" if minutes are meant',
        )
    return total


def _number(digits: str) -> int:
    return int(digits) if len(digits) <= _MOST_DIGITS else LONGEST


def _count(written: str) -> float:
    whole, _, fraction = written.partition(".")
    return _number(whole) + float(f"0.{fraction[:_MOST_DIGITS] or 0}")


def spelled(time: Ms) -> str:
    """A time as a script writes it: ``45s``, ``1 min 30s``, ``2.5s``, ``1 h``."""
    hours, rest = divmod(time, _HOUR)
    minutes, rest = divmod(rest, _MINUTE)
    told = [f"{hours} h"] if hours else []
    told += [f"{minutes} min"] if minutes else []
    told += [f"{rest / _SECOND:.3f}".rstrip("0").rstrip(".") + "s"] if rest or not told else []
    return " ".join(told)
