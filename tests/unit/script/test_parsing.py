from __future__ import annotations

import subprocess
import sys

import pytest

from reader import faults, parsed, rendered
from voicecoach.model.workout import (
    Activity,
    Exercise,
    Note,
    Prescription,
    Reps,
    Rounds,
    Section,
    SpokenLine,
    Workout,
)
from voicecoach.script.scheme_rules import EXPECTED
from voicecoach.source import Span

NOWHERE = Span("", 0, 0, 0)
"""Places do not count when workouts are compared."""

STEP = "- Squat: 40s\n"


def read(text: str) -> Workout:
    workout, found = parsed(text)
    assert found == ()
    return workout


def titles(text: str) -> list[tuple[str, Rounds]]:
    return [(section.title, section.scheme) for section in parsed(text)[0].sections]


def line(text: str) -> SpokenLine:
    return SpokenLine(text, span=NOWHERE)


def note(text: str) -> Note:
    return Note(text, span=NOWHERE)


def test_sections_with_their_schemes() -> None:
    assert titles(f"## Warm-up\n{STEP}## Main (3 rounds, rest 60s)\n{STEP}") == [
        ("Warm-up", Rounds()),
        ("Main", Rounds(3, 60_000)),
    ]


def test_a_section_knows_where_its_heading_stands() -> None:
    assert read(f"## Main (3 rounds)\n{STEP}").sections[0].span == Span("x.md", 1, 4, 19)


def test_plain_parentheses_stay_in_the_title() -> None:
    assert titles(f"## Legs (easy day)\n{STEP}") == [("Legs (easy day)", Rounds())]


@pytest.mark.parametrize("heading", ["## Main", "## Main ##", "Main\n---", "## **Main**", "  ## Main"])
def test_headings_in_many_hands(heading: str) -> None:
    assert titles(f"{heading}\n{STEP}") == [("Main", Rounds())]


def test_the_first_heading_is_the_title() -> None:
    workout = read(f"# Leg *day*\n## Main\n{STEP}")
    assert (workout.settings.title, len(workout.sections)) == ("Leg day", 1)


def test_the_title_of_the_settings_comes_first() -> None:
    assert read(f"---\ntitle: A\n---\n# B\n{STEP}").settings.title == "A"


def test_further_headings_of_the_first_level_begin_sections() -> None:
    text = f"# Leg day\n# Warm-up\n{STEP}# Main (2 rounds)\n{STEP}"
    assert titles(text) == [("Warm-up", Rounds()), ("Main", Rounds(2))]


def test_steps_before_any_heading_are_a_section_without_a_title() -> None:
    workout = read(f"A note.\n\n> Welcome.\n\n{STEP}\n> Bye.\n")
    assert workout.intro == (note("A note."), line("Welcome."))
    (section,) = workout.sections
    assert (section.title, section.opening, section.closing, section.span) == ("", (), (line("Bye."),), None)


def test_without_steps_before_the_first_heading_there_is_no_such_section() -> None:
    workout = read(f"> Welcome.\n\n## Main\n{STEP}")
    assert workout.intro == (line("Welcome."),)
    assert titles(f"> Welcome.\n\n## Main\n{STEP}") == [("Main", Rounds())]


def test_lines_and_notes_before_between_and_behind_the_steps() -> None:
    text = f"## Main\nFirst.\n\n> Go.\n\n{STEP}\n> Half.\n\nKeep on.\n\n{STEP}\n> Done.\n\nLast.\n"
    (section,) = read(text).sections
    assert section.opening == (note("First."), line("Go."))
    assert section.items[1:3] == (line("Half."), note("Keep on."))
    assert len(section.items) == 4
    assert section.closing == (line("Done."), note("Last."))


def test_a_section_may_only_speak() -> None:
    assert read(f"## Main\n{STEP}## End\n> Bye.\n").sections[1] == Section("End", opening=(line("Bye."),))


def test_the_lines_of_a_quote_are_one_text() -> None:
    assert read(f"> One\n> **two**\nthree.\n\n{STEP}").intro == (line("One two three."),)


def test_the_paragraphs_of_a_quote_are_lines_of_their_own() -> None:
    text = f"> One.\n>\n> Two.\n> - three\n> > four\n\n{STEP}"
    assert read(text).intro == (line("One."), line("Two."), line("three"), line("four"))


def test_an_empty_quote_says_nothing() -> None:
    assert read(f"> <br>\n\n>\n\n{STEP}").intro == ()


def test_deeper_headings_are_notes() -> None:
    assert read(f"## Main\n### Part A\n{STEP}").sections[0].opening == (note("Part A"),)


def test_a_scheme_in_a_deeper_heading_is_misplaced() -> None:
    assert rendered(f"## Main\n### Part A (3 rounds)\n{STEP}") == [
        (
            'x.md:2:5: error: "Part A (3 rounds)" is only a note, so its scheme repeats nothing [misplaced-scheme]\n'
            "  hint: a block that repeats begins with ##"
        )
    ]


def test_a_scheme_that_is_not_understood_points_at_its_words() -> None:
    assert rendered(f"## **Main** (3 ronuds)\n{STEP}") == [
        (
            'x.md:1:14: error: "3 ronuds" is no scheme [unknown-scheme]\n'
            f"  expected: {EXPECTED}\n"
            '  hint: did you mean "3 rounds"?'
        )
    ]


def test_steps_under_a_scheme_that_is_not_understood_need_no_amount() -> None:
    assert faults("## Finisher (tabatta)\n- Squat\n- Press-up\n") == [("unknown-scheme", "tabatta")]


