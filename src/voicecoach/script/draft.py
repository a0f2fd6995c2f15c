"""The parts of a prescription while they are being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from voicecoach.model.workout import Prescription, Sides
from voicecoach.script.codes import Code
from voicecoach.script.scanner import quoted

if TYPE_CHECKING:
    from voicecoach.model.workout import Movement
    from voicecoach.script.scanner import Scanner
    from voicecoach.script.terms import Terms

__all__ = ["Draft"]


@dataclass(slots=True)
class Draft:
    """What has been read so far; every part but the loads may stand once.

    Attributes:
        starts: Which way a repetition of the exercise starts, for the tempo.
        terms: What the block leaves to its steps.
        parts: The value of each part and where it stands.
        loads: The loads as written.
    """

    starts: Movement
    terms: Terms
    parts: dict[str, tuple[Any, tuple[int, int]]] = field(default_factory=dict)
    loads: list[str] = field(default_factory=list)

    def put(self, part: str, value: object, scanner: Scanner, start: int) -> None:
        """Take a part that was read from ``start`` to where the scanner is.

        Raises:
            FlawError: If the part stood before, or the block settles it.
        """
        span = scanner.since(start)
        if reason := self.terms.refusal(part, value):
            message = f"{quoted(scanner.text[slice(*span)])} contradicts the block: {reason}"
            raise scanner.flaw(Code.CONTRADICTION, message, span, hint="leave it out")
        if part in self.parts:
            earlier = scanner.text[slice(*self.parts[part][1])]
            message = f"{quoted(scanner.text[slice(*span)])} contradicts {quoted(earlier)}"
            raise scanner.flaw(Code.CONTRADICTION, message, span, expected=_ONCE[part])
        self.parts[part] = value, span

    def completed(self, usual: Prescription | None) -> Prescription:
        """The prescription, with what is not written taken from the usual one.

        A written amount stands for itself: the usual sets, their rest and the loads belong to the usual amount alone.
        """
        other = usual or Prescription()
        own_amount = "amount" in self.parts
        amount_from = Prescription() if own_amount else other
        return Prescription(
            amount=self._value("amount", amount_from.amount),
            sets=self._value("sets", amount_from.sets),
            rest=self._value("rest", amount_from.rest if self._value("sets", amount_from.sets) > 1 else 0),
            sides=self._value("sides", other.sides),
            tempo=self._value("tempo", other.tempo),
            loads=tuple(self.loads) or amount_from.loads,
        )

    def _value(self, part: str, otherwise: Any) -> Any:  # noqa: ANN401 - as many types as parts
        return self.parts[part][0] if part in self.parts else otherwise


_ONCE = {
    "amount": "one amount: repetitions or a time; write another line for another amount",
    "sets": "the number of sets once",
    "rest": "one rest between the sets",
    "sides": f'one of "each side", "{Sides.LEFT.value}" and "{Sides.RIGHT.value}"',
    "tempo": "one tempo",
}
