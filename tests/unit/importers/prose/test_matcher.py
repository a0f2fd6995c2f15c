from __future__ import annotations

from functools import cache

import pytest

from unit.importers.knowledge import library
from voicecoach.importers.prose.matcher import Matcher


@cache
def matcher() -> Matcher:
    return Matcher(library())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lie on your back with your knees bent. Squeeze and lift your hips towards the ceiling.", "Bridge"),
        ("Stand with feet apart. Move the hips back as if sitting in a chair, then stand.", "Squat"),
        ("Take a big step backwards (or forward) and lower until both knees are bent.", "Lunge"),
        ("On your elbows and toes with your body in a straight line. Hold still.", "Plank"),
        (
            "Hands under your shoulders, on your toes. Bend your elbows and lower your chest, then push back up.",
            "Push-up",
        ),
        ("Get on all fours. Reach one arm forward and the opposite leg back. Hold.", "Bird dog"),
        ("On hands and knees, round your back like a cat, then let your belly sink.", "Cat-cow"),
        ("Lie on your side, knees bent. Keep the feet together and open the top knee.", "Clamshell"),
        ("Lie face down. Lift your arms, chest and legs off the floor.", "Superman"),
        ("I went to the shops and bought a lovely pair of trainers and then we had coffee.", None),
        ("", None),
    ],
)
def test_nameless_descriptions_are_known_by_their_words(text: str, name: str | None) -> None:
    assert matcher().best(text) == name
