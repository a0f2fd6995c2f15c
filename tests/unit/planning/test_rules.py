from __future__ import annotations

import pytest

from voicecoach.planning.rules import marks_of


@pytest.mark.parametrize(
    ("length", "calls", "marks"),
    [
        (19_999, (), ()),
        (20_000, (10_000,), ()),
        (24_000, (12_000,), ()),
        (26_000, (13_000,), (10_000,)),
        (40_000, (20_000,), (30_000, 10_000)),
        (60_000, (30_000,), (10_000,)),
        (90_000, (45_000,), (60_000, 30_000, 10_000)),
        (65_000, (32_500,), (10_000,)),
        (120_000, (60_000,), (30_000, 10_000)),
        (300_000, (150_000,), (240_000, 120_000, 60_000, 30_000, 10_000)),
        (600_000, (300_000,), (480_000, 240_000, 120_000, 60_000, 30_000, 10_000)),
    ],
)
def test_the_ladder_of_time_calls(length: int, calls: tuple[int, ...], marks: tuple[int, ...]) -> None:
    """Marks at 60, 30 and 10 s and doubling; none in short steps, in the first tenth, or near another call."""
    assert marks_of(length, calls) == marks
