"""The exercises of the library in the words of another language.

A translation is a file of exercises like any other, in a folder named after its language. Below the heading of each of
its entries stands which exercise of the library it says in other words::

    ### Kniebeuge
    Translates: Squat

It has names, texts and what is needed, all of which is spoken. What does not change with the language, sides, tempo,
muscles and the usual amount, comes from the exercise that it translates.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from voicecoach.diagnostics import Diagnostic, Severity
from voicecoach.library.shelf import Shelf
from voicecoach.names import same_name
from voicecoach.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from voicecoach.model.workout import Activity, Exercise
    from voicecoach.ports import KnownExercises

__all__ = ["Translations", "translated_languages", "translated_texts", "untranslated"]

_FOLDER = "library/"
"""How the names of all bundled texts begin."""

_KEY = re.compile(r"^###[ \t]+(?P<name>.+?)[ \t]*\n(?P<line>Translates:[ \t]*(?P<original>.*?))[ \t]*$", re.MULTILINE)


@cache
def translated_languages() -> tuple[str, ...]:
    """The languages that the library is translated into, sorted: ``de``, ``es``."""
    folder = files("voicecoach.library") / "data"
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.is_dir()))


def translated_texts(language: str) -> Iterator[Source]:
    """The files of a translation that comes with the program, in order of their names.

    Args:
        language: One of :func:`translated_languages`.
    """
    folder = files("voicecoach.library") / "data" / language
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".md"):
            yield Source(f"{_FOLDER}{language}/{entry.name}", entry.read_text("utf-8"))


def untranslated(activities: Iterable[Activity], language: str) -> Iterator[Diagnostic]:
    """A warning for each exercise of the library, once, that a voice of another language has to tell in English.

    Args:
        activities: The steps of a workout.
        language: The language of its script, without a region. Where nothing is translated into it, there is no
            warning: whoever writes in it knows.
    """
    if language not in translated_languages():
        return
    warned: set[str] = set()
    for activity in activities:
        name, span = activity.exercise.name, activity.exercise.span
        in_english = span and span.file.startswith(_FOLDER) and not span.file.startswith(f"{_FOLDER}{language}/")
        if in_english and name not in warned:
            warned.add(name)
            message = f'"{name}" is not translated into "{language}", so it is told in English'
            hint = "describe it in the script, below ## Exercises"
            yield Diagnostic(Severity.WARNING, "untranslated", message, activity.span, hint=hint)


class Translations:
    """Exercises found by their names in either language, each told in the language of the translation.

    What has no translation is told as it is.

    Args:
        own: Exercises that come before all others, in whatever language they are; nobody translates them.
        originals: The exercises that are translated.
        texts: Gives the texts of the translation.
        read: Reads a text of exercises.
    """

    def __init__(
        self,
        own: KnownExercises,
        originals: KnownExercises,
        texts: Callable[[], Iterable[Source]],
        read: Callable[[Source], Iterable[Exercise]],
    ) -> None:
        self._own = own
        self._originals = originals
        self._texts = texts
        self._words = Shelf(lambda: self._unkeyed, read)

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """All of them, the translated ones in the order of what they translate."""
        told = (self._told(original) for original in self._originals.exercises)
        every = (*self._own.exercises, *told)
        return tuple(exercise for exercise in every if self.lookup(exercise.name) == exercise)

    def lookup(self, name: str) -> Exercise | None:
        """The exercise of a name or alias in either language, or None."""
        if own := self._own.lookup(name):
            return own
        words = self._words.lookup(name)
        original = self._originals.lookup(self._original[same_name(words.name)] if words else name)
        return self._told(original) if original else words

    def names(self) -> tuple[str, ...]:
        """Every name and alias in either language, as written."""
        return (*self._own.names(), *self._words.names(), *self._originals.names())

    def _told(self, original: Exercise) -> Exercise:
        """An exercise in the words of its translation; as it is, where it has none."""
        name = self._translation.get(same_name(original.name))
        words = self._words.lookup(name) if name else None
        if words is None:
            return original
        return replace(
            original,
            name=words.name,
            starting_position=words.starting_position,
            setup=words.setup,
            action=words.action,
            forms=words.forms,
            variations=words.variations,
            mistakes=words.mistakes,
            easier=words.easier or self._name_of(original.easier),
            harder=words.harder or self._name_of(original.harder),
            phases=words.phases,
            equipment=words.equipment or original.equipment,
            aliases=words.aliases,
            variation_of=self._name_of(original.variation_of),
            span=words.span,
        )

    def _name_of(self, original: str) -> str:
        """What the translation calls an exercise; empty for one that it does not have, and for a sentence."""
        return self._translation.get(same_name(original), "")

    @cached_property
    def _sources(self) -> tuple[Source, ...]:
        return tuple(self._texts())

    @property
    def _unkeyed(self) -> Iterator[Source]:
        """The texts as the parser of exercises knows them: an empty line in place of what an entry translates."""
        for source in self._sources:
            yield Source(source.name, _KEY.sub(lambda match: match[0].removesuffix(match["line"]), source.text))

    @cached_property
    def _pairs(self) -> tuple[tuple[str, str], ...]:
        """The names of each translation and its original."""
        return tuple((match["name"], match["original"]) for text in self._sources for match in _KEY.finditer(text.text))

    @cached_property
    def _original(self) -> dict[str, str]:
        return {same_name(name): original for name, original in self._pairs}

    @cached_property
    def _translation(self) -> dict[str, str]:
        return {same_name(original): name for name, original in self._pairs}
