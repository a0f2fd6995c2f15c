"""The kinds of schemes, one rule each.

Every rule takes the scanner of the words in parentheses. It returns the scheme, or None where the words do not begin
as its kind does; where they begin so and go wrong, it raises :class:`voicecoach.script.flaws.FlawError`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from voicecoach.model.workout import Intervals, Rounds
from voicecoach.script.codes import Code
from voicecoach.script.durations import duration
from voicecoach.script.phrases import MOST_ROUNDS, count
from voicecoach.script.scanner import quoted, words
from voicecoach.script.scheme_clocks import amrap, emom, every, for_time
from voicecoach.script.scheme_ladders import ladder
from voicecoach.script.scheme_parts import COMMA, COUNT, ROUNDS, end, rest, rounds
from voicecoach.units import seconds

if TYPE_CHECKING:
    from collections.abc import Callable

    from voicecoach.model.workout import Scheme
    from voicecoach.script.scanner import Scanner
    from voicecoach.units import Ms

__all__ = ["EXPECTED", "RULES", "TABATA"]

TABATA = Intervals(work=20_000, rest=10_000, count=8)
"""Tabata et al., Medicine & Science in Sports & Exercise 28 (1996): about eight bouts of 20 s, 10 s apart."""
EXPECTED = (
    '"3 rounds, rest 60s", "tabata", "8 x 20s/10s", "40s on 20s off", "EMOM 10 min", "every 90s x 6", "AMRAP 12 min", '
    '"for time, cap 15 min", "ladder 10-8-6-4" or "pyramid 5-10-15-10-5"'
)
_ROUNDS_EXPECTED = '"3 rounds", "3 rounds, rest 60s" or "3 rounds, 60s rest between rounds"'
_INTERVALS_EXPECTED = '"8 x 20s/10s", "40s on 20s off" or "40s on 20s off, 3 rounds"'
_LEAST_BARE = 5
"""Seconds that a number without a unit can mean at least: "2/1" are minutes to most people."""
_SEPARATOR = re.compile(r"[,;+&]|and(?![^\W\d_])", re.IGNORECASE)
_OF = words("of")
_TABATA = words("tabata")
_SLASH = re.compile("/")
_ON, _OFF = words("on", "work"), words("off", "rest")
_BEFORE_OFF = re.compile(r"[,/+&]|and(?![^\W\d_])", re.IGNORECASE)
_MOST_BARE = 999
_LETTER = re.compile(r"[^\W\d_]")


def _rounds_of_steps(scanner: Scanner) -> Rounds | None:
    """``circuit = part { "," part }``, where ``part = rounds | rest``; the rounds must be among them."""
    found: int | None = None
    pause: Ms | None = None
    while not scanner.done:
        start = scanner.at
        if scanner.take(_SEPARATOR):
            continue
        number = rounds(scanner)
        time = None if number else rest(scanner)
        if (number and found) or (time and pause):
            message = f"{scanner.quoted(start)} stands here for the second time"
            raise scanner.flaw(Code.CONTRADICTION, message, scanner.since(start), expected=_ROUNDS_EXPECTED)
        if number is None and time is None:
            return None
        found, pause = number or found, time or pause
    if found is None:
        return None
    if pause and found == 1:
        raise scanner.flaw(Code.CONTRADICTION, "one round has no rest between rounds", (0, len(scanner.text)))
    return Rounds(found, pause or 0)


def _tabata(scanner: Scanner) -> Intervals | None:
    """``tabata = "tabata"``: twice a tabata could be sixteen intervals, or eight, a longer rest, and eight again."""
    if not scanner.take(_TABATA):
        return None
    hint = 'a tabata is 8 intervals of 20s and 10s rest; write "16 x 20s/10s" for others'
    end(scanner, '"tabata" alone', hint)
    return TABATA


def _intervals(scanner: Scanner) -> Intervals | None:
    """``intervals = [ front ] pair [ "," ] [ rounds ]``, where ``front = number "x" | number "rounds" [ "," ]``.

    A number before the pair counts intervals, a number of rounds goes through the list.
    """
    crossed, in_front = _front(scanner)
    pair = _pair(scanner)
    if pair is None:
        if crossed and _length(scanner) and scanner.done:
            message = f"{quoted(scanner.text)} does not say how long the rests are"
            raise scanner.flaw(Code.UNKNOWN_SCHEME, message, (0, len(scanner.text)), _INTERVALS_EXPECTED)
        return None
    start = scanner.at
    scanner.take(COMMA)
    behind = rounds(scanner)
    if behind and (crossed or in_front):
        message = f"{scanner.quoted(start)} contradicts the number in front"
        raise scanner.flaw(Code.CONTRADICTION, message, scanner.since(start), _INTERVALS_EXPECTED)
    if behind is None:
        scanner.at = start
    end(scanner, _INTERVALS_EXPECTED)
    return Intervals(*pair, count=crossed, passes=0 if crossed else in_front or behind or 1)


def _front(scanner: Scanner) -> tuple[int, int]:
    """The number of intervals and the number of rounds in front of a pair, 0 for none."""
    start = scanner.at
    digits = scanner.take(COUNT)
    if digits is None or not (word := scanner.take(ROUNDS)):
        scanner.at = start
        return 0, 0
    if scanner.take(_OF):
        text = scanner.text[scanner.at :]
        if not _pair(scanner):
            return 0, 0
        hint = f'write "{digits[0]} x {text}" for {digits[0]} intervals, "{text}, {digits[0]} rounds" for whole rounds'
        message = "these rounds could be intervals or times through the list"
        raise scanner.flaw(Code.UNKNOWN_SCHEME, message, scanner.since(start), hint=hint)
    scanner.take(COMMA)
    number = count(scanner, digits[0], digits.span(), MOST_ROUNDS, "rounds")
    return (number, 0) if word[0] in "xX×" else (0, number)  # noqa: RUF001 - as above


def _pair(scanner: Scanner) -> tuple[Ms, Ms] | None:
    """``pair = time "/" time | time "on" time "off" | time "work" time "rest"``, a bare number in seconds."""
    start = scanner.at
    bare = scanner.sees(COUNT)
    work = _length(scanner)
    named = work is not None and scanner.take(_ON)
    if work is None or not (named or scanner.sees(_SLASH)):
        scanner.at = start
        return None
    scanner.take(_BEFORE_OFF)
    off = _length(scanner)
    if off is None or (named and not scanner.take(_OFF)):
        missing = "a time of rest" if off is None else '"off"'
        message = f"{missing} is missing behind {scanner.quoted(start)}"
        raise scanner.flaw(Code.UNKNOWN_SCHEME, message, scanner.since(start), _INTERVALS_EXPECTED)
    if not named:
        scanner.take(_OFF)
    if bare and min(work, off) < seconds(_LEAST_BARE) and not _LETTER.search(scanner.text, start, scanner.at):
        message = f"{scanner.quoted(start)} could be seconds or minutes"
        raise scanner.flaw(Code.UNKNOWN_SCHEME, message, scanner.since(start), hint='write the units: "20s/10s"')
    return work, off


def _length(scanner: Scanner) -> Ms | None:
    """A time, or a bare number of seconds."""
    time = duration(scanner)
    if time is not None:
        return time
    match = scanner.take(COUNT)
    return seconds(count(scanner, match[0], match.span(), _MOST_BARE, "seconds")) if match else None


RULES: tuple[Callable[[Scanner], Scheme | None], ...] = (
    _rounds_of_steps, _tabata, _intervals, emom, every, amrap, for_time, ladder,
)  # fmt: skip
