"""The exercises that come with the program, for tests: found by name, and text by text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from voicecoach.library import Shelf, bundled_texts
from voicecoach.script import parse_exercises

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.model.workout import Exercise

__all__ = ["entry", "shelf", "texts_in"]


@cache
def shelf() -> Shelf:
    """The library in the language of scripts."""
    return Shelf(bundled_texts, lambda source: parse_exercises(source)[0])


def entry(name: str) -> Exercise:
    """The exercise of a name, which must be there."""
    found = shelf().lookup(name)
    assert found, name
    return found


def texts_in(exercise: Exercise) -> Iterator[tuple[str, str]]:
    """Every text of an entry that is or may be spoken, with its field."""
    yield "name", exercise.name
    yield "set-up", exercise.setup
    yield "starting position", exercise.starting_position
    yield "action", exercise.action
    yield "easier", exercise.easier
    yield "harder", exercise.harder
    for form in exercise.forms:
        yield "form", form
    for mistake in exercise.mistakes:
        yield "mistake", mistake
