from __future__ import annotations

import pytest

from reader import parsed, parsed_quick
from voicecoach.diagnostics import render
from voicecoach.script import quick_script
from voicecoach.script.quick import QUICK
from voicecoach.source import Source


def script(text: str) -> str:
    """The script of a line that is without fault, and means the same."""
    workout, found = parsed_quick(text)
    assert found == ()
    assert parsed(quick_script(text)) == (workout, ())
    return quick_script(text)


def told(text: str) -> list[str]:
    return [render(fault, lambda _: Source(QUICK, text)) for fault in parsed_quick(text)[1]]


def test_rounds_of_steps_and_rests() -> None:
    assert script("3 rounds: squat 40s, rest 20s, reverse lunge 10 each side, rest 30s") == (
        "## (3 rounds)\n\n- squat 40s\n- rest 20s\n- reverse lunge 10 each side\n- rest 30s\n"
    )


@pytest.mark.parametrize(
    "scheme", ["tabata", "40s on 20s off, 3 rounds", "ladder 10-8-6, rest 60s", "8 x 20s/10s", "pyramid 5-10-5"]
)
def test_a_scheme_stands_before_the_first_colon(scheme: str) -> None:
    assert script(f"{scheme}: squat, press-up") == f"## ({scheme})\n\n- squat\n- press-up\n"


@pytest.mark.parametrize("scheme", ["EMOM 10 min", "every 1:30 x 6", "AMRAP 12 min", "for time, cap 15 min"])
def test_schemes_with_amounts(scheme: str) -> None:
    assert script(f"{scheme}: 10 squats; press-up 5 reps") == f"## ({scheme})\n\n- squats: 10 reps\n- press-up 5 reps\n"


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("squat 40s", "squat 40s"),
        ("40s squat", "squat: 40s"),
        ("10 press-ups", "press-ups: 10 reps"),
        ("10 x squat", "squat: 10 x"),
        ("12 reps of squat", "squat: 12 reps"),
        ("1 min 30 s squat", "squat: 1 min 30 s"),
        ("3 x 12 squats", "squats: 3 x 12"),
        ("max reps in 40s press-up", "press-up: max reps in 40s"),
        ("10 reverse lunges each side", "reverse lunges: 10 reps each side"),
        ("10 each side reverse lunge", "reverse lunge: 10 each side"),
        ("reverse lunge 10 reps, tempo 2-0-1", "reverse lunge 10 reps, tempo 2-0-1"),
        ("reverse lunge, tempo 2-0-1, 10 reps", "reverse lunge: tempo 2-0-1, 10 reps"),
        ("squat, with dumbbells, 40s", "squat: with dumbbells, 40s"),
        ("squat: 40s", "squat: 40s"),
        ("squat 3 x 12, rest 30s", "squat 3 x 12, rest 30s"),
        ("3 x 12 squats, rest 30s", "squats: 3 x 12, rest 30s"),
        ("plank", "plank"),
    ],
)
def test_one_step(text: str, step: str) -> None:
    assert script(text) == f"- {step}\n"


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("squat 40s, rest 20s, squat 30s", ["squat 40s", "rest 20s", "squat 30s"]),
        ("squat 40s, 20s rest, squat 30s", ["squat 40s", "20s rest", "squat 30s"]),
        ("squat 3 x 12; rest 30s", ["squat 3 x 12", "rest 30s"]),
        ("squat 3 x 12, rest 30s, rest 1 min", ["squat 3 x 12, rest 30s", "rest 1 min"]),
        ("squat 40s,, ;plank,", ["squat 40s", "plank"]),
        ("squat 40s\npress-up 5 reps", ["squat 40s", "press-up 5 reps"]),
    ],
)
def test_several_steps(text: str, steps: list[str]) -> None:
    assert script(text) == "".join(f"- {step}\n" for step in steps)


def test_a_side_in_a_block_that_says_how_long() -> None:
    assert script("tabata: reverse lunge each side") == "## (tabata)\n\n- reverse lunge: each side\n"


@pytest.mark.parametrize(
    ("text", "diagnostic"),
    [
        (
            "squat 40s, revers lunge 10 reps",
            (
                '<quick>:1:12: error: no exercise is called "revers lunge" [unknown-exercise]\n'
                "  1 | squat 40s, revers lunge 10 reps\n"
                "    |            ^^^^^^^^^^^^\n"
                '  hint: did you mean "Reverse lunge"?'
            ),
        ),
        (
            "10 suqats, squat 5s",
            (
                '<quick>:1:4: error: no exercise is called "suqats" [unknown-exercise]\n'
                "  1 | 10 suqats, squat 5s\n"
                "    |    ^^^^^^\n"
                '  hint: did you mean "Squat"?'
            ),
        ),
        (
            "squat 8 reps, tepmo 3-1-1",
            (
                '<quick>:1:15: error: "tepmo 3-1-1" is not understood [bad-prescription]\n'
                "  1 | squat 8 reps, tepmo 3-1-1\n"
                "    |               ^^^^^^^^^^^\n"
                '  expected: such parts as "12 reps", "40s", "3 sets of 12", "each side", "tempo 3-1-1", "rest 30s" or '
                '"with dumbbells"\n'
                '  hint: did you mean "tempo 3-1-1"?'
            ),
        ),
        (
            "3 rounds squat 40s",
            (
                '<quick>:1:1: error: a colon is missing behind "3 rounds" [unknown-scheme]\n'
                "  1 | 3 rounds squat 40s\n"
                "    | ^^^^^^^^\n"
                '  hint: write "3 rounds: …"'
            ),
        ),
        (
            "  tabata: squat, press-up 40s",
            (
                '<quick>:1:27: error: "40s" contradicts the block: every step lasts 20s [contradiction]\n'
                "  1 |   tabata: squat, press-up 40s\n"
                "    |                           ^^^\n"
                "  hint: leave it out"
            ),
        ),
    ],
)
def test_a_fault_is_shown_on_the_users_line(text: str, diagnostic: str) -> None:
    assert told(text) == [diagnostic]


def test_a_line_that_is_too_long_is_not_read() -> None:
    assert [(fault.code, fault.message, fault.hint) for fault in parsed_quick("squat 5s," * 2_000)[1]] == [
        ("too-long", "this is too long for one line", "write a script"),
        ("no-steps", "the script has no steps", 'a step is a line such as "- Squat: 12 reps"'),
    ]
