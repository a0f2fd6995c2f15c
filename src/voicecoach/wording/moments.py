"""The moments at which something is said, with what their wordings may speak of."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["EARCONS", "EVERYWHERE", "MOMENTS", "OF_THE_SET", "PHRASES", "Moment"]

EARCONS = ("ready", "go", "end", "end-last", "halfway", "tick", "switch")
"""Sounds that a pack may put in the place of words, written as a note and a name: ``\u266a tick``."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What a wording of a moment can be made of.

    Attributes:
        placeholders: Names that may stand in braces.
        counted: The placeholder whose number chooses the plural form; empty where nothing is counted.
        when: When it is said, in a few words; empty for what stands inside other words.
    """

    placeholders: frozenset[str] = frozenset()
    counted: str = ""
    when: str = ""


EVERYWHERE = ("title", "listener")
"""What any moment may speak of."""

OF_THE_SET = (
    "exercise",
    "next",
    "amount",
    "load",
    "side",
    "set",
    "sets",
    "round",
    "rounds",
    "reps",
    "section",
    "duration",
    "seconds",
)
"""What may be spoken of in a set, and before it of the one that comes."""

_TOLD = ("position", "setup", "action")
_AHEAD = (*OF_THE_SET, "remaining")
"""Before a set; what remains is the time that the whole workout still takes."""

_CLOCK = ("section", "duration", "seconds", "moves", "remaining")
"""Before one clock over a list of moves."""


def _of(*placeholders: str, counted: str = "", when: str = "") -> Moment:
    return Moment(frozenset(placeholders), counted, when)


def _said(when: str, *placeholders: str, counted: str = "") -> Moment:
    return _of(*EVERYWHERE, *placeholders, counted=counted, when=when)


def _before(when: str, *placeholders: str, counted: str = "") -> Moment:
    return _said(when, *_AHEAD, *placeholders, counted=counted)


def _during(when: str, *placeholders: str, counted: str = "") -> Moment:
    return _said(when, *OF_THE_SET, *placeholders, counted=counted)


MOMENTS: dict[str, Moment] = {
    "opening": _said("at the very start", "duration", "sections", "equipment"),
    "ending": _said("at the very end", "duration"),
    "section": _said("a block begins", "section", "rounds", "moves", "next", "remaining"),
    "section_done": _said("between two blocks", "section", "next", "remaining"),
    "workout_halfway": _before("once, after half of the whole"),
    "round": _before("a round begins", counted="rounds"),
    "last_round": _before("the last round begins", counted="rounds"),
    "minute": _before("a minute of an EMOM begins", counted="rounds"),
    "last_minute": _before("the last minute of an EMOM begins", counted="rounds"),
    "circuit": _before("another time round a circuit within a block", counted="rounds"),
    "last_circuit": _before("the last time round it", counted="rounds"),
    "line": _said("a line of the author's own", "text", "section"),
    "first": _before("before the first exercise of a block, where it is new", *_TOLD),
    "next": _before("before an exercise that comes for the first time", *_TOLD),
    "next_again": _before("before it comes the second time", *_TOLD),
    "next_familiar": _before("before it comes again, from the third time on", *_TOLD),
    "describe": _said("each move of a block that leaves no time for it later", "exercise", "section", *_TOLD),
    "moves_again": _said("the list of moves again, after half of one clock", "section", "moves"),
    "amrap": _said("before as many rounds as possible", *_CLOCK),
    "for_time": _said("before a list that is done as fast as one can", *_CLOCK),
    "next_set": _before("before a further set of the same exercise", *_TOLD, counted="sets"),
    "last_set": _before("before its last set", *_TOLD, counted="sets"),
    "side_first": _before("before the first of two sides"),
    "switch": _before("between two sides"),
    "rest": _before("a rest begins", counted="seconds"),
    "rest_open": _before("a rest begins that waits for the listener"),
    "action": _during("how the movement goes, where nobody said so before", "action"),
    "form": _during("a form point", "form"),
    "halfway": _during("half of a step", "remaining", counted="seconds"),
    "remaining": _during("the time left of a step or a long rest", "remaining", counted="seconds"),
    "encourage": _during("late in a long step"),
    "count": _during("each repetition", "number", counted="number"),
    "three_more": _during("three repetitions are left", counted="reps"),
    "last_rep": _during("the last repetition", counted="reps"),
    "lower": _during("down, in the first repetitions of a slow tempo"),
    "lift": _during("up, in the first repetitions of a slow tempo"),
    "phase": _during("what the exercise calls its two ways, in the place of down and up", "phase"),
    "hold": _during("a pause, in the first repetitions of a slow tempo"),
    "beat": _during("the seconds of a slow way, from the second on", "number", counted="number"),
    "jumped": _said(
        "live: another step begins at the listener's wish", "exercise", "side", "amount", "reps", "section"
    ),
    "resumed": _said("live: a step goes on after a pause", "exercise", "side", "remaining", "seconds", "section"),
    "waiting": _said("live: the workout has been waiting for the listener for a while"),
    "count_in": _of("number", counted="number", when="three, two, one, where the countdown is spoken"),
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
    "load_weight": _of("measure"),
    "load_percent": _of("measure"),
    "load_at": _of("measure"),
    "load_zone": _of("zone"),
    "load_effort": _of("effort"),
    "load_bodyweight": _of(),
    "load_with": _of("thing"),
    "load_holding": _of("thing"),
    "kilos": _of("kilos", counted="kilos"),
    "pounds": _of("pounds", counted="pounds"),
    "percent": _of("percent", counted="percent"),
    "watts": _of("watts", counted="watts"),
    "turns": _of("turns", counted="turns"),
    "range": _of("first", "last"),
    "decimal": _of("whole", "part"),
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
