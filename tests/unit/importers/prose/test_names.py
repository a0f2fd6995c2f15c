from __future__ import annotations

import pytest

from unit.importers.knowledge import library
from voicecoach.importers.prose.names import introduced, named


@pytest.mark.parametrize(
    ("text", "names", "amount"),
    [
        ("Squats", ("Squat",), ""),
        ("1. Glute Bridges", ("Glute bridge",), ""),
        ("Exercise 2: Side Lunge", ("Side lunge",), ""),
        ("EXERCISE THREE - BIRD DOG", ("Bird dog",), ""),
        ("A1) Goblet Squat", ("Goblet squat",), ""),
        ("How to Do a Push-Up", ("Push-up",), ""),
        ("Double and Single Leg Bridges", ("Double-leg bridge", "Single-leg bridge"), ""),
        ("Forward & Reverse Lunges", ("Forward lunge", "Reverse lunge"), ""),
        ("Squats x 20", ("Squat",), "20"),
        ("Squats - 3 sets of 12", ("Squat",), "3 sets of 12"),
        ("Plank (30 seconds)", ("Plank",), "30 seconds"),
        ("20 walking lunges", ("Walking lunge",), "20"),
        ("30 second plank", ("Plank",), "30 second"),
        ("20 walking lunges, alternating between each leg", ("Walking lunge",), "20, alternating between each leg"),
        ("Bulgarian Split Squats", ("Bulgarian split squat",), ""),
        ("JUMPING JACKS!", ("Jumping jacks",), ""),
    ],
)
def test_names(text: str, names: tuple[str, ...], amount: str) -> None:
    found = named(text, library())
    assert found is not None
    assert (found.names, found.amount, found.sure) == (names, amount, True)


@pytest.mark.parametrize(
    "text",
    [
        "Why squats?",
        "My favorite workout",
        "Warm-up",
        "The workout",
        "Equipment",
        "Final thoughts",
        "Lower your hips and hold.",
        "Week 2",
        "",
        "---",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert named(text, library()) is None


def test_a_name_that_nobody_knows_is_not_sure() -> None:
    found = named("Grandma's Own", library())
    assert found is not None
    assert (found.names, found.sure) == (("Grandma's own",), False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("First up is the reverse lunge.", "reverse lunge"),
        ("And last, Grandma's own.", "Grandma's own"),
        ("Next, the good old hip hinge:", "hip hinge"),
        ("First, lower your hips, then stand.", ""),
        ("The reverse lunge is hard.", ""),
    ],
)
def test_sentences_that_introduce_an_exercise(text: str, name: str) -> None:
    assert introduced(text) == name
