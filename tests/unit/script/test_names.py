from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from voicecoach.model.workout import Exercise
from voicecoach.script.names import Catalog

if TYPE_CHECKING:
    from collections.abc import Iterable

LUNGE = Exercise("Reverse lunge", aliases=("Step-back lunge",))
OTHER_LUNGE = Exercise("Reverse lunge", action="From the library.")
PRESS_UP = Exercise("Press-up")
SHELF = {"Reverse lunge": OTHER_LUNGE, "Press-up": PRESS_UP, "Push-up": PRESS_UP, "Crunch": Exercise("Crunch")}


class Library:
    """Knows its names only as they are written, and how often it was asked for all of them."""

    def __init__(self) -> None:
        self.asked = 0
        self.exercises = tuple(SHELF.values())

    def lookup(self, name: str) -> Exercise | None:
        return SHELF.get(name)

    def names(self) -> Iterable[str]:
        self.asked += 1
        return SHELF


def catalog(*own: Exercise) -> Catalog:
    return Catalog(own, Library())


@pytest.mark.parametrize("name", ["Press-up", "press up", "PRESS-UPS", "Press\N{EN DASH}ups", "push ups"])
def test_spelling_does_not_count(name: str) -> None:
    assert catalog().find(name) is PRESS_UP


def test_the_scripts_own_exercise_hides_the_librarys() -> None:
    assert catalog(LUNGE).find("reverse lunges") is LUNGE
    assert catalog().find("reverse lunges") is OTHER_LUNGE


def test_aliases_count() -> None:
    assert catalog(LUNGE).find("step back lunge") is LUNGE


def test_what_nobody_knows_is_not_found() -> None:
    assert catalog(LUNGE).find("Jog to the gate") is None


@pytest.mark.parametrize(
    ("slip", "name"),
    [
        ("Revers lunge", "Reverse lunge"),
        ("Revers lunges", "Reverse lunge"),
        ("reverse-lugne", "Reverse lunge"),
        ("Step-back lnge", "Step-back lunge"),
        ("Pres-up", "Press-up"),
        ("Crnuch", "Crunch"),
        ("Rset", "Rest"),
    ],
)
def test_the_name_that_was_meant(slip: str, name: str) -> None:
    assert catalog(LUNGE).near(slip) == name


@pytest.mark.parametrize("name", ["Jog to the gate", "Row", "", "x" * 1_000])
def test_nothing_is_near_to_another_name(name: str) -> None:
    assert catalog(LUNGE).near(name) is None


def test_the_library_lists_its_names_once_at_most() -> None:
    library = Library()
    asking = Catalog((), library)
    asking.find("Press-up")
    assert library.asked == 0
    asking.find("press ups")
    asking.find("Jog")
    asking.near("Jog")
    assert library.asked == 1


def test_suggestions_are_bounded() -> None:
    one = catalog(LUNGE)
    found = [one.near(f"Revers lunge{'x' * (i % 2)}{i}") for i in range(1_000)]
    assert found[0] == "Reverse lunge"
    assert found[-1] is None
