"""The moments at which something is said, with what their wordings may speak of."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["EARCONS", "MOMENTS", "PHRASES", "Moment"]

EARCONS = ("ready", "go", "end", "end-last", "halfway", "tick", "switch")
"""Sounds that a pack may put in the place of words, written as a note and a name: ``\u266a tick``."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What a wording of a moment can be made of.

    Attributes:
        placeholders: Names that may stand in braces.
        counted: The placeholder whose number chooses the plural form; empty where nothing is counted.
    """

    placeholders: frozenset[str] = frozenset()
    counted: str = ""


def _of(*placeholders: str, counted: str = "") -> Moment:
    return Moment(frozenset(placeholders), counted)


_BEFORE = ("exercise", "amount", "load", "position", "setup", "action", "side", "set", "sets", "round", "rounds")

MOMENTS: dict[str, Moment] = {
    "opening": _of("title", "duration", "sections", "equipment"),
    "ending": _of("title", "duration"),
    "section": _of("section", "rounds", "moves"),
    "section_done": _of("section", "remaining"),
    "workout_halfway": _of("remaining"),
    "round": _of("round", "rounds"),
    "last_round": _of("round", "rounds"),
    "minute": _of("round", "rounds"),
    "last_minute": _of("round", "rounds"),
    "circuit": _of("round", "rounds"),
    "last_circuit": _of("round", "rounds"),
    "line": _of("text"),
    "first": _of(*_BEFORE),
    "next": _of(*_BEFORE),
    "next_again": _of(*_BEFORE),
    "next_familiar": _of(*_BEFORE),
    "describe": _of("exercise", "position", "setup", "action"),
    "moves_again": _of("section", "moves"),
    "amrap": _of("section", "duration", "moves"),
    "for_time": _of("section", "duration", "moves"),
    "next_set": _of(*_BEFORE),
    "last_set": _of(*_BEFORE),
    "side_first": _of("side", "exercise"),
    "switch": _of("side", "exercise"),
    "rest": _of("duration", "seconds", counted="seconds"),
    "rest_open": _of(),
    "action": _of("action", "exercise"),
    "form": _of("form", "exercise"),
    "halfway": _of("exercise", "remaining", "seconds"),
    "remaining": _of("remaining", "seconds", "exercise", counted="seconds"),
    "encourage": _of("exercise"),
    "count": _of("number", "reps", counted="number"),
    "three_more": _of("reps"),
    "last_rep": _of("reps"),
    "lower": _of("exercise"),
    "lift": _of("exercise"),
    "phase": _of("phase", "exercise"),
    "hold": _of("exercise"),
    "beat": _of("number", counted="number"),
}
"""Every moment; what a pack calls ``[cues]`` and a script ``cues:``."""

PHRASES: dict[str, Moment] = {
    "list_two": _of("first", "second"),
    "list_more": _of("first", "others"),
    "reps": _of("reps", counted="reps"),
    "seconds": _of("seconds", counted="seconds"),
    "minutes": _of("minutes", counted="minutes"),
    "hours": _of("hours", counted="hours"),
    "time_two": _of("first", "second"),
    "each_side": _of("amount"),
    "one_side": _of("amount", "side"),
    "sets": _of("sets", counted="sets"),
    "sets_of": _of("sets", "amount"),
    "most": _of("duration"),
    "to_failure": _of("duration"),
    "open_amount": _of(),
    "sections": _of("sections", counted="sections"),
    "rounds": _of("rounds", counted="rounds"),
    "intervals": _of("rounds", "work", "rest"),
    "every": _of("period", "duration"),
    "every_minute": _of("duration"),
    "ladder": _of("rounds", "reps", counted="rounds"),
    "move": _of("amount", "exercise"),
    "left": _of(),
    "right": _of(),
    "title_work": _of("exercise", "side", "set", "sets", "round", "rounds"),
    "name_work": _of("exercise"),
    "name_rest": _of(),
    "name_opening": _of("title"),
    "name_section": _of("section"),
    "name_line": _of(),
    "name_ending": _of(),
}
"""Words that stand inside other words, and titles; what a pack calls ``[phrases]``."""
