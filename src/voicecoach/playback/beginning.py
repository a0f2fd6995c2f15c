"""Where a workout begins that does not begin at its beginning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.model.plan import StepKind
from voicecoach.names import same_name
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from voicecoach.model.timeline import PlacedStep
    from voicecoach.units import Ms

__all__ = ["THE_TOP", "Beginning"]

_SIXTY = 60


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where to begin.

    Attributes:
        place: A time (``4:30``), the number of a step from 1, or how its name begins; empty for none of them.
        at: The number of a step from 0, and how far into it, in ms, instead of ``place``.
    """

    place: str = ""
    at: tuple[int, Ms] | None = None

    def moment(self, step: PlacedStep) -> Ms | None:
        """Where a step holds it, in ms; None where it does not."""
        if self.at:
            number, into = self.at
            return min(step.start + into, step.end) if step.number == number else None
        if ":" in self.place:
            moment = _time_of(self.place)
            return moment if moment is not None and step.start <= moment < step.end else None
        named = step.kind is not StepKind.SAY and same_name(step.name).startswith(same_name(self.place))
        return step.start if named or self.place == str(step.number + 1) else None

    def first_needed(self, outline: Sequence[PlacedStep]) -> int:
        """The first step of which all must be known; those before it are passed over.

        Args:
            outline: All steps, roughly placed: a time is looked for one step earlier than it seems to be.

        Returns:
            The step's number; how many there are if none holds the place.
        """
        if self == THE_TOP:
            return 0
        found = next((step.number for step in outline if self.moment(step) is not None), len(outline))
        return max(0, found - 1) if ":" in self.place else found


THE_TOP = Beginning()
"""The beginning."""


def _time_of(text: str) -> Ms | None:
    """A time as a clock shows it: ``4:30``, ``1:02:03``."""
    parts = text.split(":")
    if not all(part.isdecimal() for part in parts):
        return None
    total = 0
    for part in parts:
        total = total * _SIXTY + int(part)
    return total * MS_PER_SECOND
