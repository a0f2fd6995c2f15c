"""Cues that belong to a moment: exactly at it, or as near to it as there is room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.model.plan import At, Cue, Near
from voicecoach.scheduling.flow import Placed, Spoken
from voicecoach.units import TimeRange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from voicecoach.units import Ms

__all__ = ["BETWEEN_CUES", "Lost", "place_anchored"]

BETWEEN_CUES: Ms = 150
"""The least silence between two cues of which one may move: shorter, and two sentences run into one."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A cue that found no room, and how long its shortest wording is, in ms."""

    cue: Cue
    length: Ms


def place_anchored(
    cues: Sequence[Cue], taken: Iterable[Placed], bounds: TimeRange, length_of: Callable[[str], Ms]
) -> tuple[tuple[Placed, ...], tuple[Lost, ...]]:
    """Place cues with a moment, the weightier first, each with the longest wording that fits.

    Args:
        cues: Each anchored ``At`` or ``Near``.
        taken: What already stands in the step.
        bounds: Where speech is allowed, in ms from the start of the step.
        length_of: The length of a text in ms.

    Returns:
        What found a place, and what did not.
    """
    placed = list(taken)
    lost = []
    for cue in sorted(cues, key=_rank):
        busy = [TimeRange(one.start, one.end) for one in placed]
        found = _find(cue, busy, _until(cue, cues, bounds), length_of)
        if found:
            placed.append(found)
        else:
            lost.append(Lost(cue, length_of(cue.wordings[-1].text)))
    return tuple(placed), tuple(lost)


def _rank(cue: Cue) -> tuple[int, bool, Ms]:
    """Weightier first; of equal weight what cannot move, then what comes sooner."""
    anchor = cue.anchor
    offset = anchor.offset if isinstance(anchor, At | Near) else 0
    return -cue.priority, isinstance(anchor, Near), offset


def _until(cue: Cue, cues: Iterable[Cue], bounds: TimeRange) -> TimeRange:
    """The bounds of a cue: an exact one must be over before the next exact one of its weight begins."""
    if not isinstance(cue.anchor, At):
        return bounds
    offset = cue.anchor.offset
    later = [
        other.anchor.offset
        for other in cues
        if isinstance(other.anchor, At) and other.priority == cue.priority and other.anchor.offset > offset
    ]
    return TimeRange(bounds.start, max(bounds.start, min([bounds.end, *later])))


def _find(cue: Cue, busy: Sequence[TimeRange], bounds: TimeRange, length_of: Callable[[str], Ms]) -> Placed | None:
    for wording in cue.wordings:
        spoken = Spoken(cue, wording, length_of(wording.text))
        start = _start(cue, spoken.length, busy, bounds)
        if spoken.length and start is not None:
            return Placed(spoken, start)
    return None


def _start(cue: Cue, length: Ms, busy: Sequence[TimeRange], bounds: TimeRange) -> Ms | None:
    if isinstance(cue.anchor, At):
        start = cue.anchor.offset
        return start if _free(start, length, busy, bounds, 0) else None
    if isinstance(cue.anchor, Near):
        near = cue.anchor
        allowed = TimeRange(
            max(bounds.start, near.earliest), max(bounds.start, near.earliest, min(bounds.end, near.latest))
        )
        edges = [allowed.start, allowed.end - length]
        edges += [taken.end + BETWEEN_CUES for taken in busy]
        edges += [taken.start - BETWEEN_CUES - length for taken in busy]
        starts = [s for s in (near.offset, *edges) if _free(s, length, busy, allowed, BETWEEN_CUES)]
        return min(starts, key=lambda start: (abs(start - near.offset), start), default=None)
    return None


def _free(start: Ms, length: Ms, busy: Iterable[TimeRange], bounds: TimeRange, margin: Ms) -> bool:
    if start < bounds.start or start + length > bounds.end:
        return False
    wanted = TimeRange(start - margin, start + length + margin)
    return not any(wanted.overlaps(taken) for taken in busy)
