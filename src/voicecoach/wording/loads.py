"""A load as its author wrote it, as a phrase of the cue pack: for ``at 20 kg`` every language has words of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from voicecoach.model.plan import Phrase

if TYPE_CHECKING:
    from voicecoach.model.plan import Value

__all__ = ["load_phrase"]

_UNITS = {
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms"), "kilos"),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds"), "pounds"),
    **dict.fromkeys(("%", "percent"), "percent"),
    **dict.fromkeys(("w", "watt", "watts"), "watts"),
    "rpm": "turns",
}
"""How the units of a load are written, and the phrases that tell them."""

_WEIGHTS = ("kilos", "pounds")

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_UNIT = r"[a-z]+|%"
_MEASURE = re.compile(
    rf"at (?P<first>{_NUMBER}) ?(?:(?P<same>{_UNIT})? ?(?:to|-) ?(?P<last>{_NUMBER}))? ?(?P<unit>{_UNIT})",
    re.IGNORECASE,
)
_EFFORT = re.compile(rf"RPE (?P<effort>{_NUMBER})", re.IGNORECASE)
_ZONE = re.compile(r"at zone (?P<zone>[0-9]+)", re.IGNORECASE)
_BODYWEIGHT = re.compile(r"at body ?weight", re.IGNORECASE)
_NAMED = re.compile(r"(?P<how>with|using|holding|at) (?P<what>.+)", re.IGNORECASE)


def load_phrase(written: str) -> Value:
    """A load in the words of the pack; what it is made of stays as written where only its author knows what it means.

    Args:
        written: One of :attr:`~voicecoach.model.workout.Prescription.loads`: ``with dumbbells``, ``RPE 8``.
    """
    if effort := _EFFORT.fullmatch(written):
        return Phrase("load_effort", {"effort": _number(effort["effort"])})
    if zone := _ZONE.fullmatch(written):
        return Phrase("load_zone", {"zone": int(zone["zone"])})
    if _BODYWEIGHT.fullmatch(written):
        return Phrase("load_bodyweight")
    return _measured(written) or _named(written)


def _measured(written: str) -> Phrase | None:
    """A load of so many kilos, or of so much of something else; None for another."""
    found = _MEASURE.fullmatch(written)
    unit = _UNITS.get(found["unit"].casefold()) if found else None
    if found is None or unit is None or (found["same"] and _UNITS.get(found["same"].casefold()) != unit):
        return None
    number = _number(found["first"])
    if found["last"]:
        number = Phrase("range", {"first": number, "last": _number(found["last"])})
    measure = Phrase(unit, {unit: number})
    if unit in _WEIGHTS:
        return Phrase("load_weight", {"measure": measure})
    return Phrase("load_percent" if unit == "percent" else "load_at", {"measure": measure})


def _named(written: str) -> Value:
    found = _NAMED.fullmatch(written)
    if found is None:
        return written
    how, what = found["how"].casefold(), found["what"]
    if how == "at":
        return Phrase("load_at", {"measure": what})
    return Phrase("load_holding" if how == "holding" else "load_with", {"thing": what})


def _number(written: str) -> Value:
    """A number as the language writes it: whole, or with its own decimal sign."""
    whole, _, part = written.partition(".")
    return Phrase("decimal", {"whole": int(whole), "part": part}) if part.strip("0") else int(whole)
