"""The workout that the exercises of a post become: a circuit of them, then their variations, in a sensible time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voicecoach.importers.prose.amounts import rests_in, rounds_in
from voicecoach.importers.prose.shortening import brief, plain_words
from voicecoach.importers.writing import Script, cut, one_line
from voicecoach.names import same_name
from voicecoach.units import seconds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from voicecoach.importers.prose.drafts import Drafts
    from voicecoach.importers.prose.moves import Bout, Move
    from voicecoach.importers.writing import Section
    from voicecoach.ports import KnownExercises
    from voicecoach.units import Ms

__all__ = ["Shape", "script_of", "shape_of"]

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

_WARM_UP_WORDS = 30
_WARM_UP = "Warm up before you start: a few minutes of easy walking or marching will do. Pause me as long as you need."
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|subject|title)\s*:\s*)+", re.IGNORECASE)
_LONGEST_NOTE = 1_500
_MOST_NOTES = 20


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
    rounds = max(map(rounds_in, talk), default=0)
    between, after = rests_in(" ".join(talk))
    between = between or rests_in(" ".join(note for draft in drafts.found for note in draft.notes))[0]
    usual = _REST if any(move.entry for move in moves) else _SHORT_REST
    rested = Shape(
        1, 0, max(between, _LEAST_REST) if between else usual, after or _ROUND_REST, not rounds, bool(between)
    )
    if not rounds and any(move.main.prescription.sets > 1 for move in moves):
        rounds = 1
    varies = any(move.varied for move in moves)
    choices = [(rounds or wanted, varied) for wanted, varied in _CHOICES if wanted < _CHOICES[0][0] or not varies]
    shapes = [replace(rested, rounds=number, varied=varied) for number, varied in choices]
    return next((shape for shape in shapes if _length(moves, shape) <= _LONGEST), shapes[-1])


def _length(moves: Sequence[Move], shape: Shape) -> Ms:
    """About how long the workout lasts, without what is said beside it."""
    once = sum(move.main.length + shape.rest for move in moves)
    after = sum(bout.length + shape.rest for move in moves for bout in move.varied[: shape.varied])
    return shape.rounds * once + (shape.rounds - 1) * (shape.round_rest - shape.rest) + after


def script_of(drafts: Drafts, moves: Sequence[Move], shape: Shape, known: KnownExercises) -> Script:
    """Write the workout."""
    names = [move.main.name for move in moves]
    script = Script(_title(drafts.title, names))
    script.notes += [cut(note, _LONGEST_NOTE) for note in drafts.intro[:_MOST_NOTES]]
    script.opening.append(_warm_up(drafts.warm_up))
    circuit = script.section("Main circuit" if shape.rounds > 1 else "Workout", shape.rounds, shape.round_rest)
    _write(circuit, [_rested(move.main, shape.rest) for move in moves], shape.rest)
    varied = [
        bout
        for move in moves
        for bout in move.varied[: shape.varied]
        if same_name(bout.name) not in map(same_name, names)
    ]
    _write(script.section("Variations"), _distinct(varied), shape.rest)
    for move in moves:
        if move.entry:
            script.describe(
                replace(
                    move.entry,
                    variations=tuple(
                        each for each in move.entry.variations if same_name(each.name) not in map(same_name, names)
                    ),
                )
            )
    script.name_only((bout.name for move in moves for bout in (move.main, *move.varied)), known)
    return script


def _distinct(bouts: Iterable[Bout]) -> list[Bout]:
    found: dict[str, Bout] = {}
    for bout in bouts:
        found.setdefault(same_name(bout.name), bout)
    return list(found.values())


def _rested(bout: Bout, rest: Ms) -> Bout:
    """A bout with the rest between its sets."""
    prescription = bout.prescription
    return replace(bout, prescription=replace(prescription, rest=rest)) if prescription.sets > 1 else bout


def _write(section: Section, bouts: Sequence[Bout], rest: Ms) -> None:
    for number, bout in enumerate(bouts):
        if number:
            section.rest_for(rest)
        section.step(bout.name, bout.prescription)


def _title(told: str, names: Sequence[str]) -> str:
    """The post's own title, else what is in it."""
    own = _REPLY.sub("", one_line(told)).strip(" .:|-\u2013\u2014")
    if own:
        return own.capitalize() if own.isupper() else own[0].upper() + own[1:]
    listed = [names[0], *(name[:1].lower() + name[1:] for name in names[1:4])]
    more = " and more" if len(names) > len(listed) else ""
    return (", ".join(listed[:-1]) + " and " + listed[-1] if len(listed) > 1 and not more else ", ".join(listed)) + more


def _warm_up(told: Sequence[str]) -> str:
    """The post's own words on warming up, if they are short; else a hint."""
    words = plain_words(" ".join(told))
    return f"Warm-up: {brief(words, _WARM_UP_WORDS)}" if words else _WARM_UP
