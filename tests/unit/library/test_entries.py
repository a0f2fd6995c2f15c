"""What every entry of the library owes to a listener who cannot look."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from stock import entry, shelf, texts_in
from voicecoach.library import bundled_texts
from voicecoach.model.workout import Movement, Reps, Sides, Timed
from voicecoach.names import same_name
from voicecoach.script import parse_exercises
from voicecoach.speech.normalize import normalize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from voicecoach.model.workout import Exercise
    from voicecoach.source import Source

FAMILIES = {
    "band", "barbell", "bodyweight", "cardio", "core", "dumbbell", "kettlebell", "mobility", "stretching", "yoga",
}  # fmt: skip

MUSCLES = {
    "abs", "ankles", "biceps", "calves", "chest", "deep core", "diaphragm", "feet", "forearms", "glutes", "grip",
    "hamstrings", "heart", "hip flexors", "hips", "inner thighs", "lats", "lower back", "neck", "obliques",
    "outer hips", "quads", "rotator cuff", "shins", "shoulders", "traps", "triceps", "upper back", "whole body",
}  # fmt: skip

EQUIPMENT = {
    "band", "barbell", "bench", "bike", "box", "chair", "cross trainer", "dip bars", "door frame", "dumbbells",
    "kettlebell", "loop band", "low bar", "mat", "pull-up bar", "rack", "rowing machine", "skipping rope", "stairs",
    "step", "table", "towel", "wall",
}  # fmt: skip

UNSPEAKABLE = re.compile(r"[^A-Za-zé ,.'-]| - |\b[A-Z]{2,}\b")
"""Digits, brackets, slashes, dashes and capitals are each read differently by different voices."""

FOR_EYES_ONLY = re.compile(r"\b(like this|look|see|watch|mirror|picture|shown)\b", re.IGNORECASE)

PROMISES = re.compile(r"\b(cures?|heals?|prevents?|treats?|therapy|rehab\w*|pain-free|injur\w+)\b", re.IGNORECASE)

NAMES_A_SIDE = re.compile(r"\b(left|right)\b", re.IGNORECASE)

SMALL_WORDS = {
    "a", "an", "and", "as", "at", "be", "by", "down", "for", "from", "in", "into", "it", "its", "keep", "let", "make",
    "not", "of", "on", "out", "over", "stay", "the", "to", "under", "up", "with", "you", "your",
}  # fmt: skip

LONGEST_BOUT_MS = 120_000

BEGIN_BY_LIFTING = (
    "Double-leg bridge", "Single-leg bridge", "Hip thrust", "Heel raise", "Step-up", "Pull-up", "Inverted row",
    "Bent-over row", "Overhead press", "Lateral raise", "Biceps curl", "Barbell deadlift", "Kettlebell swing",
    "Power clean", "Power snatch", "Crunch", "Sit-up", "Bird dog", "Clamshell", "Band row", "Band pull-apart",
)  # fmt: skip

BEGIN_BY_LOWERING = (
    "Squat", "Goblet squat", "Reverse lunge", "Bulgarian split squat", "Deadlift", "Romanian deadlift", "Push-up",
    "Dip", "Negative pull-up", "Step-down", "Bench press", "Dumbbell fly", "Triceps extension", "Leg raise", "Dead bug",
)  # fmt: skip

WHAT_PEOPLE_WRITE = (
    # every movement and variation of an article about legs and glutes that a script is to be able to retell
    "double-leg bridge", "single-leg bridge", "crossed-leg bridge", "straight-leg bridge", "squat", "single-leg squat",
    "dumbbell squat", "goblet squat", "reverse lunge", "forward lunge", "walking lunge", "weighted lunge",
    "lunge with front foot elevated", "lunge with rear foot elevated", "Bulgarian split squat", "deadlift",
    # the names of the gym floor
    "Squats", "push-up", "press up", "pushups", "pull up", "chin-up", "Bent over row", "row", "press", "curl", "dips",
    "Calf raises", "RDL", "hip thrusts", "split squat", "swing", "clean", "snatch", "get-up", "planks", "side plank",
    "Jumping jacks", "burpees", "mountain climbers", "high knees", "jump rope", "skipping rope", "squat jumps", "run",
    "walk", "bike", "rowing machine", "March on the spot",
    # stretching, yoga, the desk and the physiotherapist's basics
    "Hip flexor stretch", "mountain pose", "forward fold", "downward dog", "cobra", "child's pose", "cat cow",
    "warrior 1", "warrior two", "triangle", "pigeon", "corpse pose", "savasana", "sun salutation", "chin tuck",
    "shoulder rolls", "wrist circles", "hip circles", "clamshells", "bird dog", "dead bug", "heel raise", "wall slides",
    "band external rotation", "box breathing",
)  # fmt: skip


def sources() -> tuple[Source, ...]:
    return tuple(bundled_texts())


def joined(name: str) -> str:
    """A name as somebody spells it who writes "pushup" for "push-up"."""
    return same_name(name).replace(" ", "")


def each_text() -> Iterator[tuple[Exercise, str, str]]:
    return ((exercise, *text) for exercise in shelf().exercises for text in texts_in(exercise))


def texts_of(*fields: str) -> Iterator[tuple[Exercise, str, str]]:
    return (found for found in each_text() if found[1] in fields)


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_every_file_is_read_without_a_diagnostic(source: Source) -> None:
    exercises, diagnostics = parse_exercises(source)
    assert [(diagnostic.span.line, diagnostic.message) for diagnostic in diagnostics] == []
    headings = re.findall(r"^#{3,4} (.+)$", source.text, re.MULTILINE)
    assert [exercise.name for exercise in exercises] == headings


def test_the_library_has_every_family_and_more_than_anyone_needs() -> None:
    assert {source.name for source in sources()} == {f"library/{family}.md" for family in FAMILIES}
    assert len(shelf().exercises) >= 150


@pytest.mark.parametrize("name", WHAT_PEOPLE_WRITE)
def test_what_people_write_is_found(name: str) -> None:
    assert entry(name).described


@pytest.mark.parametrize("rule", [same_name, joined])
def test_no_two_entries_share_a_name(rule: Callable[[str], str]) -> None:
    owners: dict[str, set[str]] = {}
    for exercise in shelf().exercises:
        for name in (exercise.name, *exercise.aliases):
            owners.setdefault(rule(name), set()).add(exercise.name)
    assert {name: entries for name, entries in owners.items() if len(entries) > 1} == {}


def test_no_alias_repeats_a_name_of_its_own_entry() -> None:
    for exercise in shelf().exercises:
        names = [same_name(name) for name in (exercise.name, *exercise.aliases)]
        assert len(names) == len(set(names)), exercise.name


def test_every_entry_tells_all_that_a_stranger_to_the_name_needs() -> None:
    for exercise in shelf().exercises:
        assert exercise.setup, exercise.name
        assert exercise.starting_position, exercise.name
        assert exercise.action, exercise.name
        assert exercise.prescription, exercise.name
        assert exercise.prescription.amount, exercise.name
        assert exercise.mistakes, exercise.name
        assert len({same_name(form) for form in exercise.forms}) == len(exercise.forms) >= 3, exercise.name


def words_in(text: str) -> set[str]:
    """What a text is about: its words without a plural s and without small words."""
    return {same_name(word) for word in re.findall(r"[a-z']+", text.casefold())} - SMALL_WORDS


def test_the_form_points_of_an_entry_differ_in_meaning() -> None:
    """No two are about the same words, and none says again what the action has said."""
    for exercise in shelf().exercises:
        for first, second in combinations(exercise.forms, 2):
            shared = words_in(first) & words_in(second)
            smaller = min(len(words_in(first)), len(words_in(second)))
            assert len(shared) < max(2, smaller * 0.6), (exercise.name, first, second)
        for form in exercise.forms:
            assert form.rstrip(".").casefold() not in exercise.action.casefold(), (exercise.name, form)


@pytest.mark.parametrize(
    ("field", "most"),
    [("set-up", 12), ("starting position", 30), ("action", 30), ("form", 8), ("mistake", 22), ("name", 5)],
)
def test_texts_are_short_enough_to_be_spoken(field: str, most: int) -> None:
    longer = [text for _, _, text in texts_of(field) if len(text.split()) > most]
    assert longer == []


def test_starting_position_and_action_are_one_to_three_sentences() -> None:
    for exercise, _, text in texts_of("starting position", "action"):
        assert 1 <= len(re.findall(r"\.(?= |$)", text)) <= 3, exercise.name


def test_texts_are_whole_sentences() -> None:
    for exercise, field, text in texts_of("set-up", "starting position", "action", "form", "mistake"):
        assert re.fullmatch(r"[A-Z].*\.", text), (exercise.name, field, text)


def test_texts_hold_nothing_that_voices_read_in_different_ways() -> None:
    assert [(text, found[0]) for _, _, text in each_text() if (found := UNSPEAKABLE.search(text))] == []


def test_the_normalizer_has_nothing_to_do() -> None:
    assert [text for _, _, text in each_text() if normalize(text) != text] == []


def test_nothing_has_to_be_seen() -> None:
    assert [text for _, _, text in each_text() if FOR_EYES_ONLY.search(text)] == []


def test_nothing_is_promised_that_only_a_doctor_could_promise() -> None:
    assert [text for _, _, text in each_text() if PROMISES.search(text)] == []


def test_a_one_sided_movement_is_worded_for_both_sides() -> None:
    """The same words are spoken for either side, after "Left side first." as after "Switch sides."."""
    for exercise, field, text in each_text():
        assert not (exercise.sides and NAMES_A_SIDE.search(text)), (exercise.name, field, text)


def test_a_one_sided_movement_is_done_on_each_side() -> None:
    for exercise in shelf().exercises:
        assert exercise.sides in ((), ("left", "right")), exercise.name
        assert exercise.prescription, exercise.name
        assert (exercise.prescription.sides is Sides.EACH) == bool(exercise.sides), exercise.name


def test_a_counted_movement_has_a_tempo_and_an_end() -> None:
    for exercise in shelf().exercises:
        amount = exercise.prescription.amount if exercise.prescription else None
        if isinstance(amount, Reps):
            assert exercise.tempo, exercise.name
            assert amount.count * exercise.tempo.rep <= LONGEST_BOUT_MS, exercise.name
        else:
            assert isinstance(amount, Timed), exercise.name


@pytest.mark.parametrize("name", BEGIN_BY_LIFTING)
def test_these_begin_by_lifting(name: str) -> None:
    assert entry(name).starts is Movement.UP


@pytest.mark.parametrize("name", BEGIN_BY_LOWERING)
def test_these_begin_by_lowering(name: str) -> None:
    assert entry(name).starts is Movement.DOWN


def test_muscles_and_equipment_are_called_by_one_word_each() -> None:
    for exercise in shelf().exercises:
        assert exercise.muscles, exercise.name
        assert set(exercise.muscles) <= MUSCLES, exercise.name
        assert set(exercise.equipment) <= EQUIPMENT, exercise.name


def test_easier_and_harder_are_a_sentence_or_another_entry() -> None:
    """A text without a full stop is a name, written as the entry itself writes it."""
    names = {exercise.name for exercise in shelf().exercises}
    for exercise, field, text in texts_of("easier", "harder"):
        assert text, (exercise.name, field)
        is_sentence = text.endswith(".") and text[:-1] not in names
        assert is_sentence or text in names - {exercise.name}, (exercise.name, field, text)


def test_easier_never_leads_back_to_where_one_came_from() -> None:
    """Whoever follows "easier" again and again ends at words, not in a circle."""
    easier = {exercise.name: exercise.easier for exercise in shelf().exercises}
    for name in easier:
        path = [name]
        while path[-1] in easier:
            path.append(easier[path[-1]])
            assert len(path) == len(set(path)), path
