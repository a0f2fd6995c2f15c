"""Which place of the workout each frame on its way to the device belongs to."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voicecoach.units import Frames

__all__ = ["Cursor", "Stretch", "Trail"]


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a live workout.

    Attributes:
        frame: Of the timeline.
        waited: How much of the silence that was put in at this frame is over, in frames.
    """

    frame: Frames = 0
    waited: Frames = 0


class Stretch(Enum):
    """What frames are: the workout itself, a rest made longer, or what the coach says beside the timeline."""

    WORKOUT = "workout"
    GAP = "gap"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class _Part:
    """Frames of one kind that follow one another, from ``start`` of the ring and ``cursor`` of the workout on."""

    start: Frames
    kind: Stretch
    cursor: Cursor

    def at(self, frame: Frames) -> Cursor:
        ahead = frame - self.start
        if self.kind is Stretch.WORKOUT:
            return Cursor(self.cursor.frame + ahead)
        if self.kind is Stretch.GAP:
            return replace(self.cursor, waited=self.cursor.waited + ahead)
        return self.cursor


class Trail:
    """The places of all frames that were written and not yet forgotten."""

    def __init__(self) -> None:
        """Nothing is written yet."""
        self._parts: deque[_Part] = deque()

    def __len__(self) -> int:
        """How many stretches are remembered."""
        return len(self._parts)

    def note(self, start: Frames, kind: Stretch, cursor: Cursor) -> None:
        """Frames from ``start`` of the ring on hold the workout from ``cursor`` on."""
        last = self._parts[-1] if self._parts else None
        if last is None or last.kind is not kind or last.at(start) != cursor:
            self._parts.append(_Part(start, kind, cursor))

    def at(self, frame: Frames) -> tuple[Stretch, Cursor]:
        """What a frame of the ring is, and where it belongs; it was written, and is not forgotten."""
        part = next(part for part in reversed(self._parts) if part.start <= frame)
        return part.kind, part.at(frame)

    def forget(self, before: Frames) -> None:
        """Let go of what only earlier frames need."""
        while len(self._parts) > 1 and self._parts[1].start <= before:
            self._parts.popleft()
