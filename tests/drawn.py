"""Timelines to be drawn."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from voicecoach.model.plan import StepKind
from voicecoach.model.timeline import Bus, Event, PlacedStep, Timeline

if TYPE_CHECKING:
    from voicecoach.units import Ms

WORK, REST = StepKind.WORK, StepKind.REST


def placed(
    number: int, start: Ms, end: Ms, kind: StepKind = WORK, *, name: str = "Squat", said: str = ""
) -> PlacedStep:
    """A step with a chapter of its name, and something said as it begins."""
    events = (Event(Bus.VOICE, start, start + 1_000, said, number),) if said else ()
    return PlacedStep(number, start, end, events, (), kind, name, "", "", 0, 0, 0, 0, 0, name, hold=False, span=None)


def timeline(*lengths: Ms, title: str = "Legs", said: str = "") -> Timeline:
    """Work and rest by turns."""
    ends = list(accumulate(lengths))
    starts = [0, *ends]
    steps = (
        placed(
            number, starts[number], end, REST if number % 2 else WORK, name="Rest" if number % 2 else "Squat", said=said
        )
        for number, end in enumerate(ends)
    )
    return Timeline(title, tuple(steps))
