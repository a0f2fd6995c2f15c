"""What importers are tested with: the library, and the script parser to read what they write."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from voicecoach.library import Shelf, bundled_texts
from voicecoach.model.workout import Activity, Rest
from voicecoach.script import parse, parse_exercises
from voicecoach.source import Source

if TYPE_CHECKING:
    from voicecoach.diagnostics import Diagnostic
    from voicecoach.model.workout import Exercise, Workout
    from voicecoach.ports import Imported, Importer

__all__ = ["errors", "exercise", "imported", "library", "played", "read", "steps"]


@cache
def library() -> Shelf:
    """The exercises that come with the program."""
    return Shelf(bundled_texts, lambda text: parse_exercises(text)[0])


def read(text: str) -> tuple[Workout, tuple[Diagnostic, ...]]:
    """The workout of a script, and what is wrong with it."""
    return parse(Source("script.md", text), library=lambda _: library())


def imported(importer: Importer, text: str, name: str = "x.txt") -> Imported:
    """What an importer makes of a text."""
    return importer.convert(Source(name, text), library())


def played(importer: Importer, text: str, name: str = "x.txt") -> Workout:
    """The workout that a text becomes; its script must be without an error."""
    workout, found = read(imported(importer, text, name).text)
    assert [fault.message for fault in found if fault.is_error] == []
    return workout


def errors(text: str) -> list[str]:
    """What keeps a script from being played."""
    return [fault.message for fault in read(text)[1] if fault.is_error]


def steps(workout: Workout) -> list[str]:
    """The names of what is performed, rests as their seconds in brackets, by section."""
    return [
        f"[{(item.duration or 0) // 1000}]" if isinstance(item, Rest) else item.exercise.name
        for section in workout.sections
        for item in section.items
        if isinstance(item, Activity | Rest)
    ]


def exercise(workout: Workout, name: str) -> Exercise:
    """An exercise that a script describes itself."""
    return next(each for each in workout.exercises if each.name == name)
