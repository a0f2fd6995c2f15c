from __future__ import annotations

from dataclasses import replace

import pytest

from builders import SQUAT, activity, reps, rest, workout
from voicecoach.model.plan import StepKind
from voicecoach.model.workout import Prescription, Reps, Settings, Sides, Tempo, Workout
from voicecoach.planning.extent import count_bouts, length_of, rough_length, tempo_of
from voicecoach.planning.planner import plan

SLOW = Tempo(3_000, 1_000, 1_000, 0)
QUICK = Tempo(1_000, 0, 1_000, 0)


def test_the_tempo_is_the_steps_then_the_exercises_then_three_seconds() -> None:
    own = replace(SQUAT, tempo=QUICK)
    assert tempo_of(own, Prescription(Reps(3), tempo=SLOW)) == SLOW
    assert tempo_of(own, Prescription(Reps(3))) == QUICK
    assert tempo_of(SQUAT, Prescription(Reps(3))).rep == 3_000


def test_counted_work_lasts_its_reps() -> None:
    assert length_of(SQUAT, Prescription(Reps(4), tempo=SLOW), Settings()) == 20_000


def test_bouts_are_counted_over_rounds_sets_and_sides() -> None:
    assert count_bouts(workout(reps(8, sets=3, sides=Sides.EACH), rest(10_000), activity(), rounds=5)) == 5 * (
        3 * 2 + 1
    )


@pytest.mark.parametrize(
    "one",
    [
        workout(activity()),
        workout(activity(), rest(20_000), activity(), rest(20_000), rounds=6, between=60_000),
        workout(*[reps(10, sides=Sides.EACH, sets=2, rest=30_000)] * 4),
        workout(*[activity(amount=Reps(20))] * 9, rounds=3),
    ],
)
def test_the_rough_length_is_near_that_of_the_steps(one: Workout) -> None:
    words = {StepKind.SAY: 7_000, StepKind.READY: 12_000}
    steps = sum(step.duration or max(step.minimum, words[step.kind]) for step in plan(one))
    assert rough_length(one) == pytest.approx(steps, rel=0.2)
