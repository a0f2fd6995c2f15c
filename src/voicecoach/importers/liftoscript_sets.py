"""Sets of Liftoscript: ``3x8-12 60kg @8 90s``, ``1x5, 1x3+``, ``3x1 60s|30s``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voicecoach.model.workout import MostReps, Reps, Timed
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from voicecoach.model.workout import Amount
    from voicecoach.units import Ms

__all__ = ["SetGroup", "Shared", "set_groups", "shared"]

_COUNT = re.compile(
    r"(?P<sets>[0-9]{1,3})\s*x\s*(?P<reps>[0-9]{1,4})(?:\s*-\s*(?P<top>[0-9]{1,4}))?(?P<most>\+)?(?=[\s,(]|$)",
    re.IGNORECASE,
)
_TIMERS = re.compile(r"(?P<work>[0-9]{1,5})s(?P<past>\+)?\|(?:(?P<rest>[0-9]{1,5})s|\?)", re.IGNORECASE)
_REST = re.compile(r"(?<![\w|])(?P<rest>[0-9]{1,5})s(?![\w|+])", re.IGNORECASE)
_WEIGHT = re.compile(r"(?<![\w.])(?P<count>[0-9]{1,4}(?:\.[0-9]{1,2})?)\s*(?P<unit>kg|lbs?|%)(?!\w)", re.IGNORECASE)
_EFFORT = re.compile(r"@(?P<value>10|[1-9](?:\.5)?)(?![0-9.])")
_PART = re.compile(r"\([^()]{0,40}\)|\bauto\b|\?\+?", re.IGNORECASE)
_CAP: Ms = 60 * MS_PER_SECOND
"""How long "as many as you can" may take where no time is written."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What is written beside sets, or for all of them: loads and rest, the time of a set, and whether it may go on."""

    loads: tuple[str, ...] = ()
    rest: Ms | None = None
    work: Ms | None = None
    past: bool = False


@dataclass(frozen=True, slots=True)
class SetGroup:
    """Sets that are alike.

    Attributes:
        sets: How many.
        reps: Repetitions; of a range the lower end.
        most: Whether as many as possible are wanted.
        ranged: Whether a range was written.
        own: What is written beside them.
    """

    sets: int
    reps: int
    most: bool
    ranged: bool
    own: Shared

    @property
    def amount(self) -> Amount:
        """What one set is: a time, repetitions, or as many as possible."""
        work = self.own.work
        if work and self.own.past:
            return MostReps(max(2 * work, _CAP), to_failure=True)
        if self.most:
            return MostReps(work or _CAP, to_failure=not work)
        return Timed(work) if work else Reps(self.reps)

    @property
    def counted(self) -> int:
        """Repetitions within a timed set, as those of an EMOM; 0 where the time alone counts."""
        return self.reps if self.own.work and self.reps > 1 and not (self.most or self.own.past) else 0

    def completed(self, common: Shared) -> SetGroup:
        """The group with what is written for all groups where it says nothing itself."""
        own = Shared(
            self.own.loads or common.loads,
            common.rest if self.own.rest is None else self.own.rest,
            common.work if self.own.work is None else self.own.work,
            self.own.past or common.past,
        )
        return replace(self, own=own)


def set_groups(text: str) -> tuple[SetGroup, ...]:
    """The set groups of a section; empty where it is something else."""
    groups = []
    for part in text.split(","):
        told = part.strip()
        count = _COUNT.match(told)
        if count is None:
            return ()
        sets, reps = int(count["sets"]), int(count["reps"])
        if sets and reps:
            beside = _beside(told[count.end() :])
            groups.append(SetGroup(sets, reps, bool(count["most"]), bool(count["top"]), beside))
    return tuple(groups)


def shared(text: str) -> Shared | None:
    """What a section without sets says of all of them; None where it is no such section."""
    left = text
    for pattern in (_TIMERS, _REST, _WEIGHT, _EFFORT, _PART):
        left = pattern.sub(" ", left)
    return _beside(text) if not left.strip(" +,") else None


def _beside(text: str) -> Shared:
    timers, rest = _TIMERS.search(text), _REST.search(text)
    written = timers["rest"] if timers else rest["rest"] if rest else None
    work = int(timers["work"]) * MS_PER_SECOND if timers else 0
    return Shared(
        _loads(text), int(written) * MS_PER_SECOND if written else None, work or None, bool(timers and timers["past"])
    )


def _loads(text: str) -> tuple[str, ...]:
    weight, effort = _WEIGHT.search(text), _EFFORT.search(text)
    loads = []
    if weight:
        unit = weight["unit"].casefold()
        loads.append(f"at {weight['count']}{unit}" if unit == "%" else f"at {weight['count']} {unit[:2]}")
    if effort:
        loads.append(f"RPE {effort['value']}")
    return tuple(loads)
