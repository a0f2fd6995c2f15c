from __future__ import annotations

import pytest

from reader import LIBRARY, faults, items, parsed, rendered, steps
from voicecoach.model.workout import (
    Activity,
    Circuit,
    Exercise,
    Note,
    Prescription,
    Reps,
    Rest,
    Rounds,
    Sides,
    SpokenLine,
    Tempo,
    Timed,
)
from voicecoach.source import Span

SQUAT, PRESS_UP, LUNGE, BRIDGE, PLANK = LIBRARY


def step(line: str) -> tuple[str, Prescription]:
    """The name and the prescription of a script's only step, which must be without fault."""
    (item,) = items(line)
    assert isinstance(item, Activity)
    return item.exercise.name, item.prescription


@pytest.mark.parametrize(
    "line",
    [
        "- Squat: 12 reps",
        "* Squat: 12 reps",
        "+ Squat: 12 reps",
        "1. Squat: 12 reps",
        "1) Squat: 12 reps",
        "    - Squat: 12 reps",
        "\t- Squat: 12 reps",
        "- [ ] Squat: 12 reps",
        "- [x] Squat: 12 reps",
        "- **Squat**: *12 reps*",
        "- squats : 12 reps",
        "- Air squat: 12 reps",
        "- Squat 12 reps",
        "- Squat - 12 reps",
        "- Squat, 12 reps",
        "- Squat \N{EM DASH} x12",
        "- Squat:\n  12 reps",
        "-   Squat: 12 reps",
        "- - Squat: 12 reps",
        "- # Squat: 12 reps",
    ],
)
def test_the_same_step_in_many_hands(line: str) -> None:
    assert step(line) == ("Squat", Prescription(Reps(12)))


def test_a_step_knows_its_exercise_and_its_place() -> None:
    (item,) = items("Note.\n\n  * Squat: 12 reps  ")
    assert isinstance(item, Activity)
    assert item.exercise is SQUAT
    assert item.span == Span("x.md", 3, 5, 19)


def test_a_time_with_a_colon_does_not_end_the_name() -> None:
    assert step("- Squat 1:30") == ("Squat", Prescription(Timed(90_000)))


def test_a_step_may_go_on_on_an_indented_line() -> None:
    assert step("- Reverse lunge: 3 sets of 8\n  each side") == (
        "Reverse lunge",
        Prescription(Reps(8), 3, sides=Sides.EACH),
    )


def test_a_line_at_the_margin_goes_on_behind_a_comma() -> None:
    assert step("- Squat: 3 sets of 8,\nrest 30s") == ("Squat", Prescription(Reps(8), 3, 30_000))


def test_any_other_line_at_the_margin_is_a_note() -> None:
    assert items("- Squat: 8 reps\nKeep it slow.") == (
        Activity(SQUAT, Prescription(Reps(8)), span=Span("x.md", 1, 3, 16)),
        Note("Keep it slow.", span=Span("x.md", 2, 1, 14)),
    )


def test_what_else_stands_in_a_list_item_comes_behind_its_step() -> None:
    found = items("- Squat: 8 reps\n\n  A note.\n\n  > Well done.\n")
    assert found[1:] == (
        Note("A note.", span=Span("x.md", 3, 3, 10)),
        SpokenLine("Well done.", span=Span("x.md", 5, 5, 15)),
    )


def test_a_quote_alone_in_a_list_item_is_spoken() -> None:
    assert items("- > Ready?\n- Squat: 8 reps")[0] == SpokenLine("Ready?", span=Span("x.md", 1, 5, 11))


def test_exotic_white_space_moves_no_place() -> None:
    assert faults("- \u2028\n  Squat: 0 reps\n- Squat: 1s") == [("out-of-range", "0")]


def test_an_empty_item_is_nothing() -> None:
    assert len(items("- Squat: 8 reps\n-\n- [ ] \n- Squat: 8 reps")) == 2


def test_rests() -> None:
    assert items("- Squat: 8 reps\n- Rest: 30s\n- Break: until ready\n")[1:] == (
        Rest(30_000, span=Span("x.md", 2, 3, 12)),
        Rest(None, span=Span("x.md", 3, 3, 21)),
    )


def test_a_one_sided_exercise_is_done_on_each_side() -> None:
    assert step("- Reverse lunge: 8 reps")[1].sides is Sides.EACH


def test_a_step_may_ask_for_one_side_only() -> None:
    assert step("- Reverse lunge: 8 reps, left")[1].sides is Sides.LEFT


def test_without_an_amount_the_exercise_has_its_own() -> None:
    assert step("- Plank") == step("- Plank:") == ("Plank", PLANK.prescription)


def test_a_tempo_of_three_depends_on_the_exercise() -> None:
    assert step("- Squat: 8 reps, tempo 3-1-2")[1].tempo == Tempo(3_000, 1_000, 2_000, 0)
    assert step("- Bridge: 8 reps, tempo 3-1-2")[1].tempo == Tempo(3_000, 0, 2_000, 1_000)


def test_a_tempo_that_is_not_written_stays_open() -> None:
    assert step("- Squat: 8 reps")[1].tempo is None


def test_an_unknown_exercise_plays_with_a_warning() -> None:
    text = "- Jog to the gate: 2 min\n- Jog to the gate 2 min"
    assert rendered(text) == [
        (
            'x.md:1:3: warning: "Jog to the gate" has no description, only its name is said [undescribed-exercise]\n'
            '  hint: describe it under "## Exercises" if its name does not tell what to do'
        )
    ]
    assert [each.exercise for each in steps(text)] == [Exercise("Jog to the gate")] * 2


