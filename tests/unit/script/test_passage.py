from __future__ import annotations

from voicecoach.script.passage import Passage
from voicecoach.source import Source

SOURCE = Source("x.md", "- one two,\n  three four")
WHOLE = Passage.joined(
    [Passage.on_line(SOURCE, 1, 3, "one two,"), Passage.on_line(SOURCE, 2, 3, "three four")],
)


def test_pieces_are_joined_by_a_space() -> None:
    assert WHOLE.text == "one two, three four"


def test_a_stretch_on_the_first_line() -> None:
    assert WHOLE.span(4, 7) == SOURCE.span(1, 7, 10)


def test_a_stretch_on_the_second_line() -> None:
    assert WHOLE.span(15, 19) == SOURCE.span(2, 9, 13)


def test_a_stretch_over_both_lines_is_cut_at_the_end_of_the_first() -> None:
    assert WHOLE.span() == SOURCE.span(1, 3, 11)


def test_an_empty_stretch_is_a_place() -> None:
    assert WHOLE.span(4, 4) == SOURCE.span(1, 7, 7)


def test_a_part_is_trimmed_and_keeps_its_places() -> None:
    part = WHOLE.part(3, 15)
    assert part.text == "two, three"
    assert part.span(0, 3) == SOURCE.span(1, 7, 10)
    assert part.span(5, 10) == SOURCE.span(2, 3, 8)
    assert part.line == 1


def test_a_part_of_the_second_line_begins_there() -> None:
    assert WHOLE.part(9).line == 2


def test_a_blank_part_is_empty() -> None:
    assert WHOLE.part(8, 9).text == ""
    assert WHOLE.part(len(WHOLE.text)).span() == SOURCE.span(2, 13, 13)


def test_pieces_in_another_order_are_shown_as_the_stretch_around_them() -> None:
    turned = Passage.joined([Passage.on_line(SOURCE, 1, 7, "two,"), Passage.on_line(SOURCE, 1, 3, "one")])
    assert turned.text == "two, one"
    assert turned.span() == SOURCE.span(1, 3, 11)
