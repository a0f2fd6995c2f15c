"""What to hold, and how hard: announced as written, never converted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from voicecoach.script.codes import Code
from voicecoach.script.scanner import words

if TYPE_CHECKING:
    from voicecoach.script.draft import Draft
    from voicecoach.script.scanner import Scanner

__all__ = ["load"]

_WITH = words("with", "holding", "using")
_AT = re.compile(r"at(?![^\W\d_])|@", re.IGNORECASE)
_WEIGHT = re.compile(r"[0-9]+(?:\.[0-9]+)?\s*(?:kgs?|kilos?|kilograms?|lbs?|pounds?|%)(?![^\W\d_])", re.IGNORECASE)
_LOAD = re.compile(
    r"""
    (?:(?!                                    # up to a separator or to what begins another phrase
        [,;()] | \.(?:\s|$)
        | \s(?:each|per|both|every)\s+(?:sides?|legs?|arms?)\b
        | \s(?:tempo|rest|rpe|until|at|holding|using)\b | \s@
        | \s[0-9]+\s*(?:reps?|sets?)\b
    ).)+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AT_LOAD = re.compile(r"[0-9]|body\s?weight", re.IGNORECASE)
_RPE = re.compile(r"(?:at\s+)?rpe\s*:?\s*(?P<value>[0-9]+(?:\.5)?)(?![0-9.]*[0-9])", re.IGNORECASE)


def load(scanner: Scanner, draft: Draft) -> bool:
    """Read a load: a rule as in :mod:`voicecoach.script.phrases`.

    ``load = ( "with" | "holding" | "using" ) words | ( "at" | "@" ) words with a number | weight | "RPE" number``
    """
    start = scanner.at
    rpe = scanner.take(_RPE)
    if rpe:
        draft.loads.append(f"RPE {_within_ten(scanner, rpe)}")
        return True
    weight = scanner.take(_WEIGHT)
    if weight:
        scanner.at = start
        draft.loads.append("at " + _load_words(scanner, start))
        return True
    if scanner.take(_WITH):
        _load_words(scanner, start)
        draft.loads.append(" ".join(scanner.text[start : scanner.at].split()))
        return True
    if not scanner.take(_AT):
        return False
    told = _load_words(scanner, start)
    if not _AT_LOAD.search(told):
        message = f"{scanner.quoted(start)} names no load"
        raise scanner.flaw(Code.BAD_PRESCRIPTION, message, scanner.since(start), '"at 20 kg", "at 60%" or such')
    draft.loads.append(f"at {told}")
    return True


def _load_words(scanner: Scanner, start: int) -> str:
    match = scanner.take(_LOAD)
    if match is None:
        message = f"{scanner.quoted(start)} needs a load"
        raise scanner.flaw(Code.BAD_PRESCRIPTION, message, scanner.since(start), '"with dumbbells", "at 20 kg" or such')
    return " ".join(match[0].split())


def _within_ten(scanner: Scanner, rpe: re.Match[str]) -> str:
    value = rpe["value"]
    if len(value) <= len("10.5") and 1 <= float(value) <= 10:  # noqa: PLR2004 - the ends of the scale
        return value
    message = f"an RPE of {value[:20]} is not on the scale"
    raise scanner.flaw(Code.OUT_OF_RANGE, message, scanner.since(rpe.start()), "a number from 1 to 10")
