"""Short ways to build what tests talk about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.model.plan import At, Cue, Lead, Near, Phrase, Priority, Step, StepKind, Tail, Wording
from voicecoach.model.workout import (
    Activity,
    Exercise,
    Prescription,
    Reps,
    Rest,
    Rounds,
    Section,
    Settings,
    Timed,
    Workout,
)
from voicecoach.source import Span

if TYPE_CHECKING:
    from voicecoach.model.plan import Anchor
    from voicecoach.model.workout import Item
    from voicecoach.units import Ms

SQUAT = Exercise(
    "Squat",
    starting_position="Stand tall, feet hip-width apart, arms forward.",
    setup="Stand tall, feet hip-width apart.",
    action="Sit back as if into a chair.",
    forms=("Weight in your heels.", "Chest up."),
)
PLANK = Exercise("Plank")


def at(line: int) -> Span:
    return Span("workout.md", line, 3, 9)


def activity(exercise: Exercise = SQUAT, line: int = 1, **parts: object) -> Activity:
    amount = parts.pop("amount", Timed(40_000))
    cues = parts.pop("cues", ())
    return Activity(exercise, Prescription(amount, **parts), cues, span=at(line))  # type: ignore[arg-type]


def reps(count: int, exercise: Exercise = SQUAT, line: int = 1, **parts: object) -> Activity:
    return activity(exercise, line, amount=Reps(count), **parts)


def rest(duration: Ms | None, line: int = 2) -> Rest:
    return Rest(duration, span=at(line))


def workout(*items: Item, rounds: int = 1, between: Ms = 0, title: str = "Legs") -> Workout:
    return Workout(Settings(title=title), sections=(Section("Main", Rounds(rounds, between), items=items, span=at(1)),))


def cue(
    *texts: str,
    anchor: Anchor | None = None,
    priority: Priority = Priority.ESSENTIAL,
    tells: tuple[str, ...] = (),
    **more: object,
) -> Cue:
    """A cue with wordings from long to short; the longest tells what ``tells`` names."""
    wordings = tuple(Wording(text, frozenset(() if number else tells)) for number, text in enumerate(texts))
    return Cue("test", anchor or Lead(), priority, wordings=wordings, **more)  # type: ignore[arg-type]


def step(*cues: Cue, kind: StepKind = StepKind.WORK, duration: Ms | None = 20_000, **more: object) -> Step:
    return Step(kind, Phrase("name_work"), "Squat", duration=duration, cues=cues, **more)  # type: ignore[arg-type]


__all__ = [
    "PLANK",
    "SQUAT",
    "At",
    "Lead",
    "Near",
    "Tail",
    "activity",
    "at",
    "cue",
    "reps",
    "rest",
    "step",
    "workout",
]
