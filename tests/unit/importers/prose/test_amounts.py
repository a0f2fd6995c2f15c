from __future__ import annotations

import pytest

from voicecoach.importers.prose.amounts import amount_in, amount_of, amount_of_each
from voicecoach.model.workout import MostReps, Reps, Timed


@pytest.mark.parametrize(
    ("text", "amount", "sets", "each"),
    [
        ("3 sets of 12", Reps(12), 3, False),
        ("3x12", Reps(12), 3, False),
        ("20 reps x 3 sets", Reps(20), 3, False),
        ("Three sets of fifteen", Reps(15), 3, False),
        ("2-3 sets of 10-15 reps", Reps(10), 2, False),
        ("12-15 reps", Reps(12), 1, False),
        ("30-45 seconds", Timed(30_000), 1, False),
        ("1:30", Timed(90_000), 1, False),
        ("a minute", Timed(60_000), 1, False),
        ("3 x 30 sec", Timed(30_000), 3, False),
        ("10 each side", Reps(10), 1, True),
        ("20, alternating legs", Reps(20), 1, False),
        ("max reps in 40s", MostReps(40_000), 1, False),
        ("to failure", MostReps(40_000, to_failure=True), 1, False),
        ("some", None, 1, False),
    ],
)
def test_amounts(text: str, amount: object, sets: int, each: bool) -> None:
    found = amount_of(text)
    assert (found.amount, found.sets, found.each) == (amount, sets, each)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Lower for 3 seconds. Repeat 10 times each side.", Reps(10)),
        ("Hold for 2 seconds at the top. Do 3 sets of 12.", Reps(12)),
        ("Hold for one full minute.", Timed(60_000)),
        ("Do as many as you can in 30 seconds.", MostReps(30_000)),
        ("Aim for about 90 degrees.", None),
        ("Stand with your feet 12 inches apart. Repeat.", None),
        ("This takes 5 minutes of your day.", None),
        ("Pause for 2 counts. Hold for 5 seconds.", None),
        ("Repeat the whole circuit 3 times.", None),
    ],
)
def test_amounts_in_descriptions(text: str, amount: object) -> None:
    assert amount_in(text).amount == amount


def test_an_amount_for_every_exercise() -> None:
    assert amount_of_each(["I love these.", "Hold each stretch for 30 seconds."]).amount == Timed(30_000)
