"""How a post has the whole of its exercises done: how often, and with which rests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from voicecoach.importers.prose.instructions import sentences
from voicecoach.importers.prose.numbers import LONGEST, NUMBER, RANGE, TO, UNIT, number_of, seconds_in
from voicecoach.importers.prose.vocabulary import any_of, table
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from voicecoach.units import Ms

__all__ = ["rests_in", "rounds_in", "without_rounds"]

_OFTEN: dict[str, int] = table("amounts")["often"]
_A_DAY = rf"\s*{any_of('amounts', 'a_day')}"
_ROUNDS = re.compile(
    rf"\b{any_of('amounts', 'again')}\b[^.!?]{{0,60}}?\b{any_of('amounts', 'wholes')}\b[^.!?]{{0,40}}?"
    rf"\b(?:(?P<a>{NUMBER})(?:{TO}{NUMBER})?\s*(?:more )?(?:times|x|rounds?|sets?)|(?P<d>{'|'.join(_OFTEN)}))\b"
    rf"(?!{_A_DAY})"
    rf"|\b(?P<b>{NUMBER})(?:{TO}{NUMBER})?\s*(?:total |full )?rounds?\b(?!\s*of\s+[0-9])"
    rf"|\b(?P<c>{NUMBER})\s*(?:times through|circuits)\b",
    re.IGNORECASE,
)
_REST_FIRST = re.compile(
    rf"\brest(?:ing)?\b(?: period| time)?(?:\s*(?:for|of|:|is|about|with))*\s*{RANGE}\s*{UNIT}\b", re.IGNORECASE
)
_REST_LAST = re.compile(rf"{RANGE}[\s-]*{UNIT}\s*(?:of\s+)?(?:rest|break|recovery)\b", re.IGNORECASE)
_OF_ROUNDS = re.compile(
    r"\b(?:rounds?|circuits?|then repeat|repeat|before (?:starting|beginning|going)|at the end)\b", re.IGNORECASE
)
_BETWEEN_EXERCISES = re.compile(r"\bbetween (?:each )?(?:exercises?|moves?|movements?|them)\b", re.IGNORECASE)
_MOST_ROUNDS = 10


def rounds_in(text: str) -> int:
    """How often a post has its exercises done as a circuit; 0 where it does not say."""
    match = _ROUNDS.search(text)
    if match is None:
        return 0
    found = match["a"] or match["b"] or match["c"] or match["d"]
    return min(_OFTEN.get(found.casefold(), 0) or number_of(found), _MOST_ROUNDS)


def rests_in(text: str) -> tuple[Ms, Ms]:
    """The rests that a post asks for, in ms, between exercises and between rounds; 0 where it does not say."""
    between, after = 0, 0
    for sentence in sentences(text):
        match = _REST_FIRST.search(sentence) or _REST_LAST.search(sentence)
        if match is None:
            continue
        rest = min(number_of(match["n"]) * seconds_in(match["unit"]) * MS_PER_SECOND, LONGEST)
        if _OF_ROUNDS.search(sentence) and not _BETWEEN_EXERCISES.search(sentence):
            after = after or rest
        else:
            between = between or rest
    return between, after


def without_rounds(text: str) -> str:
    """A text without its words about rounds, whose numbers are no amounts of an exercise."""
    return _ROUNDS.sub(" ", text)
