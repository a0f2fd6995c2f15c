"""What the ear can take of a written description: a short set-up and a short action.

Nothing is invented: sentences and clauses of the text are chosen, and cut where they may be cut.
"""

from __future__ import annotations

import re

from voicecoach.importers.prose.instructions import sentences
from voicecoach.importers.prose.vocabulary import any_of, table, words_of
from voicecoach.importers.safe_text import capitalized, one_line

__all__ = ["brief", "closed", "long_setup", "plain_words", "sentence", "short_action", "short_setup"]

_SETUP_WORDS = 12
"""Four seconds of speech: what fits between a name and a count-in."""

_LONG_SETUP_WORDS = 40
_ACTION_WORDS = 30

_PLAIN = tuple((re.compile(written, re.IGNORECASE), said) for written, said in table("shortening")["plain"])
_SHOUTED = re.compile(r"\b[A-Z]{3,}\b")
_INITIALS = words_of("names", "initials")
_IMPERATIVES: dict[str, str] = table("shortening")["imperatives"]
_GERUND = re.compile(rf"({'|'.join(_IMPERATIVES)})\b", re.IGNORECASE)
_LEAD_IN = re.compile(rf"(?:{any_of('shortening', 'lead_ins')}[,:]?\s+)+", re.IGNORECASE)
_SURE = re.compile(
    r"\b(?:and )?mak(?:e|ing) sure (?:that )?(?:your |the )?(?P<what>\w+(?: \w+)?) (?:are|is)\b", re.IGNORECASE
)
_CLAUSE = re.compile(rf"(?<=[,;])\s+|\s+[\u2013\u2014-]\s+|(?<=[a-z])\s+(?={any_of('shortening', 'clause_starts')}\b)")
_UNFINISHED = re.compile(rf"(?:[,;:\u2013\u2014-]|\b{any_of('shortening', 'unfinished')})+$", re.IGNORECASE)
_ANOTHER = re.compile(r"and (?:your|the|an?|one|both)\b", re.IGNORECASE)
"""How a clause begins whose noun wants all that follows."""

_CUTS = words_of("shortening", "cuts")
_EDGES = " .,;:!-\u2013\u2014"
_LEAST_STARTED = 3
"""Words of a clause that says something although it is cut."""


def plain_words(text: str) -> str:
    """The text in words that can be spoken: terms of the trade and of blogs in plain English, nothing shouted."""
    told = one_line(text)
    for pattern, said in _PLAIN:
        told = pattern.sub(said, told)
    return _SHOUTED.sub(lambda match: match[0] if match[0] in _INITIALS else match[0].lower(), told).strip()


def sentence(text: str) -> str:
    """Words as a sentence: a capital, a full stop."""
    told = text.strip(' ,;:-\u2013\u2014"').rstrip("!.")
    return f"{capitalized(told)}." if told else ""


def _imperative(text: str) -> str:
    """A set-up as an instruction: "Standing with feet apart" is "Stand with feet apart"."""
    told = _SURE.sub(r"\g<what>", _without_lead(text.strip()))
    match = _GERUND.match(told)
    return f"{_IMPERATIVES[match[1].lower()]}{told[match.end() :]}" if match else capitalized(told)


def _without_lead(text: str) -> str:
    match = _LEAD_IN.match(text)
    return text[match.end() :] if match else text


def short_setup(position: str) -> str:
    """A set-up in at most twelve words, or nothing."""
    told = [_imperative(each) for each in sentences(position)]
    return brief(told[0], _SETUP_WORDS) if told else ""


def long_setup(position: str) -> str:
    """A set-up in full sentences, as many as one listens to."""
    return _within([sentence(_imperative(each)) for each in sentences(position)], _LONG_SETUP_WORDS)


def short_action(action: str) -> str:
    """An action in at most thirty words: its first sentences, the last of them cut at a clause."""
    return _within([sentence(_without_lead(each)) for each in sentences(action)], _ACTION_WORDS)


def _within(told: list[str], words: int) -> str:
    """As many whole sentences as fit, and of the first one that does not, its first clauses."""
    kept: list[str] = []
    left = words
    for each in told:
        count = len(each.split())
        if count > left:
            kept += [brief(each, left)] if left > words // 3 else []
            break
        kept.append(each)
        left -= count
    return " ".join(each for each in kept if each)


def brief(text: str, words: int) -> str:
    """The clauses of a sentence that fit into so many words, as one sentence.

    A clause that does not fit is cut where it may be cut, if enough of it is left.
    """
    kept: list[str] = []
    for clause in _CLAUSE.split(text.strip(" .!")):
        left = words - len(" ".join(kept).split())
        if len(clause.split()) > left:
            return closed(" ".join([*kept, *(_started(clause, left) if kept else _cut(clause, left))]))
        kept.append(clause)
    return closed(" ".join(kept))


def _started(clause: str, words: int) -> list[str]:
    """The beginning of a clause, if it says something in the words that are left."""
    told = clause.split()
    if _ANOTHER.match(clause):
        return []
    for end in range(words, _LEAST_STARTED - 1, -1):
        if told[end].lower() in _CUTS and told[end - 1].lower() not in _CUTS:
            return told[:end]
    return []


def _cut(clause: str, words: int) -> list[str]:
    """A clause cut before a preposition, where what is left still says something; else after so many words."""
    told = clause.split()
    return next((told[:end] for end in range(words, words // 2, -1) if told[end].lower() in _CUTS), told[:words])


def closed(text: str) -> str:
    """Words as a sentence that does not end in a word that wants another."""
    told, before = text.strip(_EDGES), ""
    while told != before:
        before = told
        told = _UNFINISHED.sub("", told).strip(_EDGES)
    return f"{capitalized(told)}." if told else ""
