from __future__ import annotations

import pytest

from unit.importers.knowledge import imported, played, steps
from voicecoach.errors import VoicecoachError
from voicecoach.importers.liftoscript import load
from voicecoach.importers.liftoscript_sets import set_groups, shared
from voicecoach.model.workout import Activity, MostReps, Reps, SpokenLine, Timed
from voicecoach.source import Source


def activities(text: str) -> list[Activity]:
    workout = played(load(), text)
    return [item for section in workout.sections for item in section.items if isinstance(item, Activity)]


@pytest.mark.parametrize(
    ("written", "amount", "sets", "rest", "loads"),
    [
        ("3x8", Reps(8), 3, 90_000, ()),
        ("3x8-12", Reps(8), 3, 90_000, ()),
        ("3x8 60kg @8 30s", Reps(8), 3, 30_000, ("at 60 kg", "RPE 8")),
        ("3x8 / 135lb", Reps(8), 3, 90_000, ("at 135 lb",)),
        ("3x8 / 20s 62.5%", Reps(8), 3, 20_000, ("at 62.5%",)),
        ("3x1 60s|30s auto", Timed(60_000), 3, 30_000, ()),
        ("3x1 60s|?", Timed(60_000), 3, 90_000, ()),
        ("2x1 30s+|60s", MostReps(60_000, to_failure=True), 2, 60_000, ()),
        ("2x5+", MostReps(60_000, to_failure=True), 2, 90_000, ()),
        ("2x1+ 20s|10s", MostReps(20_000), 2, 10_000, ()),
    ],
)
def test_sets(written: str, amount: object, sets: int, rest: int, loads: tuple[str, ...]) -> None:
    (step,) = activities(f"Squat / {written}\n")
    found = step.prescription
    assert (found.amount, found.sets, found.rest, found.loads) == (amount, sets, rest, loads)


def test_several_groups_are_steps_with_rests_between() -> None:
    workout = played(load(), "Squat / 1x5 @8, 1x3 60s, 5x5 50%\n")
    assert steps(workout) == ["Squat", "[90]", "Squat", "[60]", "Squat"]


def test_equipment_is_announced_as_a_load() -> None:
    assert activities("Bench Press, Dumbbell / 3x5\n")[0].prescription.loads == ("with dumbbells",)


def test_warm_up_sets_come_first_and_their_percentages_are_of_the_working_weight() -> None:
    first, second, _ = activities("Squat / 3x5 100kg / warmup: 1x5 45lb, 1x3 80%\n")
    assert first.prescription.loads == ("at 45 lb",)
    assert second.prescription.loads == ("at 80% of the working weight",)


def test_a_superset_is_a_circuit() -> None:
    text = "Push Up / 3x10 / superset: A\nBent Over Row / 3x8 60s / superset: A\n"
    (section,) = played(load(), text).sections
    assert (section.title, section.scheme.count, section.scheme.rest) == ("Superset A", 3, 60_000)


def test_a_superset_of_unequal_sets_is_written_out() -> None:
    text = "Push Up / 2x10 / superset: A\nBent Over Row / 1x8 / superset: A\n"
    assert steps(played(load(), text)) == ["Push-up", "Bent-over row", "[90]", "Push-up"]


def test_other_exercises_stand_around_a_superset() -> None:
    text = "Squat / 1x5\nPush Up / 1x5 / superset: A\nPlank / 1x5\nBurpee / 1x5 / superset: A\n"
    assert [section.title for section in played(load(), text).sections] == ["Strength", "Superset A", "Strength"]


def test_short_words_about_an_exercise_are_spoken_and_long_ones_noted() -> None:
    text = f"/// hidden\n// Pause **2 seconds** at the bottom\nSquat / 3x5\n// {'word ' * 30}\nPlank / 1x1 30s|30s\n"
    items = played(load(), text).sections[0]
    spoken = [line.text for line in (*items.opening, *items.items) if isinstance(line, SpokenLine)]
    assert spoken == ["Pause 2 seconds at the bottom"]
    assert "word word" in imported(load(), text).text


def test_the_first_day_is_the_workout() -> None:
    found = imported(load(), "# Week 1\n## Day 1\nSquat / 3x5\n## Day 2\nPlank / 1x1\n")
    assert 'title: "Week 1, Day 1"' in found.text
    assert "Plank" not in found.text
    assert "The first of 2 days is imported; put another day into a file of its own to play that." in found.assumptions


