from __future__ import annotations

import pytest
from PIL import ImageFont

from voicecoach.pictures.lettering import room_for, shortened, wrapped
from voicecoach.pictures.painting import _FONTS

TEXTS = [
    "Sit back as if into a chair.",
    "Crossed-leg bridge, right, round 1/2",
    "Schieb die Hüfte zurück, Gewicht in den Fersen.",
    "MAXIMUM WORKOUT: BURPEES",
    "1234567890 \u00d7 0:40",
]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", TEXTS)
def test_no_text_is_wider_than_was_guessed_nor_much_narrower(text: str, bold: bool) -> None:
    """As measured in the font that pictures in dots are painted with."""
    font = ImageFont.truetype(str(_FONTS / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")), 100)
    assert font.getlength(text) <= room_for(text, 100, bold=bold) <= 1.3 * font.getlength(text)


def test_accents_of_their_own_take_no_room() -> None:
    assert room_for("u\u0308ben", 10) == room_for("uben", 10)


def test_what_fits_stays_and_what_does_not_is_cut() -> None:
    assert shortened("Squat", 10, 100) == "Squat"
    cut = shortened("Squat and squat and squat", 10, 100)
    assert cut.endswith("\u2026")
    assert "Squat and squat and squat".startswith(cut[:-1])
    assert room_for(cut, 10) <= 100


def test_where_there_is_no_room_there_is_no_text() -> None:
    assert shortened("Squat", 10, 5) == ""


def test_lines_break_between_words() -> None:
    assert wrapped("one two three four", 10, room_for("one two", 10), 3) == ("one two", "three", "four")


def test_the_last_line_tells_that_there_is_more() -> None:
    lines = wrapped("one two three four five six", 10, room_for("one two", 10), 2)
    assert lines[0] == "one two"
    assert lines[1].endswith("\u2026")
    assert len(lines) == 2


def test_a_word_wider_than_a_line_is_cut() -> None:
    lines = wrapped("Donaudampfschifffahrt a b", 10, 60, 3)
    assert lines[0].startswith("Donau")
    assert lines[0].endswith("\u2026")
    assert lines[1:] == ("a b",)


def test_nothing_has_no_lines() -> None:
    assert wrapped("  ", 10, 60, 3) == ()
