"""The whole workout as a strip of a few columns, for pictures too small to show every step."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from voicecoach.model.plan import StepKind
    from voicecoach.units import Ms

__all__ = ["Bar", "Run", "runs"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A step as a strip shows it: from ``start`` on, in ms, until the next one."""

    start: Ms
    kind: StepKind


@dataclass(frozen=True, slots=True)
class Run:
    """Columns of one kind, from ``first`` on, ``count`` of them."""

    first: int
    count: int
    kind: StepKind


def runs(bars: Sequence[Bar], start: Ms, end: Ms, columns: int) -> Iterator[Run]:
    """A stretch of a workout in columns of equal length; each is of the kind that is in its middle.

    Args:
        bars: In time order, the first at or before ``start``.
        start: Where the stretch begins, in ms.
        end: Where it ends, in ms.
        columns: How many there are.
    """
    starts = [bar.start for bar in bars]
    middles = (start + (end - start) * (2 * column + 1) // (2 * columns) for column in range(columns))
    kinds = (bars[bisect_right(starts, middle) - 1].kind for middle in middles)
    first = 0
    for kind, same in groupby(kinds):
        count = sum(1 for _ in same)
        yield Run(first, count, kind)
        first += count
