"""Exactly when everything sounds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voicecoach.diagnostics import Diagnostic
    from voicecoach.model.plan import StepKind
    from voicecoach.source import Span
    from voicecoach.units import Ms

__all__ = ["Bus", "Change", "Chapter", "Event", "Fitting", "LyricLine", "PlacedStep", "Tags", "Timeline"]


class Bus(Enum):
    """The mix group a track feeds."""

    VOICE = "voice"
    EARCON = "earcon"
    MUSIC = "music"


@dataclass(frozen=True, slots=True)
class Event:
    """A clip placed over a time range; ``start`` is its first audible sample.

    Attributes:
        bus: The mix group.
        start: In ms from the start of the timeline.
        end: In ms; half-open.
        name: What is spoken, on the voice bus; the earcon's name on the earcon bus.
        step: The number of its step, from 0.
        beat: When the voice sets in, in ms, of words that fall on a moment: counts, movement words; None elsewhere.
    """

    bus: Bus
    start: Ms
    end: Ms
    name: str
    step: int
    beat: Ms | None = None


class Change(Enum):
    """What became of a cue, or of a step, for want of time."""

    SHORTENED = "shortened"
    DROPPED = "dropped"
    STRETCHED = "stretched"


@dataclass(frozen=True, slots=True)
class Fitting:
    """Something for which the time was too short.

    Attributes:
        change: What became of it.
        needed: How long it is in ms: a shortened cue in its longest form, a dropped one in its shortest; how long a
            stretched step has become.
        left: How much time there is for it, in ms: beside all else that is spoken; as the step was written.
        moment: The cue's name in the pack; empty for the step.
        form: The form that is spoken in the place of the longest; empty where none is.
        text: The words that are spoken, or that are not; empty for the step.
        span: The author's own words, or the line of the step; None for what the coach adds.
    """

    change: Change
    needed: Ms
    left: Ms
    moment: str = ""
    form: str = ""
    text: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class PlacedStep:
    """A step with its place on the timeline and everything that sounds because of it.

    ``events`` are sorted by start and none starts before the step does; an end tone sounds on into the next step;
    ``fittings`` tell what was shortened, dropped or stretched, whether anybody wants to be warned or not. The other
    attributes are those of :class:`voicecoach.model.plan.Step`.
    """

    number: int
    start: Ms
    end: Ms
    events: tuple[Event, ...]
    diagnostics: tuple[Diagnostic, ...]
    kind: StepKind
    name: str
    section: str
    side: str
    set: int
    sets: int
    round: int
    rounds: int
    reps: int
    chapter: str
    hold: bool
    span: Span | None
    fittings: tuple[Fitting, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A named range of the file, in ms; half-open.

    ``picture`` is what a player may show meanwhile, as the bytes of a JPEG or PNG file; empty for none.
    """

    title: str
    start: Ms
    end: Ms
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A whole workout, placed.

    Attributes:
        title: The workout's title.
        steps: In order; each begins where the one before it ends, the first at 0.
    """

    title: str
    steps: tuple[PlacedStep, ...]

    @property
    def duration(self) -> Ms:
        """Length in ms: the end of the last step."""
        return self.steps[-1].end if self.steps else 0

    @property
    def events(self) -> tuple[Event, ...]:
        """All that sounds, sorted by start."""
        return tuple(sorted((event for step in self.steps for event in step.events), key=lambda event: event.start))

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The chapters, in time order: each reaches to where the next begins, the last to the end."""
        openers = [step for step in self.steps if step.chapter]
        ends = [step.start for step in openers[1:]] + [self.duration]
        return tuple(Chapter(step.chapter, step.start, end) for step, end in zip(openers, ends, strict=True))

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What the scheduler had to shorten, drop or stretch."""
        return tuple(diagnostic for step in self.steps for diagnostic in step.diagnostics)


@dataclass(frozen=True, slots=True)
class LyricLine:
    """A line that a player shows from a moment on, until the next one comes.

    Attributes:
        start: In ms.
        text: One line, without a break.
    """

    start: Ms
    text: str


@dataclass(frozen=True, slots=True)
class Tags:
    """What a file says about itself.

    Attributes:
        title: The workout's title.
        artist: Who speaks.
        album: What it belongs to.
        language: BCP 47 tag.
        duration: Length in ms.
        chapters: In time order.
        description: What the file holds, in any number of lines; empty for nothing.
        lyrics: What is shown while it sounds, in time order.
        cover: A picture as the bytes of a JPEG or PNG file; empty for none.
        track: Which of the album's files it is, from 1; 0 for one that stands alone.
        tracks: How many files the album has.
    """

    title: str
    artist: str
    album: str
    language: str
    duration: Ms
    chapters: tuple[Chapter, ...] = ()
    description: str = ""
    lyrics: tuple[LyricLine, ...] = ()
    cover: bytes = b""
    track: int = 0
    tracks: int = 0
