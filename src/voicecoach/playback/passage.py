"""What the coach does beside the timeline: answer a key, say where we are, count in, remind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from voicecoach.model.plan import StepKind
from voicecoach.model.timeline import Bus, Event
from voicecoach.playback.transport import Why

if TYPE_CHECKING:
    from voicecoach.model.timeline import PlacedStep
    from voicecoach.units import Ms

__all__ = ["ANSWER", "Guide", "Passage", "events_of", "where_we_are"]

_GAP: Ms = 500
"""Silence between the words and the count-in."""

_BEEP = "ready"
_COUNT_IN: tuple[Ms, ...] = (0, 1_000, 2_000)
_COUNTED: Ms = 3_000

_TONE: Ms = 150
"""The ends of tones matter to nobody here: a passage is as long as it says."""


class Guide(Protocol):
    """Knows what to say where the timeline has no words for it."""

    def started(self, step: PlacedStep) -> str:
        """Which step begins; empty for silence."""
        ...

    def resumed(self, step: PlacedStep, left: Ms) -> str:
        """Which step goes on, and how long still, in ms; empty for silence."""
        ...

    def waiting(self) -> str:
        """That the workout waits for the listener; empty for silence."""
        ...

    def length(self, text: str) -> Ms | None:
        """How long a text lasts, in ms; None while it is being spoken for the first time. Never waits."""
        ...


@dataclass(frozen=True, slots=True)
class Passage:
    """Words, then tones.

    Attributes:
        text: What is said; empty for nothing.
        tones: Earcons with their moments in ms, from the end of the words and a short silence on.
        length: How long it lasts behind the words, in ms.
    """

    text: str = ""
    tones: tuple[tuple[str, Ms], ...] = ()
    length: Ms = 0


ANSWER = Passage(tones=(("tick", 0),), length=300)
"""A jump is answered by a tick at once: what follows it may begin with silence."""


def where_we_are(step: PlacedStep, at: Ms, why: Why, guide: Guide) -> Passage | None:
    """What is said before the timeline goes on from ``at`` ms; work is counted in.

    Args:
        step: The step it goes on in.
        at: Where, in ms.
        why: Why it does not simply go on.
        guide: Has the words.

    Returns:
        The passage; None where the step's own words begin, and tell enough.
    """
    begins = at <= step.start
    if why in (Why.BEGIN, Why.READY) or step.kind is StepKind.SAY:
        return None
    if step.kind is StepKind.WORK:
        text = guide.started(step) if begins else guide.resumed(step, step.end - at)
        return Passage(text, tuple((_BEEP, moment) for moment in _COUNT_IN), _COUNTED)
    return None if begins else Passage(guide.resumed(step, step.end - at))


def events_of(passage: Passage, spoken: Ms) -> tuple[tuple[Event, ...], Ms]:
    """A passage as events from 0 on, and its length in ms; its words last ``spoken`` ms, 0 for none."""
    head = spoken + _GAP if spoken else 0
    words = (Event(Bus.VOICE, 0, spoken, passage.text, 0),) if spoken else ()
    tones = (Event(Bus.EARCON, head + at, head + at + _TONE, name, 0) for name, at in passage.tones)
    return (*words, *tones), head + passage.length
