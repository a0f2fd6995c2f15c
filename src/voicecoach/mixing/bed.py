"""The music under a workout: where it plays, and how loud at every moment.

All of it is told from the timeline. Music comes up and goes down where steps of work and rest begin, is down while the
coach speaks, and is gone at the end. So any stretch depends on its position alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Protocol

import numpy as np

from voicecoach.mixing.ducking import duck
from voicecoach.mixing.envelope import Breakpoint, for_each_frame, grid, levels
from voicecoach.model.plan import StepKind
from voicecoach.model.timeline import Bus
from voicecoach.units import MS_PER_SECOND, TimeRange, frames_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from voicecoach.mixing.envelope import Floats
    from voicecoach.model.clip import Block, Samples
    from voicecoach.model.timeline import PlacedStep
    from voicecoach.units import Frames, Ms

__all__ = ["Bed", "Lane", "Passage"]

_UNDER_VOICE_DB = -12.0
"""Where music is while the coach speaks, against the voice (BBC and podcast practice is 10 to 15 dB)."""

_ATTACK: Ms = 150
_RELEASE: Ms = 500
_HELD: Ms = 850
"""A gap of speech in which it stays down; see :mod:`voicecoach.mixing.ducking`."""

_CHANGE: Ms = 1_000
"""In which music gets louder or softer, or other music takes over, from the beginning of a step on."""

_FADE_IN: Ms = 2_000
_FADE_OUT: Ms = 5_000

_STEP: Ms = 100


class Passage(Enum):
    """The two parts of a workout that may have music of their own, with their levels against the voice in dB."""

    WORK = 0.0
    REST = -4.0


_PARTS = {
    StepKind.WORK: Passage.WORK,
    StepKind.READY: Passage.WORK,
    StepKind.SWITCH: Passage.WORK,
    StepKind.REST: Passage.REST,
    StepKind.SAY: Passage.REST,
}
"""Getting ready and changing sides are too short for a change of music."""


class Lane(Protocol):
    """Endless music at the rate of the mix, as loud as the voice: a :class:`voicecoach.music.playlist.Playlist`."""

    def render(self, start: Frames, count: Frames) -> Block:
        """Some frames, shape ``(count, 2)``; a new array."""
        ...

    def powers(self, start: Frames, count: int) -> Samples:
        """The K-weighted power of ``count`` tenths of a second from a frame on, the mean of the channels."""
        ...


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where a lane plays.

    Attributes:
        lane: Which.
        start: In ms.
        end: In ms, from where it goes down; None while that is open.
        position: The frame of the lane at the start.
    """

    lane: Lane
    start: Ms
    end: Ms | None
    position: Frames

    @property
    def gone(self) -> float:
        """When nothing is left of it, in ms."""
        return float("inf") if self.end is None else self.end + _CHANGE

    def presence(self, moments: Floats) -> Floats:
        """From 0 to 1: two lanes that take turns keep their power."""
        up = (moments - self.start) / _CHANGE
        down = np.ones(len(moments)) if self.end is None else 1.0 - (moments - self.end) / _CHANGE
        return np.asarray(np.sin(np.pi / 2 * np.clip(np.minimum(up, down), 0.0, 1.0)))


