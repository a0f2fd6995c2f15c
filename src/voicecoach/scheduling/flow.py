"""Cues that follow one another: those at the head of a step and those back-timed to its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.model.plan import Cue, Lead, Tail, Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from voicecoach.units import Ms

__all__ = ["Placed", "Spoken", "place", "time_of"]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A cue with the wording that was chosen for it, and how long that lasts in ms."""

    cue: Cue
    wording: Wording
    length: Ms

    @property
    def gap(self) -> Ms:
        """The silence it wants between itself and what is spoken before it, in ms."""
        return self.cue.anchor.gap if isinstance(self.cue.anchor, Lead | Tail) else 0


@dataclass(frozen=True, slots=True)
class Placed:
    """Something spoken, in its place.

    Attributes:
        spoken: What.
        start: In ms from the start of its step.
        beat: When its voice sets in, in ms from the start of its step, where that falls on a moment; None elsewhere.
    """

    spoken: Spoken
    start: Ms
    beat: Ms | None = None

    @property
    def end(self) -> Ms:
        """Where it ends, in ms from the start of its step."""
        return self.start + self.spoken.length


def time_of(spoken: Sequence[Spoken]) -> Ms:
    """How long cues take one after the other, the gaps between them included."""
    return sum(one.length for one in spoken) + sum(one.gap for one in spoken[1:])


def place(spoken: Sequence[Spoken], start: Ms, end: Ms) -> tuple[Placed, ...]:
    """Place cues between two moments: leading ones from the start on, the others so that they are over at the end."""
    leads = [one for one in spoken if isinstance(one.cue.anchor, Lead)]
    tails = [one for one in spoken if isinstance(one.cue.anchor, Tail)]
    return (*_run(leads, start), *_run(tails, end - time_of(tails)))


def _run(spoken: Iterable[Spoken], start: Ms) -> list[Placed]:
    placed: list[Placed] = []
    for one in spoken:
        if placed:
            start = placed[-1].end + one.gap
        placed.append(Placed(one, start))
    return placed
