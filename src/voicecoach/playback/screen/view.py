"""What the screen tells about a moment of a workout, in words and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.model.plan import StepKind
from voicecoach.playback.screen.looks import Mood
from voicecoach.playback.transport import LOUDEST, State
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from voicecoach.model.timeline import PlacedStep
    from voicecoach.playback.player import Snapshot
    from voicecoach.playback.timeline import LiveTimeline
    from voicecoach.units import Ms

__all__ = ["View", "finished", "view_of"]

_MINUTE = 60
_STATES = {State.PAUSED: Mood.PAUSED, State.HOLDING: Mood.WAIT, State.LOST: Mood.LOST, State.ENDED: Mood.DONE}
_WAIT = "Enter or space: go on"


@dataclass(frozen=True, slots=True)
class View:
    """All that is shown of a moment.

    Attributes:
        mood: What is going on.
        big: What is written large: the time left, or a short question.
        status: What is otherwise than usual: the coach is silent, the volume.
        clock: How far the workout has come, and how long it is.
        name: What is to be done.
        detail: Which side, set and round, how much.
        next: What comes next.
        words: What the coach said last.
        part: How much of the step is over, 0 to 1.
        time: How much of the workout is over, in ms.
    """

    mood: Mood
    big: str
    status: str
    clock: str
    name: str
    detail: str
    next: str
    words: str
    part: float
    time: Ms


def view_of(now: Snapshot, timeline: LiveTimeline, course: Sequence[PlacedStep]) -> View:
    """What is to be seen of a workout.

    Args:
        now: The moment.
        timeline: What is played.
        course: All its steps, as :attr:`voicecoach.playback.timeline.LiveTimeline.course` gives them.
    """
    mood = _mood(now)
    total = course[-1].end if course else now.total
    clock = f"{_clock(now.time // MS_PER_SECOND)} of {'' if now.complete else 'about '}{_clock(_begun(total))}"
    if now.step is None or mood is Mood.DONE:
        return View(mood, "DONE" if mood is Mood.DONE else "", "", clock, "", "", "", now.words, 1.0, now.time)
    waits = _waits(now, timeline)
    return View(
        mood=mood,
        big=_question(now.step) if waits else _countdown(_begun(now.left)),
        status=_status(now),
        clock=clock,
        name=_name(now.step),
        detail=_joined(_detail(now.step)),
        next=_WAIT if mood is Mood.WAIT else _next(course[now.step.number + 1 :]),
        words=now.words,
        part=0.0 if waits else _part(now, now.step),
        time=now.time,
    )


def finished(now: Snapshot) -> bool:
    """Whether a workout is over because all of it was heard."""
    return now.transport.state is State.ENDED and now.complete and now.time >= now.total


def _mood(now: Snapshot) -> Mood:
    kind = now.step.kind if now.step else StepKind.SAY
    return _STATES.get(now.transport.state) or Mood(kind.value)


def _waits(now: Snapshot, timeline: LiveTimeline) -> bool:
    """Whether the step is as long as the listener wants it to be."""
    if now.step is None or not now.step.hold:
        return False
    return now.transport.position < timeline.marks[now.step.number].go_on


def _question(step: PlacedStep) -> str:
    return "DONE?" if step.kind is StepKind.WORK else "READY?"


def _part(now: Snapshot, step: PlacedStep) -> float:
    over = now.time - step.start
    return over / (over + now.left) if over + now.left > 0 else 1.0


def _status(now: Snapshot) -> str:
    volume = now.transport.volume
    return _joined(
        (
            "coach silent" if now.transport.muted else "",
            f"volume {volume} %" if volume != LOUDEST else "",
        )
    )


def _name(step: PlacedStep) -> str:
    return f"{step.name}, {step.side}" if step.side else step.name


def _detail(step: PlacedStep) -> Iterable[str]:
    """How much, and which of how many; a count of one tells nothing."""
    yield step.section if step.section != step.name else ""
    yield f"round {step.round} of {step.rounds}" if step.rounds > 1 else ""
    yield f"set {step.set} of {step.sets}" if step.sets > 1 else ""
    yield _amount(step) if step.kind is StepKind.WORK else ""


def _amount(step: PlacedStep) -> str:
    if step.reps:
        return f"{step.reps} reps" if step.reps > 1 else "1 rep"
    return "until you are done" if step.hold else _length(step.end - step.start)


def _next(steps: Sequence[PlacedStep]) -> str:
    return f"Next: {_joined(_following(steps))}" if steps else ""


def _following(steps: Iterable[PlacedStep]) -> Iterable[str]:
    """The next work, and the rest before it."""
    for step in steps:
        if step.kind is StepKind.WORK:
            yield f"{_name(step)}, {_amount(step)}"
            return
        if step.kind is StepKind.REST:
            yield "rest until you are ready" if step.hold else f"rest {_length(step.end - step.start)}"
    yield "the end"


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)


def _length(time: Ms) -> str:
    seconds = round(time / MS_PER_SECOND)
    return f"{seconds} s" if seconds < _MINUTE else _clock(seconds)


def _countdown(seconds: int) -> str:
    return str(seconds) if seconds < _MINUTE else _clock(seconds)


def _begun(time: Ms) -> int:
    """A time in seconds; what is begun of one counts, so that 3 stands there with the third beep before the end."""
    return -(-time // MS_PER_SECOND)


def _clock(seconds: int) -> str:
    """Seconds as ``1:05`` or ``1:02:03``."""
    minutes, seconds = divmod(seconds, _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
