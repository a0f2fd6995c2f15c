from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from voicecoach.wording.layers import load_pack
from voicecoach.wording.moments import MOMENTS, PHRASES
from voicecoach.wording.pack import PackFault, read_entry
from voicecoach.wording.places import bundled_packs, worded_languages


def forms(value: object, moment: str = "halfway") -> list[tuple[str, list[list[tuple[str, str]]]]]:
    """An entry in plain data: for each form its variants, each a list of plural category and text."""
    return [
        (form, [[(category, template.source) for category, template in variant] for variant in variants])
        for form, variants in read_entry(moment, value).forms
    ]


def test_a_text_is_the_full_form() -> None:
    assert forms("Halfway.") == [("full", [[("other", "Halfway.")]])]


def test_a_list_holds_variants() -> None:
    assert forms(["Halfway.", "Half."]) == [("full", [[("other", "Halfway.")], [("other", "Half.")]])]


def test_forms_stand_from_long_to_short_however_they_are_written() -> None:
    table = {"short": "Rest.", "full": "Rest, {duration}."}
    assert [form for form, _ in forms(table, "rest")] == ["full", "short"]


def test_a_table_of_plural_forms_is_one_variant() -> None:
    table = {"one": "One second left.", "other": "{seconds} seconds left."}
    assert forms(table, "remaining") == [
        ("full", [[("one", "One second left."), ("other", "{seconds} seconds left.")]])
    ]


@pytest.mark.parametrize(
    ("moment", "value", "message", "hint"),
    [
        ("halfwey", "Half.", 'no moment is called "halfwey"', 'did you mean "halfway"?'),
        ("halfway", 3, '"3" is not a text', "write the words in quotes, or a list of texts"),
        ("halfway", "Half, {exercis}.", "nothing fills {exercis} here", "did you mean {exercise}?"),
        ("section", "{exercise}!", "{exercise} never has a value here", "did you mean {next}?"),
        ("encourage", "{remaining} left.", "{remaining} never has a value here", "did you mean {duration}?"),
        (
            "ending",
            "{side}",
            "{side} never has a value here",
            "placeholders here: {duration}, {listener}, {title}",
        ),
        ("ending", "Bye {x}", "nothing fills {x} here", "placeholders here: {duration}, {listener}, {title}"),
        (
            "halfway",
            ["Half.", "\u266a halfway"],
            "a sound stands alone for a moment, not among words",
            "write words, or the sound",
        ),
        ("halfway", "x" * 1001, "nobody listens to 1001 letters", "a wording has at most 1000"),
        ("halfway", "Half [way", '"Half [way" has an opening "[" without its "]"', "close every brace and bracket"),
        ("rest", {"fulll": "Rest."}, '"fulll" is neither a length nor a plural form', 'did you mean "full"?'),
        (
            "rest",
            {"one": "One second."},
            'the plural form "other" is missing',
            "every number without a form of its own takes it",
        ),
        (
            "form",
            {"one": "a", "other": "b"},
            "nothing is counted here, so there is no plural to choose",
            "write one text",
        ),
    ],
)
def test_a_value_that_cannot_be_used_is_explained(moment: str, value: object, message: str, hint: str) -> None:
    with pytest.raises(PackFault) as caught:
        read_entry(moment, value)
    assert (caught.value.fault.message, caught.value.fault.hint) == (message, hint)


FILES = [*bundled_packs(), *(f"friendly.{language}" for language in worded_languages() if language != "en")]


def data_of(file: str) -> dict[str, Any]:
    """A bundled pack's own file, without what it extends."""
    return tomllib.loads((files("voicecoach.wording") / "packs" / f"{file}.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", bundled_packs())
def test_a_bundled_pack_decides_on_every_moment_itself(name: str) -> None:
    assert set(data_of(name)["cues"]) == set(MOMENTS)
    assert set(load_pack(name).phrases) == set(PHRASES)


@pytest.mark.parametrize("moment", ["halfway", "encourage", "three_more", "last_rep", "rest"])
@pytest.mark.parametrize("file", [file for file in FILES if file not in ("beeps", "minimal")])
def test_what_comes_often_has_three_variants_or_is_silent(file: str, moment: str) -> None:
    for _, variants in read_entry(moment, data_of(file)["cues"][moment]).forms:
        silent = all(not template.source for variant in variants for _, template in variant)
        assert silent or len(variants) >= 3


@pytest.mark.parametrize("file", FILES)
def test_variants_differ(file: str) -> None:
    for moment, value in data_of(file)["cues"].items():
        for _, variants in read_entry(moment, value).forms:
            assert len(set(variants)) == len(variants), moment


@pytest.mark.parametrize("language", worded_languages())
def test_the_default_pack_words_everything_in_its_languages(language: str) -> None:
    """In its own file, so that no English word slips in from below."""
    data = data_of("friendly" if language == "en" else f"friendly.{language}")
    assert (set(data["cues"]), set(data["phrases"]), data["language"]) == (set(MOMENTS), set(PHRASES), language)
    assert load_pack("friendly", language).language == language
