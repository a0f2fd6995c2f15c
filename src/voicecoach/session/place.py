"""The place at which a workout was left, and where that is in its script of today."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from voicecoach.intake import Script
    from voicecoach.model.plan import Step
    from voicecoach.model.timeline import PlacedStep
    from voicecoach.playback.player import Snapshot
    from voicecoach.units import Ms

__all__ = ["TOO_LITTLE", "Place", "find", "fingerprint", "place_of"]

TOO_LITTLE: Ms = 3_000
"""With less than that left of a step it is over: one would be counted in for longer than one works."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a workout was left.

    Attributes:
        name: Of the workout: a script's path, or its one line.
        text: The fingerprint of its text.
        saved: When, as ISO 8601, in UTC: such texts sort by time.
        time: The position in ms.
        number: The step, from 0.
        into: How far into the step, in ms.
        left: How long the step lasted still, in ms.
        kind: What was done in it.
        step: What it is called.
        section: Its section.
        side: Its side; empty for both or none.
        set: Which set, from 1; 0 where there is only one.
        round: Which round, from 1; 0 where there is only one.
    """

    name: str
    text: str
    saved: str
    time: Ms
    number: int
    into: Ms
    left: Ms
    kind: str
    step: str
    section: str
    side: str
    set: int
    round: int


def fingerprint(script: Script) -> str:
    """Tells one text of a script from another."""
    return blake2b(script.source.text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def place_of(now: Snapshot, step: PlacedStep, name: str, text: str, saved: str) -> Place:
    """The place of a workout at a moment.

    Args:
        now: How it stands.
        step: The step it stands in.
        name: As in :class:`Place`; so are ``text`` and ``saved``.
        text: The fingerprint.
        saved: When.
    """
    return Place(
        name=name,
        text=text,
        saved=saved,
        time=now.time,
        number=step.number,
        into=max(0, now.time - step.start),
        left=now.left,
        kind=step.kind.value,
        step=step.name,
        section=step.section,
        side=step.side,
        set=step.set,
        round=step.round,
    )


def find(place: Place, steps: Iterable[Step]) -> int | None:
    """The number of the step at which a workout goes on.

    It is the step that is called the same and stands in the same section, set and round; where there is none, one that
    is called the same; of several the nearest to where it stood.

    Args:
        place: Where the workout was left.
        steps: Those of its script as it is now.

    Returns:
        The number, from 0; None where there is no such step any more.
    """
    called = [
        (number, step) for number, step in enumerate(steps) if _called(step) == (place.kind, place.step, place.side)
    ]
    there = (place.section, place.set, place.round)
    same = [number for number, step in called if (step.section, step.set, step.round) == there]
    candidates = same or [number for number, _ in called]
    return min(candidates, key=lambda number: abs(number - place.number), default=None)


def _called(step: Step) -> tuple[str, str, str]:
    return step.kind.value, step.name, step.side
