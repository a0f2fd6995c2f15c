"""Rounds and rests of the workout that a post becomes: its own, else such that the whole takes a sensible time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voicecoach.importers.prose.circuits import rests_in, rounds_in
from voicecoach.units import seconds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from voicecoach.importers.prose.drafts import Drafts
    from voicecoach.importers.prose.moves import Move
    from voicecoach.units import Ms

__all__ = ["Shape", "shape_of"]

_REST: Ms = seconds(30)
"""Long enough for "Rest", a name, an amount, a set-up, an action, and the count-in."""

_SHORT_REST: Ms = seconds(20)
"""Between exercises that the post only lists: whoever writes so knows them."""

_LEAST_REST: Ms = seconds(5)
_ROUND_REST: Ms = seconds(45)
_LONGEST: Ms = seconds(28 * 60)
"""The workout is chosen to last at most so long, with a few minutes more for what is said."""

_CHOICES = ((3, 4), (2, 4), (2, 3), (2, 2), (1, 4), (1, 3), (1, 2), (1, 1), (1, 0))
"""Rounds, and variations of each exercise, the most wanted first; three rounds only where nothing varies."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How the exercises are put together.

    Attributes:
        rounds: How often the circuit is done.
        varied: Variations of each exercise that are performed.
        rest: Rest between exercises, in ms.
        round_rest: Rest between rounds, in ms.
        chosen: Whether the rounds are our choice rather than the post's.
        rested: Whether the rest is the post's.
    """

    rounds: int
    varied: int
    rest: Ms
    round_rest: Ms
    chosen: bool
    rested: bool


def shape_of(drafts: Drafts, moves: Sequence[Move]) -> Shape:
    """Rounds and rests: the post's own, else such that the whole takes at most about half an hour."""
    talk = (*drafts.general, *drafts.intro)
    told = max(map(rounds_in, talk), default=0)
    rounds = told or (1 if any(move.main.prescription.sets > 1 for move in moves) else 0)
    between, after = _rests(drafts, talk)
    usual = _REST if any(move.entry for move in moves) else _SHORT_REST
    rest = max(between, _LEAST_REST) if between else usual
    plain = Shape(1, 0, rest, after or _ROUND_REST, chosen=not rounds, rested=bool(between))
    varies = any(move.varied for move in moves)
    choices = [(rounds or wanted, varied) for wanted, varied in _CHOICES if wanted < _CHOICES[0][0] or not varies]
    shapes = [replace(plain, rounds=number, varied=varied) for number, varied in choices]
    return next((shape for shape in shapes if _length(moves, shape) <= _LONGEST), shapes[-1])


def _rests(drafts: Drafts, talk: Sequence[str]) -> tuple[Ms, Ms]:
    """The post's rests between exercises and between rounds, in ms, 0 for none; those in its talk go first."""
    between, after = rests_in(" ".join(talk))
    return between or rests_in(" ".join(note for draft in drafts.found for note in draft.notes))[0], after


def _length(moves: Sequence[Move], shape: Shape) -> Ms:
    """About how long the workout lasts, without what is said beside it."""
    once = sum(move.main.length + shape.rest for move in moves)
    after = sum(bout.length + shape.rest for move in moves for bout in move.varied[: shape.varied])
    return shape.rounds * once + (shape.rounds - 1) * (shape.round_rest - shape.rest) + after
