"""How much of an exercise a post asks for: repetitions or a time, sets, sides."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voicecoach.importers.prose.circuits import rounds_in, without_rounds
from voicecoach.importers.prose.instructions import sentences
from voicecoach.importers.prose.numbers import LONGEST, NUMBER, RANGE, TO, UNIT, number_of, seconds_in
from voicecoach.importers.prose.sides import sided
from voicecoach.importers.prose.vocabulary import any_of
from voicecoach.model.workout import MostReps, Reps, Timed
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterable

    from voicecoach.model.workout import Amount
    from voicecoach.units import Ms

__all__ = ["Much", "amount_in", "amount_of", "amount_of_each"]

_SETS_OF = rf"\b(?P<sets>{NUMBER})(?:{TO}{NUMBER})?\s*"

_SETS = re.compile(
    rf"{_SETS_OF}(?:sets?\s*(?:of|x|\u00d7|-|:|,)?\s*|[x\u00d7]\s*)(?:(?:about|up to|around)\s+)?"
    rf"(?:{RANGE}(?:\s*(?:{UNIT}\b|reps?|repetitions?|times|each|per|on each))?)?",
    re.IGNORECASE,
)
_SETS_ONLY = re.compile(rf"{_SETS_OF}(?:sets?|rounds?)\b", re.IGNORECASE)
_REPS_SETS = re.compile(
    rf"{RANGE}\s*(?:reps?|repetitions?|times)?\s*(?:,|x|\u00d7|for)?\s*{_SETS_OF}sets?\b", re.IGNORECASE
)
_TIME = re.compile(
    rf"(?<![0-9:]){RANGE}[\s-]*{UNIT}(?![\w'])(?:\s*(?:and\s*)?(?P<more>[0-9]{{1,2}})\s*(?:seconds?|secs?|s)\b)?",
    re.IGNORECASE,
)
_A_MINUTE = re.compile(r"\b(?:an?|one) (?:full )?(?P<half>half )?minute\b|\bhalf (?P<half2>a )minute\b", re.IGNORECASE)
_CLOCK = re.compile(r"(?<![0-9:])(?P<minutes>[0-9]):(?P<seconds>[0-5][0-9])(?![0-9:])")
_REPS = re.compile(rf"(?<![0-9:.]){RANGE}\s*(?:reps?|repetitions?|times|of these|of each|x\b)", re.IGNORECASE)
_EACH_REPS = re.compile(
    rf"(?<![0-9:.]){RANGE}\s*(?:(?:reps?|times)\s*)?(?:on |with |for )?"
    r"(?:each|per|every|a)\s+(?:side|leg|arm|foot|hand|direction|way)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    rf"(?:^|\b(?:{any_of('amounts', 'asking')}|reps?:?|repetitions?:?|x)\s*(?::\s*)?"
    rf"(?:about |up to |around |at least )?)"
    rf"{RANGE}(?!\s*{any_of('amounts', 'not_reps')})\b",
    re.IGNORECASE,
)
_ASKS = re.compile(rf"(?:(?:then|and|now)[, ]+)*{any_of('amounts', 'asking')}\b", re.IGNORECASE)
_TIMED = re.compile(rf"\b{any_of('amounts', 'timing')}\b|^{RANGE}\s*{UNIT}", re.IGNORECASE)
_MOST = re.compile(rf"\b{any_of('amounts', 'most')}\b", re.IGNORECASE)
_FAILURE = re.compile(rf"\b{any_of('amounts', 'failure')}", re.IGNORECASE)
_SHORT_HOLD: Ms = 10 * MS_PER_SECOND
"""A shorter hold belongs to each repetition."""

_OF_EACH = re.compile(r"\b(?:each|every|all)\b", re.IGNORECASE)
_LONE_WORDS = 3
"""A sentence of so few words is nothing but an amount, if it holds one."""

_MOST_COUNT = 200
_MOST_SETS = 10
_CAP: Ms = 40 * MS_PER_SECOND
"""How long "as many as you can" lasts where nothing is said."""


@dataclass(frozen=True, slots=True)
class Much:
    """How much is asked for.

    Attributes:
        amount: One set; None where the text says nothing.
        sets: How many, 1 where the text says nothing.
        each: Whether each side does it.
        ranged: Whether the text gives a range, of which the lower end counts.
    """

    amount: Amount | None = None
    sets: int = 1
    each: bool = False
    ranged: bool = False


def amount_of(text: str) -> Much:
    """The amount in a text that is nothing else: what stands behind a name or under a label such as "Reps"."""
    much = _sets_of(text)
    if much.amount is None:
        amount, ranged = _single(text, lone=True)
        much = replace(much, amount=amount, ranged=ranged)
    return replace(much, each=sided(text))


def amount_in(text: str) -> Much:
    """The amount that a description asks for in one of its sentences; the last sentence that does counts."""
    asking = [sentence for sentence in sentences(text) if not rounds_in(sentence)]
    for sentence in reversed(asking):
        much = _sets_of(sentence)
        if much.amount is None:
            amount, ranged = _single(sentence, lone=len(sentence.split()) <= _LONE_WORDS)
            much = replace(much, amount=amount, ranged=ranged)
        if much.amount is not None:
            return much
    return next((found for each in asking if (found := _sets_of(each)).sets > 1), Much())


def amount_of_each(texts: Iterable[str]) -> Much:
    """The amount that a post asks for of each of its exercises, such as "hold each stretch for 30 seconds"."""
    told = (without_rounds(each) for text in texts for each in sentences(text) if _OF_EACH.search(each))
    found = (amount_in(sentence) for sentence in told)
    return next((much for much in found if much.amount is not None or much.sets > 1), Much())


def _sets_of(text: str) -> Much:
    """Sets, and what one of them is where it stands with them."""
    for pattern in (_REPS_SETS, _SETS, _SETS_ONLY):
        match = pattern.search(text)
        if match is None:
            continue
        groups = match.groupdict()
        sets = min(max(number_of(groups["sets"]), 1), _MOST_SETS)
        if groups.get("n"):
            unit = groups.get("unit")
            return Much(_measured(number_of(groups["n"]), unit), sets, ranged=bool(groups.get("top")))
        return Much(sets=sets)
    return Much()


def _measured(count: int, unit: str | None) -> Amount | None:
    if not count:
        return None
    if unit is None:
        return Reps(min(count, _MOST_COUNT))
    return Timed(min(count * seconds_in(unit) * MS_PER_SECOND, LONGEST))


def _single(text: str, *, lone: bool) -> tuple[Amount | None, bool]:
    """Repetitions or a time, and whether they are a range."""
    time, ranged = _time(text, lone=lone)
    if _MOST.search(text):
        return MostReps(time or _CAP), ranged
    if _FAILURE.search(text):
        return MostReps(time or _CAP, to_failure=True), ranged
    reps = _EACH_REPS.search(text) or _REPS.search(text) or (_LEADING.search(text) if lone or _asks(text) else None)
    if reps and number_of(reps["n"]):
        return Reps(min(number_of(reps["n"]), _MOST_COUNT)), bool(reps["top"])
    return (Timed(time), ranged) if time else (None, False)


def _asks(text: str) -> bool:
    return _ASKS.match(text) is not None


def _time(text: str, *, lone: bool) -> tuple[Ms, bool]:
    """A time of at least ten seconds in a text that asks for one, and whether it is a range."""
    clock, minute = _CLOCK.search(text), _A_MINUTE.search(text)
    match = _TIME.search(text)
    if not lone and not _TIMED.search(text):
        return 0, False
    if clock and lone:
        return (int(clock["minutes"]) * 60 + int(clock["seconds"])) * MS_PER_SECOND, False
    if match:
        time = (number_of(match["n"]) * seconds_in(match["unit"]) + int(match["more"] or 0)) * MS_PER_SECOND
        wanted = time >= _SHORT_HOLD or (lone and time > 0)
        return (min(time, LONGEST), bool(match["top"])) if wanted else (0, False)
    if minute:
        return (30 if minute["half"] or minute["half2"] else 60) * MS_PER_SECOND, False
    return 0, False
