"""How a block of a workout repeats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from voicecoach.units import Ms

__all__ = ["ONCE", "Clock", "Every", "Intervals", "Ladder", "Rounds", "Scheme"]


@dataclass(frozen=True, slots=True)
class Rounds:
    """A circuit: the items again and again, with ``rest`` ms between rounds (0 for none written)."""

    count: int = 1
    rest: Ms = 0


ONCE = Rounds()
"""A block that is gone through once."""


@dataclass(frozen=True, slots=True)
class Intervals:
    """Work and rest of fixed lengths over the exercises in turn: tabata, ``8 x 20s/10s``, ``40s on 20s off``.

    Attributes:
        work: Length of each interval of work, in ms.
        rest: Length of the rest behind each but the last, in ms.
        count: How many intervals in all; 0 where ``passes`` says how often the list is gone through.
        passes: How often the list is gone through; 0 where ``count`` says how many intervals there are.
    """

    work: Ms
    rest: Ms
    count: int = 0
    passes: int = 0


@dataclass(frozen=True, slots=True)
class Every:
    """An exercise at the start of each period, in turn; what is left of the period is rest: EMOM, ``every 90s x 6``.

    Attributes:
        period: In ms.
        count: How many periods.
    """

    period: Ms
    count: int


@dataclass(frozen=True, slots=True)
class Clock:
    """The list is announced, then one clock runs: AMRAP, for time.

    Attributes:
        limit: How long, in ms.
        for_time: The list is to be done once, as fast as one can, and the limit is a cap; else it is done again and
            again until the time is over.
    """

    limit: Ms
    for_time: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """A number of repetitions for each pass over the list: ``ladder 10-8-6-4``, ``pyramid 5-10-15-10-5``.

    Attributes:
        reps: One number for each pass; it replaces counted amounts, timed ones stay.
        rest: Rest between passes, in ms (0 for none written).
    """

    reps: tuple[int, ...]
    rest: Ms = 0


Scheme: TypeAlias = Rounds | Intervals | Every | Clock | Ladder
