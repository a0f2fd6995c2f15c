"""How much of an exercise a post asks for: repetitions or a time, sets, sides, rounds."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voicecoach.importers.prose.signs import sentences
from voicecoach.importers.prose.vocabulary import table
from voicecoach.model.workout import MostReps, Reps, Timed
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterable

    from voicecoach.model.workout import Amount
    from voicecoach.units import Ms

__all__ = ["Much", "amount_in", "amount_of", "amount_of_each", "rests_in", "rounds_in", "sided"]

_NUMBERS: dict[str, int] = table("amounts")["numbers"]
_TURNS: dict[str, list[str]] = table("amounts")["turns"]
_TWICE: dict[str, int] = table("amounts")["turns"]["twice"]


def _any(turn: str) -> str:
    """The entries of a list of turns, as an expression for any one of them."""
    return f"(?:{'|'.join(_TURNS[turn])})"


_N = rf"(?:[0-9]{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_TO = r"\s*(?:-|\u2013|\u2014|to|or)\s*"
_RANGE = rf"(?P<n>{_N})(?:{_TO}(?P<top>{_N}))?"
_UNIT = r"(?P<unit>seconds?|secs?|sec\.|s|minutes?|mins?|min\.|m)"
_SETS_OF = rf"\b(?P<sets>{_N})(?:{_TO}{_N})?\s*"

_SETS = re.compile(
    rf"{_SETS_OF}(?:sets?\s*(?:of|x|\u00d7|-|:|,)?\s*|[x\u00d7]\s*)(?:(?:about|up to|around)\s+)?"
    rf"(?:{_RANGE}(?:\s*(?:{_UNIT}\b|reps?|repetitions?|times|each|per|on each))?)?",
    re.IGNORECASE,
)
_SETS_ONLY = re.compile(rf"{_SETS_OF}(?:sets?|rounds?)\b", re.IGNORECASE)
_REPS_SETS = re.compile(
    rf"{_RANGE}\s*(?:reps?|repetitions?|times)?\s*(?:,|x|\u00d7|for)?\s*{_SETS_OF}sets?\b", re.IGNORECASE
)
_TIME = re.compile(
    rf"(?<![0-9:]){_RANGE}[\s-]*{_UNIT}(?![\w'])(?:\s*(?:and\s*)?(?P<more>[0-9]{{1,2}})\s*(?:seconds?|secs?|s)\b)?",
    re.IGNORECASE,
)
_A_MINUTE = re.compile(r"\b(?:an?|one) (?:full )?(?P<half>half )?minute\b|\bhalf (?P<half2>a )minute\b", re.IGNORECASE)
_CLOCK = re.compile(r"(?<![0-9:])(?P<minutes>[0-9]):(?P<seconds>[0-5][0-9])(?![0-9:])")
_REPS = re.compile(rf"(?<![0-9:.]){_RANGE}\s*(?:reps?|repetitions?|times|of these|of each|x\b)", re.IGNORECASE)
_EACH_REPS = re.compile(
    rf"(?<![0-9:.]){_RANGE}\s*(?:(?:reps?|times)\s*)?(?:on |with |for )?"
    r"(?:each|per|every|a)\s+(?:side|leg|arm|foot|hand|direction|way)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    rf"(?:^|\b(?:{_any('asking')}|reps?:?|repetitions?:?|x)\s*(?::\s*)?(?:about |up to |around |at least )?)"
    rf"{_RANGE}(?!\s*{_any('not_reps')})\b",
    re.IGNORECASE,
)
_ASKS = re.compile(rf"(?:(?:then|and|now)[, ]+)*{_any('asking')}\b", re.IGNORECASE)
_TIMED = re.compile(rf"\b{_any('timing')}\b|^{_RANGE}\s*{_UNIT}", re.IGNORECASE)
_MOST = re.compile(rf"\b{_any('most')}\b", re.IGNORECASE)
_FAILURE = re.compile(rf"\b{_any('failure')}", re.IGNORECASE)
_SHORT_HOLD: Ms = 10 * MS_PER_SECOND
"""A shorter hold belongs to each repetition."""

_EACH = re.compile(rf"\b{_any('sides')}(?!\w)", re.IGNORECASE)
_ALTERNATES = re.compile(rf"\b{_any('turns')}\b", re.IGNORECASE)
_ROUNDS = re.compile(
    rf"\b{_any('again')}\b[^.!?]{{0,60}}?\b{_any('wholes')}\b[^.!?]{{0,40}}?"
    rf"\b(?:(?P<a>{_N})(?:{_TO}{_N})?\s*(?:more )?(?:times|x|rounds?|sets?)|(?P<d>{'|'.join(_TWICE)}))\b"
    rf"|\b(?P<b>{_N})(?:{_TO}{_N})?\s*(?:total |full )?rounds?\b(?!\s*of\s+[0-9])"
    rf"|\b(?P<c>{_N})\s*(?:times through|circuits)\b",
    re.IGNORECASE,
)
_REST_FIRST = re.compile(
    rf"\brest(?:ing)?\b(?: period| time)?(?:\s*(?:for|of|:|is|about|with))*\s*{_RANGE}\s*{_UNIT}\b", re.IGNORECASE
)
_REST_LAST = re.compile(rf"{_RANGE}[\s-]*{_UNIT}\s*(?:of\s+)?(?:rest|break|recovery)\b", re.IGNORECASE)
_OF_ROUNDS = re.compile(
    r"\b(?:rounds?|circuits?|then repeat|repeat|before (?:starting|beginning|going)|at the end)\b", re.IGNORECASE
)
_OF_EACH = re.compile(r"\b(?:each|every|all)\b", re.IGNORECASE)
_LONE_WORDS = 3
"""A sentence of so few words is nothing but an amount, if it holds one."""

_MOST_COUNT = 200
_MOST_SETS, _MOST_ROUNDS = 10, 10
_LONGEST: Ms = 60 * 60 * MS_PER_SECOND
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


def _number(word: str | None) -> int:
    if not word:
        return 0
    return int(word) if word.isdigit() else _NUMBERS.get(word.casefold(), 0)


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
    told = (_ROUNDS.sub(" ", each) for text in texts for each in sentences(text) if _OF_EACH.search(each))
    found = (amount_in(sentence) for sentence in told)
    return next((much for much in found if much.amount is not None or much.sets > 1), Much())


def _sets_of(text: str) -> Much:
    """Sets, and what one of them is where it stands with them."""
    for pattern in (_REPS_SETS, _SETS, _SETS_ONLY):
        match = pattern.search(text)
        if match is None:
            continue
        groups = match.groupdict()
        sets = min(max(_number(groups["sets"]), 1), _MOST_SETS)
        if groups.get("n"):
            unit = groups.get("unit")
            return Much(_measured(_number(groups["n"]), unit), sets, ranged=bool(groups.get("top")))
        return Much(sets=sets)
    return Much()


def _measured(count: int, unit: str | None) -> Amount | None:
    if not count:
        return None
    if unit is None:
        return Reps(min(count, _MOST_COUNT))
    return Timed(min(count * _seconds(unit) * MS_PER_SECOND, _LONGEST))


def _seconds(unit: str) -> int:
    return 60 if unit.casefold().startswith("m") else 1


def _single(text: str, *, lone: bool) -> tuple[Amount | None, bool]:
    """Repetitions or a time, and whether they are a range."""
    time, ranged = _time(text, lone=lone)
    if _MOST.search(text):
        return MostReps(time or _CAP), ranged
    if _FAILURE.search(text):
        return MostReps(time or _CAP, to_failure=True), ranged
    reps = _EACH_REPS.search(text) or _REPS.search(text) or (_LEADING.search(text) if lone or _asks(text) else None)
    if reps and _number(reps["n"]):
        return Reps(min(_number(reps["n"]), _MOST_COUNT)), bool(reps["top"])
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
        time = (_number(match["n"]) * _seconds(match["unit"]) + int(match["more"] or 0)) * MS_PER_SECOND
        wanted = time >= _SHORT_HOLD or (lone and time > 0)
        return (min(time, _LONGEST), bool(match["top"])) if wanted else (0, False)
    if minute:
        return (30 if minute["half"] or minute["half2"] else 60) * MS_PER_SECOND, False
    return 0, False


def sided(text: str) -> bool:
    """Whether a description is done first on one side and then on the other, and not by turns."""
    return _EACH.search(text) is not None and _ALTERNATES.search(text) is None


def rounds_in(text: str) -> int:
    """How often a post has its exercises done as a circuit; 0 where it does not say."""
    match = _ROUNDS.search(text)
    if match is None:
        return 0
    found = match["a"] or match["b"] or match["c"] or match["d"]
    return min(_TWICE.get(found.casefold(), 0) or _number(found), _MOST_ROUNDS)


def rests_in(text: str) -> tuple[Ms, Ms]:
    """The rests that a post asks for, in ms, between exercises and between rounds; 0 where it does not say."""
    between, after = 0, 0
    for sentence in sentences(text):
        match = _REST_FIRST.search(sentence) or _REST_LAST.search(sentence)
        if match is None:
            continue
        rest = min(_number(match["n"]) * _seconds(match["unit"]) * MS_PER_SECOND, _LONGEST)
        if _OF_ROUNDS.search(sentence):
            after = after or rest
        else:
            between = between or rest
    return between, after
