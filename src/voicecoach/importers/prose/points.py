"""Form points from sentences about how to do an exercise well: a few words each, one thought each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from voicecoach.importers.prose.chatter import is_chatter, speaks_of_self
from voicecoach.importers.prose.instructions import instructs, names_part, repeats_only
from voicecoach.importers.prose.shortening import closed
from voicecoach.importers.prose.vocabulary import any_of, pattern_of
from voicecoach.importers.safe_text import lowered, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["point", "points_of"]

_MOST_WORDS = 8
_MOST_POINTS = 4
_TELLING = 4
"""Two points that begin with so many words alike are one."""

_PARENTHESES = re.compile(r"\s*\([^()]{0,200}\)")
_LEAD_IN = re.compile(
    rf"(?:(?:and|also|always|just|but|so|then|please|remember|tip|note|throughout)[:,]?\s+)*"
    rf"{any_of('shortening', 'point_lead_ins')}?",
    re.IGNORECASE,
)
_REFUSAL = re.compile(rf"{any_of('shortening', 'refusals')}\s+(?P<what>\w+)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_PADDING = pattern_of("shortening", "padding")
_STATED = re.compile(
    r"(?P<whose>the |your |both |both your )?(?P<what>[\w' -]{2,30}?) "
    r"(?:(?P<must>should|must|needs? to|will) (?:(?:be|remain|stay) )?|is |are |stays? |remains? )(?P<how>.+)",
    re.IGNORECASE | re.DOTALL,
)
_FORBIDDEN = re.compile(
    r"(?:the |your )?(?P<what>[\w' -]{2,30}?) (?:should|must) ?(?:not|n't) (?P<how>.+)", re.IGNORECASE | re.DOTALL
)
_NO_STATE = re.compile(rf"{any_of('shortening', 'no_states')}\b", re.IGNORECASE)
_WHOSE = re.compile(r"\s+of (?:your|the) (?:\w+ )?\w+$", re.IGNORECASE)
_POINTING = re.compile(rf"{any_of('shortening', 'pointing')}\b", re.IGNORECASE)
_AT_THAT = re.compile(r"\bth(?:is|at) (?:portion|part|phase|step|point)\b", re.IGNORECASE)
"""Words for a moment that nobody who hears a point alone knows."""

_HALF = re.compile(r"\ban? [\w-]+$")
"""How a clause ends whose noun follows behind what is cut off: "use a slow" of "use a slow and controlled motion"."""

_EMPTY = re.compile(r"keep(?:ing)? (?:your|the|both) \w+|(?:breathe|inhale|exhale)(?: in| out)?", re.IGNORECASE)
"""What says nothing when its end is cut off."""

_SAYS = pattern_of("shortening", "says")
_CONTINUES = re.compile(rf"(?:then |and |slowly |gently )*{any_of('shortening', 'continuations')}\b", re.IGNORECASE)
_CUT = re.compile(rf"(?<=[,;])\s+|\s+[\u2013\u2014-]\s+|\s+(?={any_of('shortening', 'point_cuts')}\b)", re.IGNORECASE)
_HANGING = re.compile(r"(?:and|but|or|so|as|while|when|if|by)?\s*(?:\S+\s*){0,2}")
"""A clause of so few words hangs in the air where the next one is cut off."""


def points_of(told: Iterable[str]) -> tuple[str, ...]:
    """Short points, at most four, no two alike; a sentence that cannot be short is left out."""
    found: dict[str, str] = {}
    for each in filter(None, map(point, told)):
        found.setdefault(" ".join(each.casefold().split()[:_TELLING]), each)
    return tuple(found.values())[:_MOST_POINTS]


def point(sentence: str) -> str:
    """A form point of at most eight words, or nothing."""
    others = (is_chatter, repeats_only, speaks_of_self)
    if any(kind(sentence) for kind in others) or _CONTINUES.match(sentence):
        return ""
    told = one_line(_PARENTHESES.sub("", sentence)).strip(' .,;:!()"')
    refusal = _REFUSAL.match(told)
    told = _refused(refusal) if refusal else _without_lead(told)
    told = one_line(_PADDING.sub(" ", told)).replace(" ,", ",")
    if _POINTING.match(told) or _AT_THAT.search(told):
        return ""
    return next((closed(head) for each in _said(told) for head in _heads(each) if _is_point(head)), "")


def _said(told: str) -> Iterator[str]:
    """The ways to say a point, the best first: what shall be so is asked for, not stated.

    "The back heel is raised" is "Keep the back heel raised".
    """
    forbidden, stated = _FORBIDDEN.match(told), _STATED.match(told)
    if forbidden and names_part(forbidden["what"]):
        yield f"Don't let your {lowered(forbidden['what'])} {forbidden['how']}"
    if stated and names_part(stated["what"]) and not _NO_STATE.match(stated["how"]):
        whose, what = (stated["whose"] or "your ").lower(), lowered(stated["what"])
        yield f"Keep {whose}{what} {stated['how']}"
        yield f"Keep {whose}{_WHOSE.sub('', what)} {stated['how']}"
    if stated and stated["must"] and not stated["how"].startswith("not "):
        yield f"{stated['what']} {stated['how']}"
    yield told


def _without_lead(told: str) -> str:
    match = _LEAD_IN.match(told)
    return told[match.end() :] if match else told


def _refused(match: re.Match[str]) -> str:
    """Say "avoid arching your back" as "No arching your back", and "try not to sag" as "Don't sag"."""
    what = match["what"]
    return f"No {what.lower()}{match['rest']}" if what.lower().endswith("ing") else f"Don't {what}{match['rest']}"


def _is_point(told: str) -> bool:
    """Whether a few words say something by themselves."""
    words = told.split()
    return (
        1 < len(words) <= _MOST_WORDS
        and not _EMPTY.fullmatch(told)
        and (_SAYS.search(told) is not None or instructs(f"{told} body"))
    )


def _heads(told: str) -> Iterator[str]:
    """The sentence, and what is left of it without its last clauses, the longest first."""
    clauses = _CUT.split(told)
    for count in range(len(clauses), 0, -1):
        if _HALF.search(clauses[count - 1]) and count < len(clauses):
            continue
        if count == 1 or not _HANGING.fullmatch(clauses[count - 1]):
            yield " ".join(clauses[:count]).strip(" ,;")
