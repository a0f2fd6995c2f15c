"""Cues that follow one another: those at the head of a step and those back-timed to its end.

Every cue comes with wordings from long to short. Where a step has an exact length, the longest that fit are taken: the
shortest forms of what is essential come first, then those of what is always said; what room is left lengthens them in
the order they are spoken, and then goes to what merely helps. Only where not even the shortest essential forms fit does
the step need more time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.model.plan import Cue, Lead, Priority, Tail, Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from voicecoach.model.plan import Step
    from voicecoach.units import Ms

__all__ = ["Placed", "Spoken", "choose", "place", "room_of", "time_of"]


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
    """Something spoken with its start, in ms from the start of its step."""

    spoken: Spoken
    start: Ms

    @property
    def end(self) -> Ms:
        """Where it ends, in ms from the start of its step."""
        return self.start + self.spoken.length


def time_of(spoken: Sequence[Spoken]) -> Ms:
    """How long cues take one after the other, the gaps between them included."""
    return sum(one.length for one in spoken) + sum(one.gap for one in spoken[1:])


def room_of(step: Step) -> Ms | None:
    """How much time a step has for words, in ms; None where it is as long as they need."""
    return None if step.duration is None else step.duration - step.quiet_head - step.tail


def choose(cues: Sequence[Cue], room: Ms | None, length_of: Callable[[str], Ms]) -> tuple[Spoken, ...]:
    """Choose a wording for each cue.

    Args:
        cues: In the order they are spoken.
        room: How much time there is, in ms; None for as much as they need.
        length_of: The length of a text in ms.

    Returns:
        What is spoken, in order; cues that found no room are missing. It takes longer than ``room`` only where the
        shortest wordings of the essential cues do.
    """
    longest = _spoken({number: cue.wordings[0] for number, cue in enumerate(cues)}, cues, length_of)
    if room is None or time_of(longest) <= room:
        return longest
    taken: dict[int, Wording] = {}

    def fits(number: int, wording: Wording) -> bool:
        return time_of(_spoken({**taken, number: wording}, cues, length_of)) <= room

    ranked = sorted(range(len(cues)), key=lambda number: -cues[number].priority)
    for number in ranked:
        shortest, priority = cues[number].wordings[-1], cues[number].priority
        if priority is Priority.ESSENTIAL or (priority is Priority.AUTHOR and fits(number, shortest)):
            taken[number] = shortest
    lengthened = [number for number in range(len(cues)) if number in taken]
    added = [number for number in ranked if cues[number].priority < Priority.AUTHOR]
    for number in (*lengthened, *added):
        fitting = next((wording for wording in cues[number].wordings if fits(number, wording)), None)
        if fitting:
            taken[number] = fitting
    return _spoken(taken, cues, length_of)


def _spoken(taken: dict[int, Wording], cues: Sequence[Cue], length_of: Callable[[str], Ms]) -> tuple[Spoken, ...]:
    return tuple(
        Spoken(cue, taken[number], length_of(taken[number].text)) for number, cue in enumerate(cues) if number in taken
    )


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