def test_a_scheme_without_parentheses_is_a_warning() -> None:
    assert rendered(f"## Main: 3 rounds\n{STEP}") == [
        (
            'x.md:1:10: warning: "3 rounds" in a title repeats nothing [scheme-in-title]\n'
            "  hint: a scheme stands in parentheses at the end of the heading"
        )
    ]


OWN = "## Exercises\nA note.\n\n### Hop\nAction: Hop.\n\n#### High hop\n"


def test_a_script_describes_exercises_of_its_own() -> None:
    workout = read(f"## Main\n- Hop: 10 reps\n- high-hops: 5 reps\n\n{OWN}")
    assert [each.name for each in workout.exercises] == ["Hop", "High hop"]
    assert workout.sections == (
        Section(
            "Main",
            items=(
                Activity(workout.exercises[0], Prescription(Reps(10)), span=NOWHERE),
                Activity(workout.exercises[1], Prescription(Reps(5)), span=NOWHERE),
            ),
        ),
    )


def test_its_own_exercise_hides_the_one_of_the_library() -> None:
    workout = read("- Squat: 10 reps\n\n## Exercises\n### Squat\nAction: Mine.\n")
    (item,) = workout.sections[0].items
    assert item == Activity(Exercise("Squat", action="Mine."), Prescription(Reps(10)), span=NOWHERE)


def test_sections_may_stand_behind_the_exercises() -> None:
    assert titles(f"{OWN}\n## Main\n- Hop: 5s\n") == [("Main", Rounds())]


def test_a_list_of_steps_under_exercises_is_a_section() -> None:
    assert titles(f"## Exercises\n{STEP}") == [("Exercises", Rounds())]


def test_exercises_in_rounds_are_a_section() -> None:
    assert titles(f"## Exercises (3 rounds)\n{STEP}") == [("Exercises", Rounds(3))]


@pytest.mark.parametrize("text", ["", "\n\n", "# Title\n\nWords.", "> Spoken.", "- Rest: 30s\n", OWN, "---\n---\n"])
def test_a_script_without_steps(text: str) -> None:
    assert [code for code, _ in faults(text)] == ["no-steps"]


def test_no_steps_is_told_with_an_example() -> None:
    assert rendered("") == [
        'x.md:1:1: error: the script has no steps [no-steps]\n  hint: a step is a line such as "- Squat: 12 reps"'
    ]


@pytest.mark.parametrize("hidden", ["<!-- a comment -->", "<!--\n- Lunge\n-->", "<div>words</div>", "```\nwords\n```"])
def test_comments_html_and_code_are_passed_over(hidden: str) -> None:
    assert read(f"{STEP}\n{hidden}\n") == read(STEP)


@pytest.mark.parametrize(
    ("hidden", "what"),
    [("```\n- Squat: 5s\n```", "code"), ("<div>\n- Squat: 5s\n</div>", "HTML"), ("~~~\n1. Squat", "code")],
)
def test_steps_hidden_in_code_or_html_are_noticed(hidden: str, what: str) -> None:
    assert rendered(f"{STEP}\n{hidden}\n") == [
        f"x.md:3:1: warning: the steps in this block of {what} are not read [not-read]"
    ]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_the_line_ends_of_any_system(ends: str) -> None:
    text = "\ufeff## Main (2 rounds)\n- Squat: 40s\n  - halfway: Half.\n"
    assert read(text.replace("\n", ends)) == read(text)


def test_a_nul_is_replaced() -> None:
    assert read(f"> a\0b\n\n{STEP}").intro == (line("a\ufffdb"),)


def test_diagnostics_are_sorted_by_place() -> None:
    text = "## Main (3 ronuds)\n- Squat: 0 reps, tepmo 1\n- Revers lunge: 5s\n\n## Exercises\n### Hop\nActoin: b\n"
    places = [(fault.span.line, fault.span.column) for fault in parsed(text)[1]]
    assert len(places) == 5
    assert places == sorted(places)


def test_the_longest_script() -> None:
    text = STEP + "\n" * 19_998 + STEP
    assert len(read(text.rstrip()).sections[0].items) == 2
    workout, found = parsed(text + "- Squat: 0s")
    assert len(workout.sections[0].items) == 2
    assert [(str(each.code), each.span.line) for each in found] == [("too-long", 20_001)]


def test_the_most_characters() -> None:
    text = f"{STEP}{'x' * 240_000}\n{'y' * 240_000}\n"
    assert [(str(each.code), each.span.line) for each in parsed(text)[1]] == [("too-long", 3)]


def test_importing_the_room_waits_for_no_parser() -> None:
    code = "import sys, voicecoach.script; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert not {"markdown_it", "ruamel.yaml", "voicecoach.script.parsing"} & set(modules)


def test_a_script_without_settings_waits_for_no_yaml() -> None:
    code = (
        "import sys\nfrom voicecoach.script import parse\nfrom voicecoach.source import Source\n"
        "from voicecoach.library import Shelf\n"
        "parse(Source('x', '- Squat: 5s'), library=lambda language: Shelf(lambda: (), None))\nprint(*sys.modules)"
    )
    modules = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert "markdown_it" in modules
    assert "ruamel.yaml" not in modules


@pytest.mark.parametrize(
    "line",
    ["## Main ({} ronuds)\n- Squat: 40s", "- Squat: {} rpes", "- {} ronuds\n  - Squat: 40s", "- Rest: {} secnods"],
    ids=["headings", "prescriptions", "nested rounds", "rests"],
)
def test_remedies_are_looked_for_in_the_first_two_hundred_wrong_passages_only(line: str) -> None:
    found = parsed("\n".join(line.format(number) for number in range(2, 302)))[1]
    assert [bool(fault.hint) for fault in found if fault.code != "no-steps"] == [True] * 200 + [False] * 100
