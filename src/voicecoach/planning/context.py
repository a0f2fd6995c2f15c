"""What every cue of a step may speak of, beside the values that belong to the cue itself.

A cue's own values stand over these: at ``halfway`` the seconds are those that are left, elsewhere in a set its length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.model.workout import Reps, UntilReady
from voicecoach.planning.extent import length_of
from voicecoach.planning.phrases import about, amount_of, duration, side_of
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from voicecoach.model.plan import Values
    from voicecoach.model.workout import Settings
    from voicecoach.planning.elements import ExerciseSet
    from voicecoach.units import Ms

__all__ = ["known_ahead", "known_everywhere", "known_of"]


def known_everywhere(settings: Settings) -> Values:
    """What holds for the whole workout: how it is called, and who listens."""
    return {"title": settings.title, "listener": settings.listener}


def known_of(bout: ExerciseSet, settings: Settings, following: ExerciseSet | None) -> Values:
    """What can be said of a set while it is performed.

    Args:
        bout: The set.
        settings: The script's settings.
        following: The set behind it; None for the last one.
    """
    amount = bout.prescription.amount
    values: Values = {
        "exercise": bout.exercise.name,
        "next": following.exercise.name if following else "",
        "amount": amount_of(bout.prescription, sets=False),
        "load": tuple(bout.prescription.loads),
        "side": side_of(bout.side),
        "set": bout.set or "",
        "sets": bout.sets or "",
        "round": bout.round or "",
        "rounds": bout.rounds or "",
        "reps": amount.count if isinstance(amount, Reps) else "",
        "section": bout.section.title,
    }
    if not isinstance(amount, UntilReady):
        length = length_of(bout.exercise, bout.prescription, settings)
        values |= {"duration": duration(length), "seconds": round(length / MS_PER_SECOND)}
    return values


def known_ahead(bout: ExerciseSet | None, settings: Settings, left: Ms) -> Values:
    """What can be said between two sets: of the one that comes, and how much of the whole is left.

    Args:
        bout: The set that comes; None at the end.
        settings: The script's settings.
        left: How much of the workout is left, in ms.
    """
    values: Values = {"remaining": about(left)} if left else {}
    return values | known_of(bout, settings, bout) if bout else values
