"""Cues that belong to a moment: exactly at it, or as near to it as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.model.plan import At, Cue, Near
from voicecoach.scheduling.flow import Placed, Spoken
from voicecoach.units import TimeRange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from voicecoach.units import Ms

__all__ = ["BETWEEN_CUES", "allowed", "at_once", "place_anchored", "widest"]

BETWEEN_CUES: Ms = 150
"""The least silence between two cues of which one may move: shorter, and two sentences run into one."""


def at_once(_: str) -> Ms:
    """The onset of a voice that begins with its first sound."""
    return 0


def allowed(cue: Cue, cues: Iterable[Cue], bounds: TimeRange, onset_of: Callable[[str], Ms]) -> TimeRange:
    """Where all of an anchored cue has to lie; an empty range where there is no such place.

    An exact one must be over before the next exact one of its weight begins: a number that is too long must not take
    the place of the number behind it.

    Args:
        cue: Anchored ``At`` or ``Near``.
        cues: All cues of its step.
        bounds: Where speech is allowed, in ms from the start of the step.
        onset_of: How long after its first sound the voice of a text sets in, in ms.
    """
    if isinstance(cue.anchor, Near):
        start, end = max(bounds.start, cue.anchor.earliest), min(bounds.end, cue.anchor.latest)
    elif isinstance(cue.anchor, At):
        offset = cue.anchor.offset
        exact = [(other, other.anchor.offset) for other in cues if isinstance(other.anchor, At)]
        later = [
            moment - onset_of(other.wordings[0].text)
            for other, moment in exact
            if other.priority == cue.priority and moment > offset
        ]
        if offset < bounds.start:
            return TimeRange(offset, offset)
        earliest = offset - max(onset_of(wording.text) for wording in cue.wordings)
        start, end = max(bounds.start, earliest), min([bounds.end, *later])
    return TimeRange(start, max(start, end))


def place_anchored(
    cue: Cue,
    busy: Sequence[TimeRange],
    window: TimeRange,
    length_of: Callable[[str], Ms],
    onset_of: Callable[[str], Ms],
) -> Placed | None:
    """Place a cue with a moment, with the longest wording that fits, as near to its moment as is free.

    Args:
        cue: Anchored ``At`` or ``Near``.
        busy: What is taken, with the silence that has to stand around it.
        window: Where all of it has to lie.
        length_of: The length of a text in ms.
        onset_of: How long after its first sound the voice of a text sets in, in ms.

    Returns:
        None where not even the shortest wording fits.
    """
    for wording in cue.wordings:
        spoken = Spoken(cue, wording, length_of(wording.text))
        if not spoken.length:
            continue
        if isinstance(cue.anchor, At):
            onset = onset_of(wording.text)
            first = cue.anchor.offset == window.start  # nothing may be heard before: the voice sets in when it can
            start = window.start if first else cue.anchor.offset - onset
            if _free(start, spoken.length, busy, window):
                return Placed(spoken, start, start + onset)
        elif (near := _nearest(cue, spoken.length, busy, window)) is not None:
            return Placed(spoken, near)
    return None


def _nearest(cue: Cue, length: Ms, busy: Sequence[TimeRange], window: TimeRange) -> Ms | None:
    """The free start nearest to a cue's moment; None where there is none."""
    moment = cue.anchor.offset if isinstance(cue.anchor, Near) else window.start
    edges = [window.start, window.end - length]
    edges += [taken.end for taken in busy]
    edges += [taken.start - length for taken in busy]
    starts = [start for start in (moment, *edges) if _free(start, length, busy, window)]
    return min(starts, key=lambda start: (abs(start - moment), start), default=None)


def _free(start: Ms, length: Ms, busy: Iterable[TimeRange], window: TimeRange) -> bool:
    if start < window.start or start + length > window.end:
        return False
    wanted = TimeRange(start, start + length)
    return not any(wanted.overlaps(taken) for taken in busy)


def widest(cue: Cue, busy: Iterable[TimeRange], window: TimeRange) -> Ms:
    """How long a cue could be at most where it belongs, in ms, between all that is taken."""
    best, free = 0, window.start
    for taken in sorted(busy):
        if taken.end <= free:
            continue
        best = max(best, min(taken.start, window.end) - free)
        free = taken.end
        if isinstance(cue.anchor, At):
            return best
    return max(best, window.end - free)
