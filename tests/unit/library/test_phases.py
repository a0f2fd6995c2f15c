"""What the coach calls the two ways of a repetition, for movements that do not go up and down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from stock import entry, shelf

if TYPE_CHECKING:
    from voicecoach.model.workout import Exercise

NEITHER_UP_NOR_DOWN = re.compile(
    r"\b(row|(bench|floor|chest|overhead|kettlebell|Arnold|Pallof|dumbbell) press|curl|rotation|clamshell|fly"
    r"|pull-apart|pushdown|kickback|crusher|extension|pullover|face pull|tilt|tuck|squeeze|heel slide|bug|bird dog)$",
    re.IGNORECASE,
)
"""Whoever pulls, presses, curls or turns is not told "up" and "down"."""

HEARD_AS_ANOTHER_CALL = {
    "lift", "left", "right", "rest", "hold", "half", "last", "next", "go", "one", "two", "four", "for", "ate",
}  # fmt: skip
"""Words that the coach or the ear has another meaning for."""

LETTERS = re.compile(r"[A-Z][a-z]+( [a-z]+)?")


def phased() -> list[Exercise]:
    return [exercise for exercise in shelf().exercises if exercise.phases]


def test_many_movements_have_words_of_their_own() -> None:
    assert len(phased()) >= 50


def test_each_way_has_a_word_or_two() -> None:
    for exercise in phased():
        assert len(exercise.phases) == 2, exercise.name
        for word in exercise.phases:
            assert LETTERS.fullmatch(word), (exercise.name, word)


def test_the_two_are_told_apart_by_their_first_sound() -> None:
    """The end of a short word drowns in breath and music."""
    for exercise in phased():
        first, second = exercise.phases
        assert first[0] != second[0], exercise.name


def test_no_word_is_heard_as_another_call() -> None:
    spoken = {word.casefold() for exercise in phased() for phase in exercise.phases for word in phase.split()}
    assert spoken & HEARD_AS_ANOTHER_CALL == set()


def test_whoever_pulls_presses_or_turns_is_not_told_up_and_down() -> None:
    counted = [exercise for exercise in shelf().exercises if exercise.tempo]
    bare = [exercise.name for exercise in counted if NEITHER_UP_NOR_DOWN.search(exercise.name) and not exercise.phases]
    assert bare == []


@pytest.mark.parametrize(
    ("name", "phases"),
    [
        ("One-arm row", ("Pull", "Down")),
        ("Dumbbell bench press", ("Lower", "Press")),
        ("Overhead press", ("Press", "Lower")),
        ("Dumbbell fly", ("Open", "Close")),
        ("Skull crusher", ("Bend", "Straighten")),
        ("Triceps kickback", ("Straighten", "Bend")),
        ("Band internal rotation", ("Close", "Open")),
        ("Band leg lift", ("Out", "Back")),
    ],
)
def test_they_come_in_the_order_of_the_movement(name: str, phases: tuple[str, str]) -> None:
    assert entry(name).phases == phases


@pytest.mark.parametrize(
    "name", ["Squat", "Step-down", "Barbell deadlift", "Double-leg bridge", "Push-up", "Heel raise"]
)
def test_what_goes_up_and_down_is_told_so(name: str) -> None:
    assert entry(name).phases == ()
