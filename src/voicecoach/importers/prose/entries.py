"""How the script describes an exercise of a post: short for the ear, and all the post said as notes for the reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from voicecoach.importers.prose.instructions import repeats_only, sentences
from voicecoach.importers.prose.labels import Role
from voicecoach.importers.prose.names import looked_up
from voicecoach.importers.prose.shortening import brief, long_setup, plain_words, short_action, short_setup
from voicecoach.importers.prose.sides import neutral
from voicecoach.importers.prose.sorting import told_of
from voicecoach.importers.safe_text import cut, lowered, one_line
from voicecoach.importers.writing import Entry
from voicecoach.model.workout import EXPLOSIVE, Movement
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.importers.prose.drafts import Draft
    from voicecoach.importers.prose.sorting import Told
    from voicecoach.importers.prose.variations import Variation
    from voicecoach.model.workout import Exercise, Tempo
    from voicecoach.ports import KnownExercises

__all__ = ["described", "entry_of"]

_VERSION_WORDS = 16
"""Words of an easier or harder version at most."""

_SETUP_WORDS = 12
_LONGEST_NOTE = 1_500
_LONGEST_POINT = 300
_MOST_NOTES = 30
_MOST_LISTED = 4
_LISTED_WORDS = 4
"""Entries of a list of equipment or muscles, and words of each, at most: more is talk."""

_FORMS = 3
_WEIGHTS = frozenset(("dumbbells", "kettlebell"))
_WEIGHT = re.compile(r"\bweights\b|\b(?:an?|one|hand|light|heavy|each) weight\b")
_MAT = "mat"
"""Who lies down wants one, whether the post speaks of it or not."""

_LIST = re.compile(r"[,;/&]|\band\b|\bor\b", re.IGNORECASE)
_ARTICLE = re.compile(
    r"^(?:a pair of|a set of|some|your|the|optional:?|none|no equipment|just|bodyweight(?: only)?)\b\s*", re.IGNORECASE
)


def entry_of(draft: Draft, name: str, variations: tuple[Variation, ...], known: KnownExercises, *, each: bool) -> Entry:
    """The entry of an exercise and its variations.

    Args:
        draft: What the post says.
        name: What the exercise is called.
        variations: Its variations.
        known: The library, which completes what the post does not say.
        each: Whether it is done on one side and then on the other.
    """
    action = " ".join(told for told in (draft.part(Role.ACTION), " ".join(draft.loose)) if told)
    told = told_of(draft.part(Role.SETUP), action, draft.part(Role.FORM))
    library = looked_up(name, known)
    alike = library if library and bool(library.sides) <= each else None
    fields = (*_words(told, alike, draft.text if each else ""), *_extras(draft, alike), *_habits(alike, each=each))
    position = long_setup(told.position)
    varied = tuple(_variation(variation, position, known) for variation in variations)
    return Entry(name, fields, _notes(draft), varied)


def _words(told: Told, library: Exercise | None, both: str) -> Iterator[tuple[str, str]]:
    """What is spoken: the post's words, or the library's where the post has none.

    Args:
        told: The post's.
        library: The library's exercise of that name, if it is done on the same sides.
        both: For an exercise done on both sides all of its description, which must fit either; else empty.
    """
    setup, position, action = short_setup(told.position), long_setup(told.position), short_action(told.action)
    if library and not position:
        setup, position = library.setup, library.starting_position
    if library and not action:
        action = library.action
    points = told.points or (library.forms[:_FORMS] if library else ())
    spoken = (
        ("Set-up", setup),
        ("Starting position", position),
        ("Action", action),
        *(("Form", each) for each in points),
    )
    yield from ((label, neutral(words, both) if both else words) for label, words in spoken)


def _extras(draft: Draft, library: Exercise | None) -> Iterator[tuple[str, str]]:
    """What is for the reader, and what is needed; equipment is the library's where the post names none."""
    ways = (told for told in sentences(draft.part(Role.VARIATION)) if not repeats_only(told))
    yield from (("Variation", cut(told, _LONGEST_POINT)) for told in ways)
    for label, role in (("Easier", Role.EASIER), ("Harder", Role.HARDER)):
        yield label, _first(draft.part(role))
    yield from (("Mistake", cut(told, _LONGEST_POINT)) for told in sentences(draft.part(Role.MISTAKE)))
    equipment = _listed(draft.part(Role.EQUIPMENT))
    yield "Equipment", ", ".join(equipment or _needed(draft, library))
    yield "Muscles", ", ".join(_listed(draft.part(Role.MUSCLES)))


