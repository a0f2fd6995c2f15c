from __future__ import annotations

import pytest

from played import placed
from voicecoach.model.plan import StepKind
from voicecoach.playback.screen.bars import bar, pointer, strip

COURSE = (
    placed(StepKind.READY, 0, 10_000, number=0),
    placed(StepKind.WORK, 10_000, 30_000, number=1),
    placed(StepKind.REST, 30_000, 40_000, number=2),
)


@pytest.mark.parametrize(
    ("part", "expected"),
    [(0.0, "────"), (0.13, "▌───"), (0.5, "██──"), (0.99, "████"), (1.0, "████"), (-1.0, "────"), (7.0, "████")],
)
def test_a_bar(part: float, expected: str) -> None:
    assert bar(part, 4) == expected


def test_a_strip_has_a_pattern_and_a_color_for_each_kind() -> None:
    assert list(strip(COURSE, 8)) == [("▒▒", "ansi_yellow"), ("████", "ansi_green"), ("░░", "ansi_blue")]


def test_a_strip_of_nothing() -> None:
    assert list(strip((), 8)) == []


@pytest.mark.parametrize(
    ("time", "expected"), [(0, "▲"), (20_000, "    ▲"), (39_999, "       ▲"), (40_000, "       ▲")]
)
def test_the_pointer_stays_under_its_strip(time: int, expected: str) -> None:
    assert pointer(time, COURSE, 8) == expected


def test_the_pointer_of_nothing() -> None:
    assert pointer(0, (), 8) == ""
