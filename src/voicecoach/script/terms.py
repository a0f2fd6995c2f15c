"""What the scheme of a block settles, so that its steps must not: how long, how often, when to rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voicecoach.model.workout import Clock, Every, Intervals, Ladder, Prescription, Reps, Rounds, UntilReady
from voicecoach.script.durations import spelled

if TYPE_CHECKING:
    from voicecoach.model.workout import Scheme
    from voicecoach.units import Ms

__all__ = ["Terms"]


_ONCE = Rounds()


@dataclass(frozen=True, slots=True)
class Terms:
    """The scheme that a step stands under.

    Attributes:
        scheme: How its block repeats.
        understood: Whether that could be read; where not, a missing amount is nobody's fault.
        nested: Whether the step stands in rounds inside the block.
    """

    scheme: Scheme = _ONCE
    understood: bool = True
    nested: bool = False

    @property
    def needs_amount(self) -> bool:
        """Whether a step without any amount is an error."""
        return self.understood and not isinstance(self.scheme, Intervals | Ladder)

    @property
    def length(self) -> Ms | None:
        """How long each step lasts, in ms, where the scheme says so."""
        return self.scheme.work if isinstance(self.scheme, Intervals) else None

    @property
    def takes_rounds(self) -> bool:
        """Whether rounds may be nested here."""
        return isinstance(self.scheme, Rounds) and not self.nested

    @property
    def speaks_between(self) -> bool:
        """Whether lines between the steps are spoken in every round."""
        return isinstance(self.scheme, Rounds | Ladder)

    @property
    def rests(self) -> str:
        """Why the block has no rests of the author's; empty where it may have some."""
        match self.scheme:
            case Intervals():
                return f"it rests {spelled(self.scheme.rest)} behind each step"
            case Every():
                return "what is left of a period is rest"
            case Clock():
                return "its clock does not stop"
            case _:
                return ""

    def refusal(self, part: str, value: object) -> str:
        """Why a part of a prescription cannot stand here.

        Args:
            part: Its name: ``amount``, ``sets``, ``rest``, ``sides`` or ``tempo``.
            value: What was read.

        Returns:
            The reason, as a clause about the block; empty where the part may stand.
        """
        if part == "rest":
            return self.rests
        match self.scheme:
            case Intervals():
                reasons = {
                    "amount": f"every step lasts {spelled(self.scheme.work)}",
                    "sets": "it says how often a step is done",
                    "tempo": "nothing is counted in it",
                }
                return reasons.get(part, "")
            case Every() | Clock():
                if part == "sets":
                    return "it has no sets"
                return "it does not wait" if isinstance(value, UntilReady) else ""
            case Ladder():
                return "it says how many repetitions" if isinstance(value, Reps) else ""
            case _:
                return ""

    def usual(self, prescription: Prescription | None) -> Prescription | None:
        """What of an exercise's own prescription completes a step here."""
        if prescription is None or isinstance(self.scheme, Rounds):
            return prescription
        if isinstance(self.scheme, Intervals):
            return Prescription(sides=prescription.sides)
        if isinstance(self.scheme, Ladder):
            return Prescription(sides=prescription.sides, tempo=prescription.tempo)
        amount = None if isinstance(prescription.amount, UntilReady) else prescription.amount
        return replace(prescription, amount=amount, sets=1, rest=0)
