from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from drawn import timeline
from voicecoach.model.plan import StepKind
from voicecoach.model.timeline import Bus, Event, Timeline
from voicecoach.pictures.chart import MOST_ROWS, STRIP, chart, row_length, row_span
from voicecoach.pictures.lettering import room_for
from voicecoach.pictures.listing import MOST_ENTRIES
from voicecoach.pictures.looks import LOOKS
from voicecoach.pictures.measures import LEFT, RIGHT, WIDTH
from voicecoach.pictures.shapes import Align, Box, Drawing, Lettering

MINUTE = 60_000


def strip(drawing: Drawing) -> list[Box]:
    """The steps in the strips: boxes as high as their looks, below the legend, of which each look has one."""
    return [
        shape
        for shape in drawing.shapes
        if isinstance(shape, Box) and shape.look in LOOKS.values() and shape.height == STRIP * shape.look.height
    ]


def texts(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Lettering)]


def test_steps_stand_where_their_times_are() -> None:
    """A row of a minute is 452 units long: 30 s are half of it."""
    work, rest, more = strip(chart(timeline(30_000, 15_000, 15_000)))

    assert (work.x, work.width) == (LEFT, (RIGHT - LEFT) / 2)
    assert (rest.x, rest.width) == (LEFT + (RIGHT - LEFT) / 2, (RIGHT - LEFT) / 4)
    assert (more.x, more.x + more.width) == (rest.x + rest.width, RIGHT)
    assert [box.look for box in (work, rest, more)] == [
        LOOKS[StepKind.WORK],
        LOOKS[StepKind.REST],
        LOOKS[StepKind.WORK],
    ]
    assert work.y + work.height == rest.y + rest.height, "all stand on the axis"


def test_a_step_across_the_end_of_a_row_goes_on_in_the_next() -> None:
    first, second, third, _ = strip(chart(timeline(45_000, 30_000, 10 * 1_000)))

    assert first.width + second.width == RIGHT - LEFT
    assert second.x + second.width == RIGHT
    assert (third.x, third.look) == (LEFT, LOOKS[StepKind.REST])
    assert third.width == pytest.approx((RIGHT - LEFT) / 4)
    assert third.y > second.y


@pytest.mark.parametrize(
    ("minutes", "row"), [(0, 1), (8, 1), (9, 2), (16, 2), (24, 3), (31, 5), (80, 10), (120, 15), (480, 60), (2880, 60)]
)
def test_longer_workouts_have_longer_rows(minutes: int, row: int) -> None:
    assert row_length(minutes * MINUTE) == row * MINUTE


@pytest.mark.parametrize("hours", [48, 49, 100, 1000])
def test_there_are_never_too_many_rows(hours: int) -> None:
    duration = hours * 60 * MINUTE
    assert -(-duration // row_length(duration)) <= MOST_ROWS


def test_a_range_is_cut_to_its_row() -> None:
    assert row_span(50_000, 130_000, 60_000, 60_000) == (LEFT, RIGHT)
    assert row_span(60_000, 90_000, 60_000, 60_000) == (LEFT, (LEFT + RIGHT) / 2)


def test_every_step_is_listed_with_number_name_length_and_words() -> None:
    shown = texts(chart(timeline(40_000, 18_000, said="Sit back.")))

    assert shown[:2] == ["Legs", "0:58"]
    assert shown[-8:] == ["1", "Squat", "0:40", "Sit back.", "2", "Rest", "0:18", "Sit back."]


def test_what_falls_on_a_beat_is_a_mark_and_no_words() -> None:
    (step, *others) = timeline(40_000, 20_000).steps
    counted = replace(step, events=(Event(Bus.VOICE, 1_000, 1_400, "seven", 0, beat=1_100),))
    drawing = chart(Timeline("Legs", (counted, *others)))

    assert "seven" not in texts(drawing)
    left, right = row_span(1_000, 1_400, 0, MINUTE)
    assert any(isinstance(shape, Box) and (shape.x, shape.width) == (left, right - left) for shape in drawing.shapes)


def test_a_beep_stands_where_it_begins() -> None:
    (step, *others) = timeline(40_000, 20_000).steps
    beeping = replace(step, events=(Event(Bus.EARCON, 30_000, 30_200, "tick", 0),))
    drawing = chart(Timeline("Legs", (beeping, *others)))

    assert any(isinstance(box, Box) and box.x == (LEFT + RIGHT) / 2 and box.height == 10 for box in drawing.shapes)


def test_long_words_are_cut_to_three_lines() -> None:
    shown = texts(chart(timeline(40_000, 20_000, said="word " * 100)))
    lines = [text for text in shown if text.startswith("word")]

    assert len(lines) == 6
    assert all(line.endswith("\u2026") for line in lines[2::3])


def test_nothing_leaves_the_picture() -> None:
    drawing = chart(
        timeline(*[20_000] * 100, title="A title that is far longer than a line " * 9, said="Long words. " * 9)
    )

    assert drawing.width == WIDTH
    for shape in drawing.shapes:
        assert 0 <= shape.x <= WIDTH
        assert 0 < shape.y < drawing.height
        if isinstance(shape, Box):
            assert shape.x + shape.width <= WIDTH
            assert shape.y + shape.height <= drawing.height


@pytest.mark.parametrize("minutes", [1, 9, 20, 31, 80, 120, 160, 239, 480, 1_500, 6_000])
def test_times_under_a_row_do_not_overlap(minutes: int) -> None:
    drawing = chart(timeline(*[MINUTE // 2] * 2 * minutes))
    times = [shape for shape in drawing.shapes if isinstance(shape, Lettering) and shape.size == 12]
    for one, other in pairwise(times):
        left, right = span(one)[1], span(other)[0]
        assert one.y < other.y or left < right, (one.text, other.text)


def span(label: Lettering) -> tuple[float, float]:
    wide = room_for(label.text, label.size)
    left = label.x - wide * {Align.START: 0, Align.MIDDLE: 0.5, Align.END: 1}[label.align]
    return left, left + wide


def test_what_is_listed_does_not_overlap() -> None:
    drawing = chart(timeline(*[20_000] * 40, said="Long words. " * 9))
    lines = [shape for shape in drawing.shapes if isinstance(shape, Lettering) and shape.text.startswith("Long")]

    assert all(below.y - above.y >= above.size for above, below in pairwise(lines))


def test_a_workout_of_very_many_steps_has_only_its_strips() -> None:
    drawing = chart(timeline(*[5_000] * (MOST_ENTRIES + 7_000), said="Go."))

    assert "Go." not in texts(drawing)
    assert len(drawing.shapes) < 30 * (RIGHT - LEFT)
    assert drawing.height < 3_000
    assert sum(box.width for box in strip(drawing)) == pytest.approx((RIGHT - LEFT) * 7300 * 5 / 3600, abs=12)


def test_a_workout_of_no_steps_is_a_picture_too() -> None:
    assert texts(chart(Timeline("Nothing", ())))[0] == "Nothing"
