from __future__ import annotations

import pytest

from voicecoach.importers.prose.circuits import rests_in, rounds_in


@pytest.mark.parametrize(
    ("text", "rounds", "rests"),
    [
        ("Repeat the whole circuit 3 times.", 3, (0, 0)),
        ("Do three rounds, resting 60 seconds between rounds.", 3, (0, 60_000)),
        ("Go through the list twice.", 2, (0, 0)),
        ("Rest 30 seconds between exercises.", 0, (30_000, 0)),
        ("I did this three times last week.", 0, (0, 0)),
        ("Go through them twice, slowly.", 2, (0, 0)),
        ("Do these exercises three times a week.", 0, (0, 0)),
        ("Do all of them twice daily.", 0, (0, 0)),
        ("Repeat the circuit 3 times, every other day.", 3, (0, 0)),
    ],
)
def test_rounds_and_rests(text: str, rounds: int, rests: tuple[int, int]) -> None:
    assert (rounds_in(text), rests_in(text)) == (rounds, rests)
