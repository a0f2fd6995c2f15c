"""How long and how many: what can be said of a workout without laying it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.model.plan import StepKind
from voicecoach.model.workout import (
    Activity,
    Circuit,
    Clock,
    Every,
    Intervals,
    Ladder,
    MostReps,
    Reps,
    Rest,
    Rounds,
    Sides,
    Tempo,
    Timed,
)
from voicecoach.planning import rules

if TYPE_CHECKING:
    from voicecoach.model.workout import Exercise, Item, Prescription, Section, Settings, Workout
    from voicecoach.units import Ms

__all__ = ["BOTH_SIDES", "DEFAULT_TEMPO", "WORDS", "count_bouts", "length_of", "rough_length", "sides_of", "tempo_of"]

BOTH_SIDES = ("left", "right")
"""The sides of an exercise that names none of its own."""

DEFAULT_TEMPO = Tempo(down=1_500, bottom=0, up=1_500, top=0)
"""Where no tempo is known a repetition takes three seconds, and nobody knows which way it goes when."""

WORDS: dict[StepKind, Ms] = {StepKind.SAY: 7_000, StepKind.READY: 14_000}
"""How long a step usually lasts that is as long as its words need: good enough for "about twenty minutes"."""


def tempo_of(exercise: Exercise, prescription: Prescription) -> Tempo:
    """The tempo of a set: as written, else the exercise's own, else three seconds a rep."""
    return prescription.tempo or exercise.tempo or DEFAULT_TEMPO


def length_of(exercise: Exercise, prescription: Prescription, settings: Settings) -> Ms:
    """How long one bout lasts, in ms; an open one as long as an export waits."""
    match prescription.amount:
        case Reps(count):
            return count * tempo_of(exercise, prescription).rep
        case Timed(length) | MostReps(length):
            return length
        case _:
            return settings.ready


def sides_of(activity: Activity) -> tuple[str, ...]:
    """The sides an activity is done on, in order; one empty name for none."""
    match activity.prescription.sides:
        case Sides.EACH:
            return activity.exercise.sides or BOTH_SIDES
        case Sides.NONE:
            return ("",)
        case side:
            return (side.value,)


def count_bouts(workout: Workout) -> int:
    """How many bouts a workout has, all rounds, sets and sides together."""
    return sum(_section_bouts(section) for section in workout.sections)


def _section_bouts(section: Section) -> int:
    once = sum(map(_bouts, section.items))
    match section.scheme:
        case Rounds(count):
            return count * once
        case Ladder(reps):
            return len(reps) * once
        case Every(_, count):
            return 2 * count
        case Intervals():
            return section.scheme.count or section.scheme.passes * _moves(section)
        case Clock():
            return 1


def _moves(section: Section) -> int:
    return sum(isinstance(item, Activity) for item in section.items)


def _bouts(item: Item) -> int:
    if isinstance(item, Circuit):
        return item.scheme.count * sum(map(_bouts, item.items))
    return item.prescription.sets * len(sides_of(item)) if isinstance(item, Activity) else 0


def rough_length(workout: Workout) -> Ms:
    """About how long a workout lasts, in ms, at least 1: work and rests are exact, words are guessed."""
    settings = workout.settings
    total = settings.lead_in + 2 * WORDS[StepKind.SAY]
    for section in workout.sections:
        total += WORDS[StepKind.SAY] + WORDS[StepKind.READY] + _section_length(section, settings)
    return max(1, total)


def _section_length(section: Section, settings: Settings) -> Ms:
    once = sum(_length(item, settings) for item in section.items)
    match section.scheme:
        case Rounds(count, rest):
            rested = rules.TRANSITION if not any(isinstance(item, Rest) for item in section.items) else 0
            return count * once + (count - 1) * rest - rested
        case Ladder(reps, rest):
            return len(reps) * once + (len(reps) - 1) * rest
        case Every(period, count):
            return period * count
        case Intervals(work, rest):
            return (work + rest) * (section.scheme.count or section.scheme.passes * _moves(section))
        case Clock(limit):
            return limit


def _length(item: Item, settings: Settings) -> Ms:
    if isinstance(item, Rest):
        return settings.ready if item.duration is None else item.duration - rules.TRANSITION
    if isinstance(item, Circuit):
        once = sum(_length(inner, settings) for inner in item.items)
        return item.scheme.count * once + (item.scheme.count - 1) * item.scheme.rest
    if not isinstance(item, Activity):
        return 0
    wanted = item.prescription
    bout = length_of(item.exercise, wanted, settings)
    sides = len(sides_of(item))
    once = sides * bout + (sides - 1) * settings.switch
    return wanted.sets * once + (wanted.sets - 1) * (wanted.rest or rules.TRANSITION) + rules.TRANSITION
