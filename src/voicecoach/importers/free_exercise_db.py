"""A user's own copy of free-exercise-db (``exercises.json`` of yuhonas/free-exercise-db) as exercises for their folder.

Its instructions are written to be read, a hundred words and more, so what is spoken is chosen from them: a short
set-up, a short action, form points. All of them stay as notes. Where its texts come from is not known, so none of them
is in this program.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from voicecoach.errors import VoicecoachError
from voicecoach.importers.bounds import bounded
from voicecoach.importers.json_reading import entries, json_of, text_of, texts_of
from voicecoach.importers.prose.names import spoken_name
from voicecoach.importers.prose.shortening import long_setup, short_action, short_setup
from voicecoach.importers.prose.sides import neutral, sided
from voicecoach.importers.prose.sorting import told_of
from voicecoach.importers.safe_text import cut, legal_name, one_line
from voicecoach.importers.writing import Entry, Script
from voicecoach.names import same_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from voicecoach.source import Source

__all__ = ["Database", "database_of", "files_of", "is_database"]

_LARGEST = 1_500_000
_MOST_EXERCISES = 1_000
"""The database has 873 exercises in a megabyte."""

_SEEN = 20_000
_LONGEST_NOTE = 2_000
_LONGEST_TEXT = 3_000
_MOST_ENTRIES = 100
"""Exercises of a file: with the longest notes far from what a file may have."""

_MOST_STEPS = 30
_LONGEST_WORD, _MOST_WORDS = 40, 6
"""Characters of a muscle's name, and names, at most."""

_NO_EQUIPMENT = frozenset(("body only", "none", "other", ""))
_PUSHED = re.compile(
    r"\b(?:curl|row|pull-?up|pulldown|raise|press|bridge|thrust|crunch|kickback|swing|fly)\b", re.IGNORECASE
)
"""Movements that begin by lifting."""

_SIDED = re.compile(r"\b(?:one|single)[- ](?:arm|leg|hand)(?:ed)?\b", re.IGNORECASE)
_ALTERNATES = re.compile(r"\balternat\w+\b", re.IGNORECASE)


def is_database(source: Source) -> bool:
    """Whether a text looks like the database, or one exercise of it: JSON with names and instructions."""
    start = source.text[:_SEEN].lstrip()
    return start[:1] in ("[", "{") and '"instructions"' in start and '"primaryMuscles"' in start


@dataclass(frozen=True, slots=True)
class Database:
    """What a database holds.

    Attributes:
        exercises: Its exercises, each name once.
        unusable: How many others it has: without a name or instructions, or under a name for the second time.
    """

    exercises: tuple[Entry, ...]
    unusable: int


def database_of(source: Source, progress: Callable[[int, int], None] | None = None) -> Database:
    """Read the database.

    Args:
        source: ``exercises.json``, or the file of a single exercise.
        progress: Is told how many exercises of how many have been read; None for nobody.

    Raises:
        VoicecoachError: If it is no such JSON, or holds no exercise with instructions.
    """
    value = json_of(bounded(source, _LARGEST))
    found = entries([value] if isinstance(value, dict) else value)
    if len(found) > _MOST_EXERCISES:
        raise VoicecoachError(f"{source.name} has {len(found):,} exercises; {_MOST_EXERCISES:,} are the most: cut it")
    read: dict[str, Entry] = {}
    for number, exercise in enumerate(found, 1):
        written = one_line(text_of(exercise, "name"))
        name = legal_name(spoken_name(written)) if written else ""
        if name and texts_of(exercise, "instructions") and same_name(name) not in read:
            read[same_name(name)] = Entry(name, tuple(_fields(exercise, name)), (_note(exercise),))
        if progress:
            progress(number, len(found))
    if not read:
        message = "holds no exercise with a name and instructions, as free-exercise-db has them"
        raise VoicecoachError(f"{source.name} {message}")
    return Database(tuple(read.values()), len(found) - len(read))


def files_of(exercises: Sequence[Entry], file: str) -> tuple[str, ...]:
    """Exercises as files for the user's own folder, several where a single one would be too long to read.

    Args:
        exercises: What to write, each name once.
        file: What the user calls the original, for messages.

    Returns:
        Texts in the language of scripts.
    """
    texts = []
    for start in range(0, len(exercises), _MOST_ENTRIES):
        script = Script("")
        for exercise in exercises[start : start + _MOST_ENTRIES]:
            script.describe(exercise)
        texts.append(script.exercises_text(file))
    return tuple(texts)


def _fields(exercise: Mapping[str, Any], name: str) -> Iterator[tuple[str, str]]:
    """What is spoken, and what is needed."""
    text = " ".join(texts_of(exercise, "instructions")[:_MOST_STEPS])[:_LONGEST_TEXT]
    told = told_of("", text)
    each = sided(text) or (_SIDED.search(name) is not None and _ALTERNATES.search(f"{name} {text}") is None)
    spoken = [
        ("Set-up", short_setup(told.position)),
        ("Starting position", long_setup(told.position)),
        ("Action", short_action(told.action)),
        *(("Form", point) for point in told.points),
    ]
    yield from ((label, neutral(words, text) if each else words) for label, words in spoken)
    yield "Sides", "left, right" if each else ""
    yield "Starts", "up" if text_of(exercise, "force") == "pull" or _PUSHED.search(name) else ""
    equipment = one_line(text_of(exercise, "equipment")).lower()
    yield "Equipment", "" if equipment in _NO_EQUIPMENT else equipment
    yield (
        "Muscles",
        ", ".join(_listed([*texts_of(exercise, "primaryMuscles"), *texts_of(exercise, "secondaryMuscles")])),
    )


def _listed(words: Iterable[str]) -> list[str]:
    """Words of a list, without the commas that would part them."""
    return [cut(word.replace(",", " ").replace(";", " "), _LONGEST_WORD) for word in words][:_MOST_WORDS]


def _note(exercise: Mapping[str, Any]) -> str:
    """All of its instructions, in one paragraph: a file of many exercises must not have endless lines."""
    return cut(" ".join(texts_of(exercise, "instructions")[:_MOST_STEPS]), _LONGEST_NOTE)