def test_sets_can_be_taken_from_others_and_from_templates() -> None:
    text = "t1 / used: none / 3x10 / 70%\nSquat / ...t1\nPlank / ...Squat / 50%\n"
    squat, plank = activities(text)
    assert (squat.prescription.sets, squat.prescription.loads) == (3, ("at 70%",))
    assert (plank.prescription.sets, plank.prescription.loads) == (3, ("at 50%",))


def test_code_of_progressions_is_passed_over() -> None:
    text = "Squat / 3x5 / progress: custom() {~\n if (a / b) { x / 3x5 }\n~}\nPlank / 1x1 30s|5s\n"
    found = imported(load(), text)
    assert found.diagnostics == ()
    assert steps(played(load(), text)) == ["Squat", "[90]", "Plank"]


def test_lines_that_are_not_imported_are_reported() -> None:
    found = imported(load(), "Squat / 3x5 / mystery\nNonsense\nPlank / warmup: none\n").diagnostics
    assert [(each.code, each.span.line, each.message) for each in found] == [
        ("not-imported", 1, '"mystery" is not imported'),
        ("not-imported", 2, "this line is not imported: it is no exercise with sets"),
        ("no-sets", 3, "no sets are written here, so it is left out"),
    ]


def test_a_text_without_exercises_is_refused() -> None:
    with pytest.raises(VoicecoachError) as caught:
        imported(load(), "# Week 1\n", "plan.txt")
    assert str(caught.value) == 'plan.txt has no exercise such as "Squat / 3x8", so there is nothing to perform'


def test_a_program_with_endless_steps_is_refused() -> None:
    with pytest.raises(VoicecoachError) as caught:
        imported(load(), "Squat / 1x5\n" * 2_001, "plan.txt")
    assert str(caught.value) == "plan.txt has 2,001 steps; 2,000 are the most"


@pytest.mark.parametrize("text", ["", "soon", "3x", "0x5", "3x5 then"])
def test_what_is_no_set_group(text: str) -> None:
    assert all(not group.sets for group in set_groups(text)) or text == "3x5 then"


def test_what_is_shared_is_only_loads_and_times() -> None:
    assert shared("progress: lp(5lb)") is None
    assert shared("20s 60% @8") is not None


@pytest.mark.parametrize(
    ("text", "least"), [("Squat / 3x8\nPlank / 3x1 60s|30s\n", 0.8), ("One / two\nand/or\n", 0.0), ("Squat", 0.0)]
)
def test_how_sure_it_is(text: str, least: float) -> None:
    sure = load().sniff(Source("x.txt", text))
    assert sure >= least
    assert (sure > 0) == (least > 0)


LATER = """Some words about it.

```liftoscript
# Week 1
## Day 1
// ...t1
t1: Squat / ...t1
Lunge / ...Squat

t1 / used: none / 4x3, 1x3+ / 5x2 / 75% / progress: custom(increase: 10lb) {~
  weights = 1
~}
```

More words / and / slashes.
"""


def test_sets_are_taken_from_a_later_line_and_a_page_around_the_program_is_left_out() -> None:
    found = imported(load(), LATER)
    assert found.diagnostics == ()
    assert "t1" not in found.text
    assert [(step.exercise.name, step.prescription.sets, step.prescription.loads) for step in activities(LATER)] == [
        ("Squat", 4, ("at 75%",)),
        ("Squat", 1, ("at 75%",)),
        ("Forward lunge", 4, ("at 75%",)),
        ("Forward lunge", 1, ("at 75%",)),
    ]
    assert load().sniff(Source("x.md", LATER)) == 0.9


def test_exercises_that_take_over_from_each_other_have_no_sets() -> None:
    text = "Squat / 3x8\nOne / ...Two\nTwo / ...One\n"
    assert [found.code for found in imported(load(), text).diagnostics] == ["no-sets", "no-sets"]


def test_repetitions_within_a_time_are_told() -> None:
    (step,) = activities("Power Clean / 5x5 135lb 60s|0s auto\n")
    assert (step.prescription.amount, step.prescription.sets) == (Timed(60_000), 5)
    assert [cue.text for cue in step.cues] == ["5 reps, then wait for the time."]


def test_a_time_that_may_be_passed_is_as_long_as_possible() -> None:
    (step,) = activities("Plank / 1x1 40s+|60s\n")
    assert step.prescription.amount == MostReps(80_000, to_failure=True)