def _needed(draft: Draft, library: Exercise | None) -> list[str]:
    """The library's equipment, as far as the post speaks of it; all of it where only the library says how to begin."""
    if library is None or draft.part(Role.EQUIPMENT):
        return []
    told = f"{draft.named.names if draft.named else ''} {draft.text}".casefold()
    whole = not told_of(draft.part(Role.SETUP), " ".join((draft.part(Role.ACTION), *draft.loose))).position
    return [tool for tool in library.equipment if whole or tool == _MAT or _speaks_of(told, tool)]


def _speaks_of(told: str, tool: str) -> bool:
    """Whether a description in lower case names a tool, a loop band by "band", dumbbells by "weights"."""
    words = [word.removesuffix("s") for word in tool.casefold().split()]
    return any(word in told for word in words) or (
        tool in _WEIGHTS and "weight in" in told.replace("weights", "weight")
    )


def _first(text: str) -> str:
    told = sentences(plain_words(text))
    return brief(told[0], _VERSION_WORDS) if told else ""


def _listed(text: str) -> list[str]:
    """The entries of a list, if the text is one."""
    entries = (_ARTICLE.sub("", one_line(entry).strip(" .:!()")) for entry in _LIST.split(text[:_LONGEST_POINT]))
    return [entry.lower() for entry in entries if entry and len(entry.split()) <= _LISTED_WORDS][:_MOST_LISTED]


def _habits(library: Exercise | None, *, each: bool) -> Iterator[tuple[str, str]]:
    """How the movement goes: its sides, and what the library knows of its repetitions."""
    yield "Sides", "left, right" if each else ""
    if library:
        yield "Starts", "up" if library.starts is Movement.UP else ""
        yield "Phases", ", ".join(library.phases)
        yield "Tempo", _tempo(library.tempo)


def _tempo(tempo: Tempo | None) -> str:
    """A tempo as a script writes it: four phases, X for an explosive one."""
    if tempo is None:
        return ""
    phases = (tempo.down, tempo.bottom, tempo.up, tempo.top)
    return "-".join("X" if phase == EXPLOSIVE else str(phase // MS_PER_SECOND) for phase in phases)


def _notes(draft: Draft) -> tuple[str, ...]:
    """All the post said of it."""
    return tuple(cut(note, _LONGEST_NOTE) for note in draft.notes[:_MOST_NOTES])


def _variation(variation: Variation, position: str, known: KnownExercises) -> Entry:
    """A variation takes over what it does not say: the post's own words of it go first, then the library's."""
    library = known.lookup(variation.name)
    needed = dict.fromkeys([variation.load, *(library.equipment if library else ())])
    habits = [("Sides", "left, right" if variation.sided else "none"), ("Equipment", ", ".join(filter(None, needed)))]
    if variation.how:
        how = variation.how
        then = f"Then {lowered(how)}" if position else how
        short = brief(how.partition(", or ")[0], _SETUP_WORDS)
        before = brief(position, _SETUP_WORDS - len(short.split())).rstrip(".") if position else ""
        setup = f"{before}, {lowered(short)}" if len(before.split()) > 1 else short
        setup = setup if len(setup.split()) <= _SETUP_WORDS else short
        return Entry(variation.name, (("Set-up", setup), ("Starting position", f"{position} {then}".strip()), *habits))
    return Entry(variation.name, (*described(library), *habits) if library else tuple(habits))


def described(library: Exercise) -> Iterator[tuple[str, str]]:
    """The library's words of an exercise as fields."""
    yield "Set-up", library.setup
    yield "Starting position", library.starting_position
    yield "Action", library.action
    yield from (("Form", told) for told in library.forms[:_FORMS])
    yield "Starts", library.starts.value
    yield "Phases", ", ".join(library.phases)
    yield "Tempo", _tempo(library.tempo)
