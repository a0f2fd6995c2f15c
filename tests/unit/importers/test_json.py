"""Our own plans, and a copy of free-exercise-db."""

from __future__ import annotations

import json

import pytest

from unit.importers.knowledge import imported, played, steps
from voicecoach.errors import VoicecoachError
from voicecoach.importers import free_exercise_db
from voicecoach.importers.free_exercise_db import database_of, files_of, is_database
from voicecoach.importers.json_plan import load
from voicecoach.model.workout import Activity, Reps, Sides, SpokenLine, Timed
from voicecoach.script import parse_exercises
from voicecoach.source import Source


def row(kind: str, start: int, end: int, **others: object) -> dict[str, object]:
    usual = {"name": "Squat", "section": "Legs", "side": None, "set": None, "sets": None, "round": None, "rounds": None}
    return {"kind": kind, "start_ms": start, "end_ms": end, "reps": None, "line": 1, **usual, **others}


def plan(*rows: dict[str, object], events: tuple[dict[str, object], ...] = ()) -> str:
    return json.dumps({"title": "Mine", "duration_ms": 1, "chapters": [], "steps": list(rows), "events": list(events)})


def activities(text: str) -> list[Activity]:
    workout = played(load(), text, "plan.json")
    return [item for section in workout.sections for item in section.items if isinstance(item, Activity)]


def test_times_and_repetitions() -> None:
    timed, counted = activities(plan(row("work", 0, 40_000), row("work", 50_000, 80_000, reps=10, line=2)))
    assert (timed.prescription.amount, counted.prescription.amount) == (Timed(40_000), Reps(10))


def test_rests_between_steps_stay() -> None:
    text = plan(row("work", 0, 40_000), row("rest", 40_000, 60_000, line=2), row("work", 60_000, 90_000, line=3))
    assert steps(played(load(), text)) == ["Squat", "[20]", "Squat"]


def test_two_sides_are_one_step() -> None:
    rows = (row("work", 0, 9_000, side="left"), row("switch", 9_000, 15_000), row("work", 15_000, 24_000, side="right"))
    (step,) = activities(plan(*rows))
    assert (step.prescription.sides, step.prescription.amount) == (Sides.EACH, Timed(9_000))


def test_one_side_alone_stays_one() -> None:
    (step,) = activities(plan(row("work", 0, 9_000, side="right")))
    assert step.prescription.sides is Sides.RIGHT


def test_sets_are_one_step_with_their_rest() -> None:
    first, pause = row("work", 0, 9_000, set=1, sets=2), row("rest", 9_000, 29_000)
    (step,) = activities(plan(first, pause, row("work", 29_000, 38_000, set=2, sets=2)))
    assert (step.prescription.sets, step.prescription.rest) == (2, 20_000)


def test_the_first_of_several_rounds_stands_for_all() -> None:
    rows = [
        row("work", 0, 9_000, round=1, rounds=2),
        row("rest", 9_000, 39_000, line=9),
        row("work", 39_000, 48_000, round=2, rounds=2),
    ]
    (section,) = played(load(), plan(*rows)).sections
    assert (section.scheme.count, section.scheme.rest, len(section.items)) == (2, 30_000, 1)


def test_lines_of_the_coach_are_spoken() -> None:
    rows = row("work", 0, 9_000), row("say", 9_000, 12_000, name="Coach"), row("work", 12_000, 20_000, line=3)
    events = ({"bus": "voice", "text": "Stay tall.", "step": 1}, {"bus": "earcon", "earcon": "go", "step": 2})
    items = played(load(), plan(*rows, events=events)).sections[0].items
    assert [item.text for item in items if isinstance(item, SpokenLine)] == ["Stay tall."]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "plan.json:1:2: this is not whole JSON: expecting property name enclosed in double quotes"),
        ('{"a": NaN}', "plan.json holds numbers or nesting that no workout has"),
        ("[" * 100_000, "plan.json holds numbers or nesting that no workout has"),
        ("1" * 5_000, "plan.json holds numbers or nesting that no workout has"),
        ("[]", "plan.json is no plan with steps, as `voicecoach plan --json` prints it"),
        ('{"steps": [1, {"kind": 2}]}', "plan.json is no plan with steps, as `voicecoach plan --json` prints it"),
    ],
)
def test_what_is_wrong_with_a_plan_is_one_sentence(text: str, message: str) -> None:
    with pytest.raises(VoicecoachError) as caught:
        imported(load(), text, "plan.json")
    assert str(caught.value) == message


