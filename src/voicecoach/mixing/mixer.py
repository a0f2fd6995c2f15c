"""Sum the sounds of events into blocks."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from voicecoach.mixing.limiter import Limiter
from voicecoach.mixing.noise import quiet_noise
from voicecoach.model.timeline import Bus
from voicecoach.units import frames_of, gain_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from voicecoach.model.clip import Block, Samples
    from voicecoach.model.timeline import Event
    from voicecoach.units import Frames

__all__ = ["Background", "Mixer"]

_MUSIC_CEILING_DB = -3.5
"""Highest true peak of a mix with music, in dBTP: an MP3 file of drums at V4 was measured to add up to 2.1 dB, and may
not come above -1."""


class Background(Protocol):
    """Music behind it all; :class:`voicecoach.mixing.bed.Bed` is one."""

    @property
    def reach(self) -> Frames:
        """How many frames beyond a block the timeline decides about it."""
        ...

    def render(self, start: Frames, count: Frames) -> Block:
        """Some frames of two channels, those before 0 silent; a new array."""
        ...


@dataclass(frozen=True, slots=True)
class _Placed:
    """A sound at its frame.

    Attributes:
        start: Its first frame.
        order: What decides in which order sounds of the same start are summed, so that the sum is the same to the bit
            however the events came in.
        samples: The sound.
        gain: Factor of its bus.
    """

    start: Frames
    order: tuple[str, str]
    samples: Samples
    gain: float

    @property
    def stop(self) -> Frames:
        """The frame behind its last."""
        return self.start + len(self.samples)


class Mixer:
    """Renders any stretch of a timeline, in blocks of any size and any order.

    What is rendered depends on the events that overlap the stretch, with :attr:`reach` frames on either side: these
    must have been added before.

    Args:
        rate: Frames a second, of the blocks and of every sound.
        channels: Channels of the blocks; each carries the same.
        sound_of: The mono sound of an event at ``rate``; called once for each event, as it is added. Equal sounds may
            be one array: it is only read.
        bus_gain_db: Gain of each bus; 0 dB for one that is not named.
        frame_of: Where an event begins; None for the frame nearest to its start.
        background: Music, for two channels.
        awake: Whether a noise that nobody hears keeps devices from falling asleep.
    """

    def __init__(
        self,
        rate: int,
        channels: int,
        sound_of: Callable[[Event], Samples],
        bus_gain_db: Mapping[Bus, float],
        frame_of: Callable[[Event], Frames] | None = None,
        background: Background | None = None,
        *,
        awake: bool = False,
    ) -> None:
        """Start with an empty timeline."""
        self._background = background
        self._awake = awake
        self._rate = rate
        self._channels = channels
        self._sound_of = sound_of
        self._frame_of = frame_of or (lambda event: frames_of(event.start, rate))
        self._gains = {bus: gain_of(level) for bus, level in bus_gain_db.items()}
        self._music_gain = np.float32(self._gains.get(Bus.MUSIC, 1.0))
        self._limiter = Limiter(rate, _MUSIC_CEILING_DB) if background else Limiter(rate)
        self._placed: list[_Placed] = []
        self._longest: Frames = 0
        self._forgotten: Frames = 0

    @property
    def reach(self) -> Frames:
        """How many frames beyond a block its events decide about it: what the limiter and the music look ahead."""
        return self._limiter.reach + (self._background.reach if self._background else 0)

    def add(self, events: Iterable[Event]) -> None:
        """Place events, in any order.

        Their sounds are held until they are forgotten.
        """
        self._placed += [self._place(event) for event in events]
        self._placed.sort(key=lambda placed: (placed.start, placed.order))
        self._longest = max((len(placed.samples) for placed in self._placed), default=0)

    def _place(self, event: Event) -> _Placed:
        order = (event.bus.value, event.name)
        return _Placed(self._frame_of(event), order, self._sound_of(event), self._gains.get(event.bus, 1.0))

    def forget(self, before_frame: Frames) -> None:
        """Let go of all that only earlier frames need; they can no longer be rendered."""
        self._forgotten = max(self._forgotten, before_frame)
        over = 0
        while over < len(self._placed) and self._placed[over].stop + self.reach <= self._forgotten:
            over += 1
        del self._placed[:over]

    def render(self, start: Frames, count: Frames) -> Block:
        """The frames from ``start`` on.

        Args:
            start: At least 0 and not forgotten.
            count: How many, at least 0.

        Returns:
            float32, shape ``(count, channels)``, true peak at most -1.5 dBTP, with music -3.5; a new array.

        Raises:
            ValueError: If the frames were forgotten, or a number is negative.
        """
        if start < self._forgotten or count < 0:
            raise ValueError(f"cannot render {count} frames from {start}: the timeline begins at {self._forgotten}")
        around = self._limiter.reach
        first, last = start - around, start + count + around
        voices = self._voices(first, last)
        if self._background is None:
            block = np.zeros((count, self._channels), np.float32)
            if voices is not None:
                block[:] = self._limiter.limit(voices)[:, None]
            return block
        mixed = self._background.render(first, last - first)
        mixed *= self._music_gain
        if voices is not None:
            mixed += voices[:, None]
        return self._limiter.limit(mixed)

    def _voices(self, first: Frames, last: Frames) -> Samples | None:
        """All but the music, in one channel; None for silence."""
        sounding = self._between(first, last)
        if not sounding and not self._awake:
            return None
        mixed = _sum(sounding, first, last)
        return mixed + quiet_noise(first, last - first, self._rate) if self._awake else mixed

    def _between(self, first: Frames, last: Frames) -> list[_Placed]:
        """What sounds in a half-open range of frames, in the order of summing."""
        low = bisect_left(self._placed, first - self._longest, key=lambda placed: placed.start)
        high = bisect_left(self._placed, last, lo=low, key=lambda placed: placed.start)
        return [placed for placed in self._placed[low:high] if placed.stop > first]


def _sum(sounding: Iterable[_Placed], first: Frames, last: Frames) -> Samples:
    mixed = np.zeros(last - first, np.float32)
    for placed in sounding:
        start, stop = max(first, placed.start), min(last, placed.stop)
        part = placed.samples[start - placed.start : stop - placed.start]
        mixed[start - first : stop - first] += part * np.float32(placed.gain)
    return mixed
