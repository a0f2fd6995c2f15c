from __future__ import annotations

import pytest

from unit.importers.knowledge import library
from voicecoach.importers.prose.variations import variations_in


@pytest.mark.parametrize(
    ("text", "base", "names"),
    [
        (
            "Try this on a single leg, add hand weights, or a dumb bell for a challenge.",
            "Squat",
            ["Single-leg squat", "Weighted squat"],
        ),
        (
            "Add weight, put either back or front leg on elevated surface, do walking lunges, etc.",
            "Lunge",
            ["Weighted lunge", "Rear-foot-elevated lunge", "Front-foot-elevated lunge", "Walking lunge"],
        ),
        ("Drop to your knees if that's too tough.", "Push-up", ["Kneeling push-up"]),
        ("Hold a kettlebell, or use a resistance band.", "Squat", ["Weighted squat", "Banded squat"]),
        ("Jump up explosively at the end.", "Squat", ["Jumping squat"]),
        ("Repeat on the other side.", "Lunge", []),
        ("Enjoy it in the park.", "Squat", []),
    ],
)
def test_variations(text: str, base: str, names: list[str]) -> None:
    assert [each.name for each in variations_in(text, base, library())] == names


def test_a_variation_in_the_posts_own_words() -> None:
    text = "Try single legs. Cross right leg over left thigh, or extend right leg out straight. Then switch sides."
    (variation,) = variations_in(text, "Double-leg bridge", library())
    assert variation.how == "Cross one leg over the other thigh, or extend one leg out straight."
    assert variation.sided
