"""The steps of a workout, wherever they stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.model.workout import Activity, Circuit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from voicecoach.model.workout import Item, Workout

__all__ = ["activities_in", "activities_of"]


def activities_of(workout: Workout) -> Iterator[Activity]:
    """Every step that is no rest, in the order of the script, those of circuits within blocks among them."""
    for section in workout.sections:
        yield from activities_in(section.items)


def activities_in(items: Iterable[Item]) -> Iterator[Activity]:
    """The same of some items."""
    for item in items:
        if isinstance(item, Activity):
            yield item
        elif isinstance(item, Circuit):
            yield from activities_in(item.items)
