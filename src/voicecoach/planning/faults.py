"""What is wrong with a workout as a whole, before anybody speaks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.diagnostics import Diagnostic, Severity
from voicecoach.model.workout import Activity, Every
from voicecoach.planning.elements import work_of
from voicecoach.planning.extent import count_bouts
from voicecoach.planning.talk import unknown_moments
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.model.workout import Section, Workout

__all__ = ["faults"]

_MOST_BOUTS = 100_000
"""Days of work; more is a slip of the pen, and would only take time to refuse."""


def faults(workout: Workout) -> Iterator[Diagnostic]:
    """A workout beyond what anybody can want, talk at moments that there are not, work beyond its period."""
    bouts = count_bouts(workout)
    if bouts > _MOST_BOUTS:
        span = next(section.span or section.items[0].span for section in workout.sections if section.items)
        message = f"this workout has {bouts:,} sets in all; {_MOST_BOUTS:,} are the most there can be"
        yield Diagnostic(Severity.ERROR, "too-many-sets", message, span, hint="write fewer rounds or sets")
    yield from unknown_moments(workout.settings.talk)
    for section in workout.sections:
        if isinstance(section.scheme, Every):
            yield from _overruns(section, section.scheme)


def _overruns(section: Section, scheme: Every) -> Iterator[Diagnostic]:
    for item in section.items:
        if isinstance(item, Activity) and (over := work_of(item) - scheme.period) > 0:
            message = f"{item.exercise.name} takes {over / MS_PER_SECOND:g} s longer than its period"
            hint = "write fewer repetitions, a quicker tempo or a longer period"
            yield Diagnostic(Severity.WARNING, "overrun", message, item.span, hint=hint)
