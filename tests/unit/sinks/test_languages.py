import pytest

from voicecoach.sinks.languages import alpha3


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("en", "eng"), ("en-GB", "eng"), ("de_AT", "deu"), ("PT-br", "por"), ("zh-Hant-TW", "zho"), ("haw", "haw")],
)
def test_a_language_has_three_letters(tag: str, expected: str) -> None:
    assert alpha3(tag) == expected


@pytest.mark.parametrize("tag", ["", "xx", "x-private"])
def test_an_unknown_one_has_none(tag: str) -> None:
    assert alpha3(tag) == ""
