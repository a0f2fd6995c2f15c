"""How an instruction reads: what bodies are told to do, with which parts, from which position."""

from __future__ import annotations

import re

from voicecoach.importers.prose.vocabulary import any_of, pattern_of, words_of

__all__ = [
    "commands",
    "counts_on",
    "describes_movement",
    "instructs",
    "is_form_point",
    "is_instruction",
    "is_movement_noun",
    "moves",
    "names_part",
    "repeats_only",
    "sentences",
    "takes_position",
]


_VERBS = words_of("instructions", "verbs")
_COMMANDS = _VERBS | words_of("instructions", "gerunds")
_MOVEMENTS = words_of("instructions", "movements")
_PARTS = pattern_of("instructions", "parts")
_POSITIONS = pattern_of("instructions", "positions")
_MOVES = pattern_of("instructions", "moves")
_STARTS = re.compile(any_of("instructions", "starts"), re.IGNORECASE)

_ADVERB = re.compile(rf"{any_of('instructions', 'adverbs')}(?:,\s*|\s+|$)", re.IGNORECASE)
_CLAUSE = re.compile(rf"{any_of('instructions', 'clauses')}\b[^,]{{0,90}},\s*", re.IGNORECASE)
"""Words and clauses that may stand before the verb of an instruction."""

_MOST_OPENINGS = 4
_FORM_START = re.compile(
    rf"(?:(?:and|also|always|just|but|throughout|remember|tip:?|note:?)[, ]+)*{any_of('instructions', 'points')}\b",
    re.IGNORECASE,
)
_BREATHES = re.compile(r"(?:breathe|exhale|inhale)\b", re.IGNORECASE)
_LEADS_TO_ACTION = re.compile(r"(?:keeping|making|ensuring)\b[^,]{0,90},", re.IGNORECASE)
_REPEATS = re.compile(
    rf"(?:(?:then|and|now|slowly)[, ]+)*{any_of('instructions', 'repeats')}\b(?P<rest>.{{0,160}})$",
    re.IGNORECASE | re.DOTALL,
)
_COUNTED = re.compile(rf"\b{any_of('instructions', 'counted')}\b|^\W*$", re.IGNORECASE)
_MOST_COUNTED = 14
"""Words behind "repeat" and the like at most: a longer sentence says more."""

_LONGEST = 400
"""Characters of a sentence that are looked at."""

_ANY_SENTENCE = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=\S)")
"""Where sentences end for those who write without capitals."""

_SENTENCE = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[A-Z0-9])|(?<=[.!?])\)?\s{1,3}(?=[A-Z(])")
_ABBREVIATED = re.compile(r"(?:\b(?:approx|e\.g|i\.e|vs)|(?<!\ba )(?<!\ban )(?<!\bletter )\b[A-Z])\.$", re.IGNORECASE)
"""A short form, or an initial; an arm in the shape of a Y is none."""


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; a period behind a short form ends none."""
    found: list[str] = []
    first = next((character for character in text if character.isalpha()), "")
    for piece in (_ANY_SENTENCE if first.islower() else _SENTENCE).split(text):
        told = piece.strip()
        if found and _ABBREVIATED.search(found[-1]) and len(found[-1]) < len(text):
            found[-1] += f" {told}"
        elif told:
            found.append(told)
    return found


def _first_word(sentence: str) -> str:
    bare = sentence.strip(" \"'(-")[:_LONGEST]
    for _ in range(_MOST_OPENINGS):
        opening = _ADVERB.match(bare) or _CLAUSE.match(bare)
        if opening is None:
            break
        bare = bare[opening.end() :]
    return bare.split(maxsplit=1)[0].strip(",.;:!\"'").lower() if bare.split() else ""


def instructs(sentence: str) -> bool:
    """Whether a sentence tells somebody to do something with the body."""
    if not names_part(sentence):
        return False
    if _STARTS.match(sentence):
        return True
    return _first_word(sentence) in _COMMANDS or (_BREATHES.match(sentence) is not None and moves(sentence))


def moves(sentence: str) -> bool:
    """Whether a sentence speaks of a movement."""
    return _MOVES.search(sentence) is not None


def names_part(words: str) -> bool:
    """Whether some words name a part of the body."""
    return _PARTS.search(words) is not None


def commands(sentence: str) -> bool:
    """Whether a sentence begins with the verb of an instruction, whatever follows."""
    return _first_word(sentence) in _VERBS


def takes_position(sentence: str) -> bool:
    """Whether a sentence says how to stand, lie, sit or hold on."""
    return _POSITIONS.search(sentence) is not None


def is_form_point(sentence: str) -> bool:
    """Whether a sentence says how to do it well rather than what to do."""
    told = sentence.strip(" (")
    if (_LEADS_TO_ACTION.match(told) and instructs(told)) or (_BREATHES.match(told) and _MOVES.search(told)):
        return False
    return _FORM_START.match(told) is not None


def repeats_only(sentence: str) -> bool:
    """Whether a sentence only says to go on, how often, or on which side."""
    match = _REPEATS.match(sentence.strip(" ("))
    if match is None or len(match["rest"].split()) > _MOST_COUNTED:
        return False
    return _COUNTED.search(match["rest"]) is not None and _MOVES.search(match["rest"]) is None


def is_instruction(text: str) -> bool:
    """Whether a paragraph is mostly instructions."""
    told = [sentence for sentence in sentences(text) if not repeats_only(sentence)]
    found = sum(instructs(sentence) or (is_form_point(sentence) and names_part(sentence)) for sentence in told)
    return found > 0 and 2 * found >= len(told)


def describes_movement(text: str) -> bool:
    """Whether a paragraph without any label tells a whole exercise: several instructions, from a position on."""
    told = sentences(text)
    if len(told) < 2 or not is_instruction(text) or counts_on(text) < 2:  # noqa: PLR2004 - one sentence is a tip
        return False
    return any(map(takes_position, told)) and _MOVES.search(text) is not None


def counts_on(text: str) -> int:
    """How many sentences of a text instruct."""
    return sum(instructs(sentence) for sentence in sentences(text))


def is_movement_noun(word: str) -> bool:
    """Whether a word, in the singular, is one that names of movements end in."""
    return word in _MOVEMENTS
