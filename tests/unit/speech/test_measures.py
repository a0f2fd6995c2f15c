from __future__ import annotations

import pytest

from voicecoach.speech.measures import spoken_measures
from voicecoach.speech.normalize import normalize


@pytest.mark.parametrize(
    ("language", "written", "spoken"),
    [
        ("de", "mit 20 kg", "mit 20 Kilo"),
        ("de", "mit 20kg, 30 s lang", "mit 20 Kilo, 30 Sekunden lang"),
        ("de", "1 kg", "ein Kilo"),
        ("de", "22,5 kg", "22,5 Kilo"),
        ("es", "con 5 kg", "con 5 kilos"),
        ("fr", "avec 2 kg, 400 m", "avec 2 kilos, 400 mètres"),
        ("it", "con 21 kg", "con 21 chili"),
        ("pt-BR", "1 kg e 45 lb", "um quilo e 45 libras"),
    ],
)
def test_a_unit_behind_a_number_is_a_word(language: str, written: str, spoken: str) -> None:
    assert normalize(written, language) == spoken


@pytest.mark.parametrize("text", ["kg", "x20 kg", "20 kgs", "2 mal", "1.2.3 m", "20 Kilo"])
def test_nothing_else_is(text: str) -> None:
    assert spoken_measures(text, "de") == text


def test_a_language_without_measures_is_left_alone() -> None:
    assert spoken_measures("20 kg", "nl") == "20 kg"
