"""How long and how many: what can be said of a workout without laying it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.model.plan import StepKind
from voicecoach.model.workout import Activity, MostReps, Reps, Rest, Sides, Tempo, Timed
from voicecoach.planning import rules

if TYPE_CHECKING:
    from voicecoach.model.workout import Exercise, Item, Prescription, Settings, Workout
    from voicecoach.units import Ms

__all__ = ["DEFAULT_TEMPO", "WORDS", "count_bouts", "length_of", "rough_length", "tempo_of"]

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


def count_bouts(workout: Workout) -> int:
    """How many bouts a workout has, all rounds, sets and sides together."""
    return sum(
        section.scheme.count * sum(_bouts(item) for item in section.items if isinstance(item, Activity))
        for section in workout.sections
    )


def _bouts(activity: Activity) -> int:
    return activity.prescription.sets * (2 if activity.prescription.sides is Sides.EACH else 1)


def rough_length(workout: Workout) -> Ms:
    """About how long a workout lasts, in ms, at least 1: work and rests are exact, words are guessed."""
    settings = workout.settings
    total = settings.lead_in + 2 * WORDS[StepKind.SAY]
    for section in workout.sections:
        total += WORDS[StepKind.SAY] + WORDS[StepKind.READY]
        total += section.scheme.count * sum(_length(item, settings) for item in section.items)
        total += (section.scheme.count - 1) * section.scheme.rest
        total -= 0 if any(isinstance(item, Rest) for item in section.items) else rules.TRANSITION
    return max(1, total)


def _length(item: Item, settings: Settings) -> Ms:
    if isinstance(item, Rest):
        return settings.ready if item.duration is None else item.duration - rules.TRANSITION
    if not isinstance(item, Activity):
        return 0
    wanted = item.prescription
    bout = length_of(item.exercise, wanted, settings)
    pair = 2 * bout + settings.switch if wanted.sides is Sides.EACH else bout
    return wanted.sets * pair + (wanted.sets - 1) * (wanted.rest or rules.TRANSITION) + rules.TRANSITION
