"""The transport: what each command does in each state. A table, without any input or output.

The state is a value, a command gives another one together with what the player has to do about it. A command that has
no line in the table, or nothing to do there, changes nothing. Positions are frames of the timeline: the player tells
how far the device has come, nobody else counts time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias

from voicecoach.model.plan import StepKind
from voicecoach.playback.marks import gap_at, resume_at
from voicecoach.units import frames_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from voicecoach.playback.marks import Mark, Marks
    from voicecoach.units import Frames, Ms

__all__ = [
    "EXTRA_REST",
    "LOUDEST",
    "TABLE",
    "AddRest",
    "Again",
    "Command",
    "Do",
    "Effect",
    "Halt",
    "Level",
    "Seek",
    "State",
    "Stop",
    "Transport",
    "Why",
    "apply",
]

EXTRA_REST: Ms = 15_000
"""What one wish for more rest adds."""

LOUDEST = 100
_LOUDER = 10
"""The volume in percent, and its step."""

_RESTART: Ms = 2_000
"""So far into a step, "previous" still means the step before; farther in, the beginning of this one."""

_PAUSES = frozenset({StepKind.REST, StepKind.READY, StepKind.SWITCH})
"""Steps between work, which can be made longer or left out."""


class State(Enum):
    """What a workout is doing."""

    IDLE = "idle"
    PLAYING = "playing"
    HOLDING = "waiting"
    PAUSED = "paused"
    LOST = "no device"
    ENDED = "over"


class Do(Enum):
    """What can be wished for; the last four are told by the player itself."""

    PLAY = auto()
    PAUSE = auto()
    RESUME = auto()
    PLAY_PAUSE = auto()
    NEXT = auto()
    PREVIOUS = auto()
    REPEAT = auto()
    CHAPTER = auto()
    NEXT_CHAPTER = auto()
    PREVIOUS_CHAPTER = auto()
    SEEK = auto()
    ADD_REST = auto()
    SKIP_REST = auto()
    MUTE = auto()
    VOLUME = auto()
    LOUDER = auto()
    SOFTER = auto()
    READY = auto()
    STOP = auto()
    HOLD = auto()
    END = auto()
    LOSE = auto()
    FIND = auto()


@dataclass(frozen=True, slots=True)
class Command:
    """A wish.

    Attributes:
        do: What.
        value: The number of the chapter from 0, a moment of the timeline in ms, or the volume in percent; of no meaning
            elsewhere.
    """

    do: Do
    value: int = 0


@dataclass(frozen=True, slots=True)
class Transport:
    """Where a workout stands.

    Attributes:
        state: What it is doing.
        position: The frame of the timeline that is heard.
        muted: Whether the coach is silent; beeps are not.
        volume: In percent, 0 to 100.
    """

    state: State = State.IDLE
    position: Frames = 0
    muted: bool = False
    volume: int = LOUDEST


class Why(Enum):
    """Why the sound goes on from somewhere else, which decides about what the coach says to it."""

    BEGIN = "begin"
    JUMP = "jump"
    RESUME = "resume"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Seek:
    """Sound from a frame on."""

    frame: Frames
    why: Why


@dataclass(frozen=True, slots=True)
class Halt:
    """Be silent, and keep the place."""


@dataclass(frozen=True, slots=True)
class Again:
    """The same place, mixed anew."""


@dataclass(frozen=True, slots=True)
class Level:
    """Another volume, in percent."""

    volume: int


@dataclass(frozen=True, slots=True)
class AddRest:
    """Silence of ``length`` frames, put in at a frame; what is heard goes on from ``start``."""

    start: Frames
    frame: Frames
    length: Frames


@dataclass(frozen=True, slots=True)
class Stop:
    """It is over."""


Effect: TypeAlias = Seek | Halt | Again | Level | AddRest | Stop

_Outcome: TypeAlias = "tuple[Transport, Effect | None] | None"
_Rule: TypeAlias = "Callable[[Transport, Marks, int], _Outcome]"


def apply(transport: Transport, command: Command, marks: Marks) -> tuple[Transport, Effect | None]:
    """What a command makes of a transport.

    Args:
        transport: As it stands.
        command: The wish.
        marks: The steps placed so far, at least one unless the command is about none.

    Returns:
        The transport afterwards, and what the player has to do; the same one and None for a command that means nothing
        here.
    """
    rule = TABLE.get((transport.state, command.do))
    outcome = rule(transport, marks, command.value) if rule else None
    return outcome or (transport, None)


def _play(transport: Transport, marks: Marks, value: int) -> _Outcome:
    del marks, value
    why = Why.JUMP if transport.position else Why.BEGIN
    return replace(transport, state=State.PLAYING), Seek(transport.position, why)


def _pause(transport: Transport, marks: Marks, value: int) -> _Outcome:
    del marks, value
    return replace(transport, state=State.PAUSED), Halt()


def _resume(transport: Transport, marks: Marks, value: int) -> _Outcome:
    del value
    if not len(marks):
        return replace(transport, state=State.PLAYING), Seek(transport.position, Why.BEGIN)
    frame = resume_at(_here(transport, marks), transport.position)
    return replace(transport, state=State.PLAYING, position=frame), Seek(frame, Why.RESUME)


def _here(transport: Transport, marks: Marks) -> Mark:
    return marks[marks.index(transport.position)]


def _to(transport: Transport, frame: Frames, why: Why = Why.JUMP) -> _Outcome:
    """Another place; a workout that waits goes on there, one that is paused stays paused."""
    state = State.PAUSED if transport.state is State.PAUSED else State.PLAYING
    return replace(transport, state=state, position=frame), Seek(frame, why)


def _next(transport: Transport, marks: Marks, value: int) -> _Outcome:
    del value
    if transport.position >= marks.end:
        return None
    return _to(transport, _here(transport, marks).end)


def _previous(transport: Transport, marks: Marks, value: int) -> _Outcome:
    del value
    if not len(marks):
        return None
    number = marks.index(transport.position)
    start = marks[number].start
    if number and transport.position - start <= frames_of(_RESTART, marks.rate):
        start = marks[number - 1].start
    return _to(transport, start)


def _repeat(transport: Transport, marks: Marks, value: int) -> _Outcome:
    del value
    return _to(transport, _here(transport, marks).start) if len(marks) else None


def _chapter(transport: Transport, marks: Marks, value: int) -> _Outcome:
    known = marks.chapters
    return _to(transport, marks[known[value]].start) if 0 <= value < len(known) else None


def _next_chapter(transport: Transport, marks: Marks, value: int) -> _Outcome:
    del value
    starts = (marks[number].start for number in marks.chapters)
    start = next((start for start in starts if start > transport.position), None)
    return None if start is None else _to(transport, start)


def _previous_chapter(transport: Transport, marks: Marks, value: int) -> _Outcome:
    """The beginning of this chapter, and where it has only begun, the one before; before the first, the beginning."""
    del value
    if not len(marks):
        return None
    latest = transport.position - frames_of(_RESTART, marks.rate)
    starts = [marks[number].start for number in marks.chapters]
    return _to(transport, next((start for start in reversed(starts) if start < latest), 0))


def _seek(transport: Transport, marks: Marks, value: int) -> _Outcome:
    return _to(transport, max(0, min(marks.end, frames_of(value, marks.rate)))) if len(marks) else None


def _add_rest(transport: Transport, marks: Marks, value: int) -> _Outcome:
    del value
    if not len(marks) or _here(transport, marks).kind not in _PAUSES:
        return None
    mark = _here(transport, marks)
    start = min(transport.position, mark.count_in)
    effect = AddRest(start, gap_at(mark, start), frames_of(EXTRA_REST, marks.rate))
    return replace(transport, position=start), effect


def _skip_rest(transport: Transport, marks: Marks, value: int) -> _Outcome:
    del value
    if not len(marks) or _here(transport, marks).kind not in _PAUSES:
        return None
    return _to(transport, marks.next_work(marks.index(transport.position)))


def _mute(transport: Transport, marks: Marks, value: int) -> _Outcome:
    del marks, value
    sounding = transport.state in (State.PLAYING, State.HOLDING)
    return replace(transport, muted=not transport.muted), Again() if sounding else None


def _volume(transport: Transport, marks: Marks, value: int) -> _Outcome:
    del marks
    volume = max(0, min(LOUDEST, value))
    return replace(transport, volume=volume), Level(volume)


def _louder(transport: Transport, marks: Marks, value: int) -> _Outcome:
    del value
    return _volume(transport, marks, transport.volume + _LOUDER)


def _softer(transport: Transport, marks: Marks, value: int) -> _Outcome:
    del value
    return _volume(transport, marks, transport.volume - _LOUDER)


def _ready(transport: Transport, marks: Marks, value: int) -> _Outcome:
    del value
    if not len(marks):
        return None
    mark = _here(transport, marks)
    if mark.wait is None or transport.position >= mark.go_on:
        return None
    return _to(transport, mark.go_on, Why.READY)


def _stop(transport: Transport, marks: Marks, value: int) -> _Outcome:
    del marks, value
    return replace(transport, state=State.ENDED), Stop()


def _hold(transport: Transport, marks: Marks, value: int) -> _Outcome:
    del marks, value
    return replace(transport, state=State.HOLDING), None


def _lose(transport: Transport, marks: Marks, value: int) -> _Outcome:
    del marks, value
    return replace(transport, state=State.LOST), Halt()


_MOVES: Mapping[Do, _Rule] = {
    Do.NEXT: _next,
    Do.PREVIOUS: _previous,
    Do.REPEAT: _repeat,
    Do.CHAPTER: _chapter,
    Do.NEXT_CHAPTER: _next_chapter,
    Do.PREVIOUS_CHAPTER: _previous_chapter,
    Do.SEEK: _seek,
    Do.SKIP_REST: _skip_rest,
}
_ALWAYS: Mapping[Do, _Rule] = {
    Do.MUTE: _mute,
    Do.VOLUME: _volume,
    Do.LOUDER: _louder,
    Do.SOFTER: _softer,
    Do.STOP: _stop,
}

_RULES: Mapping[State, Mapping[Do, _Rule]] = {
    State.IDLE: {**_ALWAYS, Do.PLAY: _play, Do.PLAY_PAUSE: _play},
    State.PLAYING: {
        **_ALWAYS,
        **_MOVES,
        Do.PAUSE: _pause,
        Do.PLAY_PAUSE: _pause,
        Do.ADD_REST: _add_rest,
        Do.READY: _ready,
        Do.HOLD: _hold,
        Do.END: _stop,
        Do.LOSE: _lose,
    },
    State.HOLDING: {
        **_ALWAYS,
        **_MOVES,
        Do.PAUSE: _pause,
        Do.PLAY: _ready,
        Do.PLAY_PAUSE: _ready,
        Do.READY: _ready,
        Do.LOSE: _lose,
    },
    State.PAUSED: {
        **_ALWAYS,
        **_MOVES,
        Do.PLAY: _resume,
        Do.RESUME: _resume,
        Do.PLAY_PAUSE: _resume,
        Do.READY: _resume,
    },
    State.LOST: {**_ALWAYS, Do.PAUSE: _pause, Do.PLAY_PAUSE: _pause, Do.FIND: _resume},
    State.ENDED: {},
}

TABLE: Mapping[tuple[State, Do], _Rule] = {
    (state, do): rule for state, row in _RULES.items() for do, rule in row.items()
}
"""What each command does in each state; whatever is missing does nothing."""
