"""What a script describes, before anybody has decided what is said when.

Places (``span``) do not count when two workouts are compared: the same words on other lines are the same workout.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

from voicecoach.model.scheme import ONCE, Clock, Every, Intervals, Ladder, Rounds, Scheme

if TYPE_CHECKING:
    from voicecoach.model.talk import TalkChoice
    from voicecoach.source import Span
    from voicecoach.units import Ms

__all__ = [
    "EXPLOSIVE",
    "LOUDEST",
    "SOFTEST",
    "Activity",
    "Amount",
    "Circuit",
    "Clock",
    "CueOverride",
    "Every",
    "Exercise",
    "Intervals",
    "Item",
    "Ladder",
    "LexiconEntry",
    "MostReps",
    "Movement",
    "Music",
    "Note",
    "Prescription",
    "Reps",
    "Rest",
    "Rounds",
    "Scheme",
    "Section",
    "Settings",
    "Sides",
    "SpokenLine",
    "Tempo",
    "Timed",
    "TimedCue",
    "TimedMoment",
    "UntilReady",
    "Workout",
]

SOFTEST, LOUDEST = -40.0, 6.0
"""Music in dB against the voice: softer is not heard in a gym, louder is no background."""

EXPLOSIVE: Ms = 500
"""What an ``X`` of the tempo notation takes: written digits are whole seconds, so half a second is always an X."""


class Movement(Enum):
    """Which way a repetition starts: a squat by lowering, a bridge by lifting."""

    DOWN = "down"
    UP = "up"


@dataclass(frozen=True, slots=True)
class Tempo:
    """How long the four phases of one repetition last, in ms.

    Attributes:
        down: Lowering (eccentric).
        bottom: Pause at the bottom.
        up: Lifting (concentric).
        top: Pause at the top.
    """

    down: Ms
    bottom: Ms
    up: Ms
    top: Ms

    @property
    def rep(self) -> Ms:
        """Length of one repetition in ms."""
        return self.down + self.bottom + self.up + self.top


@dataclass(frozen=True, slots=True)
class Reps:
    """Counted repetitions."""

    count: int


@dataclass(frozen=True, slots=True)
class Timed:
    """A timed interval, in ms."""

    duration: Ms


@dataclass(frozen=True, slots=True)
class MostReps:
    """As many repetitions as possible in a bounded time.

    Attributes:
        limit: The bound in ms.
        to_failure: True for "to failure, cap 60s", which may end earlier; False for "max reps in 40s".
    """

    limit: Ms
    to_failure: bool = False


@dataclass(frozen=True, slots=True)
class UntilReady:
    """Open: until the listener goes on. An export passes it after the ``ready`` setting."""


Amount: TypeAlias = Reps | Timed | MostReps | UntilReady


class Sides(Enum):
    """Which sides a prescription asks for."""

    NONE = ""
    EACH = "each"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Prescription:
    """How much of an exercise: the text behind its name.

    Attributes:
        amount: Reps, time or until ready; None where only other parts are written and the amount comes from elsewhere.
        sets: How many sets, at least 1.
        rest: Rest between those sets in ms, 0 for none written.
        sides: Which sides.
        tempo: The tempo as written, or None.
        loads: What to hold or how hard, as written: ``with dumbbells``, ``at 20 kg``, ``RPE 8``.
    """

    amount: Amount | None = None
    sets: int = 1
    rest: Ms = 0
    sides: Sides = Sides.NONE
    tempo: Tempo | None = None
    loads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exercise:
    """A movement that a person can be asked to do.

    Attributes:
        name: As it is spoken.
        starting_position: How to stand or lie, in full.
        setup: The same in at most about twelve words, for the short form; empty where the author wrote none.
        action: What to do.
        forms: Form points, one thought each.
        variations: Variations in the author's words, notes for the reader.
        mistakes: Common mistakes and their cure, notes for the reader.
        easier: An easier version, a name or words.
        harder: A harder version, a name or words.
        sides: Names of its sides in order, such as ``("left", "right")``; empty for a movement with no sides.
        tempo: The usual tempo, or None.
        starts: Which way a repetition starts.
        phases: What the coach calls the two ways of a repetition, as they are performed; empty for up and down.
        equipment: What is needed.
        muscles: What it trains.
        aliases: Other names.
        prescription: The usual amount, where a step writes none.
        variation_of: The name of the exercise that this is a variation of, or empty.
        span: Where its name stands; None for one that no text describes.
    """

    name: str
    starting_position: str = ""
    setup: str = ""
    action: str = ""
    forms: tuple[str, ...] = ()
    variations: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()
    easier: str = ""
    harder: str = ""
    sides: tuple[str, ...] = ()
    tempo: Tempo | None = None
    starts: Movement = Movement.DOWN
    phases: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    muscles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    prescription: Prescription | None = None
    variation_of: str = ""
    span: Span | None = field(default=None, compare=False)

    @property
    def described(self) -> bool:
        """Whether a listener who does not know the name could be told what to do."""
        return bool(self.starting_position or self.setup or self.action)


class TimedMoment(Enum):
    """What the time of a nested cue counts from."""

    AT = "at"
    HALFWAY = "halfway"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class TimedCue:
    """The author's words at a moment of a step: ``at 10s: text``, ``halfway: text``, ``last 5s: text``.

    Attributes:
        moment: What ``offset`` counts from: the step's start, its half (then 0), its end.
        offset: In ms, at least 0.
        text: What is said.
        span: Where it is written.
    """

    moment: TimedMoment
    offset: Ms
    text: str
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Activity:
    """A step of the script: an exercise and how much of it."""

    exercise: Exercise
    prescription: Prescription
    cues: tuple[TimedCue, ...] = ()
    span: Span = field(compare=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Rest:
    """A pause of ``duration`` ms; None waits until the listener is ready."""

    duration: Ms | None
    cues: tuple[TimedCue, ...] = ()
    span: Span = field(compare=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A line the coach speaks there, as it stands."""

    text: str
    span: Span = field(compare=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph for the reader; never spoken."""

    text: str
    span: Span = field(compare=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Circuit:
    """Steps of a block that are gone through several times: a circuit within a block."""

    scheme: Rounds
    items: tuple[Item, ...]
    span: Span = field(compare=False, kw_only=True)


Item: TypeAlias = "Activity | Rest | SpokenLine | Note | Circuit"


@dataclass(frozen=True, slots=True)
class Section:
    """A block of the workout.

    Attributes:
        title: As written, without the scheme.
        scheme: How the block repeats.
        opening: Lines and notes before its first step; spoken once.
        items: What a round consists of, in order.
        closing: Lines and notes behind its last step; spoken once, after the last round.
        span: Where the heading stands; None for steps before any heading.
    """

    title: str
    scheme: Scheme = ONCE
    opening: tuple[SpokenLine | Note, ...] = ()
    items: tuple[Item, ...] = ()
    closing: tuple[SpokenLine | Note, ...] = ()
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class CueOverride:
    """The script's own words for a moment: a string, a list of variants, or a table of forms, as YAML gave it."""

    moment: str
    value: Any
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """How a word of the script is said: respelled, or in IPA between slashes, or both."""

    word: str
    sounds: str
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Music:
    """What music plays: files, folders or patterns, in order; none for silence.

    Attributes:
        work: In work, and while one gets ready for it or changes sides.
        rest: In rests, and under lines; if it is the same as in work, it plays on.
    """

    work: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """The front matter of a script; every key has a default.

    Attributes:
        title: What the workout is called; from the first ``#`` heading where the front matter has none.
        coach: The cue pack, a bundled name or a path.
        voice: A voice id, or ``default``.
        language: BCP 47 tag of what is spoken.
        music: What plays behind the coach.
        music_level: How loud the music is, in dB against the voice, where nobody speaks.
        keep_awake: Whether a noise nobody hears keeps sets from falling asleep in long pauses.
        listener: Whom the coach may call by name; empty for nobody.
        cues: This workout's own words.
        talk: How much is said, for all moments and for some.
        lexicon: How some of its words are said.
        countdown: ``beeps`` or ``voice``; empty for what the cue pack says.
        seed: What variants are drawn by; None takes it from the text.
        lead_in: Quiet before the first word, in ms. Bluetooth sets swallow up to 2.5 s of a stream's start.
        get_ready: The least time between the opening and the first step, in ms.
        ready: How long an export waits where a live workout waits for the listener, in ms.
        switch: Time to change sides, in ms.
        coach_span: Where ``coach`` is written; None where it is not.
    """

    title: str = ""
    coach: str = "friendly"
    voice: str = "default"
    language: str = "en"
    music: Music = Music()
    music_level: float = 0.0
    keep_awake: bool = False
    listener: str = ""
    cues: tuple[CueOverride, ...] = ()
    talk: tuple[TalkChoice, ...] = ()
    lexicon: tuple[LexiconEntry, ...] = ()
    countdown: str = ""
    seed: int | None = None
    lead_in: Ms = 2_000
    get_ready: Ms = 10_000
    ready: Ms = 60_000
    switch: Ms = 6_000
    coach_span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Workout:
    """Everything one script describes.

    Attributes:
        settings: The front matter.
        intro: Lines and notes before the first section.
        sections: The blocks in order.
        exercises: The script's own exercises and their variations, in order.
    """

    settings: Settings = Settings()
    intro: tuple[SpokenLine | Note, ...] = ()
    sections: tuple[Section, ...] = ()
    exercises: tuple[Exercise, ...] = ()
