"""The player: does what the transport decides.

It has no thread and no clock of its own. Whoever drives it calls :meth:`Player.pump` often enough that the ring never
runs dry; the device takes from :attr:`Player.ring` whenever it wants to. What time it is, is what the device has taken.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voicecoach.model.timeline import Bus
from voicecoach.playback.feed import Feed
from voicecoach.playback.trail import Cursor
from voicecoach.playback.transport import (
    LOUDEST,
    AddRest,
    Again,
    Command,
    Do,
    Halt,
    Level,
    Seek,
    State,
    Stop,
    Transport,
    apply,
)
from voicecoach.units import MS_PER_SECOND, frames_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from voicecoach.model.timeline import PlacedStep
    from voicecoach.playback.feed import Renderer
    from voicecoach.playback.passage import Guide
    from voicecoach.playback.ring import Ring
    from voicecoach.playback.timeline import LiveTimeline
    from voicecoach.playback.transport import Effect
    from voicecoach.units import Frames, Ms

__all__ = ["Player", "Snapshot"]

_REMIND_AFTER: Ms = 30_000
_REMIND_EVERY: Ms = 60_000
"""A workout that waits says so, gently: not at once, and not often."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A live workout at a moment, for whoever shows it.

    Attributes:
        transport: Where it stands.
        step: The step; None before the first is placed.
        time: The position in ms.
        left: How long the step still lasts, in ms, with what was added to it.
        length: How long all of the step is, in ms, with what was added to it.
        total: How long the workout is, as far as it is placed, in ms.
        complete: Whether all of it is placed.
        words: What the coach said last in this step; empty for nothing yet.
    """

    transport: Transport
    step: PlacedStep | None
    time: Ms
    left: Ms
    length: Ms
    total: Ms
    complete: bool
    words: str


class Player:
    """Plays a timeline that grows.

    Args:
        timeline: What is played.
        new_renderer: Gives an empty mixer of one channel at the timeline's rate.
        guide: Has the words for what the timeline does not know.
        volume: In percent.
        ring: What the device takes from; a new one by default.

    Attributes:
        timeline: What is played.
    """

    def __init__(
        self,
        timeline: LiveTimeline,
        new_renderer: Callable[[], Renderer],
        guide: Guide,
        volume: int = LOUDEST,
        ring: Ring | None = None,
    ) -> None:
        """Wait for the command to play."""
        self.timeline = timeline
        self._marks = timeline.marks
        self._rate = timeline.marks.rate
        self._guide = guide
        self._feed = Feed(timeline, new_renderer, guide, ring)
        self._commands: deque[Command] = deque()
        self._transport = Transport(volume=volume)
        self._held_since: Frames | None = None
        self._reminders = 0
        self.ring.set_gain(_gain_of(volume))

    @property
    def ring(self) -> Ring:
        """What the device takes from."""
        return self._feed.ring

    @property
    def state(self) -> State:
        """What the workout is doing."""
        return self._transport.state

    @property
    def ahead(self) -> Frames:
        """How many frames of the workout are placed and not yet on their way to the device."""
        return max(0, self._marks.end - self._feed.cursor.frame)

    def begin_at(self, frame: Frames) -> None:
        """Begin at a frame that is placed, instead of at 0; before the command to play."""
        self._feed.cursor = Cursor(frame)

    def tell(self, command: Command) -> None:
        """Wish for something; it is done at the next pump. Safe for any thread."""
        self._commands.append(command)

    def pump(self) -> None:
        """Do what was wished for, write ahead, and notice where the workout has come."""
        while self._commands:
            self._obey(self._commands.popleft())
        if self.state in (State.PLAYING, State.HOLDING):
            self._feed.write()
            self._notice()

    def snapshot(self) -> Snapshot:
        """How it stands now."""
        _, cursor = self._feed.heard()
        transport = replace(self._transport, position=cursor.frame)
        time, total = self._ms(cursor.frame), self._ms(self._marks.end)
        if not len(self._marks):
            return Snapshot(transport, None, time, 0, 0, total, self.timeline.complete, "")
        number = self._marks.index(cursor.frame)
        step = self.timeline.steps[number]
        mark = self._marks[number]
        added = self._feed.added(cursor.frame, mark.end) - cursor.waited
        left = max(0, step.end - time) + self._ms(max(0, added))
        length = step.end - step.start + self._ms(self._feed.added(mark.start, mark.end))
        words = self._feed.words or _said(step, time)
        return Snapshot(transport, step, time, left, length, total, self.timeline.complete, words)

    def _obey(self, command: Command) -> None:
        _, cursor = self._feed.heard()
        before = replace(self._transport, position=cursor.frame)
        self._transport, effect = apply(before, command, self._marks)
        self._feed.muted = self._transport.muted
        if effect is not None:
            self._do(effect, cursor)

    def _do(self, effect: Effect, cursor: Cursor) -> None:
        match effect:
            case Seek(frame, why):
                self._feed.seek(frame, why)
                self._held_since = None
                if self.state is State.PAUSED:
                    self.ring.pause()
            case Halt():
                self.ring.pause()
                self._feed.prepare()
            case Stop():
                self.ring.pause()
            case Again():
                self._feed.mix_again()
            case Level(volume):
                self.ring.set_gain(_gain_of(volume))
            case AddRest(start, frame, length):
                self._feed.splice(cursor if start == cursor.frame else Cursor(start))
                self._feed.lengthen(frame, length)

    def _notice(self) -> None:
        """The end, a place to wait at, and that the wait is long."""
        if self._feed.over:
            self._obey(Command(Do.END))
        elif self.state is State.HOLDING:
            self._remind()
        elif self._feed.waits:
            self._obey(Command(Do.HOLD))
            self._held_since, self._reminders = self.ring.delivered, 0

    def _remind(self) -> None:
        if self._held_since is None:
            return
        due = _REMIND_AFTER + self._reminders * _REMIND_EVERY
        if self.ring.delivered - self._held_since >= frames_of(due, self._rate):
            self._reminders += 1
            self._feed.say(self._guide.waiting())

    def _ms(self, frames: Frames) -> Ms:
        return frames * MS_PER_SECOND // self._rate


def _gain_of(volume: int) -> float:
    """The factor of a volume in percent: its square sounds about as evenly spaced as the numbers are."""
    return (volume / LOUDEST) ** 2


def _said(step: PlacedStep, time: Ms) -> str:
    """What the coach last began to say in a step, at a time in ms."""
    begun = [event.name for event in step.events if event.bus is Bus.VOICE and event.start <= time]
    return begun[-1] if begun else ""
