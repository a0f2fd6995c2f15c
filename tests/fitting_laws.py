"""What has to hold of every fitted step, checked by trying every millisecond: no code of the scheduler is asked.

The room of a step is its time from ``quiet_head`` on: cues that follow one another have it up to ``tail`` before the
end, cues with a moment up to ``quiet_tail`` before it, and within their own window. Two cues keep 150 ms apart where
one of them may move; an exact one is over when the next exact one of its weight begins.

A cue outranks another that is of less weight; of the same weight, those that follow one another outrank exact ones,
these the movable ones, and then what comes sooner outranks.

- Every cue that is spoken is spoken whole, where its anchor wants it, clear of all others.
- No spoken cue has a longer wording (one further in front in its list) that would fit while all others stay as they
  are.
- A cue is dropped only where none of its wordings fits beside the cues that outrank it. Those are taken as they are
  spoken; where the dropped cue is the author's or essential, those that follow one another in their shortest wording.
- A step is longer than written only where its essential cues, each in its shortest wording, need that; by no more than
  it takes to get to a tenth of a second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from voicecoach.model.plan import At, Cue, Lead, Near, Priority, Tail

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from voicecoach.model.plan import Step
    from voicecoach.scheduling.fitting import Fit
    from voicecoach.units import Ms

APART = 150
GRID = 100

Stands = tuple[int, int]


def check(step: Step, cues: Sequence[Cue], fitted: Fit, length_of: Callable[[str], Ms]) -> None:
    """Assert all of the laws."""
    Checker(step, cues, fitted, length_of).check()


class Checker:
    def __init__(self, step: Step, cues: Sequence[Cue], fitted: Fit, length_of: Callable[[str], Ms]) -> None:
        self.step, self.cues, self.fitted, self.length_of = step, cues, fitted, length_of
        self.stands = {number: (one.start, one.end) for number, one in fitted.placed.items()}
        self.spoken = {number: one.end - one.start for number, one in fitted.placed.items()}

    def check(self) -> None:
        self.everything_is_whole_and_in_its_place()
        self.the_step_grows_only_for_the_essential()
        for number in range(len(self.cues)):
            if number in self.stands:
                self.no_longer_wording_would_fit(number)
            else:
                self.nothing_below_takes_its_place(number)

    def lengths(self, number: int) -> list[Ms]:
        """Of the wordings that can be spoken."""
        return [length for wording in self.cues[number].wordings if (length := self.length_of(wording.text))]

    def flows(self, number: int) -> bool:
        return isinstance(self.cues[number].anchor, Lead | Tail)

    def everything_is_whole_and_in_its_place(self) -> None:
        flowing = {number: length for number, length in self.spoken.items() if self.flows(number)}
        expected = self.flow(flowing)
        assert expected is not None
        for number, one in self.fitted.placed.items():
            assert one.spoken.wording in self.cues[number].wordings
            assert one.end - one.start == self.length_of(one.spoken.wording.text)
            if self.flows(number):
                assert self.stands[number] == expected[number]
            else:
                others = {other: place for other, place in self.stands.items() if other != number}
                assert one.start in self.starts(number, self.spoken[number], others)

    def the_step_grows_only_for_the_essential(self) -> None:
        if self.step.duration is None:
            return
        essential = {
            number: min(self.lengths(number))
            for number, cue in enumerate(self.cues)
            if self.flows(number) and cue.priority is Priority.ESSENTIAL and self.lengths(number)
        }
        needed = self.step.quiet_head + self.time_of(essential) + self.step.tail if essential else 0
        if self.step.elastic and needed > self.step.duration:
            assert needed <= self.fitted.length < needed + GRID
        else:
            assert self.fitted.length == self.step.duration

    def no_longer_wording_would_fit(self, number: int) -> None:
        spoken = self.fitted.placed[number].spoken.wording
        wordings = self.cues[number].wordings
        for longer in wordings[: wordings.index(spoken)]:
            length = self.length_of(longer.text)
            assert not length or not self.fits(number, length, self.spoken), (number, length)

    def nothing_below_takes_its_place(self, number: int) -> None:
        heavy = self.cues[number].priority >= Priority.AUTHOR
        above = {
            other: min(self.lengths(other)) if heavy and self.flows(other) else length
            for other, length in self.spoken.items()
            if self.rank(other) < self.rank(number)
        }
        for length in self.lengths(number):
            assert not self.fits(number, length, above), (number, length)

    def rank(self, number: int) -> tuple[int, int, int, int]:
        cue = self.cues[number]
        if isinstance(cue.anchor, At):
            return -cue.priority, 1, cue.anchor.offset, number
        if isinstance(cue.anchor, Near):
            return -cue.priority, 2, cue.anchor.offset, number
        return -cue.priority, 0, 0, number

    def fits(self, number: int, length: Ms, beside: Mapping[int, Ms]) -> bool:
        """Whether a cue of such a length finds a place beside others; those with a moment stand where they stand."""
        others = {other: spoken for other, spoken in beside.items() if other != number}
        flowing = {other: spoken for other, spoken in others.items() if self.flows(other)}
        anchored = {other: self.stands[other] for other in others if not self.flows(other)}
        if not self.flows(number):
            flow = self.flow(flowing)
            return flow is not None and length > 0 and bool(len(self.starts(number, length, anchored | flow)))
        flow = self.flow({**flowing, number: length})
        return flow is not None and all(self.clear(place, flow) for place in anchored.values())

    def clear(self, place: Stands, flow: Mapping[int, Stands]) -> bool:
        return not any(place[0] < end + APART and start - APART < place[1] for start, end in self.blocks(flow))

    def blocks(self, flow: Mapping[int, Stands]) -> list[Stands]:
        """What follows one another is one block with its gaps: nothing is said between two of its sentences."""
        groups = [[flow[n] for n in sorted(flow) if isinstance(self.cues[n].anchor, kind)] for kind in (Lead, Tail)]
        return [(group[0][0], group[-1][1]) for group in groups if group and group[0][0] < group[-1][1]]

    def time_of(self, flowing: Mapping[int, Ms]) -> Ms:
        gaps = [self.cues[number].anchor.gap for number in sorted(flowing)]  # type: ignore[union-attr]
        return sum(flowing.values()) + sum(gaps[1:])

    def flow(self, flowing: Mapping[int, Ms]) -> dict[int, Stands] | None:
        """Where cues that follow one another stand; None where they have no room."""
        start, end = self.step.quiet_head, self.fitted.length - self.step.tail
        if flowing and start + self.time_of(flowing) > end:
            return None
        stands = {}
        for number in [number for number in sorted(flowing) if isinstance(self.cues[number].anchor, Lead)]:
            start += self.cues[number].anchor.gap if stands else 0  # type: ignore[union-attr]
            stands[number] = (start, start + flowing[number])
            start += flowing[number]
        for number in reversed([number for number in sorted(flowing) if isinstance(self.cues[number].anchor, Tail)]):
            stands[number] = (end - flowing[number], end)
            end -= flowing[number] + self.cues[number].anchor.gap  # type: ignore[union-attr]
        return stands

    def starts(self, number: int, length: Ms, others: Mapping[int, Stands]) -> np.ndarray:
        """Every millisecond at which a cue of such a length may begin."""
        anchor = self.cues[number].anchor
        first, last = self.step.quiet_head, self.fitted.length - self.step.quiet_tail
        busy = np.zeros(self.fitted.length + 2 * APART + 1, dtype=np.int32)
        for start, end in self.blocks({other: place for other, place in others.items() if self.flows(other)}):
            busy[start : end + 2 * APART] = 1
        for other, (start, end) in others.items():
            exact = isinstance(anchor, At) and isinstance(self.cues[other].anchor, At)
            if not self.flows(other):
                busy[start + APART * exact : end + APART * (2 - exact)] = 1
        taken = np.concatenate(([0], np.cumsum(busy)))
        if isinstance(anchor, At):
            candidates = np.array([anchor.offset])
            last = min([last, *self.next_exact(number, anchor.offset)])
        else:
            assert isinstance(anchor, Near)
            first, last = max(first, anchor.earliest), min(last, anchor.latest)
            candidates = np.arange(first, max(first, last - length + 1))
        candidates = candidates[(candidates >= first) & (candidates + length <= last)]
        return candidates[taken[candidates + APART + length] == taken[candidates + APART]]

    def next_exact(self, number: int, offset: Ms) -> list[Ms]:
        return [
            cue.anchor.offset
            for cue in self.cues
            if isinstance(cue.anchor, At) and cue.priority == self.cues[number].priority and cue.anchor.offset > offset
        ]
