from __future__ import annotations

import pytest

from voicecoach.diagnostics import render
from voicecoach.model.workout import Exercise, Movement, Prescription, Reps, Tempo
from voicecoach.script import parse_exercises
from voicecoach.source import Source, Span

BRIDGE = """\
### Double-leg bridge
Starts: up
Starting position: Lie on your back, knees bent.
Set-up: On your back, knees bent.
Action: Lift your hips.
Form: Push through your heels.
Form: Squeeze at the top.
Variation: Cross one leg.
Mistake: If your back arches, tuck your hips.
Easier: Glute squeeze
Harder: Single-leg bridge
Tempo: 2-1-3
Phases: lift, lower
Equipment: a mat, a cushion
Muscles: glutes, hamstrings
Also called: bridge, hip lift
Prescription: 3 sets of 12, rest 30s, tempo 3-0-1
"""


def described(text: str) -> tuple[Exercise, ...]:
    found, faults = parse_exercises(Source("x.md", text))
    assert faults == ()
    return found


def faults(text: str) -> list[tuple[str, str]]:
    source = Source("x.md", text)
    found = parse_exercises(source)[1]
    return [(str(each.code), source.line(each.span.line)[each.span.column - 1 : each.span.end - 1]) for each in found]


def rendered(text: str) -> list[str]:
    return [render(each, lambda _: None) for each in parse_exercises(Source("x.md", text))[1]]


def test_every_field() -> None:
    assert described(BRIDGE) == (
        Exercise(
            "Double-leg bridge",
            starting_position="Lie on your back, knees bent.",
            setup="On your back, knees bent.",
            action="Lift your hips.",
            forms=("Push through your heels.", "Squeeze at the top."),
            variations=("Cross one leg.",),
            mistakes=("If your back arches, tuck your hips.",),
            easier="Glute squeeze",
            harder="Single-leg bridge",
            tempo=Tempo(down=2_000, bottom=0, up=3_000, top=1_000),
            starts=Movement.UP,
            phases=("lift", "lower"),
            equipment=("a mat", "a cushion"),
            muscles=("glutes", "hamstrings"),
            aliases=("bridge", "hip lift"),
            prescription=Prescription(Reps(12), 3, 30_000, tempo=Tempo(3_000, 0, 1_000, 0)),
        ),
    )


def test_an_exercise_knows_where_its_name_stands() -> None:
    assert described("## Legs\n### **Squat**\nAction: Sit.")[0].span == Span("x.md", 2, 7, 12)


@pytest.mark.parametrize("label", ["Form", "form", "FORMS", "**Form**", "Forms"])
def test_the_spelling_of_a_label_does_not_count(label: str) -> None:
    assert described(f"### Squat\nAction: Sit.\n{label}: Heels down.")[0].forms == ("Heels down.",)


@pytest.mark.parametrize(
    "text", ["Action: Sit\nback.", "Action: Sit\n  back.", "- Action: Sit\n  back.", "**Action:** Sit back."]
)
def test_a_text_may_go_on_on_the_next_line_and_stand_in_a_list(text: str) -> None:
    assert described(f"### Squat\n{text}")[0].action == "Sit back."


def test_a_line_with_a_colon_that_is_no_label_goes_on_too() -> None:
    assert (
        described("### Squat\nAction: Sit back.\nRemember: heels down.")[0].action == "Sit back. Remember: heels down."
    )


def test_paragraphs_without_a_label_are_notes() -> None:
    (squat,) = described(
        "### Squat\nThe king.\n\nAction: Sit.\n\nA note: really.\n\n> Not spoken here.\n\n##### Deep\n"
    )
    assert squat == Exercise("Squat", action="Sit.")


def test_marks_are_not_spoken() -> None:
    assert described("### Squat\nAction: *Sit* [back](x).")[0].action == "Sit back."


@pytest.mark.parametrize("written", ["left, right", "left; right"])
def test_sides(written: str) -> None:
    assert described(f"### Squat\nAction: Sit.\nSides: {written}")[0].sides == ("left", "right")


def test_the_tempo_waits_for_the_direction() -> None:
    assert described("### Bridge\nTempo: 3-1-2\nAction: Lift.\nStarts: up")[0].tempo == Tempo(3_000, 0, 2_000, 1_000)


def test_a_variation_takes_over_what_it_does_not_say() -> None:
    bridge, single = described(f"{BRIDGE}\n#### Single-leg bridge\nSides: left, right\n")
    assert single == Exercise(
        "Single-leg bridge",
        starting_position=bridge.starting_position,
        setup=bridge.setup,
        action=bridge.action,
        forms=bridge.forms,
        mistakes=bridge.mistakes,
        sides=("left", "right"),
        tempo=bridge.tempo,
        starts=Movement.UP,
        phases=bridge.phases,
        equipment=bridge.equipment,
        muscles=bridge.muscles,
        prescription=bridge.prescription,
        variation_of="Double-leg bridge",
    )


