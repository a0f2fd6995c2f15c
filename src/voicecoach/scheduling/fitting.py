"""Which cues of a step are spoken, in which of their wordings, and where.

Every cue comes with wordings from long to short. Where all of them find room in their longest, so they are spoken.
Where they do not, room is given away by weight:

1. the essential cues that follow one another take their shortest wording, and where not even those fit, a step that may
   grow becomes as long as they need;
2. what else is essential, and then what is always said, takes its place in turn: a cue that follows others in its
   shortest wording, one that belongs to a moment in the longest that fits there;
3. what room is left lengthens the cues that follow one another, in the order they are spoken;
4. what merely helps is added, the weightier first, in the longest wording that fits.

Room only ever shrinks on the way, so two laws hold whatever the lengths: no cue has a longer wording that would fit
between the others where they stand, and no cue is missing while one that ranks below it takes its time.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.model.plan import At, Cue, Lead, Near, Priority, Tail
from voicecoach.scheduling.anchored import BETWEEN_CUES, allowed, at_once, place_anchored, widest
from voicecoach.scheduling.countdown import spoken_countdown
from voicecoach.scheduling.flow import Placed, Spoken, place, time_of
from voicecoach.units import TimeRange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from voicecoach.model.plan import Step
    from voicecoach.scheduling.countdown import Number
    from voicecoach.units import Ms

__all__ = ["Fit", "fit"]

_GRID: Ms = 100
"""A step that is as long as its words need is rounded up to a tenth of a second."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A step with its words placed, relative to its start.

    Attributes:
        length: How long the step lasts, in ms.
        placed: What is spoken, by the number of its cue.
        countdown: The numbers that it counts down with; empty for beeps.
        left: How long each cue could be that is not spoken in its longest wording, beside all else that is spoken, in
            ms, by its number.
    """

    length: Ms
    placed: dict[int, Placed]
    countdown: tuple[Number, ...]
    left: dict[int, Ms]


def fit(
    step: Step, cues: Sequence[Cue], length_of: Callable[[str], Ms], onset_of: Callable[[str], Ms] = at_once
) -> Fit:
    """Fit the words of a step into its time.

    Args:
        step: The step.
        cues: Those of its cues that are to be spoken, each with at least one wording.
        length_of: The length of a text in ms; 0 for what cannot be spoken. It is asked for the shorter wordings only
            where the longest do not fit.
        onset_of: How long after its first sound the voice of a text sets in, in ms; asked for what falls on a moment.
    """
    bench = _Bench(step, cues, length_of, onset_of)
    if not bench.take_longest():
        bench = _Bench(step, cues, length_of, onset_of)
        bench.take_by_weight()
    return bench.result()


class _Bench:
    """A step in the making: what has been given room so far."""

    def __init__(
        self, step: Step, cues: Sequence[Cue], length_of: Callable[[str], Ms], onset_of: Callable[[str], Ms]
    ) -> None:
        self._step = step
        self._cues = cues
        self._length_of = length_of
        self._onset_of = onset_of
        self._length = step.minimum if step.duration is None else step.duration
        self._taken: dict[int, Spoken] = {}
        self._anchored: dict[int, Placed] = {}
        self._flowing = [number for number, cue in enumerate(cues) if isinstance(cue.anchor, Lead | Tail)]
        self._ranked = sorted(range(len(cues)), key=lambda number: _rank(cues[number]))

    def take_longest(self) -> bool:
        """Take all in its longest wording, as far as there is room at each moment; False where it is too little."""
        longest = {number: next(self._forms(number), None) for number in self._flowing}
        self._taken = {number: spoken for number, spoken in longest.items() if spoken}
        if self._step.duration is None:
            self._stretch()
        elif not self._fits(self._taken):
            return False
        for number in self._ranked:
            self._take(number, self._forms(number))
        return self._step.duration is None or not self._flowing or not any(map(self._wanting, range(len(self._cues))))

    def take_by_weight(self) -> None:
        """Give the room away in the order that the module tells."""
        heavy = [number for number in self._ranked if self._cues[number].priority >= Priority.AUTHOR]
        light = [number for number in self._ranked if self._cues[number].priority < Priority.AUTHOR]
        if self._step.elastic:
            essential = [number for number in self._flowing if self._cues[number].priority is Priority.ESSENTIAL]
            self._taken = {number: spoken for number in essential for spoken in self._shortest(number)}
            self._stretch()
        for number in heavy:
            self._take(number, self._shortest(number))
        for number in sorted(self._taken):
            self._take(number, self._forms(number))
        for number in light:
            self._take(number, self._forms(number))

    def _take(self, number: int, forms: Iterable[Spoken]) -> None:
        """Give a cue the first form that fits, if any does; one with its moment the longest."""
        cue = self._cues[number]
        if number not in self._flowing:
            if placed := place_anchored(cue, self._busy(number), self._window(cue), self._length_of, self._onset_of):
                self._anchored[number] = placed
        elif fitting := next((form for form in forms if self._fits(self._taken | {number: form})), None):
            self._taken[number] = fitting

    def _forms(self, number: int) -> Iterator[Spoken]:
        """The wordings of a cue that can be spoken, from long to short."""
        cue = self._cues[number]
        spoken = (Spoken(cue, wording, self._length_of(wording.text)) for wording in cue.wordings)
        return (one for one in spoken if one.length)

    def _shortest(self, number: int) -> list[Spoken]:
        """The wording that takes the least time, which need not be the last; none where nothing can be spoken."""
        return sorted(self._forms(number), key=lambda one: one.length)[:1]

    def _stretch(self) -> None:
        """Let the step be as long as what is taken needs."""
        if self._step.duration is not None and not self._taken:
            return
        needed = self._step.quiet_head + time_of(_in_order(self._taken)) + self._step.tail
        if needed > self._length:
            self._length = -(-needed // _GRID) * _GRID

    @property
    def _room(self) -> TimeRange:
        """Where cues may follow one another."""
        start = self._step.quiet_head
        return TimeRange(start, max(start, self._length - self._step.tail))

    def _window(self, cue: Cue) -> TimeRange:
        start = self._step.quiet_head
        counted = (number.sounds.start - BETWEEN_CUES for number in self._countdown())
        end = min([self._length - self._step.quiet_tail, *counted])
        return allowed(cue, self._cues, TimeRange(start, max(start, end)), self._onset_of)

    def _countdown(self) -> tuple[Number, ...]:
        return spoken_countdown(self._step, self._length, self._length_of, self._onset_of)

    def _fits(self, taken: dict[int, Spoken]) -> bool:
        """Whether cues can follow one another, clear of those that have their moment."""
        if time_of(_in_order(taken)) > self._room.duration:
            return False
        anchored = [TimeRange(one.start, one.end) for one in self._anchored.values()]
        return not any(one.overlaps(block) for one in anchored for block in self._blocks(taken))

    def _blocks(self, taken: dict[int, Spoken]) -> list[TimeRange]:
        """The time from the first to the last of the cues at the head, and of those at the end, and silence around."""
        placed = place(_in_order(taken), self._room.start, self._room.end)
        groups = [[one for one in placed if isinstance(one.spoken.cue.anchor, kind)] for kind in (Lead, Tail)]
        return [_around(group[0].start, group[-1].end) for group in groups if group]

    def _busy(self, number: int) -> list[TimeRange]:
        """What a cue with a moment has to stand clear of; two exact ones may touch."""
        others = [one for other, one in self._anchored.items() if other != number]
        exact = isinstance(self._cues[number].anchor, At)
        touching = [TimeRange(one.start, one.end) for one in others if exact and isinstance(one.spoken.cue.anchor, At)]
        apart = [_around(one.start, one.end) for one in others if not (exact and isinstance(one.spoken.cue.anchor, At))]
        return [*touching, *apart, *self._blocks(self._taken)]

    def _wanting(self, number: int) -> bool:
        """Whether a cue is dropped, or not spoken in its longest wording."""
        spoken = self._taken.get(number) or (self._anchored[number].spoken if number in self._anchored else None)
        return spoken is None or spoken.wording is not self._cues[number].wordings[0]

    def result(self) -> Fit:
        """What has become of the step."""
        flow = place(_in_order(self._taken), self._room.start, self._room.end)
        leading = [number for number in sorted(self._taken) if isinstance(self._cues[number].anchor, Lead)]
        trailing = [number for number in sorted(self._taken) if number not in leading]
        placed = dict(zip((*leading, *trailing), flow, strict=True)) | self._anchored
        left = {number: self._left(number) for number in range(len(self._cues)) if self._wanting(number)}
        return Fit(self._length, dict(sorted(placed.items())), self._countdown(), left)

    def _left(self, number: int) -> Ms:
        """How long a cue could be beside all else that is spoken."""
        cue = self._cues[number]
        if number not in self._flowing:
            return max(0, widest(cue, self._busy(number), self._window(cue)))
        lengths = range(self._room.duration + 1)
        too_long = bisect_left(lengths, x=True, key=lambda length: not self._fits_with(number, length))
        return max(0, too_long - 1)

    def _fits_with(self, number: int, length: Ms) -> bool:
        """Whether a cue could be so long."""
        cue = self._cues[number]
        return self._fits(self._taken | {number: Spoken(cue, cue.wordings[0], length)})


def _around(start: Ms, end: Ms) -> TimeRange:
    return TimeRange(start - BETWEEN_CUES, end + BETWEEN_CUES)


def _in_order(taken: dict[int, Spoken]) -> list[Spoken]:
    return [taken[number] for number in sorted(taken)]


def _rank(cue: Cue) -> tuple[int, int, Ms]:
    """Weightier first; of equal weight what follows others, then what cannot move, then what comes sooner."""
    match cue.anchor:
        case At(offset):
            return -cue.priority, 1, offset
        case Near(offset):
            return -cue.priority, 2, offset
        case _:
            return -cue.priority, 0, 0
