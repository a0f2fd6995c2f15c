"""Lower the music under speech: planned from the timeline, not detected in the sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.mixing.envelope import Breakpoint
from voicecoach.units import TimeRange

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from voicecoach.units import Ms

__all__ = ["duck"]

_WORTHWHILE: Ms = 200
"""How long the music must have stood at its own level for its coming up not to be heard as a flutter. With the usual
150 and 500 ms it stays down across gaps of up to 850 ms, the pause between two sentences."""


def duck(speech: Sequence[TimeRange], *, depth_db: float, attack: Ms, release: Ms) -> tuple[Breakpoint, ...]:
    """Plan how far the music drops while the coach speaks.

    The music is already down when a sentence starts, stays down across gaps too short to
    come back up in, and is back at 0 dB one release after the last word.

    Args:
        speech: When speech sounds, in ms from the start of the timeline; half-open, sorted by start.
        depth_db: Gain under speech relative to the music's own level, 0 or below (-12 is usual).
        attack: Time to go down, in ms, ending where speech starts; this may begin before the timeline does.
        release: Time to come back up, in ms, starting where speech ends.

    Returns:
        Breakpoints of the gain in dB, in time order, to be joined by straight lines.

    Raises:
        ValueError: If ``depth_db`` is above 0, or a time is negative.
    """
    if depth_db > 0 or attack < 0 or release < 0:
        raise ValueError(f"cannot duck by {depth_db} dB in {attack} ms and {release} ms")
    return tuple(
        point
        for passage in _joined(speech, attack + release + _WORTHWHILE)
        for point in (
            Breakpoint(passage.start - attack, 0.0),
            Breakpoint(passage.start, depth_db),
            Breakpoint(passage.end, depth_db),
            Breakpoint(passage.end + release, 0.0),
        )
    )


def _joined(ranges: Iterable[TimeRange], gap: Ms) -> list[TimeRange]:
    """The ranges, with those one that overlap or stand less than ``gap`` ms apart."""
    joined: list[TimeRange] = []
    for current in ranges:
        if joined and current.start - joined[-1].end < gap:
            last = joined.pop()
            joined.append(TimeRange(last.start, max(last.end, current.end)))
        else:
            joined.append(current)
    return joined
