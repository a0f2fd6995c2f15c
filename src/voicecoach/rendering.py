"""From placed steps to a sink: everything in blocks, or what sounds in regions and the rest as silence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from voicecoach.mixing.mixer import Mixer
from voicecoach.mixing.regions import Regions
from voicecoach.model.timeline import Bus
from voicecoach.ports import SplicingSink
from voicecoach.resampling import resample
from voicecoach.units import frames_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from voicecoach.mixing.mixer import Background
    from voicecoach.mixing.regions import Region
    from voicecoach.model.clip import Block, Samples
    from voicecoach.model.timeline import Event, PlacedStep
    from voicecoach.ports import Sink
    from voicecoach.sounds import Earcons
    from voicecoach.speech.speaker import Speaker
    from voicecoach.units import Frames, Ms

__all__ = ["Blocks", "Mix", "Rendering", "Sounds", "Spliced", "rendering"]

_BLOCK = 65_536
"""Frames rendered at a time."""

_KEPT_CLIPS = 32
"""Clips kept at the rate of the mix: numbers and short calls come again and again."""


class Sounds:
    """The samples of an event, at the rate of the mix; what was heard lately is kept.

    Args:
        speaker: Who speaks.
        earcons: At that rate.
        rate: Frames a second of the mix.
    """

    def __init__(self, speaker: Speaker, earcons: Earcons, rate: int) -> None:
        self._speaker = speaker
        self._earcons = earcons
        self._rate = rate
        self._spoken = lru_cache(_KEPT_CLIPS)(self._speak)

    def __call__(self, event: Event) -> Samples:
        """The samples of an event; read only."""
        return self._earcons.clip(event.name).samples if event.bus is Bus.EARCON else self._spoken(event.name)

    def _speak(self, text: str) -> Samples:
        return resample(self._speaker.clip(text), self._rate).samples


@dataclass(frozen=True, slots=True)
class Mix:
    """How the sounds of a timeline are put together.

    Attributes:
        heard: What is heard of it.
        gain_db: Of everything.
        background: Music, for two channels; None for none.
        awake: Whether a noise nobody hears keeps devices awake.
    """

    heard: frozenset[Bus] = frozenset(Bus)
    gain_db: float = 0.0
    background: Background | None = None
    awake: bool = False

    @property
    def pauses(self) -> bool:
        """Whether there is silence between its sounds."""
        return not (self.background or self.awake)

    def events(self, placed: PlacedStep) -> list[Event]:
        """What is heard of a step's events."""
        return [event for event in placed.events if event.bus in self.heard]

    def mixer(
        self, rate: int, sounds: Callable[[Event], Samples], frame_of: Callable[[Event], Frames] | None = None
    ) -> Mixer:
        """An empty mixer for it."""
        gains = dict.fromkeys(Bus, self.gain_db)
        return Mixer(rate, 2 if self.background else 1, sounds, gains, frame_of, self.background, awake=self.awake)


PLAIN_MIX = Mix()


class Rendering(Protocol):
    """Fills a sink while steps are being placed."""

    def add(self, placed: PlacedStep) -> None:
        """Take the next step; all that lies before it is written."""
        ...

    def finish(self, end: Ms) -> None:
        """Write what is left, up to the end of the workout."""
        ...


def rendering(
    sink: Sink, rate: int, sounds: Callable[[Event], Samples], mix: Mix = PLAIN_MIX, *, exact: bool = False
) -> Rendering:
    """The way that suits a sink.

    Args:
        sink: Takes as many channels as the mix has.
        rate: Frames a second.
        sounds: The samples of an event.
        mix: How they are put together.
        exact: Whether spoken words are never moved, by a few ms, for the sake of a sink.
    """
    if isinstance(sink, SplicingSink) and mix.pauses:
        return Spliced(sink, rate, sounds, mix, exact=exact)
    return Blocks(sink, rate, sounds, mix)


class Blocks:
    """Every frame, in blocks.

    Args:
        sink: Where they go.
        rate: Frames a second.
        sounds: The samples of an event.
        mix: How they are put together.
    """

    def __init__(self, sink: Sink, rate: int, sounds: Callable[[Event], Samples], mix: Mix = PLAIN_MIX) -> None:
        self._sink = sink
        self._rate = rate
        self._mix = mix
        self._mixer = mix.mixer(rate, sounds)
        self._written: Frames = 0

    def add(self, placed: PlacedStep) -> None:
        """Take the next step."""
        self._write(frames_of(placed.start, self._rate) - self._mixer.reach)
        self._mixer.add(self._mix.events(placed))

    def finish(self, end: Ms) -> None:
        """Write what is left."""
        self._write(frames_of(end, self._rate))

    def _write(self, stop: Frames) -> None:
        for first in range(self._written, stop, _BLOCK):
            self._sink.write(self._mixer.render(first, min(_BLOCK, stop - first)))
        self._written = max(self._written, stop)
        self._mixer.forget(self._written)


class Spliced:
    """What sounds in regions, of which each is mixed once however often it comes, and silence between them.

    Args:
        sink: Where they go.
        rate: Frames a second.
        sounds: The samples of an event.
        mix: How they are put together.
        exact: Whether spoken words stay where the timeline puts them, to the frame.
    """

    def __init__(
        self,
        sink: SplicingSink,
        rate: int,
        sounds: Callable[[Event], Samples],
        mix: Mix = PLAIN_MIX,
        *,
        exact: bool = False,
    ) -> None:
        self._sink = sink
        self._rate = rate
        self._sounds = sounds
        self._mix = mix
        self._regions = Regions(sink.grid, rate, exact=exact)
        self._written: Frames = 0

    def add(self, placed: PlacedStep) -> None:
        """Take the next step."""
        for region in self._regions.before(frames_of(placed.start, self._rate)):
            self._write(region, region.stop)
        self._regions.add(self._mix.events(placed))

    def finish(self, end: Ms) -> None:
        """Write what is left; a sound that goes on behind the end ends there."""
        stop = frames_of(end, self._rate)
        for region in self._regions.before(None):
            if region.start < stop:
                self._write(region, stop)
        self._silence(stop)

    def _write(self, region: Region, end: Frames) -> None:
        """Write a region, of which nothing behind ``end`` is heard."""
        self._silence(region.start)
        heard = min(region.stop, end) - region.start
        self._sink.sound((region.key, heard), heard, lambda: self._mixed(region, heard))
        self._written = region.start + heard

    def _mixed(self, region: Region, heard: Frames) -> Block:
        mixer = self._mix.mixer(self._rate, self._sounds, self._regions.frame_of)
        mixer.add(region.events)
        block = mixer.render(region.start, region.stop - region.start)
        block[heard:] = 0.0
        return block

    def _silence(self, stop: Frames) -> None:
        if stop > self._written:
            self._sink.silence(stop - self._written)
            self._written = stop
