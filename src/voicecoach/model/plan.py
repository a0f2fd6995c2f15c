"""Who says what in what order, before anybody knows how long a sentence lasts.

A Plan is a sequence of Steps. Each Step holds its cues and tones at moments relative to itself; the scheduler, which
is given the length of every utterance, turns them into exact times.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from voicecoach.source import Span
    from voicecoach.units import Ms

__all__ = [
    "Anchor",
    "At",
    "Cue",
    "Edge",
    "Lead",
    "Near",
    "Phrase",
    "Priority",
    "Step",
    "StepKind",
    "Tail",
    "Tone",
    "Value",
    "Values",
    "Wording",
]


class StepKind(Enum):
    """What a listener does in a step."""

    WORK = "work"
    REST = "rest"
    READY = "ready"
    SWITCH = "switch"
    SAY = "say"


class Priority(IntEnum):
    """What gives way to what: the lower goes first.

    Nothing pushes an essential cue out; the author's words, and what is always said, go only where an essential one
    leaves no room.
    """

    ENCOURAGING = 1
    HELPFUL = 2
    TIMING = 3
    AUTHOR = 4
    ESSENTIAL = 5


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that the cue pack supplies inside other words: ``{amount}`` may be the phrase ``reps`` with reps=12."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)


Value: TypeAlias = "str | int | Phrase | tuple[Value, ...]"
"""What a placeholder can stand for; a tuple is spoken as a list ("squat, bridge and lunge")."""

Values: TypeAlias = "dict[str, Value]"
"""What the placeholders of a wording stand for, by name."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a cue.

    Attributes:
        text: What is spoken.
        tells: The placeholders that it fills, so that what was told once need not be told again.
        form: Which length of the pack it is: ``full``, ``short``; empty where that is of no interest.
        variant: Which of the variants of that form, from 0.
        others: The variants whose turn it is not, for where this one was heard last.
    """

    text: str
    tells: frozenset[str] = frozenset()
    form: str = ""
    variant: int = 0
    others: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Lead:
    """As soon as the step begins, in turn; ``gap`` ms of silence between it and what is spoken before it."""

    gap: Ms = 400


@dataclass(frozen=True, slots=True)
class Tail:
    """As late as the step allows, in turn; at least ``gap`` ms of silence between it and what is spoken before it."""

    gap: Ms = 400


@dataclass(frozen=True, slots=True)
class At:
    """On the beat: the voice sets in exactly ``offset`` ms after the step's start, what is unvoiced comes before.

    Where ``offset`` is the end of the step's quiet head, the first sound stands there.
    """

    offset: Ms


@dataclass(frozen=True, slots=True)
class Near:
    """Starting as near to ``offset`` as is free, all of it between ``earliest`` and ``latest``; ms from the start."""

    offset: Ms
    earliest: Ms
    latest: Ms


Anchor: TypeAlias = Lead | Tail | At | Near


@dataclass(frozen=True, slots=True)
class Cue:
    """Something the coach says.

    Attributes:
        moment: Its name in the cue pack: ``halfway``, ``next``, ``line``.
        anchor: When.
        priority: What it may push aside.
        values: What the placeholders stand for.
        wordings: From the longest to the shortest; empty until the words are chosen, and for silence.
        earcon: The earcon that sounds in the place of words; empty for words, or silence.
        fallback: The earcon that stands for it where no wording fits; empty for none.
        subject: What it speaks about (an exercise), for ``unless_told``.
        needs: Placeholders whose loss, where a shorter wording leaves them out, is worth a warning.
        unless_told: The cue is needless where a wording about the same subject told this placeholder before.
        span: The author's own words in the script, whose loss is worth a warning; None for the coach's.
    """

    moment: str
    anchor: Anchor
    priority: Priority
    values: Mapping[str, Value] = field(default_factory=dict)
    wordings: tuple[Wording, ...] = ()
    earcon: str = ""
    fallback: str = ""
    subject: str = ""
    needs: frozenset[str] = frozenset()
    unless_told: str = ""
    span: Span | None = None


class Edge(Enum):
    """What the offset of a tone counts from."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Tone:
    """An earcon whose onset stands ``offset`` ms behind an edge of the step (before it, where negative).

    Attributes:
        earcon: Which one.
        edge: What the offset counts from.
        offset: In ms.
        number: What it counts down to zero, where the countdown may be spoken; 0 elsewhere.
        text: The number in words, to be spoken in its place where that fits; empty for the earcon alone.
    """

    earcon: str
    edge: Edge
    offset: Ms
    number: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """The smallest thing performed.

    Attributes:
        kind: Work, rest, ready, switch or say.
        label: What a screen calls it.
        name: The label in words; empty until the words are chosen.
        heading: What the chapter of the file that begins here is called; None where none begins.
        chapter: The heading in words; empty until the words are chosen, and where no chapter begins.
        duration: Exact length in ms; None for as long as its words need.
        minimum: The least length in ms of a step without an exact one.
        elastic: Whether a step with an exact length may be stretched for what is essential (a rest; never work).
        tail: How long before the end the last word of its ``Lead`` and ``Tail`` cues is over, in ms.
        quiet_head: How long after the start nothing is spoken, in ms.
        quiet_tail: How long before the end nothing at all is spoken, in ms.
        hold: Live, wait here for the listener.
        cues: What is said, in the order it was thought of; of equal priority the first wins.
        values: What all of its cues may speak of; the values of a cue stand over them.
        tones: Its earcons.
        section: The section's title.
        side: ``left``, ``right`` or another side's name; empty for both or none.
        set: Which set, from 1; 0 where there is only one.
        sets: How many sets.
        round: Which round, from 1; 0 where there is only one.
        rounds: How many rounds.
        reps: Counted repetitions, or 0.
        span: The line of the script; None for what the coach adds.
    """

    kind: StepKind
    label: Phrase
    name: str = ""
    heading: Phrase | None = None
    chapter: str = ""
    duration: Ms | None = None
    minimum: Ms = 0
    elastic: bool = False
    tail: Ms = 0
    quiet_head: Ms = 0
    quiet_tail: Ms = 0
    hold: bool = False
    cues: tuple[Cue, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    tones: tuple[Tone, ...] = ()
    section: str = ""
    side: str = ""
    set: int = 0
    sets: int = 0
    round: int = 0
    rounds: int = 0
    reps: int = 0
    span: Span | None = None
