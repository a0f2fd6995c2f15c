"""Invented posts, each with the exercises that a person finds in it, and with words that nobody may hear.

Beside each post lies a file of what is expected: a line for each exercise, indented lines for the variations that are
performed, and ``never:`` before words that belong to comments and chatter.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from unit.importers.knowledge import library, read
from voicecoach import pipeline
from voicecoach.importers import importer_for
from voicecoach.model.workout import Activity, Section
from voicecoach.names import same_name
from voicecoach.source import Source

FOLDER = Path(__file__).parent / "prose"
EXPECTED = sorted(FOLDER.glob("*.expected"))
SHORTEST, LONGEST = 6, 32
"""Minutes that such a workout lasts at least and at most: the shortest posts say themselves how often."""


def post(expected: Path) -> Source:
    (path,) = (path for path in FOLDER.glob(f"{expected.stem}.*") if path != expected)
    return Source(path.name, path.read_text("utf-8"))


def script(expected: Path) -> str:
    source = post(expected)
    importer = importer_for(source)
    assert importer is not None
    assert importer.name == "prose"
    return importer.convert(source, library()).text


def names(section: Section) -> list[str]:
    return [same_name(item.exercise.name) for item in section.items if isinstance(item, Activity)]


def wanted(expected: Path) -> tuple[list[str], list[str], list[str]]:
    """Exercises, variations, and words that are never spoken."""
    lines = [line for line in expected.read_text("utf-8").splitlines() if line]
    never = [line.removeprefix("never:").strip() for line in lines if line.startswith("never:")]
    others = [line for line in lines if not line.startswith("never:")]
    main = [same_name(line) for line in others if not line.startswith(" ")]
    return main, [same_name(line) for line in others if line.startswith(" ")], never


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.stem)
def test_every_exercise_is_found_and_nothing_that_is_none(expected: Path) -> None:
    workout, _ = read(script(expected))
    main, varied, _ = wanted(expected)
    first, *others = workout.sections
    assert names(first) == main
    assert [name for section in others for name in names(section)] == varied


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.stem)
def test_the_script_is_read_without_a_fault_and_lasts_sensibly_long(expected: Path) -> None:
    loaded = pipeline.load(Source("script.md", script(expected)))
    assert [fault.message for fault in loaded.diagnostics] == []
    assert [fault.message for fault in pipeline.rehearse(loaded)] == []
    assert SHORTEST <= pipeline.rough_total(loaded) / 60_000 <= LONGEST


def spoken(text: str) -> str:
    """Every line of a script that the coach may take words from: notes are paragraphs, and so are quotations."""
    labels = ("title:", "> ", "- ", "  - ", "#", "Set-up:", "Starting position:", "Action:", "Form:", "Equipment:")
    return "\n".join(line for line in text.splitlines() if line.startswith(labels)).casefold()


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.stem)
def test_comments_and_chatter_are_never_spoken(expected: Path) -> None:
    _, _, never = wanted(expected)
    heard = spoken(script(expected))
    assert [words for words in never if words.casefold() in heard] == []


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.stem)
def test_what_is_spoken_is_short_enough_for_the_ear(expected: Path) -> None:
    workout, _ = read(script(expected))
    for exercise in workout.exercises:
        assert len(exercise.setup.split()) <= 12, exercise.setup
        assert len(exercise.action.split()) <= 32, exercise.action
        assert all(len(form.split()) <= 8 for form in exercise.forms), exercise.forms


def test_the_whole_text_of_an_exercise_stays_as_notes() -> None:
    text = script(FOLDER / "11-lower-half.expected")
    source = post(FOLDER / "11-lower-half.expected").text
    original = next(line for line in source.splitlines() if line.startswith("Action: Slowly lower"))
    assert f"“{original}”" in text


def test_exercises_without_a_heading_are_assumed_with_their_lines() -> None:
    source = post(FOLDER / "11-lower-half.expected")
    importer = importer_for(source)
    assert importer is not None
    assert importer.convert(source, library()).assumptions == (
        'Nothing names the exercise on line 19; by its words it is "Squat".',
        'Nothing names the exercise on line 29; by its words it is "Lunge".',
        "3 exercises found: Double-leg bridge, Squat, Lunge.",
        "The number of rounds, 2, is chosen so that the whole takes about half an hour at most.",
        "The post names no rests; they are 30 seconds.",
        "Where the post gives no amount, it is the library's for that exercise, else 12 repetitions.",
        "4 paragraphs with comments, adverts, dates or talk were left out.",
    )


UNKNOWN = """Odd things

Starting position: Sit in the bath with a hat on your knees.

Action: Wiggle the hat with your toes until somebody knocks.
"""


def test_an_exercise_that_nobody_can_name_gets_a_number_and_a_warning_at_its_line() -> None:
    source = Source("odd.txt", UNKNOWN)
    importer = importer_for(source)
    assert importer is not None
    imported = importer.convert(source, library())
    (warning,) = imported.diagnostics
    assert (warning.code, warning.span.line) == ("unnamed-exercise", 3)
    assert warning.message == "nothing names this exercise, and its words are like none that is known"
    assert names(read(imported.text)[0].sections[0]) == ["exercise 1"]


TESTS = Path(__file__).parents[2]
SCRIPTS = sorted([*(TESTS / "cases" / "valid").glob("*.md"), *(TESTS.parent / "scripts").glob("*.md")])


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_is_never_taken_for_a_post(path: Path) -> None:
    assert importer_for(Source("any.txt", path.read_text("utf-8"))) is None
