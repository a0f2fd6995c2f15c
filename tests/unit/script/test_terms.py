"""What the scheme of a block settles."""

from __future__ import annotations

import pytest

from voicecoach.model.workout import Ladder, Prescription, Reps, Sides, Timed
from voicecoach.script.terms import Terms


@pytest.mark.parametrize("amount", [Timed(30_000), Reps(12), None])
def test_a_ladder_counts_whatever_an_exercise_is_usually_done_for(amount: Timed | Reps | None) -> None:
    usual = Prescription(amount, sets=3, rest=20_000, sides=Sides.EACH, loads=("with a band",))
    assert Terms(Ladder((10, 8, 6))).usual(usual) == Prescription(sides=Sides.EACH)
