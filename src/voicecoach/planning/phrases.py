"""Amounts and times as phrases of the cue pack; which words they become is the pack's business."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.model.plan import Phrase
from voicecoach.model.workout import (
    Every,
    Intervals,
    Ladder,
    MostReps,
    Reps,
    Rounds,
    Sides,
    Timed,
    UntilReady,
)
from voicecoach.planning.extent import BOTH_SIDES
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterable

    from voicecoach.model.plan import Value, Values
    from voicecoach.model.workout import Activity, Amount, Prescription, Scheme
    from voicecoach.units import Ms

__all__ = ["about", "amount_of", "duration", "moves_of", "scheme_of", "sentence", "side_of"]

_MINUTE = 60
_SECONDS_ONLY = 90
"""Up to here a time is said in seconds alone: "ninety seconds" is what coaches say."""
_HOUR_MINUTES = 60


def duration(time: Ms) -> Phrase:
    """A length of time: seconds up to 90, then minutes, then minutes and seconds; ``time`` is rounded to a second."""
    total = max(1, round(time / MS_PER_SECOND))
    minutes, rest = divmod(total, _MINUTE)
    if total <= _SECONDS_ONLY and total != _MINUTE:
        return Phrase("seconds", {"seconds": total})
    if not rest:
        return Phrase("minutes", {"minutes": minutes})
    return Phrase(
        "time_two",
        {"first": Phrase("minutes", {"minutes": minutes}), "second": Phrase("seconds", {"seconds": rest})},
    )


def about(time: Ms) -> Phrase:
    """A rough length of time: whole minutes, and hours where there are any; half a minute at least counts as one."""
    minutes = max(1, round(time / MS_PER_SECOND / _MINUTE))
    if minutes <= _HOUR_MINUTES * 3 // 2:
        return Phrase("minutes", {"minutes": minutes})
    hours, rest = divmod(minutes, _HOUR_MINUTES)
    whole = Phrase("hours", {"hours": hours})
    return Phrase("time_two", {"first": whole, "second": Phrase("minutes", {"minutes": rest})}) if rest else whole


def amount_of(prescription: Prescription, *, sets: bool) -> Phrase:
    """How much of an exercise, with its sides, and with its sets where ``sets`` is true."""
    phrase = _plain(prescription.amount)
    if prescription.sides is Sides.EACH:
        phrase = Phrase("each_side", {"amount": phrase})
    elif prescription.sides is not Sides.NONE:
        phrase = Phrase("one_side", {"amount": phrase, "side": side_of(prescription.sides.value)})
    if sets and prescription.sets > 1:
        phrase = Phrase("sets_of", {"sets": Phrase("sets", {"sets": prescription.sets}), "amount": phrase})
    return phrase


def _plain(amount: Amount | None) -> Phrase:
    match amount:
        case Reps(count):
            return Phrase("reps", {"reps": count})
        case Timed(time):
            return duration(time)
        case MostReps(limit, to_failure):
            return Phrase("to_failure" if to_failure else "most", {"duration": duration(limit)})
        case UntilReady() | None:
            return Phrase("open_amount")


def scheme_of(scheme: Scheme) -> Phrase | None:
    """How a section repeats; None where it is gone through once, or its one bout tells it."""
    match scheme:
        case Rounds(count) if count > 1:
            return Phrase("rounds", {"rounds": count})
        case Ladder(reps):
            return Phrase("ladder", {"rounds": len(reps), "reps": tuple(reps)})
        case Every(period, count) if period == _MINUTE * MS_PER_SECOND:
            return Phrase("every_minute", {"duration": duration(period * count)})
        case Every(period, count):
            return Phrase("every", {"period": duration(period), "duration": duration(period * count)})
        case Intervals(work, rest, count, passes):
            lengths: Values = {"work": duration(work), "rest": duration(rest) if rest else ""}
            if max(count, passes) > 1:
                lengths["rounds"] = Phrase("rounds", {"rounds": max(count, passes)})
            return Phrase("intervals", lengths)
        case _:
            return None


def moves_of(moves: Iterable[Activity]) -> tuple[Phrase, ...]:
    """What is done under one clock: "ten reps squat"."""
    return tuple(
        Phrase("move", {"amount": amount_of(move.prescription, sets=True), "exercise": move.exercise.name})
        for move in moves
    )


def side_of(side: str) -> Value:
    """A side's name: the pack's word for left and right, the author's own for others."""
    return Phrase(side) if side in BOTH_SIDES else side


def sentence(text: str) -> str:
    """A text that ends like a sentence, so that what follows is spoken as another."""
    text = text.strip()
    return text if not text or text[-1] in ".!?…" else f"{text}."
