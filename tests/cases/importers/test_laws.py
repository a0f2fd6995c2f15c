"""What holds for every text that is imported, whatever it is."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unit.importers.knowledge import errors, library, read, steps
from voicecoach.errors import VoicecoachError
from voicecoach.importers import importer_for, importer_names, load_importer
from voicecoach.importers.free_exercise_db import database_of, files_of
from voicecoach.importers.prose.matcher import Matcher
from voicecoach.importers.safe_text import legal_name, one_line
from voicecoach.importers.writing import Entry, Script
from voicecoach.model.workout import Prescription, Reps, SpokenLine, Timed
from voicecoach.script import parse_exercises
from voicecoach.source import Source

if TYPE_CHECKING:
    from voicecoach.ports import Imported

pytestmark = pytest.mark.fuzz
"""Laws over thousands of texts: a minute and more."""

LONGEST = 2.0
"""Seconds that no text may take; half of it where nothing else runs."""

PIECES = st.sampled_from(
    [
        "Squats\n",
        "1. Lunge\n",
        "- ",
        "* Plank\n",
        "**Bridge** ",
        "<b>",
        "</b>",
        "<p>",
        "<li>",
        "<br/>\n",
        "<h2>",
        "</h2>\n",
        "&nbsp;",
        "&amp;",
        "Starting position: ",
        "Action: ",
        "Variation: ",
        "Tips:\n",
        "Reps: 12\n",
        "3 x 12\n",
        "# ",
        "## ",
        "Stand with your feet apart. ",
        "Lower your hips (slowly). ",
        "Keep your back straight. ",
        "Switch sides. ",
        "Repeat. ",
        "Try it on a single leg, add weights. ",
        "Erin said...\n",
        "7 comments\n",
        "Reply\n",
        "\n",
        "\n\n",
        ": ",
        "\u2013 ",
        "(",
        ")",
        "10m 65%\n",
        "- 3m Z2 90rpm\n",
        "5x\n",
        "60^30 go <!> ",
        "400mtr",
        "[Gap: 30 seconds]\n",
        "[pause] ",
        "###\n",
        "Squat / 3x8 60kg\n",
        " / ",
        "superset: A",
        "...Squat",
        "{~",
        "~}",
        "// words\n",
        "3x1 60s|30s",
        "warmup: 1x5",
        "---\n",
        "title: x\n",
        "|a|b|c|\n",
        "<!--",
        "-->",
        "\ue000",
        "\ud800",
        "\x00",
        "\u2028",
        "\U0001f600",
        "9" * 400,
        "_*" * 9,
        '{"steps": [',
        '{"kind": "work", "start_ms": 0, "end_ms": 9000}',
        "]}",
        "[",
        "{",
        '"instructions": ["Lie down."]',
        ",",
        "<workout_file><workout>",
        '<SteadyState Duration="60" Power="0.5">',
        '<textevent timeoffset="5" message="x"/>',
        "</",
    ]
)
STREWN = [
    "<b>",
    "</li>",
    "&nbsp;",
    ":",
    " - ",
    "(",
    "# ",
    "- ",
    "12 reps",
    "Action:",
    "\u2013",
    "**",
    "`",
    "---",
    "[ ]",
]
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=300)

WORDS = st.text(max_size=60) | st.sampled_from(
    [
        "- x",
        "1. x",
        "# x",
        "> x",
        "```",
        "---",
        "===",
        "[ ] x",
        "<b>",
        "a: b",
        "Rest",
        "rest 10",
        "3 rounds",
        "&amp;",
        "Starting position: x",
        "Squats (3 rounds)",
        "tabata",
        "2 rounds, rest 20s",
        "x\n\ny",
        "*",
        "_a_",
        "\\",
        "Squa",
    ]
)


def converted(name: str, text: str) -> Imported | str:
    """What comes of a text: a script, or the sentence that says why not."""
    try:
        return load_importer(name).convert(Source("x.txt", text), library())
    except VoicecoachError as error:
        return str(error)


@pytest.mark.parametrize("name", importer_names())
@settings(max_examples=60, deadline=LONGEST * 1000)
@given(text=TEXTS)
def test_whatever_the_text_a_script_without_an_error_or_one_sentence_comes_back(name: str, text: str) -> None:
    found = converted(name, text)
    if isinstance(found, str):
        assert found.startswith("x.txt")
        assert "\n" not in found
    else:
        assert errors(found.text) == []
        assert all("\n" not in told and told.endswith(".") for told in found.assumptions)
        assert all(1 <= each.span.line <= text.count("\n") + text.count("\r") + 1 for each in found.diagnostics)


@settings(max_examples=100, deadline=LONGEST * 1000)
@given(text=TEXTS)
def test_whatever_the_text_somebody_or_nobody_takes_it(text: str) -> None:
    importer = importer_for(Source("x.txt", text))
    assert importer is None or importer.name in importer_names()


@settings(max_examples=50, deadline=LONGEST * 1000)
@given(text=TEXTS)
def test_whatever_the_text_the_database_is_read_or_refused(text: str) -> None:
    try:
        found = files_of(database_of(Source("x.json", text)).exercises, "x.json")
    except VoicecoachError:
        return
    assert all(parse_exercises(Source("x.md", each))[0] for each in found)


LONG = {
    "one long line": "Stand with your feet apart and lower your hips. " * 4_000,
    "many headings": "Squats\n\n" * 20_000,
    "many exercises": "Squat {}\n\nStand tall. Lower your hips. Lift your chest.\n\n" * 2_500,
    "many tags": "<b>" * 300_000,
    "many comments of HTML": "<!-- -->" * 100_000,
    "unclosed scripts": "<script>" * 100_000,
    "many stars": "**a " * 200_000,
    "many brackets": "[a](b " * 130_000,
    "many parentheses": "(" * 190_000,
    "many labels": "Action: lift your hips\n" * 8_000,
    "many items": "- 20 squats\n" * 15_000,
    "many steps": "- 10m 65%\n" * 100_000,
    "many gaps": "[Gap: 1 second] go\n" * 20_000,
    "many slashes": "a / " * 120_000,
    "many sets": "Squat / " + "1x5, " * 90_000,
    "many quotes": '"' * 190_000,
    "many spaces": " " * 190_000 + "x",
    "many commas": "add weight, " * 15_000,
    "an opened clause": "with your " * 19_000,
    "digits": "1" * 190_000,
    "deep JSON": "[" * 1_000_000,
    "wide JSON": '{"steps": [' + '{"kind": "work"},' * 100_000 + "1]}",
    "deep XML": "<workout_file><workout>" * 40_000,
    "wide XML": "<workout_file><workout>" + "<a/>" * 200_000 + "</workout></workout_file>",
    "ampersands": '<workout_file a="' + "&" * 900_000 + '"/>',
    "two mebibytes": "Lower your hips. " * 123_000,
}


@pytest.mark.parametrize("name", importer_names())
@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_no_text_takes_long(name: str, text: str) -> None:
    started = time.process_time()
    found = converted(name, text)
    importer_for(Source("x.txt", text))
    assert time.process_time() - started < LONGEST
    assert isinstance(found, str) or len(found.text) < 1_000_000


POSTS = sorted(path for path in (Path(__file__).parent / "prose").iterdir() if path.suffix != ".expected")


def damaged(text: str, chance: random.Random) -> str:
    """A text with lines lost, doubled, swapped and cut, and with pieces strewn in."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(lines))
        other = chance.randrange(len(lines))
        change = chance.choice(("lose", "double", "swap", "cut", "strew"))
        if change == "lose" and len(lines) > 1:
            del lines[at]
        elif change == "double":
            lines.insert(at, lines[at])
        elif change == "swap":
            lines[at], lines[other] = lines[other], lines[at]
        elif change == "cut":
            lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
        else:
            lines[at] += chance.choice(STREWN)
    return "\n".join(lines)


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.stem)
def test_damaged_posts_become_scripts_without_an_error(path: Path) -> None:
    chance = random.Random(path.stem)  # noqa: S311 - damage, not secrets
    text = path.read_text("utf-8")
    for _ in range(60):
        worse = damaged(text, chance)
        found = converted("prose", worse)
        assert isinstance(found, str) or errors(found.text) == [], worse


