from __future__ import annotations

import pytest

from unit.importers.knowledge import library, read
from voicecoach.errors import VoicecoachError
from voicecoach.importers import writing
from voicecoach.importers.safe_text import cut, escaped, legal_name
from voicecoach.importers.writing import Entry, Script, prescription_text, spelled
from voicecoach.model.workout import (
    Activity,
    MostReps,
    Note,
    Prescription,
    Reps,
    Sides,
    SpokenLine,
    Timed,
    UntilReady,
)
from voicecoach.script import parsing


def script_of(name: str, told: str = "") -> Script:
    script = Script(name, notes=[told], opening=[told])
    section = script.section(name)
    section.note(told)
    section.say(told)
    section.step(name, Prescription(Reps(5)), [("at 1s", told)])
    section.rest_for(5_000)
    section.step("Squat", Prescription(Timed(30_000)), [("at 1s", told)])
    script.describe(Entry(name, (("Action", told),), (told,), (Entry(f"{name} two", (("Form", told),), (told,)),)))
    script.name_only([name, "Squat"], library())
    return script


@pytest.mark.parametrize(
    ("written", "legal"),
    [
        ("Squat: deep", "Squat deep"),
        ("[x] Squat", "Squat"),
        ("Rest", "Easy rest"),
        ("Recovery - spin", "Easy recovery - spin"),
        ("Recovery spin", "Recovery spin"),
        ("Pause squat", "Pause squat"),
        ("1:30 run", "1:30 run"),
        ("***", "Exercise"),
        ("", "Exercise"),
        ("x" * 200, "x" * 80),
    ],
)
def test_names_that_a_step_could_not_call_are_changed(written: str, legal: str) -> None:
    assert legal_name(written) == legal


def test_words_that_would_be_markup_are_only_words() -> None:
    assert escaped("1. *Go* <b> & [x]") == r"1\. \*Go\* \<b\> \& \[x\]"


def test_a_long_text_is_cut_behind_a_word() -> None:
    assert cut("one two three", 9) == "one two…"


@pytest.mark.parametrize(
    ("time", "told"), [(45_000, "45s"), (90_000, "1 min 30s"), (2_500, "2.5s"), (3_600_000, "1 h"), (0, "0s")]
)
def test_times(time: int, told: str) -> None:
    assert spelled(time) == told


@pytest.mark.parametrize(
    ("prescription", "told"),
    [
        (Prescription(Reps(12)), "12 reps"),
        (Prescription(Reps(8), sets=3, rest=30_000, sides=Sides.EACH), "3 sets of 8 reps, each side, rest 30s"),
        (Prescription(Timed(40_000), loads=("with dumbbells", "RPE 8")), "40s, with dumbbells, RPE 8"),
        (Prescription(MostReps(30_000)), "max reps in 30s"),
        (Prescription(MostReps(60_000, to_failure=True), sides=Sides.LEFT), "to failure, cap 1 min, left"),
        (Prescription(UntilReady()), "until ready"),
    ],
)
def test_a_prescription_reads_as_it_was(prescription: Prescription, told: str) -> None:
    assert prescription_text(prescription) == told
    script = Script("x")
    script.section("A").step("Squat", prescription)
    activity = read(script.text("x"))[0].sections[0].items[0]
    assert isinstance(activity, Activity)
    assert activity.prescription == prescription


def test_rounds_and_their_rest_stand_in_the_heading() -> None:
    script = Script("x")
    script.section("Legs (hard)", 3, 45_000).step("Squat", Prescription(Reps(5)))
    section = read(script.text("x"))[0].sections[0]
    assert (section.title, section.scheme.count, section.scheme.rest) == ("Legs hard", 3, 45_000)


def test_empty_sections_vanish() -> None:
    script = Script("x")
    script.section("Nothing")
    script.section("Something").step("Squat", Prescription(Reps(5)))
    assert "Nothing" not in script.text("x")


def test_an_entry_has_its_fields_its_notes_and_its_variations() -> None:
    script = Script("x")
    script.section("A").step("Hop", Prescription(Reps(5)))
    variation = Entry("High hop", (("Sides", "left, right"),))
    script.describe(
        Entry("Hop", (("Action", "Jump."), ("Form", ""), ("Form", "Softly.")), ("Action: Jump",), (variation,))
    )
    workout, found = read(script.text("x"))
    assert found == ()
    hop, high = workout.exercises
    assert (hop.action, hop.forms, high.variation_of, high.sides) == ("Jump.", ("Softly.",), "Hop", ("left", "right"))


def test_the_text_of_an_exercise_stays_as_a_quotation_for_the_reader() -> None:
    script = script_of("Hop", "Starting position: on one leg.")
    assert "“Starting position: on one leg.”" in script.text("x")


def test_of_two_entries_with_one_name_the_first_counts() -> None:
    script = Script("x")
    script.section("A").step("Hop", Prescription(Reps(5)))
    script.describe(Entry("Hop", (("Action", "One."),)))
    script.describe(Entry("hops", (("Action", "Two."),)))
    assert [each.action for each in read(script.text("x"))[0].exercises] == ["One."]


def test_a_name_near_one_of_the_library_is_no_slip_of_the_pen() -> None:
    script = Script("x")
    script.section("A").step("Squap", Prescription(Reps(5)))
    script.name_only(["Squap", "Squat"], library())
    workout, found = read(script.text("x"))
    assert [fault.code for fault in found] == ["undescribed-exercise"]
    assert [each.name for each in workout.exercises] == ["Squap"]


def test_the_coachs_own_words_stand_in_the_settings() -> None:
    script = Script('The "title"', cues=[("halfway", "")])
    script.section("A").step("Squat", Prescription(Reps(5)))
    settings = read(script.text("x"))[0].settings
    assert settings.title == 'The "title"'
    assert [(cue.moment, cue.value) for cue in settings.cues] == [("halfway", "")]


def test_notes_are_not_spoken() -> None:
    workout, _ = read(script_of("Hop", "Told").text("x"))
    assert [type(line) for line in workout.intro] == [Note, SpokenLine]


def test_what_would_be_longer_than_a_script_is_refused() -> None:
    script = Script("x", notes=["word " * 100_000] * 2)
    with pytest.raises(VoicecoachError) as caught:
        script.text("post.txt")
    assert str(caught.value) == "post.txt would become a script too long to read; cut it into several files"


def test_a_script_that_is_written_is_one_that_can_be_read() -> None:
    assert 0.9 * parsing._MOST_LINES < writing._MOST_LINES < parsing._MOST_LINES
    assert 0.9 * parsing._MOST_CHARACTERS < writing._MOST_CHARACTERS < parsing._MOST_CHARACTERS
