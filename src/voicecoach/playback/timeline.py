"""The timeline of a live workout: it grows while it is played."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from voicecoach.playback.marks import Marks, mark_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from voicecoach.model.timeline import PlacedStep

__all__ = ["LiveTimeline"]


class LiveTimeline:
    """Placed steps, added by one thread and read by others.

    Args:
        rate: Frames a second.

    Attributes:
        marks: Where the steps stand, in frames.
        complete: Whether no step will be added any more.
        outline: All steps of the workout, placed roughly and without what sounds; empty as long as nobody knows.
    """

    def __init__(self, rate: int) -> None:
        self.marks = Marks(rate)
        self.complete = False
        self.outline: Sequence[PlacedStep] = ()
        self._steps: list[PlacedStep] = []

    @property
    def steps(self) -> Sequence[PlacedStep]:
        """All steps placed so far."""
        return self._steps

    @property
    def course(self) -> Sequence[PlacedStep]:
        """All steps of the workout: as they are placed, and behind those roughly."""
        placed = self._steps[: len(self.marks)]
        if self.complete:
            return placed
        coming = self.outline[len(placed) :]
        later = placed[-1].end - coming[0].start if placed and coming else 0
        return [*placed, *(replace(step, start=step.start + later, end=step.end + later) for step in coming)]

    def add(self, step: PlacedStep) -> None:
        """Place one more step at the end; it counts as placed once its mark stands."""
        self._steps.append(step)
        self.marks.add(mark_of(step, self.marks.rate))

    def finish(self) -> None:
        """No step will follow."""
        self.complete = True