def test_a_slip_in_a_name_is_an_error_with_the_name_that_was_meant() -> None:
    assert rendered("- Revers lunge: 2 sets of 12 each side") == [
        (
            'x.md:1:3: error: no exercise is called "Revers lunge" [unknown-exercise]\n'
            '  hint: did you mean "Reverse lunge"?'
        )
    ]


def test_a_slip_in_a_name_without_an_amount_is_one_error() -> None:
    assert faults("- Plnk") == [("unknown-exercise", "Plnk")]


def test_a_step_without_any_amount() -> None:
    assert rendered("- Squat") == [
        (
            'x.md:1:3: error: no amount is written for "Squat" [no-amount]\n'
            '  expected: a step such as "Squat: 12 reps" or "Squat: 40s"'
        )
    ]


def test_sets_alone_are_no_amount() -> None:
    assert faults("- Squat: 3 sets") == [("no-amount", "Squat: 3 sets")]


def test_sets_alone_take_the_usual_amount() -> None:
    assert step("- Plank: 2 sets")[1] == Prescription(Reps(1), 2, 20_000)


def test_an_amount_in_front_gets_the_right_order() -> None:
    assert rendered("- 10 squats")[0].endswith('hint: write "squats: 10 reps"')


def test_an_unknown_exercise_without_an_amount_is_one_error() -> None:
    assert faults("- Walk the dog") == [("no-amount", "Walk the dog")]


@pytest.mark.parametrize(
    ("line", "code", "part"),
    [
        ("- Squat: 12 repz", "bad-prescription", "12 repz"),
        ("- Squat 12 repz", "bad-prescription", "12 repz"),
        ("- **Squat**: **12** repz", "bad-prescription", "12** repz"),
        ("- Squat: 12 reps,\n  tepmo 3-1-1", "bad-prescription", "tepmo 3-1-1"),
        ("- : 10 reps", "bad-name", ""),
        ("- Rest", "no-amount", "Rest"),
    ],
)
def test_a_fault_points_at_its_words(line: str, code: str, part: str) -> None:
    assert faults(f"{line}\n- Squat: 1s") == [(code, part)]


def test_a_wrong_step_is_still_read_as_far_as_possible() -> None:
    (found,) = steps("- Squat: 3 sets of 12, tepmo 3-1-1")
    assert (found.exercise, found.prescription) == (SQUAT, Prescription(Reps(12), 3))


@pytest.mark.parametrize("scheme", ["tabata", "40s on 20s off, 3 rounds"])
def test_in_intervals_a_step_has_no_amount_of_its_own(scheme: str) -> None:
    text = f"## A ({scheme})\n- Squat, with dumbbells\n- Plank\n- Reverse lunge\n- Bridge: left\n- Jog to the gate\n"
    assert [each.prescription for each in steps(text)] == [
        Prescription(loads=("with dumbbells",)),
        Prescription(),
        Prescription(sides=Sides.EACH),
        Prescription(sides=Sides.LEFT),
        Prescription(),
    ]
    assert [code for code, _ in faults(text)] == ["undescribed-exercise"]


@pytest.mark.parametrize("scheme", ["EMOM 10 min", "AMRAP 10 min", "for time, cap 9 min"])
def test_under_a_clock_a_step_takes_the_usual_amount_once(scheme: str) -> None:
    assert step(f"## A ({scheme})\n- Plank")[1] == Prescription(Reps(1))
    assert faults(f"## A ({scheme})\n- Squat") == [("no-amount", "Squat")]


def test_on_a_ladder_the_block_counts_and_times_stay() -> None:
    text = "## A (ladder 3-2-1)\n- Squat\n- Plank\n- Bridge: 20s\n- Press-up: 2 sets\n"
    assert [each.prescription for each in steps(text)] == [
        Prescription(),
        Prescription(),
        Prescription(Timed(20_000)),
        Prescription(sets=2),
    ]
    assert faults(text) == []


@pytest.mark.parametrize(
    ("head", "rounds"),
    [
        ("3 rounds", Rounds(3)),
        ("3 rounds:", Rounds(3)),
        ("3x:", Rounds(3)),
        ("**3 rounds**, rest 30s", Rounds(3, 30_000)),
        ("3 rounds with 30s rest", Rounds(3, 30_000)),
    ],
)
def test_rounds_inside_a_block(head: str, rounds: Rounds) -> None:
    text = f"## Main (2 rounds)\n- {head}\n  - Squat: 8 reps\n    - halfway: Half.\n  - Rest: 5s\n- Plank\n"
    circuit, plank = items(text)
    assert isinstance(circuit, Circuit)
    assert circuit.scheme == rounds
    assert [type(item) for item in circuit.items] == [Activity, Rest]
    assert isinstance(plank, Activity)


def test_rounds_inside_a_block_know_their_place_and_keep_lines_and_notes() -> None:
    (circuit,) = items("- 2 rounds\n\n  A note.\n\n  - Squat: 8 reps\n  - > Go.\n")
    assert circuit == Circuit(
        Rounds(2),
        (
            Note("A note.", span=Span("x.md", 3, 3, 10)),
            Activity(SQUAT, Prescription(Reps(8)), span=Span("x.md", 5, 5, 18)),
            SpokenLine("Go.", span=Span("x.md", 6, 7, 10)),
        ),
        span=Span("x.md", 1, 3, 11),
    )
    assert circuit.span == Span("x.md", 1, 3, 11)


@pytest.mark.parametrize(
    "line", ["- Squat 3 x 12\n  - halfway: Half.", "- 20s rest\n  - at 5s: Half.", "- 3 x 12 squats"]
)
def test_a_step_with_a_number_is_no_circuit(line: str) -> None:
    assert not any(isinstance(item, Circuit) for item in parsed(line)[0].sections[0].items)