def test_values_of_the_wrong_kind_are_as_if_they_were_not_there() -> None:
    strange = row("work", 0, 9_000, name=7, section=[], side={}, reps=-1, rounds=True, line=1e300)
    (step,) = activities(plan(strange))
    assert (step.exercise.name, step.prescription.amount) == ("Exercise", Timed(9_000))


def texts(value: object) -> tuple[str, ...]:
    """The files that a database becomes."""
    return files_of(database_of(Source("exercises.json", json.dumps(value))).exercises, "exercises.json")


CURL = {
    "name": "Alternate Hammer Curl",
    "force": "pull",
    "equipment": "dumbbell",
    "primaryMuscles": ["biceps"],
    "secondaryMuscles": ["forearms"],
    "instructions": [
        "Stand up straight with a dumbbell in each hand, your arms long. The elbows should be close to the body.",
        "Curl the right weight up towards your shoulder while the upper arm stays still.",
        "Lower the dumbbell slowly and continue with the left hand.",
    ],
}


def test_an_exercise_of_the_database_becomes_an_entry() -> None:
    (text,) = texts([CURL])
    (curl,), found = parse_exercises(Source("mine.md", text))
    assert found == ()
    assert curl.name == "Alternate hammer curl"
    assert curl.setup == "Stand up straight with a dumbbell in each hand, your arms long."
    assert curl.action.startswith("Curl the right weight up towards your shoulder")
    assert curl.forms == ("Keep the elbows close to the body.",)
    assert (curl.starts.value, curl.equipment, curl.muscles) == ("up", ("dumbbell",), ("biceps", "forearms"))


def test_all_of_its_instructions_stay_as_a_note() -> None:
    (text,) = texts(CURL)
    assert "continue with the left hand.”" in text


def test_an_exercise_for_one_side_has_sides() -> None:
    one = {**CURL, "name": "One-Arm Row", "instructions": ["Stand tall. Pull the weight to your right hip."]}
    (text,) = texts([one])
    (entry,), _ = parse_exercises(Source("mine.md", text))
    assert entry.sides == ("left", "right")
    assert entry.action == "Pull the weight to one hip."


def test_many_exercises_are_several_files_each_of_which_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(free_exercise_db, "_MOST_ENTRIES", 2)
    many = [{**CURL, "name": f"Curl number {number} of many"} for number in range(5)]
    found = texts(many)
    read = [parse_exercises(Source("mine.md", text)) for text in found]
    assert [len(each) for each, _ in read] == [2, 2, 1]
    assert all(not faults for _, faults in read)


def test_names_come_once() -> None:
    (text,) = texts([CURL, {**CURL, "name": "Alternate hammer-curls"}])
    assert text.count("### ") == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[1, {}]", "db.json holds no exercise with a name and instructions, as free-exercise-db has them"),
        ("7", "db.json holds no exercise with a name and instructions, as free-exercise-db has them"),
        ("[{}" + ",{}" * 1_000 + "]", "db.json has 1,001 exercises; 1,000 are the most: cut it"),
        ("[", "db.json:1:2: this is not whole JSON: expecting value"),
    ],
)
def test_what_is_wrong_with_a_database_is_one_sentence(text: str, message: str) -> None:
    with pytest.raises(VoicecoachError) as caught:
        database_of(Source("db.json", text))
    assert str(caught.value) == message


@pytest.mark.parametrize(("text", "is_one"), [(json.dumps([CURL]), True), (plan(), False), ("instructions", False)])
def test_a_database_is_known_by_its_keys(text: str, is_one: bool) -> None:
    assert is_database(Source("x.json", text)) is is_one
