"""Variations in the words of a post: "try single legs", "add hand weights", "put the back foot on a step"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voicecoach.importers.prose.instructions import repeats_only, sentences
from voicecoach.importers.prose.names import mentioned, spoken_name
from voicecoach.importers.prose.sides import neutral, sided
from voicecoach.importers.prose.vocabulary import any_of, pattern_of, table
from voicecoach.importers.safe_text import capitalized, lowered
from voicecoach.names import same_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.ports import KnownExercises

__all__ = ["Variation", "variations_in"]

_MOST = 4
"""Variations of one exercise at most: with more of them a workout has no end."""

_NAME_WORDS = range(2, 6)
"""How many words the name of a variation has: "squat" alone names none."""

_WEIGHTS = "dumbbells"
_HELD = pattern_of("variations", "held")
_TOOLS: dict[str, str] = table("variations")["tools"]
_BAND = pattern_of("variations", "bands")
_ADDS = re.compile(
    rf"\b{any_of('variations', 'adding')}\b|^(?:\w+ )?(?:dumb ?bells?|weights?|kettle ?bells?|barbell)\b", re.IGNORECASE
)
_ONE_LEG, _ONE_ARM = pattern_of("variations", "one_leg"), pattern_of("variations", "one_arm")
_ELEVATED = pattern_of("variations", "elevated")
_FRONT, _BACK = re.compile(r"\bfront\b", re.IGNORECASE), re.compile(r"\b(?:back|rear)\b", re.IGNORECASE)
_PLAIN = (_ONE_LEG, _ONE_ARM, _ELEVATED)
"""What makes a variation even of "do the same with"."""

_LIMBED = re.compile(r"^(?:double|two|single|one)-(?:leg|arm) ")
_TURNS = tuple(
    (re.compile(rf"\b(?:{turn['says']})\b", re.IGNORECASE), turn["name"]) for turn in table("variations")["turn"]
)
_PIECE = re.compile(
    rf"[,;]\s*(?:(?:and|or)\s+)?|\.\s+|\s+or\s+(?={any_of('variations', 'suggesting')}\b)"
    r"|\s+and\s+(?=(?:try|do|add|put|place)\b)|\betc\b\.?",
    re.IGNORECASE,
)
_FILLER = re.compile(rf"(?:{any_of('variations', 'filler')}[,:]?\s+)+", re.IGNORECASE)
_CONDITION = re.compile(rf",?\s*\b{any_of('variations', 'conditions')}$", re.IGNORECASE)
_LIMB = re.compile(
    rf"{any_of('variations', 'limb_verbs')}\b.{{0,40}}\b{any_of('variations', 'limbs')}s?\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Variation:
    """One variation of an exercise.

    Attributes:
        name: What it is called.
        how: What is different, in the post's words, without sides; empty where the name says it.
        sided: Whether it is done on one side and then on the other, as far as the post says.
        load: What is held, such as "dumbbells"; empty for nothing.
    """

    name: str
    how: str = ""
    sided: bool = False
    load: str = ""


def variations_in(text: str, base: str, known: KnownExercises) -> list[Variation]:
    """The variations that a text speaks of, at most four, none of them the exercise itself.

    Args:
        text: What stands under a label for variations.
        base: The exercise.
        known: The library, whose names are preferred.
    """
    found: dict[str, Variation] = {}
    for piece in _pieces(text):
        for variation in _read(piece, base, known):
            name = same_name(variation.name)
            earlier = found.get(name)
            if name != same_name(base) and (earlier is None or (not earlier.how and variation.how)):
                found[name] = variation
        if found and _goes_on(piece):
            last = list(found)[-1]
            found[last] = replace(found[last], how=_longer(found[last].how, neutral(piece)))
    whole = sided(text)
    return [replace(each, sided=each.sided or whole) for each in list(found.values())[:_MOST]]


def _longer(how: str, more: str) -> str:
    """What is different, with another way to do it."""
    return f"{how.rstrip('.')}, or {lowered(more)}." if how else f"{capitalized(more)}."


def _pieces(text: str) -> Iterator[str]:
    """The single suggestions of a text."""
    for sentence in sentences(text):
        if repeats_only(sentence) and not any(kind.search(sentence) for kind in _PLAIN):
            continue
        for piece in _PIECE.split(sentence):
            told = _told(piece)
            if told:
                yield told


def _told(piece: str | None) -> str:
    """A suggestion without the words around it."""
    bare = (piece or "").strip(" .!,;:()-\u2013\u2014")
    filler = _FILLER.match(bare)
    return _CONDITION.sub("", bare[filler.end() :] if filler else bare)


def _goes_on(piece: str) -> bool:
    """Whether a piece says how a variation before it is done."""
    return _LIMB.match(piece) is not None and not _ELEVATED.search(piece) and not _HELD.search(piece)


def _read(piece: str, base: str, known: KnownExercises) -> Iterator[Variation]:
    """The variations in one suggestion."""
    named = mentioned(piece, _NAME_WORDS, known, lambda name: _of_its_kind(name, base))
    if named:
        yield Variation(spoken_name(named))
        return
    noun = lowered(base)
    if _ONE_LEG.search(piece):
        yield Variation(_known(_single("leg", noun), known), sided=True)
    elif _ONE_ARM.search(piece):
        yield Variation(_known(_single("arm", noun), known), sided=True)
    elif _ELEVATED.search(piece):
        yield from _elevated(piece, noun, known)
    elif _BAND.search(piece):
        yield Variation(_known(f"Banded {noun}", known), load="a band")
    elif _HELD.search(piece) and _ADDS.search(piece):
        yield Variation(_known(f"Weighted {noun}", known), load=_tool(piece))
    else:
        yield from _simple(piece, noun, known)


def _single(limb: str, noun: str) -> str:
    return f"Single-{limb} {_LIMBED.sub('', noun)}"


def _tool(piece: str) -> str:
    folded = piece.casefold()
    return next((told for word, told in _TOOLS.items() if word in folded), _WEIGHTS)


def _elevated(piece: str, noun: str, known: KnownExercises) -> Iterator[Variation]:
    front, back = _FRONT.search(piece), _BACK.search(piece)
    if back:
        yield Variation(_known(f"Rear-foot-elevated {noun}", known), sided=True)
    if front:
        yield Variation(_known(f"Front-foot-elevated {noun}", known), sided=True)
    if not front and not back:
        yield Variation(_known(f"Elevated {noun}", known), neutral(piece) + ".")


def _simple(piece: str, noun: str, known: KnownExercises) -> Iterator[Variation]:
    for pattern, name in _TURNS:
        if pattern.search(piece):
            told = name.format(base=noun)
            if same_name(told.replace(noun, "").strip()) not in same_name(noun).split():
                yield Variation(_known(told, known), f"{capitalized(neutral(piece))}.")
            return


def _known(name: str, known: KnownExercises) -> str:
    """The name as it is spoken; a jumping squat is a squat jump where the library knows it as that."""
    told = spoken_name(name)
    jump = f"{told.removeprefix('Jumping ').capitalize()} jump"
    return jump if told.startswith("Jumping ") and not known.lookup(told) and known.lookup(jump) else told


def _of_its_kind(name: str, base: str) -> bool:
    """Whether a name, folded, is that of another movement of the same kind."""
    return same_name(base).split()[-1] in name.split() and name != same_name(base)