def test_a_variation_replaces_lists_as_a_whole() -> None:
    _, single = described(f"{BRIDGE}\n#### Single-leg bridge\nForm: Hips level.\n")
    assert single.forms == ("Hips level.",)


def test_a_variation_with_a_position_of_its_own_does_without_the_set_up() -> None:
    _, single = described(f"{BRIDGE}\n#### Single-leg bridge\nStarting position: One leg up.\n")
    assert (single.starting_position, single.setup) == ("One leg up.", "")


@pytest.mark.parametrize("nothing", ["", " none", " None."])
def test_a_variation_can_have_nothing_of_a_list(nothing: str) -> None:
    text = f"### Lunge\nAction: Step.\nSides: left, right\n\n#### Walking lunge\nSides:{nothing}\n"
    assert described(text)[1].sides == ()


def test_an_empty_field_empties_it() -> None:
    _, single = described(f"{BRIDGE}\n#### Single-leg bridge\nTempo:\nPrescription:\nSet-up:\n")
    assert (single.tempo, single.prescription, single.setup) == (None, None, "")


def test_variations_hang_on_the_exercise_above() -> None:
    found = described("### A\nAction: a.\n#### A1\n#### A2\n### B\nAction: b.\n#### B1\n")
    assert [each.variation_of for each in found] == ["", "A", "A", "", "B"]


def test_headings_of_the_first_two_levels_only_group() -> None:
    found = described(
        "# Library\nText: no field.\n## Legs\n### Squat\nAction: Sit.\n"
        "## Arms\nAction: of nobody\n### Curl\nAction: Bend."
    )
    assert [each.name for each in found] == ["Squat", "Curl"]


def test_no_exercises() -> None:
    assert described("") == ()


def test_an_undescribed_exercise_is_a_warning() -> None:
    assert rendered("### Squat\nForm: Heels down.") == [
        (
            'x.md:1:5: warning: "Squat" has no description, only its name is said [undescribed-exercise]\n'
            '  hint: add a line such as "Starting position: …" or "Action: …" below it'
        )
    ]


@pytest.mark.parametrize("label", ["Starting position", "Set-up", "Action"])
def test_one_field_is_description_enough(label: str) -> None:
    assert described(f"### Squat\n{label}: Sit.")


def test_a_slip_in_a_label() -> None:
    assert rendered("### Squat\nActoin: Sit.") == [
        'x.md:2:1: error: there is no field "Actoin" [unknown-field]\n  hint: did you mean "Action"?'
    ]


@pytest.mark.parametrize(
    ("lines", "code", "part"),
    [
        ("Starts: upp", "bad-field", "upp"),
        ("Sides: left", "bad-field", "left"),
        ("Phases: push", "bad-field", "push"),
        ("Tempo: fast", "bad-tempo", "fast"),
        ("Tempo: 3-1-1, slowly", "bad-tempo", ", slowly"),
        ("Prescription: 12 repz", "bad-prescription", "12 repz"),
        ("Action: Again.", "duplicate-field", "Action"),
    ],
)
def test_a_field_that_is_wrong(lines: str, code: str, part: str) -> None:
    assert faults(f"### Squat\nAction: Sit.\n{lines}\n") == [(code, part)]


def test_the_second_of_two_fields_names_the_first() -> None:
    assert rendered("### Squat\nAction: a.\nAction: b.") == [
        'x.md:3:1: error: "Action" stands on line 2 already [duplicate-field]'
    ]


def test_a_direction_that_is_none() -> None:
    assert rendered("### Squat\nAction: Sit.\nStarts: dwn") == [
        (
            'x.md:3:9: error: no repetition starts "dwn" [bad-field]\n'
            '  expected: "up" or "down"\n'
            '  hint: did you mean "down"?'
        )
    ]


@pytest.mark.parametrize("second", ["### squats", "### Lunge\nAlso called: squat", "#### Squat"])
def test_two_exercises_of_one_name(second: str) -> None:
    text = f"### Squat\nAction: Sit.\n{second}\nAction: b."
    source = Source("x.md", text)
    found, (fault,) = parse_exercises(source)
    assert [each.name for each in found] == ["Squat"]
    assert fault.code == "duplicate-exercise"
    assert fault.message.endswith("is described on line 1 already")


@pytest.mark.parametrize(("heading", "part"), [("###", ""), ("### <br>", "<br>"), ("### Squat: low", ":")])
def test_a_name_that_no_step_could_call(heading: str, part: str) -> None:
    found = faults(f"{heading}\nAction: Sit.")
    assert found == [("bad-name", part)]


def test_a_variation_of_nothing() -> None:
    assert rendered("#### Single-leg bridge\nAction: Lift.") == [
        (
            "x.md:1:6: error: a variation stands below an exercise [stray-variation]\n"
            "  hint: begin an exercise with ###, its variations with ####"
        )
    ]
