"""How much is said: which moments each level of talk leaves to silence.

``few`` says what one has to know to go on with closed eyes: what comes and how much of it, sides, rounds, rests, the
count, and when it is over. It names things and explains nothing. ``normal`` adds how to stand and move, form points,
half and the time left, a word of encouragement. ``many`` has the planner put more of these where there is room.
``none`` says not a word, not even the author's own: whoever wants those alone takes the pack ``beeps``.

A cue that is left to silence sounds the earcon that stands for it, as it does where no words fit: a tick for a number.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from voicecoach.diagnostics import Diagnostic, Severity, nearest
from voicecoach.model.talk import ALL_MOMENTS, TalkLevel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from voicecoach.model.plan import Cue, Step, Tone
    from voicecoach.model.talk import TalkChoice

__all__ = ["SAID_FROM", "hushed", "level_of", "unknown_moments"]

_ESSENTIAL = (
    "opening", "ending", "section", "round", "last_round", "minute", "last_minute", "circuit", "last_circuit", "line",
    "first", "next", "next_again", "next_familiar", "next_set", "last_set", "amrap", "for_time", "side_first", "switch",
    "rest", "rest_open", "count", "count_in", "waiting", "resumed", "jumped",
)  # fmt: skip
_HELPFUL = (
    "section_done", "workout_halfway", "describe", "moves_again", "action", "form", "halfway", "remaining", "encourage",
    "three_more", "last_rep", "lower", "lift", "phase", "hold", "beat",
)  # fmt: skip

SAID_FROM: dict[str, TalkLevel] = {
    **dict.fromkeys(_ESSENTIAL, TalkLevel.FEW),
    **dict.fromkeys(_HELPFUL, TalkLevel.NORMAL),
}
"""The least level at which each moment is said."""

_EXPLANATIONS = frozenset({"position", "setup", "action"})
"""Placeholders that tell how, and not what."""


def level_of(talk: Sequence[TalkChoice], moment: str) -> TalkLevel:
    """How much is said at a moment: its own level, else that of all, else the normal one; the last choice counts."""
    levels = {choice.moment: choice.level for choice in talk}
    return levels.get(moment, levels.get(ALL_MOMENTS, TalkLevel.NORMAL))


def hushed(steps: Iterable[Step], talk: Sequence[TalkChoice]) -> Iterator[Step]:
    """The worded steps of a plan with only those cues that the listener wants to hear."""
    if not talk:
        yield from steps  # the normal level, at which nothing is left to silence
        return
    beeps = level_of(talk, "count_in") < SAID_FROM["count_in"]
    for step in steps:
        cues = tuple(_hushed(cue, level_of(talk, cue.moment)) for cue in step.cues)
        yield replace(step, cues=cues, tones=tuple(map(_beep, step.tones)) if beeps else step.tones)


def _beep(tone: Tone) -> Tone:
    """A tone without the number that could be spoken in its place."""
    return replace(tone, text="")


def _hushed(cue: Cue, level: TalkLevel) -> Cue:
    if level < SAID_FROM[cue.moment]:
        return replace(cue, wordings=(), earcon=cue.earcon or (cue.fallback if cue.wordings else ""))
    plain = tuple(wording for wording in cue.wordings if not wording.tells & _EXPLANATIONS)
    if level is TalkLevel.FEW and plain:
        return replace(cue, wordings=plain, needs=cue.needs - _EXPLANATIONS)
    return cue


def unknown_moments(talk: Iterable[TalkChoice]) -> Iterator[Diagnostic]:
    """Choices for moments that there are not."""
    for choice in talk:
        if choice.span and choice.moment not in (ALL_MOMENTS, *SAID_FROM):
            near = nearest(choice.moment, (ALL_MOMENTS, *SAID_FROM))
            hint = f'did you mean "{near}"?' if near else f'moments are those of a cue pack, or "{ALL_MOMENTS}"'
            message = f'no moment is called "{choice.moment}"'
            yield Diagnostic(Severity.ERROR, "bad-cue", message, choice.span, hint=hint)
