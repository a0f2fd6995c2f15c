# ruff: noqa: RUF001 - letters of the phonetic alphabet
"""Values of a lexicon."""

from __future__ import annotations

import pytest

from voicecoach.pronunciation import Pronunciation, PronunciationError, read_pronunciation


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("Romanian deadlift", Pronunciation("Romanian deadlift")),
        ("/ˈtɑːbɑːtə/", Pronunciation("", "ˈtɑːbɑːtə")),
        ("am rap /ˈæmɹæp/", Pronunciation("am rap", "ˈæmɹæp")),
        ("  am   rap / ˈæm ɹæp / ", Pronunciation("am rap", "ˈæm ɹæp")),
        ("and/or", Pronunciation("and/or")),
        ("9/11", Pronunciation("9/11")),
        ("sɔ̃", Pronunciation("sɔ̃")),
        ("/sɔ̃/", Pronunciation("", "sɔ̃")),
    ],
)
def test_a_value_is_a_respelling_or_sounds_or_both(value: str, read: Pronunciation) -> None:
    assert read_pronunciation(value) == read


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("", "it says nothing"),
        (" ", "it says nothing"),
        ("//", "it says nothing"),
        ("/ˈæm", "sounds stand between two slashes"),
        ("/AMRAP/", '"A" is no sign of the phonetic alphabet'),
        ("/ˈæm9/", '"9" is no sign of the phonetic alphabet'),
    ],
)
def test_what_cannot_be_read_says_why(value: str, message: str) -> None:
    with pytest.raises(PronunciationError) as error:
        read_pronunciation(value)
    assert str(error.value) == message
