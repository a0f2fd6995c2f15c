from __future__ import annotations

from drawn import REST, WORK
from voicecoach.pictures.columns import Bar, Run, runs

BARS = (Bar(0, WORK), Bar(40_000, REST), Bar(60_000, WORK))


def test_columns_are_of_the_kind_in_their_middle() -> None:
    assert list(runs(BARS, 0, 100_000, 10)) == [Run(0, 4, WORK), Run(4, 2, REST), Run(6, 4, WORK)]


def test_a_stretch_may_begin_anywhere() -> None:
    assert list(runs(BARS, 30_000, 50_000, 4)) == [Run(0, 2, WORK), Run(2, 2, REST)]


def test_there_are_never_more_runs_than_columns() -> None:
    bars = [Bar(second * 1_000, REST if second % 2 else WORK) for second in range(100_000)]
    found = list(runs(bars, 0, 100_000_000, 50))
    assert sum(run.count for run in found) == 50
