"""The feed: what is to be heard next, written into the ring ahead of the device.

It follows a cursor through the timeline. Where the timeline is not placed yet, or a step waits for the listener, it
writes nothing, and the device plays silence; where a rest was made longer, it writes that silence; and before the
timeline goes on from another place, it writes what the coach says to that.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from voicecoach.model.plan import StepKind
from voicecoach.model.timeline import Bus, Event
from voicecoach.playback.passage import ANSWER, Passage, events_of, where_we_are
from voicecoach.playback.ring import HELD_SECONDS, Ring
from voicecoach.playback.trail import Cursor, Stretch, Trail
from voicecoach.playback.transport import Why
from voicecoach.units import MS_PER_SECOND, frames_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from voicecoach.model.clip import Block
    from voicecoach.playback.passage import Guide
    from voicecoach.playback.timeline import LiveTimeline
    from voicecoach.units import Frames, Ms

__all__ = ["Feed", "Renderer"]

_AHEAD_SECONDS = 1.5
"""How far the ring is written ahead: a second and a half in which nobody may have time for us."""

_CHUNK_SECONDS = 0.1
"""Written at a time: a jump sounds as soon as its first chunk is mixed."""

_PATIENCE: Ms = 2_000
"""So long words beside the timeline may take to be spoken; then it goes on without them."""

_GO = "go"
_GO_LENGTH: Ms = 400


class Renderer(Protocol):
    """Mixes events into blocks, as :class:`voicecoach.mixing.mixer.Mixer` does."""

    @property
    def reach(self) -> Frames:
        """How many frames beyond a block its events decide about it."""
        ...

    def add(self, events: Iterable[Event]) -> None:
        """Place events."""
        ...

    def forget(self, before_frame: Frames) -> None:
        """Let go of what only earlier frames need."""
        ...

    def render(self, start: Frames, count: Frames) -> Block:
        """The frames from ``start`` on."""
        ...


@dataclass(slots=True)
class _Inserted:
    """A passage that is being written: ``done`` of ``length`` frames are."""

    renderer: Renderer
    length: Frames
    done: Frames = 0


@dataclass(slots=True)
class _Mix:
    """The timeline being mixed from some place on.

    Attributes:
        renderer: Holds the events near the cursor.
        number: The next step whose events it gets.
    """

    renderer: Renderer
    number: int


class Feed:
    """Writes a timeline that grows.

    Args:
        timeline: What is written.
        new_renderer: Gives an empty mixer of one channel at the timeline's rate.
        guide: Has the words for what the timeline does not know.
        ring: Where it is written, at the timeline's rate; a new one by default.

    Attributes:
        ring: Where it is written.
        cursor: What is written next.
        muted: Whether the coach is left out.
        words: What the coach says beside the timeline; empty for nothing.
    """

    def __init__(
        self, timeline: LiveTimeline, new_renderer: Callable[[], Renderer], guide: Guide, ring: Ring | None = None
    ) -> None:
        """Write nothing yet."""
        self._timeline = timeline
        self._marks = timeline.marks
        self._rate = timeline.marks.rate
        self._new_renderer = new_renderer
        self._guide = guide
        self._silence = np.zeros(round(_CHUNK_SECONDS * self._rate), np.float32)
        self._trail = Trail()
        self._gaps: dict[Frames, Frames] = {}
        self._mix: _Mix | None = None
        self._why: Why | None = None
        self._passages: deque[Passage] = deque()
        self._inserted: _Inserted | None = None
        self._asked_at: Frames | None = None
        self._first = 0
        self._from: Ms = 0
        self._spoken_from: Ms = 0
        self.ring = ring or Ring(self._rate, HELD_SECONDS)
        self.cursor = Cursor()
        self.muted = False
        self.words = ""

    @property
    def waits(self) -> bool:
        """Whether everything up to a place where the workout waits for the listener has been heard."""
        return self._rests and self.cursor.frame < self._marks.end and self._wait() == self.cursor.frame

    @property
    def over(self) -> bool:
        """Whether everything has been heard."""
        return self._rests and self._timeline.complete and self.cursor.frame >= self._marks.end

    @property
    def _rests(self) -> bool:
        """Whether nothing is left to be heard before the cursor."""
        return not (self.ring.ahead or self._passages or self._inserted)

    def heard(self) -> tuple[Stretch, Cursor]:
        """What the device takes next, and where in the workout that is."""
        heard = self.ring.heard
        return self._trail.at(heard) if heard < self.ring.written else (Stretch.WORKOUT, self.cursor)

    def added(self, start: Frames, end: Frames) -> Frames:
        """How much silence was put in between two frames of the timeline."""
        return sum(length for frame, length in self._gaps.items() if start <= frame < end)

    def seek(self, frame: Frames, why: Why) -> None:
        """Go on from another place, after the words that belong there; nothing is said by halves."""
        if why is Why.RESUME:  # the go of the count-in stands at a whole ms
            frame -= frame % (self._rate // MS_PER_SECOND)
        self._from = self._spoken_from = -(-frame * MS_PER_SECOND // self._rate)
        self._first = 0 if why is Why.READY else self._marks.index(frame)
        self.splice(Cursor(frame))
        self._why = why
        if why is Why.JUMP:
            self._passages.append(ANSWER)

    def splice(self, cursor: Cursor) -> None:
        """Drop what the device has not taken, and write from a place on as it stands now."""
        self.ring.cut()
        self.ring.resume()
        self._passages.clear()
        self._inserted = self._asked_at = self._mix = self._why = None
        self.words = ""
        self.cursor = cursor

    def mix_again(self) -> None:
        """The same place with the coach silent, or not any more; what the coach was saying beside it begins again."""
        kind, cursor = self.heard()
        if kind is Stretch.PASSAGE:
            self.seek(cursor.frame, Why.RESUME)
        else:
            self._spoken_from = max(self._spoken_from, self._ms(cursor.frame))
            self.splice(cursor)

    def lengthen(self, frame: Frames, length: Frames) -> None:
        """Put silence in at a frame of the timeline that has not been written since the last splice."""
        self._gaps[frame] = self._gaps.get(frame, 0) + length

    def prepare(self) -> None:
        """Have spoken what will be said when the workout goes on from where it is."""
        frame = self.heard()[1].frame
        if frame < self._marks.end and not self.muted:
            step = self._timeline.steps[self._marks.index(frame)]
            passage = where_we_are(step, self._ms(frame), Why.RESUME, self._guide)
            if passage and passage.text:
                self._guide.length(passage.text)

    def say(self, text: str) -> None:
        """Say something beside the timeline."""
        self._passages.append(Passage(text))

    def write(self) -> None:
        """Write as far ahead as there is something to write."""
        goal = round(_AHEAD_SECONDS * self._rate)
        room = len(self._silence)
        while self.ring.ahead < goal and self.ring.free >= room and self._write_some():
            pass
        self.ring.flowing = self.ring.ahead >= goal
        self._trail.forget(self.ring.heard)

    def _write_some(self) -> bool:
        """Write one chunk; tells whether there was one."""
        self._place_words()
        if self._inserted:
            return self._write_inserted(self._inserted)
        if self._passages:
            return self._begin(self._passages[0])
        return self._why is None and (self._write_gap() or self._write_workout())

    def _place_words(self) -> None:
        """Once the step is known that the workout goes on in, say so."""
        frame = self.cursor.frame
        if self._why is None or (frame >= self._marks.end and not self._timeline.complete):
            return
        why, self._why = self._why, None
        if frame < self._marks.end:
            step = self._timeline.steps[self._marks.index(frame)]
            passage = where_we_are(step, self._ms(frame), why, self._guide)
            if passage:
                self._passages.append(passage)
            if step.kind is StepKind.WORK and why is not Why.READY and self._ms(frame) > step.start:
                self._mixed().renderer.add([self._go(step.number)])

    def _go(self, step: int) -> Event:
        """What the count-in leads to where the timeline's own go is over."""
        return Event(Bus.EARCON, self._from, self._from + _GO_LENGTH, _GO, step)

    def _begin(self, passage: Passage) -> bool:
        """Begin a passage once its words are spoken, or do not come."""
        text = "" if self.muted else passage.text
        spoken = self._guide.length(text) if text else 0
        if self._asked_at is None:
            self._asked_at = self.ring.delivered
        if spoken is None and self.ring.delivered - self._asked_at < frames_of(_PATIENCE, self._rate):
            return False
        events, length = events_of(passage, spoken or 0)
        self._passages.popleft()
        self._asked_at = None
        renderer = self._new_renderer()
        renderer.add(events)
        self._inserted = _Inserted(renderer, frames_of(length, self._rate))
        self.words = text or self.words
        return True

    def _write_inserted(self, inserted: _Inserted) -> bool:
        count = min(len(self._silence), inserted.length - inserted.done)
        self._write(inserted.renderer.render(inserted.done, count), Stretch.PASSAGE)
        inserted.done += count
        if inserted.done == inserted.length:
            self._inserted = None
        return True

    def _write_gap(self) -> bool:
        frame, waited = self.cursor.frame, self.cursor.waited
        count = min(len(self._silence), self._gaps.get(frame, 0) - waited)
        if count <= 0:
            return False
        self._write(self._silence[:count, None], Stretch.GAP)
        self.cursor = Cursor(frame, waited + count)
        return True

    def _write_workout(self) -> bool:
        frame = self.cursor.frame
        mix = self._mixed()
        count = self._until(mix.renderer.reach) - frame
        if count <= 0:
            return False
        self._write(mix.renderer.render(frame, count), Stretch.WORKOUT)
        mix.renderer.forget(frame + count)
        self.cursor = Cursor(frame + count)
        self.words = ""
        return True

    def _until(self, reach: Frames) -> Frames:
        """How far the timeline can be written in one go."""
        frame, end = self.cursor.frame, self._marks.end
        wait = self._wait()
        stops = [frame + len(self._silence), end if self._timeline.complete else end - reach]
        stops += [gap for gap in self._gaps if gap > frame]
        if wait is not None and wait >= frame:
            stops.append(wait)
        if frame < end:
            stops.append(self._marks[self._marks.index(frame)].end)
        return min(stops)

    def _wait(self) -> Frames | None:
        """Where the step of the cursor waits for the listener."""
        return self._marks[self._marks.index(self.cursor.frame)].wait if len(self._marks) else None

    def _mixed(self) -> _Mix:
        """The mix with all events that sound near the cursor."""
        if self._mix is None:
            before = max(0, self._marks.index(self.cursor.frame) - 1)
            self._mix = _Mix(self._new_renderer(), max(before, self._first))
        mix = self._mix
        near = self.cursor.frame + len(self._silence) + mix.renderer.reach
        while mix.number < len(self._marks) and self._marks[mix.number].start <= near:
            mix.renderer.add(filter(self._sounds, self._timeline.steps[mix.number].events))
            mix.number += 1
        return mix

    def _sounds(self, event: Event) -> bool:
        if event.bus is Bus.VOICE:
            return not self.muted and event.start >= self._spoken_from
        return event.start >= self._from

    def _write(self, block: Block, kind: Stretch) -> None:
        self._trail.note(self.ring.written, kind, self.cursor)
        self.ring.write(block[:, 0])

    def _ms(self, frame: Frames) -> Ms:
        return frame * MS_PER_SECOND // self._rate
