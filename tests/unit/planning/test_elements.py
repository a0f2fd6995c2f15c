from __future__ import annotations

from dataclasses import replace

from builders import PLANK, SQUAT, activity, at, reps, workout
from voicecoach.model.workout import (
    Circuit,
    Clock,
    Every,
    Intervals,
    Ladder,
    MostReps,
    Reps,
    Rounds,
    Scheme,
    Section,
    Sides,
    Timed,
    UntilReady,
    Workout,
)
from voicecoach.planning.elements import Boundary, ExerciseSet, Pause, elements_of
from voicecoach.planning.faults import faults


def order(scheme: Scheme, *items: object) -> list[str]:
    """Bouts with their amount, pauses, and where rounds begin."""
    told = []
    for element in elements_of(Section("Main", scheme, items=items, span=at(1))):  # type: ignore[arg-type]
        if isinstance(element, ExerciseSet):
            amount = element.prescription.amount
            much = (
                amount.count if isinstance(amount, Reps) else getattr(amount, "duration", getattr(amount, "limit", 0))
            )
            told.append(" ".join(part for part in (element.exercise.name, element.side, str(much)) if part))
        elif isinstance(element, Pause):
            told.append(f"- {element.duration}")
        elif isinstance(element, Boundary) and element.round:
            told.append(f"{element.turn} {element.round}/{element.rounds}")
    return told


def test_tabata_takes_the_exercises_in_turn_for_eight_intervals() -> None:
    told = order(Intervals(20_000, 10_000, count=8), activity(), activity(PLANK))
    assert told[:6] == ["Squat 20000", "- 10000", "round 2/8", "Plank 20000", "- 10000", "round 3/8"]
    assert [part for part in told if part[0] in "SP"] == ["Squat 20000", "Plank 20000"] * 4
    assert told[-1] == "Plank 20000"


def test_intervals_go_through_the_list_as_often_as_is_written() -> None:
    assert order(Intervals(40_000, 20_000, passes=2), activity(), activity(PLANK)) == [
        "Squat 40000",
        "- 20000",
        "Plank 40000",
        "- 20000",
        "round 2/2",
        "Squat 40000",
        "- 20000",
        "Plank 40000",
    ]


def test_a_one_sided_exercise_changes_its_side_from_interval_to_interval() -> None:
    one_sided = activity(sides=Sides.EACH)
    told = order(Intervals(20_000, 10_000, count=4), one_sided)
    assert [part for part in told if "Squat" in part] == ["Squat left 20000", "Squat right 20000"] * 2


def test_every_minute_begins_an_exercise_and_the_rest_of_it_is_rest() -> None:
    assert order(Every(60_000, 3), reps(10), activity(PLANK, amount=Timed(45_000))) == [
        "Squat 10",
        "- 30000",
        "minute 2/3",
        "Plank 45000",
        "- 15000",
        "minute 3/3",
        "Squat 10",
    ]


def test_another_period_is_called_a_round_and_holds_both_sides_with_their_switch() -> None:
    assert order(Every(90_000, 2), reps(10, sides=Sides.EACH)) == [
        "Squat left 10",
        "Squat right 10",
        "- 24000",
        "round 2/2",
        "Squat left 10",
        "Squat right 10",
    ]


def test_one_clock_is_one_bout_with_its_moves() -> None:
    section = Section("Burner", Clock(720_000), items=(reps(10), reps(5, PLANK)), span=at(1))
    (bout,) = elements_of(section)
    assert isinstance(bout, ExerciseSet)
    assert (bout.exercise.name, bout.prescription.amount) == ("Burner", MostReps(720_000))
    assert [move.exercise.name for move in bout.moves] == ["Squat", "Plank"]


def test_a_ladder_gives_each_pass_its_repetitions_and_leaves_times_alone() -> None:
    assert order(Ladder((10, 8), 30_000), reps(1), activity(PLANK)) == [
        "Squat 10",
        "Plank 40000",
        "- 30000",
        "round 2/2",
        "Squat 8",
        "Plank 40000",
    ]


def test_a_circuit_in_a_block_goes_round_by_itself() -> None:
    inner = Circuit(Rounds(2, 5_000), (activity(PLANK),), span=at(3))
    assert order(Rounds(), activity(), inner) == ["Squat 40000", "Plank 40000", "- 5000", "circuit 2/2", "Plank 40000"]


def test_work_longer_than_its_period_is_told_with_how_much() -> None:
    long = activity(amount=Timed(75_000), line=7)
    one = Workout(sections=(Section("Main", Every(60_000, 5), items=(long,), span=at(1)),))
    (fault,) = faults(one)
    assert (fault.code, fault.message, fault.span) == ("overrun", "Squat takes 15 s longer than its period", at(7))


def test_a_workout_of_a_million_sets_is_refused() -> None:
    (fault,) = faults(workout(reps(1, sets=999), rounds=999))
    assert fault.message == "this workout has 998,001 sets in all; 100,000 are the most there can be"
    assert fault.is_error
    assert list(faults(workout(activity(replace(SQUAT), amount=UntilReady()), rounds=3))) == []
