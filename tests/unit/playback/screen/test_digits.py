from __future__ import annotations

import pytest

from voicecoach.playback.screen.digits import drawn


def test_a_point_is_two_halves_of_a_row() -> None:
    assert drawn("7", 3, 3) == (
        "▀▀█",
        "  █",
        "  ▀",
    )


def test_writing_grows_with_the_room() -> None:
    assert drawn("1:0", 22, 6) == (
        "  ██        ██████",
        "████    ██  ██  ██",
        "  ██        ██  ██",
        "  ██    ██  ██  ██",
        "██████      ██████",
    )


@pytest.mark.parametrize(("width", "height"), [(58, 6), (78, 10), (100, 22), (13, 3)])
@pytest.mark.parametrize("text", ["5", "25", "1:05", "12:40", "1:02:03", "READY?", "DONE?"])
def test_writing_keeps_to_its_room(text: str, width: int, height: int) -> None:
    rows = drawn(text, width, height)
    assert len(rows) <= height
    assert len({len(row) for row in rows}) == 1
    assert len(rows[0]) <= width


def test_every_digit_is_another() -> None:
    assert len({drawn(digit, 9, 5) for digit in "0123456789"}) == 10


def test_without_room_it_is_written_as_usual() -> None:
    assert drawn("12:40", 10, 2) == ("12:40",)


def test_nothing_is_nothing() -> None:
    assert drawn("", 10, 5) == ("",)