def script_of(name: str, told: str = "") -> Script:
    """A script with some words in every place that takes words."""
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


@given(WORDS, WORDS)
def test_whatever_the_words_a_written_script_has_no_error(name: str, told: str) -> None:
    assert errors(script_of(name, told).text("x")) == []


@given(WORDS)
def test_what_is_said_is_what_was_written(told: str) -> None:
    workout, _ = read(script_of("Lunge", told).text("x"))
    spoken = [line.text for line in workout.intro if isinstance(line, SpokenLine)]
    assert spoken == ([one_line(told)] if one_line(told) else [])


@given(WORDS)
def test_a_name_that_is_made_legal_is_the_name_of_its_step(name: str) -> None:
    workout, _ = read(script_of(name).text("x"))
    assert steps(workout) == [legal_name(name), "[5]", "Squat"]


def test_nearly_every_exercise_of_the_library_is_known_by_its_own_words() -> None:
    """Only the description counts, not the name; 9 of 337 were missed when this was written."""
    matcher = Matcher(library())
    missed = []
    for exercise in library().exercises:
        best = matcher.best(f"{exercise.starting_position} {exercise.action}") or ""
        alike = library().lookup(best) is exercise or best.split()[-1:] == exercise.name.casefold().split()[-1:]
        if not alike and best.casefold().split()[-1:] != exercise.name.casefold().split()[-1:]:
            missed.append(exercise.name)
    assert len(missed) <= 0.05 * len(library().exercises), missed
