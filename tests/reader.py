"""Reading scripts in tests, with a small library of exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.diagnostics import render
from voicecoach.model.workout import Activity, Exercise, Movement, Prescription, Reps
from voicecoach.names import same_name
from voicecoach.script import parse, parse_quick
from voicecoach.source import Source

if TYPE_CHECKING:
    from voicecoach.diagnostics import Diagnostic
    from voicecoach.model.workout import Item, Workout

__all__ = ["LIBRARY", "faults", "items", "parsed", "parsed_quick", "rendered", "steps"]

LIBRARY = (
    Exercise("Squat", action="Sit back.", aliases=("air squat",)),
    Exercise("Press-up", action="Push the floor away."),
    Exercise("Reverse lunge", action="Step back.", sides=("left", "right")),
    Exercise("Bridge", action="Lift your hips.", starts=Movement.UP),
    Exercise("Plank", action="Hold.", prescription=Prescription(Reps(1), sets=3, rest=20_000)),
)

_BY_NAME = {same_name(name): exercise for exercise in LIBRARY for name in (exercise.name, *exercise.aliases)}


class _Library:
    """The small library, as a script asks for it."""

    exercises = LIBRARY

    def lookup(self, name: str) -> Exercise | None:
        return _BY_NAME.get(same_name(name))

    def names(self) -> tuple[str, ...]:
        return tuple(name for exercise in LIBRARY for name in (exercise.name, *exercise.aliases))


def parsed(text: str, name: str = "x.md") -> tuple[Workout, tuple[Diagnostic, ...]]:
    """The workout and the diagnostics of a script."""
    return parse(
        Source(name, text),
        library=lambda _: _Library(),
    )


def parsed_quick(text: str) -> tuple[Workout, tuple[Diagnostic, ...]]:
    """The workout and the diagnostics of one line."""
    return parse_quick(
        text,
        library=_Library(),
    )


def rendered(text: str) -> list[str]:
    """Each diagnostic of a script as a user sees it, without the excerpt."""
    return [render(fault, lambda _: None) for fault in parsed(text)[1]]


def faults(text: str) -> list[tuple[str, str]]:
    """Each diagnostic of a script: its code, and the words it points at."""
    source = Source("x.md", text)
    found = parsed(text)[1]
    return [(str(each.code), source.line(each.span.line)[each.span.column - 1 : each.span.end - 1]) for each in found]


def items(text: str) -> tuple[Item, ...]:
    """The items of a script's only section, which must be without fault."""
    workout, found = parsed(text)
    assert found == ()
    (section,) = workout.sections
    return section.items


def steps(text: str) -> list[Activity]:
    """The activities of a script, faults or not."""
    workout, _ = parsed(text)
    return [item for section in workout.sections for item in section.items if isinstance(item, Activity)]
