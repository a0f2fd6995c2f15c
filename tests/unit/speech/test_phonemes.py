# ruff: noqa: RUF001 - letters of the phonetic alphabet
"""The sounds that a lexicon tells of words."""

from __future__ import annotations

import pytest

from voicecoach.speech.normalize import normalize, readings
from voicecoach.speech.phonemes import in_alphabet, marked, parted, sounds_in

OWN = {"chaturanga": "/ˌtʃʌtʊˈɹʌŋɡə/", "RDL": "romanian /ɹoʊˈmeɪniən/", "HIIT": "/haɪt/", "Go": "/ɡoʊ/"}
LETTERS = {"tʃ": "C", "ʌ": "V", "t": "t", "ʊ": "U", "ɹ": "r", "ˈ": "'", "ˌ": ",", "n": "n", "j": "j", "o": "o"}


def told(text: str) -> dict[str, str]:
    return dict(sounds_in(normalize(text, "en", OWN), "en", OWN))


def test_words_of_the_lexicon_have_their_sounds() -> None:
    assert told("Low chaturanga, then rest.") == {"chaturanga": "ˌtʃʌtʊˈɹʌŋɡə"}
    assert told("Chaturanga!") == {"chaturanga": "ˌtʃʌtʊˈɹʌŋɡə"}
    assert told("chaturangas") == {}


def test_the_bundled_lexicon_tells_sounds_too_and_the_own_one_goes_first() -> None:
    assert dict(sounds_in("amrap", "en", {})) == {"amrap": "ˈæmɹæp"}
    assert dict(sounds_in("amrap", "en", {"AMRAP": "amrap"})) == {}
    assert dict(sounds_in("amrap", "de", {})) == {}


def test_a_respelled_word_has_the_sounds_of_its_respelling() -> None:
    assert told("3 RDL") == {"romanian": "ɹoʊˈmeɪniən"}


def test_a_word_with_sounds_alone_stays_as_it_is_and_is_stressed() -> None:
    assert normalize("HIIT now", "en", OWN) == "hiit now"
    assert told("HIIT now") == {"hiit": "ˈhaɪt"}


def test_a_short_word_counts_in_its_own_case_alone() -> None:
    assert told("Go on") == {"Go": "ˈɡoʊ"}
    assert told("go on") == {}


def test_marks_stand_for_whole_words() -> None:
    assert marked("do ab, abs and ab", (("ab", "x"),), lambda ipa: f"<{ipa}>") == "do <x>, abs and <x>"
    assert parted("do ab now", (("ab", "x"),)) == [("do ", ""), ("ab", "x"), (" now", "")]


def test_sounds_of_two_letters_are_one_and_foreign_ones_become_english() -> None:
    assert in_alphabet("tʃʌtʊ", LETTERS) == "CVtU"
    assert in_alphabet("ɲo", LETTERS) == "njo"
    assert in_alphabet("ʁo\u0303", LETTERS) == "ro"


def test_the_stress_stands_before_the_vowel() -> None:
    assert in_alphabet("ˌtʃʌˈɹʌ", LETTERS) == "C,Vr'V"


@pytest.mark.parametrize(
    ("text", "steps"), [("Rest.", []), ("30s", ["figures"]), ("**Go** RDL", ["cleaned", "lexicon"])]
)
def test_the_steps_of_a_reading_are_those_that_change_something(text: str, steps: list[str]) -> None:
    assert [name for name, _ in readings(text, "en", {"RDL": "romanian"})] == steps
