from __future__ import annotations

from dataclasses import replace

import pytest

from builders import SQUAT, reps, workout
from voicecoach.model.workout import Sides
from voicecoach.planning.announce import announce, brief
from voicecoach.planning.elements import ExerciseSet
from voicecoach.planning.sequence import sequence


def announced(*, rounds: int = 1, **parts: object) -> list[list[str]]:
    """The moments announced before each set."""
    plan = workout(reps(8, **parts), rounds=rounds)
    sets = [one for one in sequence(plan) if isinstance(one, ExerciseSet)]
    return [[cue.moment for cue in announce(one, opens_section=number == 0)] for number, one in enumerate(sets)]


def test_detail_fades_from_round_to_round() -> None:
    assert announced(rounds=4) == [["first"], ["next_again"], ["next_familiar"], ["next_familiar"]]


def test_further_sets_are_announced_as_sets() -> None:
    assert announced(sets=3) == [["first"], ["next_set"], ["last_set"]]


def test_the_first_of_two_sides_is_named() -> None:
    assert announced(sides=Sides.EACH)[0] == ["first", "side_first"]


def first_values(exercise: object) -> dict[str, object]:
    plan = workout(reps(8, exercise))  # type: ignore[arg-type]
    one = next(one for one in sequence(plan) if isinstance(one, ExerciseSet))
    return dict(next(announce(one, opens_section=True)).values)


def test_the_first_time_position_setup_and_action_are_at_hand() -> None:
    values = first_values(SQUAT)
    assert values["position"] == "Stand tall, feet hip-width apart, arms forward."
    assert values["setup"] == "Stand tall, feet hip-width apart."
    assert values["action"] == "Sit back as if into a chair."


def test_without_a_short_setup_the_position_is_shortened() -> None:
    long = "Lie on your back with your knees bent, feet flat on the floor, arms at your sides."
    values = first_values(replace(SQUAT, setup="", starting_position=long))
    assert values["setup"] == "Lie on your back with your knees bent."


def test_without_a_position_the_setup_stands_for_it() -> None:
    assert first_values(replace(SQUAT, starting_position=""))["position"] == "Stand tall, feet hip-width apart."


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Stand tall.", "Stand tall."),
        ("Stand tall, feet apart. Then breathe and wait until you feel ready to go on.", "Stand tall, feet apart."),
        ("One two three four five six seven eight nine ten eleven twelve thirteen", None),
        ("", ""),
    ],
)
def test_brief_takes_whole_clauses(text: str, short: str | None) -> None:
    assert brief(text) == (text if short is None else short)
