"""The script of a post: its exercises as a circuit, their variations behind it, the post's own words around them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from voicecoach.importers.prose.shortening import brief, plain_words
from voicecoach.importers.safe_text import capitalized, cut, lowered, one_line
from voicecoach.importers.writing import Script
from voicecoach.names import same_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from voicecoach.importers.prose.drafts import Drafts
    from voicecoach.importers.prose.moves import Bout, Move
    from voicecoach.importers.prose.shape import Shape
    from voicecoach.importers.writing import Section
    from voicecoach.ports import KnownExercises
    from voicecoach.units import Ms

__all__ = ["script_of"]

_WARM_UP_WORDS = 30
_WARM_UP = "Warm up before you start: a few minutes of easy walking or marching will do. Pause me as long as you need."
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|subject|title|topic|thread)\s*:\s*)+", re.IGNORECASE)
_MOST_TITLED = 4
"""Exercises that a title names at most."""

_LONGEST_NOTE = 1_500
_MOST_NOTES = 20


def script_of(drafts: Drafts, moves: Sequence[Move], shape: Shape, known: KnownExercises) -> Script:
    """Write the workout.

    Args:
        drafts: What the post says beside its exercises.
        moves: Its exercises, each with a name of its own.
        shape: Rounds and rests.
        known: The exercises that the script may name.
    """
    names = [move.main.name for move in moves]
    script = Script(_title(drafts.title, names))
    script.notes += [cut(note, _LONGEST_NOTE) for note in drafts.intro[:_MOST_NOTES]]
    script.opening.append(_warm_up(drafts.warm_up))
    circuit = script.section("Main circuit" if shape.rounds > 1 else "Workout", shape.rounds, shape.round_rest)
    _write(circuit, [_rested(move.main, shape.rest) for move in moves], shape.rest)
    taken = frozenset(map(same_name, names))
    _write(script.section("Variations"), _varied(moves, shape, taken), shape.rest)
    for entry in (move.entry for move in moves if move.entry):
        own = tuple(each for each in entry.variations if same_name(each.name) not in taken)
        script.describe(replace(entry, variations=own))
    script.name_only((bout.name for move in moves for bout in (move.main, *move.varied)), known)
    return script


def _varied(moves: Iterable[Move], shape: Shape, taken: frozenset[str]) -> list[Bout]:
    """The variations that are performed: each once, and none that is an exercise of the circuit."""
    found: dict[str, Bout] = {}
    for move in moves:
        for bout in move.varied[: shape.varied]:
            found.setdefault(same_name(bout.name), bout)
    return [bout for name, bout in found.items() if name not in taken]


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
        return own.capitalize() if own.isupper() else capitalized(own)
    first, *others = names[:_MOST_TITLED]
    listed = [first, *map(lowered, others)]
    if len(names) > len(listed):
        return f"{', '.join(listed)} and more"
    return " and ".join(filter(None, (", ".join(listed[:-1]), listed[-1])))


def _warm_up(told: Sequence[str]) -> str:
    """The post's own words on warming up, if they are short; else a hint."""
    words = plain_words(" ".join(told))
    return f"Warm-up: {brief(words, _WARM_UP_WORDS)}" if words else _WARM_UP
