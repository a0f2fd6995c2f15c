"""Names of exercises in the headings and list items of a post."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.importers.prose.instructions import commands, is_movement_noun
from voicecoach.importers.prose.labels import Role, role_of
from voicecoach.importers.prose.vocabulary import any_of, pattern_of, table, words_of
from voicecoach.importers.safe_text import capitalized, legal_name, one_line
from voicecoach.names import same_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from voicecoach.model.workout import Exercise
    from voicecoach.ports import KnownExercises

__all__ = ["Named", "introduced", "looked_up", "mentioned", "named", "spoken_name", "subject_of"]

_MOST_WORDS = 9
_LONGEST = 120
"""Words and characters of a heading that can be a name, at most."""

_DIGIT_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten)"
_COUNTER = any_of("names", "counters")
_PREFIX = re.compile(
    rf"(?:{_COUNTER}\s*(?:#?\s*(?:[0-9]{{1,2}}[a-e]?|{_DIGIT_WORD}|[ivx]{{1,4}}|[a-h]))?\s*[:.)\u2013\u2014-]\s*"
    rf"|{_COUNTER}\s+(?:#?\s*[0-9]{{1,2}}|{_DIGIT_WORD})\s+|[a-h][0-9]?\s*[.):]\s+|\(?[0-9]{{1,2}}\s*[.):]\s*)+",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(rf"{any_of('names', 'lead_ins')}\s+(?:{any_of('names', 'articles')}\s+)*", re.IGNORECASE)
_INTRODUCED = re.compile(
    rf"(?:and |so |ok,? |okay,? |alright,? )?{any_of('names', 'introductions')}(?: up| on the list| of all)?"
    rf"{any_of('names', 'links')}*\s+(?:{any_of('names', 'epithets')}\s+)*(?P<name>[^.!?,;:]{{3,50}})[.!:]",
    re.IGNORECASE,
)
_UNIT = r"(?:x|\u00d7|reps?(?:\s+of)?|s|secs?|seconds?|mins?|minutes?)"
_COUNTED = re.compile(
    rf"(?P<amount>[0-9]{{1,3}}(?:\s*-\s*[0-9]{{1,3}})?\s*{_UNIT}?(?:\s+(?:each|of))?)\s+(?P<name>[^\W\d_].*)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"(?:\s*[-:\u2013\u2014,(x\u00d7@]+\s*|\s+)(?P<amount>(?:[0-9]+|x\s?[0-9]+|max|as many|(?:to|until) failure|until"
    rf"|for\s+(?:[0-9]+|a|an|one|thirty|sixty)"
    rf"|{any_of('names', 'numbers')}\s+(?:sets?|reps?|times|seconds?|minutes?)).*)$",
    re.IGNORECASE,
)
_PARENTHESES = re.compile(r"\s*[(\[][^()\[\]]{0,80}[)\]]")
_NEVER = pattern_of("names", "never")
_GROUP = re.compile(
    rf"(?:(?:the|your|our|a|my)\s+)?(?:{any_of('names', 'group_qualifiers')}\s+)*{any_of('names', 'groups')}",
    re.IGNORECASE,
)
_DETERMINER = re.compile(r"\s(?:the|your|an?|one|both)\s", re.IGNORECASE)
_UNFINISHED = words_of("names", "unfinished")
_PREPOSITIONS = words_of("names", "prepositions")
_BEHIND = re.compile(rf"\s+{any_of('names', 'prepositions')}\s+")
_PAIR = re.compile(r"(?P<first>[\w-]+)\s*(?:and|&|or|/|\+)\s*(?P<second>[\w-]+)\s+(?P<rest>[\w' -]+)", re.IGNORECASE)
_LIMBS, _DIRECTIONS = words_of("names", "limbs"), words_of("names", "directions")
_HYPHENATED = tuple((re.compile(rf"\b{pair}\b(?=\s)"), pair.replace(" ", "-")) for pair in table("names")["hyphenated"])
_PROPER, _INITIALS, _PLURALS = words_of("names", "proper"), words_of("names", "initials"), words_of("names", "plurals")
_SYNONYMS: dict[str, str] = table("names")["synonyms"]
_WORD = re.compile(r"[A-Za-z][\w'-]*")
_EDGES = " .:!,*-\u2013\u2014\"'("


@dataclass(frozen=True, slots=True)
class Named:
    """Names found in a heading or list item.

    Attributes:
        names: What exercises are called, the first of them the main one; the others vary it.
        amount: How much of it is written behind or before the name.
        sure: Whether it is the name of a movement, and not just any heading.
    """

    names: tuple[str, ...]
    amount: str
    sure: bool


def named(text: str, known: KnownExercises) -> Named | None:
    """The exercise that a heading or a list item names, or None.

    Args:
        text: A line of a few words.
        known: The library.
    """
    prefix = _PREFIX.match(one_line(text)[:_LONGEST])
    told = one_line(text)[prefix.end() if prefix else 0 : _LONGEST].strip(_EDGES)
    told, amount = _parted(told, known)
    lead = _LEAD_IN.match(told)
    told = _PARENTHESES.sub(" ", told[lead.end() :] if lead else told).strip(_EDGES)
    if not told or not (known.lookup(told) or _possible(told)):
        return None
    names = _split(told)
    sure = any(looked_up(name, known) is not None or _is_movement(name) for name in names)
    return Named(tuple(spoken_name(name) for name in names), amount, sure)


def _parted(told: str, known: KnownExercises) -> tuple[str, str]:
    """A name, and the amount that stands before or behind it."""
    counted = _COUNTED.fullmatch(told)
    amounts = [counted["amount"]] if counted else []
    name = counted["name"] if counted else told
    behind = None if known.lookup(name) else _AMOUNT.search(name)
    if behind:
        amounts, name = [behind["amount"].strip(" ()[]")], name[: behind.start()]
    head, comma, rest = name.partition(",")
    if comma and _is_movement(head):
        amounts, name = [*amounts, rest.strip()], head
    return name, ", ".join(amounts)


def subject_of(title: str, known: KnownExercises) -> Named | None:
    """The exercise that a whole post is about, as its title tells: "Squats", "Lower body: lunge"; else None."""
    found = (named(part, known) for part in (title.rpartition(": ")[2], title.partition(": ")[0]))
    return next((each for each in found if each and each.sure), None)


def introduced(text: str) -> str:
    """The name in a sentence that only introduces it, such as "First up is the reverse lunge."; else nothing."""
    match = _INTRODUCED.fullmatch(one_line(text)[:_LONGEST])
    return match["name"] if match else ""


def _possible(told: str) -> bool:
    """Whether a few words could be a name at all."""
    words = told.split()
    if len(words) > _MOST_WORDS or not any(character.isalpha() for character in told):
        return False
    if commands(told) and _DETERMINER.search(told):
        return False
    if any(mark in told for mark in ".?!;") or role_of(told) not in (None, Role.FORM):
        return False
    if _GROUP.fullmatch(told) and not _is_movement(told):
        return False
    return words[-1].casefold() not in _UNFINISHED and _NEVER.search(told) is None


def _is_movement(name: str) -> bool:
    """Whether a name ends in the noun of a movement, or holds it before "with" and the like."""
    words = same_name(_BEHIND.split(name, maxsplit=1)[0]).split()
    return bool(words) and (is_movement_noun(words[-1]) or is_movement_noun("-".join(words[-2:])))


def _split(told: str) -> tuple[str, ...]:
    """The names in "Double and Single Leg Bridges": a double-leg bridge and a single-leg bridge."""
    match = _PAIR.fullmatch(told)
    if match is None:
        return (told,)
    first, second, rest = match["first"], match["second"], match["rest"]
    head, *others = rest.split()
    limbs = bool(others) and head.casefold().strip("s") in _LIMBS
    directions = {first.casefold(), second.casefold()} <= _DIRECTIONS
    return (f"{first} {rest}", f"{second} {rest}") if limbs or directions else (told,)


def looked_up(name: str, known: KnownExercises) -> Exercise | None:
    """The library's exercise of a name, under the library's words for it where they differ."""
    words = [_SYNONYMS.get(word.casefold(), word) for word in name.split()]
    return known.lookup(name) or known.lookup(" ".join(words))


def mentioned(text: str, words: range, known: KnownExercises, fits: Callable[[str], bool]) -> str:
    """The longest name of the library that stands in a text and fits, the first of several; empty for none.

    Args:
        text: Any words.
        words: How many words a name may have.
        known: The library.
        fits: Whether a name, folded as names are compared, is wanted.
    """
    spoken = _WORD.findall(text)
    for length in reversed(words):
        for start in range(len(spoken) - length + 1):
            told = " ".join(spoken[start : start + length])
            if fits(same_name(told)) and known.lookup(told):
                return told
    return ""


def spoken_name(told: str) -> str:
    """A name as a coach says it: in the singular, in lower case but for its first letter, limbs joined by a hyphen."""
    words = [_cased(word) for word in told.split()]
    head = next((number for number, word in enumerate(words) if number and word in _PREPOSITIONS), len(words)) - 1
    name = " ".join([*words[:head], _singular(words[head]), *words[head + 1 :]])
    for pattern, joined in _HYPHENATED:
        name = pattern.sub(joined, name)
    return legal_name(capitalized(name))


def _cased(word: str) -> str:
    if word.isupper() and word in _INITIALS:
        return word
    return word.capitalize() if word.casefold() in _PROPER else word.lower()


_LEAST_PLURAL = 4
"""Letters of a plural at least: "abs" is a word of its own, and "ties" no plural of "ty"."""


def _singular(word: str) -> str:
    if word == "ups":
        return "up"
    kept = word.casefold() in _PLURALS or word.endswith(("ss", "us", "is", "'s"))
    if kept or len(word) < _LEAST_PLURAL or not word.endswith("s"):
        return word
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    if word.endswith("ies") and len(word) > _LEAST_PLURAL + 1:
        return word[:-3] + "y"
    return word[:-1]
