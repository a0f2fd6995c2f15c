"""Each exercise of a post as it is performed: how much of it, on which sides, and its variations."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voicecoach.importers.prose.entries import entry_of
from voicecoach.importers.prose.labels import Role
from voicecoach.importers.prose.names import looked_up
from voicecoach.importers.prose.sides import sided
from voicecoach.importers.prose.variations import Variation, variations_in
from voicecoach.importers.writing import Entry
from voicecoach.model.workout import MostReps, Prescription, Reps, Sides, Timed
from voicecoach.names import same_name
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from voicecoach.importers.prose.amounts import Much
    from voicecoach.importers.prose.drafts import Draft
    from voicecoach.model.workout import Amount, Exercise
    from voicecoach.ports import KnownExercises
    from voicecoach.units import Ms

__all__ = ["USUAL_REPS", "Bout", "Move", "move_of"]

USUAL_REPS = 12
"""What nearly every post asks for that asks for anything."""

_USUAL_EACH = 10
_TOGETHER = re.compile(r"\balternat\w*|\bboth (?:knees|legs|arms|feet|hands up)\b", re.IGNORECASE)
"""Words for a movement that both sides do at once, or by turns."""

_USUAL_REP: Ms = 3 * MS_PER_SECOND
_SWITCH: Ms = 8 * MS_PER_SECOND
"""How long a change of sides takes, with its words."""


@dataclass(frozen=True, slots=True)
class Bout:
    """A step of the workout: the exercise, how much of it, and how long a repetition takes, in ms."""

    name: str
    prescription: Prescription
    rep: Ms = _USUAL_REP

    @property
    def length(self) -> Ms:
        """About how long it lasts, in ms, rests between its sets included."""
        match self.prescription.amount:
            case Reps(count):
                one = count * self.rep
            case Timed(time) | MostReps(time):
                one = time
            case _:
                one = 0
        both = 2 * one + _SWITCH if self.prescription.sides is Sides.EACH else one
        return self.prescription.sets * (both + self.prescription.rest) - self.prescription.rest


@dataclass(frozen=True, slots=True)
class Move:
    """An exercise of the workout.

    Attributes:
        entry: How the script describes it; None where the library does.
        main: The exercise itself.
        varied: Its variations, in the order of the post.
        much: What the post asked for.
        line: Where the post speaks of it.
    """

    entry: Entry | None
    main: Bout
    varied: tuple[Bout, ...]
    much: Much
    line: int


def move_of(draft: Draft, known: KnownExercises, usual: Much) -> Move:
    """The exercise of a draft that has a name.

    Args:
        draft: What the post says of it.
        known: The library.
        usual: What the post asks for of each exercise.
    """
    name, *others = draft.named.names if draft.named else ("Exercise",)
    library, much = looked_up(name, known), draft.much
    if much.amount is None:
        much = replace(much, amount=usual.amount, sets=max(much.sets, usual.sets), ranged=usual.ranged)
    each = _each(draft, much, library)
    main = _bout(Variation(name, sided=each), much, library)
    main = replace(main, prescription=replace(main.prescription, sets=much.sets))
    if not draft.described:
        main = replace(main, name=library.name) if library and not known.lookup(name) else main
        return Move(None if library else Entry(name), main, (), much, draft.line)
    variations = _variations(draft, name, others, known)
    entry = entry_of(draft, name, variations, known, each=each)
    varied = tuple(_bout(each_one, much, known.lookup(each_one.name)) for each_one in variations)
    return Move(entry, main, varied, much, draft.line)


def _each(draft: Draft, much: Much, library: Exercise | None) -> bool:
    """Whether the exercise itself is done on one side and then on the other."""
    text = " ".join((draft.text, draft.part(Role.AMOUNT), draft.named.amount if draft.named else ""))
    if much.each or sided(text):
        return True
    return bool(library and library.sides) and _TOGETHER.search(text) is None


def _variations(draft: Draft, name: str, others: list[str], known: KnownExercises) -> tuple[Variation, ...]:
    """The variations named in the heading, then those of the text, each once."""
    text = " ".join((draft.part(Role.VARIATION), draft.part(Role.HARDER)))
    found = {same_name(each.name): each for each in variations_in(text, name, known)}
    for other in reversed(others):
        told = found.pop(same_name(other), Variation(other, sided="single" in other.casefold()))
        found = {same_name(other): told, **found}
    return tuple(_settled(each, known) for each in found.values())


def _settled(variation: Variation, known: KnownExercises) -> Variation:
    """A variation that knows whether it has sides: from the post, else from the library."""
    library = known.lookup(variation.name)
    return replace(variation, sided=variation.sided or bool(library and library.sides))


def _bout(variation: Variation, much: Much, library: Exercise | None) -> Bout:
    usual = library.prescription.amount if library and library.prescription else None
    amount: Amount = much.amount or usual or Reps(_USUAL_EACH if variation.sided else USUAL_REPS)
    prescription = Prescription(
        amount,
        sides=Sides.EACH if variation.sided else Sides.NONE,
        loads=(f"with {variation.load}",) if variation.load else (),
    )
    return Bout(variation.name, prescription, library.tempo.rep if library and library.tempo else _USUAL_REP)