class Bed:
    """Music for steps that are added one after another.

    What is rendered before :meth:`finish` was called must lie a second before the end of the last step.

    Args:
        rate: Frames a second.
        lanes: What plays in each part; the same for both plays on. A part without a lane has no music.
        level_db: Of the music against the voice. Above 0 it is louder only where nobody speaks.
    """

    def __init__(self, rate: int, lanes: Mapping[Passage, Lane], level_db: float = 0.0) -> None:
        """Start with no step."""
        self._rate = rate
        self._lanes = lanes
        self._level = level_db
        self._under_voice = min(level_db, 0.0) + _UNDER_VOICE_DB
        self._stretches: list[_Stretch] = []
        self._played: dict[int, Frames] = {}
        self._levels: list[Breakpoint] = []
        self._speech: list[TimeRange] = []
        self._end: Ms | None = None

    @property
    def reach(self) -> Frames:
        """How many frames beyond a block its steps decide about it."""
        return frames_of(_ATTACK + _HELD, self._rate)

    def add(self, step: PlacedStep) -> None:
        """Take the next step."""
        part = _PARTS[step.kind]
        self._change_level(step.start, part.value)
        self._change_lane(step.start, self._lanes.get(part))
        self._speech += [TimeRange(event.start, event.end) for event in step.events if event.bus is Bus.VOICE]

    def finish(self, end: Ms) -> None:
        """There are no more steps: the music fades towards the end, in ms."""
        self._end = end

    def _change_level(self, time: Ms, level: float) -> None:
        if not self._levels:
            self._levels.append(Breakpoint(time, level))
        last = self._levels[-1]
        if last.gain_db != level:
            begin = max(time, last.time)
            self._levels += [Breakpoint(begin, last.gain_db), Breakpoint(begin + _CHANGE, level)]

    def _change_lane(self, time: Ms, lane: Lane | None) -> None:
        """End what plays if it is something else; a lane that comes back goes on where it stopped."""
        playing = self._stretches[-1] if self._stretches and self._stretches[-1].end is None else None
        if playing and playing.lane is lane:
            return
        if playing:
            length = frames_of(time, self._rate) - frames_of(playing.start, self._rate)
            self._played[id(playing.lane)] = playing.position + length
            self._stretches[-1] = replace(playing, end=time)
        if lane:
            self._stretches.append(_Stretch(lane, time, None, self._played.get(id(lane), 0)))

    def render(self, start: Frames, count: Frames) -> Block:
        """The music of some frames; those before the beginning and behind the end are silent.

        Returns:
            float32, shape ``(count, 2)``; a new array.

        Raises:
            VoicecoachError: If a file of music has gone away.
        """
        block = np.zeros((count, 2), np.float32)
        for stretch in self._near(start * MS_PER_SECOND / self._rate, (start + count) * MS_PER_SECOND / self._rate):
            begin = frames_of(stretch.start, self._rate)
            low, high = max(start, begin), start + count
            if self._end is not None:
                high = min(high, frames_of(self._end, self._rate))
            if high <= low:
                continue
            moments = grid(low, high - low, self._rate)
            factors = self._loudness(moments) * stretch.presence(moments)
            if factors.any():
                music = stretch.lane.render(stretch.position + low - begin, high - low)
                block[low - start : high - start] += music * for_each_frame(factors, low, high - low)
        return block

    def powers(self) -> Samples:
        """The K-weighted power of each tenth of a second of the whole, the mean of the channels.

        For a bed that is finished.
        """
        count = -(-(self._end or 0) // _STEP)
        if not count:
            return np.zeros(0, np.float32)
        moments = (np.arange(count) + 0.5) * _STEP
        factors = self._loudness(moments) ** 2
        powers = np.zeros(count, np.float32)
        for stretch in self._stretches:
            low, high = stretch.start // _STEP, int(min(count, -(-stretch.gone // _STEP)))
            inside = moments[low:high]
            heard = factors[low:high] * stretch.presence(inside) ** 2
            powers[low:high] += (stretch.lane.powers(stretch.position, len(inside)) * heard).astype(np.float32)
        return powers

    def _near(self, start: float, end: float) -> list[_Stretch]:
        """The stretches that are heard between two moments in ms."""
        low = bisect_right(self._stretches, start, key=lambda stretch: stretch.gone)
        high = bisect_left(self._stretches, end, key=lambda stretch: stretch.start)
        return self._stretches[low:high]

    def _loudness(self, moments: Floats) -> Floats:
        """The factor that is the same whatever plays: level, speech and the ends."""
        own = levels(self._levels, moments) + self._level
        ducked = levels(self._ducking(float(moments[0]), float(moments[-1])), moments) / _UNDER_VOICE_DB
        heard = own + (self._under_voice - own) * ducked
        ends = np.minimum(1.0, moments / _FADE_IN)
        if self._end is not None:
            ends = np.minimum(ends, (self._end - moments) / _FADE_OUT)
        return np.asarray(10.0 ** (heard / 20.0) * np.sin(np.pi / 2 * np.clip(ends, 0.0, 1.0)))

    def _ducking(self, start: float, end: float) -> tuple[Breakpoint, ...]:
        low = bisect_left(self._speech, start - _HELD, key=lambda speech: speech.end)
        high = bisect_right(self._speech, end + _HELD, key=lambda speech: speech.start)
        return duck(self._speech[low:high], depth_db=_UNDER_VOICE_DB, attack=_ATTACK, release=_RELEASE)
