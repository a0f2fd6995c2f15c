from __future__ import annotations

from dataclasses import replace

from builders import PLANK, SQUAT, activity, at, reps, rest, workout
from voicecoach.model.workout import Note, Rounds, Section, Sides, SpokenLine, Workout
from voicecoach.planning.elements import ExerciseSet
from voicecoach.planning.sequence import Gap, sequence


def order(plan: Workout) -> list[str]:
    """Sets by name, side and set; gaps by what is special about them."""
    told = []
    for performed in sequence(plan):
        if isinstance(performed, ExerciseSet):
            parts = [performed.exercise.name, performed.side, str(performed.set or ""), str(performed.round or "")]
            told.append(" ".join(part for part in parts if part))
        else:
            told.append(_gap(performed))
    return told


def _gap(gap: Gap) -> str:
    parts = [f"rest {gap.rest}" if gap.rest else "", "open" if gap.open else "", "switch" if gap.switch else ""]
    parts += [f"round {gap.round}/{gap.rounds}" if gap.round else ""]
    parts += [f"closes {gap.closes.title}" if gap.closes else "", f"opens {gap.opens.title}" if gap.opens else ""]
    parts += [f"<{line.text}" for line in gap.lines_before] + [f">{line.text}" for line in gap.lines_after]
    return "- " + " ".join(part for part in parts if part)


def line(text: str) -> SpokenLine:
    return SpokenLine(text, span=at(1))


def test_sets_and_gaps_take_turns() -> None:
    assert order(workout(activity(), rest(20_000), activity(PLANK))) == [
        "- opens Main",
        "Squat",
        "- rest 20000",
        "Plank",
        "- closes Main",
    ]


def test_each_side_is_two_sets_with_a_switch() -> None:
    assert order(workout(reps(8, sides=Sides.EACH))) == [
        "- opens Main",
        "Squat left",
        "- switch",
        "Squat right",
        "- closes Main",
    ]


def test_an_exercise_names_its_own_sides_in_its_order() -> None:
    twist = replace(SQUAT, sides=("right", "left"))
    assert order(workout(activity(twist, sides=Sides.EACH)))[1:4] == ["Squat right", "- switch", "Squat left"]


def test_one_side_alone_is_one_set() -> None:
    assert order(workout(activity(sides=Sides.LEFT)))[1] == "Squat left"


def test_sets_have_their_rest_between_them_and_both_sides_in_each() -> None:
    assert order(workout(reps(8, sets=2, rest=30_000, sides=Sides.EACH)))[1:-1] == [
        "Squat left 1",
        "- switch",
        "Squat right 1",
        "- rest 30000",
        "Squat left 2",
        "- switch",
        "Squat right 2",
    ]


def test_rounds_repeat_the_items_with_their_rest_between() -> None:
    assert order(workout(activity(), rounds=3, between=60_000)) == [
        "- opens Main",
        "Squat 1",
        "- rest 60000 round 2/3",
        "Squat 2",
        "- rest 60000 round 3/3",
        "Squat 3",
        "- closes Main",
    ]


def test_rests_that_meet_are_one() -> None:
    plan = workout(activity(), rest(20_000, line=4), rounds=2, between=60_000)
    gap = list(sequence(plan))[2]
    assert isinstance(gap, Gap)
    assert (gap.rest, gap.rest_span) == (80_000, at(4))


def test_a_rest_until_ready_is_open() -> None:
    assert order(workout(activity(), rest(None), activity()))[2] == "- open"


def test_lines_stand_before_or_behind_the_opening_of_their_section() -> None:
    plan = Workout(
        intro=(line("welcome"), Note("a note", span=at(1))),
        sections=(
            Section("One", opening=(line("here we go"),), items=(activity(),), closing=(line("well done"),)),
            Section("Two", items=(activity(),)),
        ),
    )
    assert order(plan) == [
        "- opens One <welcome >here we go",
        "Squat",
        "- closes One opens Two <well done",
        "Squat",
        "- closes Two",
    ]


def test_a_line_between_steps_comes_every_round() -> None:
    plan = workout(activity(), line("shake it out"), activity(PLANK), rounds=2)
    assert [told for told in order(plan) if "shake" in told] == ["- <shake it out", "- <shake it out"]


def test_a_movement_is_announced_anew_each_round_but_not_for_sides_and_sets() -> None:
    plan = workout(reps(8, sets=2, sides=Sides.EACH), rounds=2)
    assert [one.time for one in sequence(plan) if isinstance(one, ExerciseSet)] == [1, 1, 1, 1, 2, 2, 2, 2]


def test_only_the_last_set_of_a_section_closes_it() -> None:
    plan = Workout(sections=(Section("A", Rounds(2), items=(activity(),)), Section("B", items=(activity(),))))
    assert [one.closes_section for one in sequence(plan) if isinstance(one, ExerciseSet)] == [False, True, True]


def test_a_workout_without_a_step_is_one_gap() -> None:
    assert order(Workout(intro=(line("hello"),))) == ["- <hello"]
