from __future__ import annotations

import pytest

from voicecoach.wording.template import TemplateError, parse_template


def fill(source: str, **values: str) -> str:
    return parse_template(source).fill(lambda name: values.get(name, ""))[0]


def test_placeholders_are_filled() -> None:
    assert fill("Next: {exercise}.", exercise="Squat") == "Next: Squat."


def test_an_optional_part_stays_when_everything_in_it_has_a_value() -> None:
    assert fill("Next: {exercise}[, {amount}].", exercise="Squat", amount="12 reps") == "Next: Squat, 12 reps."


def test_an_optional_part_vanishes_when_one_of_its_values_is_missing() -> None:
    assert fill("{exercise}[, {amount} with {load}].", exercise="Squat", amount="12 reps") == "Squat."


@pytest.mark.parametrize(
    ("source", "filled"),
    [
        ("Well done, {listener}!", "Well done!"),
        ("{listener}, keep going.", "keep going."),
        ("Keep {listener} going.", "Keep going."),
        ("{listener}", ""),
    ],
)
def test_a_missing_value_outside_brackets_goes_with_its_comma(source: str, filled: str) -> None:
    assert fill(source) == filled


def test_doubled_braces_and_brackets_stand_for_themselves() -> None:
    assert fill("{{not}} a [[hole]]") == "{not} a [hole]"


def test_white_space_is_one_space_and_none_at_the_ends() -> None:
    assert fill(" {exercise}.[ {setup}] ", exercise="Squat ", setup="") == "Squat ."


def test_told_are_the_placeholders_that_had_a_value() -> None:
    template = parse_template("{exercise}[, {amount}][. {action}]")
    values = {"exercise": "Squat", "action": "Sit back"}
    assert template.fill(lambda name: values.get(name, ""))[1] == {"exercise", "action"}


def test_the_template_knows_its_placeholders() -> None:
    assert parse_template("{a}[ {b}]").placeholders == {"a", "b"}


@pytest.mark.parametrize(
    ("source", "message", "position"),
    [
        ("Go {side", 'a single "{": write a name in braces, or "{{"', 3),
        ("Go side}", 'a single "}": write a name in braces, or "}}"', 7),
        ("Go [{side}", 'an opening "[" without its "]"', 3),
        ("Go {side}]", 'a "]" without its "["', 9),
        ("[a [b]]", 'a "[" inside brackets', 3),
        ("Go {}", "braces with no name in them", 3),
    ],
)
def test_what_is_not_closed_opened_or_named_is_told_with_its_place(source: str, message: str, position: int) -> None:
    with pytest.raises(TemplateError) as caught:
        parse_template(source)
    assert (str(caught.value), caught.value.position) == (message, position)
