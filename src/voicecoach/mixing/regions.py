"""Events -> regions: the stretches of a timeline that sound, apart from the silence between them.

A region holds everything that sounds, with the silence around it that a sink asks for, and lies on the sink's grid.
Regions of the same events at the same distances sound the same. So that a sentence that returns is the same region,
what is spoken is moved to the nearest place of the grid, by 12 ms at most: nobody hears that. Earcons stand where the
timeline puts them, to the sample, and so does what is spoken on a beat.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from voicecoach.model.timeline import Bus
from voicecoach.units import MS_PER_SECOND, frames_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from voicecoach.model.timeline import Event
    from voicecoach.ports import Grid
    from voicecoach.units import Frames, Ms

__all__ = ["Region", "Regions"]

_FARTHEST: Ms = 12
"""How far what is spoken may be moved; with a coarser grid nothing is."""

_Key: TypeAlias = "tuple[tuple[str, str, Frames], ...]"


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch that sounds.

    Attributes:
        start: Its first frame.
        stop: The frame behind its last.
        events: What sounds in it.
        key: Equal for regions that sound the same.
    """

    start: Frames
    stop: Frames
    events: tuple[Event, ...]
    key: _Key


class Regions:
    """Gathers events until nothing can be added to their region.

    Args:
        grid: Where regions may lie.
        rate: Frames a second.
        exact: Whether everything stands where the timeline puts it.
    """

    def __init__(self, grid: Grid, rate: int, *, exact: bool = False) -> None:
        self._grid = grid
        self._rate = rate
        self._moves = not exact and grid.step * MS_PER_SECOND <= 2 * _FARTHEST * rate
        self._waiting: list[tuple[Frames, Frames, Event]] = []

    def frame_of(self, event: Event) -> Frames:
        """Where an event begins in its region."""
        frame = frames_of(event.start, self._rate)
        if not self._moves or event.bus is not Bus.VOICE or event.beat is not None:
            return frame
        step = self._grid.step
        return (frame + step // 2) // step * step

    def add(self, events: Iterable[Event]) -> None:
        """Take more events, in any order."""
        for event in events:
            frame = self.frame_of(event)
            self._waiting.append((frame, frame + frames_of(event.end - event.start, self._rate), event))

    def before(self, frame: Frames | None) -> Iterator[Region]:
        """The regions that are complete if no further event begins before a frame; None if there is none at all."""
        self._waiting.sort(key=lambda one: one[0])
        first = 0
        while first < len(self._waiting):
            start, stop, behind = self._region(first)
            if frame is not None and stop > self._begin(frame - self._grid.step):
                break
            yield self._made(start, stop, first, behind)
            first = behind
        del self._waiting[:first]

    def _region(self, first: int) -> tuple[Frames, Frames, int]:
        """Where a region begins and ends, and the number of the first event that is no longer part of it."""
        start = self._begin(self._waiting[first][0])
        stop = self._end(self._waiting[first][1])
        behind = first + 1
        while behind < len(self._waiting) and self._begin(self._waiting[behind][0]) < stop:
            stop = max(stop, self._end(self._waiting[behind][1]))
            behind += 1
        return start, stop, behind

    def _begin(self, sound: Frames) -> Frames:
        """Where a region with a sound begins; before the first frame of all there is nothing."""
        return max(0, sound // self._grid.step * self._grid.step - self._grid.lead)

    def _end(self, sound: Frames) -> Frames:
        """Where a region ends whose sound does."""
        return -(-sound // self._grid.step) * self._grid.step + self._grid.tail

    def _made(self, start: Frames, stop: Frames, first: int, behind: int) -> Region:
        waiting = self._waiting[first:behind]
        key = tuple(sorted((event.bus.value, event.name, frame - start) for frame, _, event in waiting))
        return Region(start, stop, tuple(event for _, _, event in waiting), key)
