from __future__ import annotations

import pytest

from voicecoach.importers.prose.sides import neutral, sided


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Complete reps, then switch sides.", True),
        ("Repeat with the other leg.", True),
        ("Do 10 on each leg.", True),
        ("Hold a dumbbell in each hand.", False),
        ("Place both feet on the floor.", False),
        ("Alternate legs, 10 on each side.", False),
    ],
)
def test_sides(text: str, both: bool) -> None:
    assert sided(text) is both


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Cross right leg over left thigh", "Cross one leg over the other thigh"),
        ("Step back with your right foot", "Step back with one foot"),
        ("Put your whole left foot on the stair", "Put one whole foot on the stair"),
        (
            "Let your knees fall to the right. Look to the left.",
            "Let your knees fall to one side. Look to the other side.",
        ),
        ("Turn right around", "Turn right around"),
        (
            "Lift your right knee out to the side and bring your right elbow down to it",
            "Lift one knee out to the side and bring the elbow on that side down to it",
        ),
        ("Lift your left leg. Lower the left leg", "Lift one leg. Lower that leg"),
        ("Bend your left knee, then lift the right heel", "Bend one knee, then lift the other heel"),
    ],
)
def test_words_that_fit_either_side(text: str, told: str) -> None:
    assert neutral(text) == told


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("Stand on your right leg.", "Stand on one leg."),
        ("Reach your left leg behind you.", "Reach the other leg behind you."),
        ("Squeeze your right glute.", "Squeeze the glute on that side."),
        ("Straighten your right leg.", "Straighten that leg."),
    ],
)
def test_a_part_of_a_description_knows_which_side_came_first(part: str, told: str) -> None:
    whole = (
        "Stand on your right leg. Reach your left leg behind you. Squeeze your right glute. Straighten your right leg."
    )
    assert neutral(part, whole) == told
