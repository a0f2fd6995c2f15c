"""Where steps stand on the frames of a live timeline, and the moments in them at which one can stop and go on."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.model.plan import StepKind
from voicecoach.model.timeline import Bus
from voicecoach.units import frames_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from voicecoach.model.timeline import Event, PlacedStep
    from voicecoach.units import Frames, Ms

__all__ = ["Mark", "Marks", "gap_at", "mark_of", "resume_at"]

_COUNT_IN = "ready"
"""The earcon that counts in."""

_SILENCE: Ms = 1_500
"""So long a silence in a step that waits is where its first words are over: between words that belong together there
is at most a second."""

_JUST_BEFORE: Ms = 1


@dataclass(frozen=True, slots=True)
class Mark:
    """A step in frames.

    Attributes:
        start: Its first frame.
        end: The frame behind its last.
        kind: What is done in it.
        chapter: Whether a chapter begins with it.
        spoken: What is said in it, in time order; half-open.
        count_in: Where the count into its end begins; its end where there is none.
        wait: Where it waits for the listener; None where it does not.
        go_on: Where it goes on when the listener is ready.
    """

    start: Frames
    end: Frames
    kind: StepKind
    chapter: bool = False
    spoken: tuple[tuple[Frames, Frames], ...] = ()
    count_in: Frames = 0
    wait: Frames | None = None
    go_on: Frames = 0


class Marks:
    """The marks of a timeline that grows at its end.

    Args:
        rate: Frames a second.
        marks: Those there are; each begins where the one before it ends, the first at 0.
    """

    def __init__(self, rate: int, marks: Sequence[Mark] = ()) -> None:
        self.rate = rate
        self._marks: list[Mark] = []
        self._starts: list[Frames] = []
        self._chapters: list[int] = []
        for mark in marks:
            self.add(mark)

    def __len__(self) -> int:
        """How many steps are placed."""
        return len(self._marks)

    def __getitem__(self, number: int) -> Mark:
        """The mark of a step."""
        return self._marks[number]

    @property
    def end(self) -> Frames:
        """Where the last step ends so far."""
        return self._marks[-1].end if self._marks else 0

    @property
    def chapters(self) -> Sequence[int]:
        """The steps that chapters begin with."""
        return self._chapters

    def add(self, mark: Mark) -> None:
        """Place one more step at the end."""
        if mark.chapter:
            self._chapters.append(len(self._marks))
        self._starts.append(mark.start)
        self._marks.append(mark)

    def index(self, frame: Frames) -> int:
        """The step that a frame belongs to; the last one for all behind it."""
        return max(0, min(bisect_right(self._starts, frame), len(self._marks)) - 1)

    def next_work(self, number: int) -> Frames:
        """Where the next work behind a step begins; the end of all that is placed where there is none."""
        following = (mark.start for mark in self._marks[number + 1 :] if mark.kind is StepKind.WORK)
        return next(following, self.end)


def mark_of(step: PlacedStep, rate: int) -> Mark:
    """The mark of a placed step at ``rate`` frames a second."""
    count_in = _count_in(step)
    wait, go_on = _waits(step, count_in) if step.hold else (None, step.end)
    return Mark(
        frames_of(step.start, rate),
        frames_of(step.end, rate),
        step.kind,
        bool(step.chapter),
        tuple((frames_of(event.start, rate), frames_of(event.end, rate)) for event in _voices(step)),
        frames_of(count_in, rate),
        None if wait is None else frames_of(wait, rate),
        frames_of(go_on, rate),
    )


def _voices(step: PlacedStep) -> list[Event]:
    return [event for event in step.events if event.bus is Bus.VOICE]


def _count_in(step: PlacedStep) -> Ms:
    beeps = (event.start for event in step.events if event.bus is Bus.EARCON and event.name == _COUNT_IN)
    return next(beeps, step.end)


def _waits(step: PlacedStep, count_in: Ms) -> tuple[Ms, Ms]:
    """Where a step waits, and where it goes on.

    It waits behind its first words. When the listener is ready, work is over, and a rest goes on with the last words
    before its count-in: calls of the time between them tell of a file, in which the wait is of a fixed length.
    """
    go_on = step.end if step.kind is StepKind.WORK else _last_words(step, count_in)
    first = step.start
    for event in step.events:
        if event.start - first >= _SILENCE and first > step.start:
            break
        first = max(first, event.end)
    return max(step.start, min(first, go_on - _JUST_BEFORE)), go_on


def _last_words(step: PlacedStep, count_in: Ms) -> Ms:
    """Where the words begin that lead into a count-in without a longer silence between them."""
    start = count_in
    for event in reversed([event for event in _voices(step) if event.end <= count_in][1:]):
        if start - event.end >= _SILENCE:
            break
        start = event.start
    return start


def resume_at(mark: Mark, frame: Frames) -> Frames:
    """Where a step goes on after a pause at a frame.

    Work goes on where it stopped: its length is exact. Anything else goes back to the beginning of what was being said,
    or of the count-in, which is of no use by halves.
    """
    if mark.kind is StepKind.WORK:
        return frame
    if mark.count_in < frame:
        return mark.count_in
    return next((start for start, end in mark.spoken if start < frame < end), frame)


def gap_at(mark: Mark, frame: Frames) -> Frames:
    """The first moment from a frame on at which a rest can be made longer: nothing is said, the count-in not begun."""
    for start, end in mark.spoken:
        if start < frame < end:
            frame = end
    return min(frame, mark.count_in)
