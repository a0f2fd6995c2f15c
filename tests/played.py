"""A player on a device that asks when a test tells it to, with steps, words and a mixer of the test's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from voicecoach.model.plan import StepKind
from voicecoach.model.timeline import Bus, Event, PlacedStep
from voicecoach.playback.player import Player
from voicecoach.playback.timeline import LiveTimeline
from voicecoach.playback.transport import Command, Do
from voicecoach.testing import ManualDevice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from voicecoach.model.clip import Block
    from voicecoach.units import Ms

RATE = 1_000
"""A frame is a ms."""

BLOCK = 20


def placed(
    kind: StepKind,
    start: Ms,
    end: Ms,
    *words: tuple[Ms, Ms],
    number: int = 0,
    hold: bool = False,
    count_in: bool = True,
) -> PlacedStep:
    """A step with words at times from its start, a count into its end, and a go tone where it is work."""
    spoken = [Event(Bus.VOICE, start + at, start + over, f"{number}.{at}", number) for at, over in words]
    beeps = [end - left for left in (3_000, 2_000, 1_000)] if count_in else []
    tones = [Event(Bus.EARCON, at, at + 150, "ready", number) for at in beeps]
    if kind is StepKind.WORK:
        tones += [Event(Bus.EARCON, start, start + 400, "go", number), Event(Bus.EARCON, end, end + 300, "end", number)]
    return PlacedStep(
        number=number,
        start=start,
        end=end,
        events=tuple(sorted([*spoken, *tones], key=lambda event: event.start)),
        diagnostics=(),
        kind=kind,
        name=f"{kind.value} {number}",
        section="",
        side="",
        set=0,
        sets=0,
        round=0,
        rounds=0,
        reps=0,
        chapter=f"chapter {number}" if kind is StepKind.WORK else "",
        hold=hold,
        span=None,
    )


WORKOUT = (
    placed(StepKind.WORK, 0, 10_000, (2_000, 3_000), number=0),
    placed(StepKind.REST, 10_000, 30_000, (600, 2_000), (14_000, 16_000), number=1),
    placed(StepKind.WORK, 30_000, 40_000, number=2),
    placed(StepKind.REST, 40_000, 80_000, (600, 2_600), (34_000, 36_000), number=3, hold=True),
    placed(StepKind.WORK, 80_000, 90_000, number=4),
)


class Mixed:
    """A mixer that writes down when which event begins to sound, and sounds like nothing else."""

    reach = 5

    def __init__(self, begun: list[str]) -> None:
        self.begun = begun
        self.events: list[Event] = []

    def add(self, events: Iterable[Event]) -> None:
        self.events += events

    def forget(self, before_frame: int) -> None:
        self.events = [event for event in self.events if event.end >= before_frame]

    def render(self, start: int, count: int) -> Block:
        self.begun += [event.name for event in self.events if start <= event.start < start + count]
        block = np.zeros((count, 1), np.float32)
        for event in self.events:
            level = 0.25 if event.bus is Bus.VOICE else 0.5
            block[max(0, event.start - start) : max(0, event.end - start)] += level
        return block


class Words:
    """Knows what to say, and that each text lasts a second, unless it is told that nobody speaks."""

    speaks = True

    def started(self, step: PlacedStep) -> str:
        return f"{step.name} begins"

    def resumed(self, step: PlacedStep, left: Ms) -> str:
        return f"{step.name}, {left} left"

    def waiting(self) -> str:
        return "go on"

    def length(self, text: str) -> Ms | None:
        assert text
        return 1_000 if self.speaks else None


class Rig:
    """A player whose device takes blocks when the test says so.

    Attributes:
        begun: The names of all events, in the order in which they were mixed.
    """

    def __init__(self, steps: Iterable[PlacedStep] = WORKOUT, *, complete: bool = True) -> None:
        self.timeline = LiveTimeline(RATE)
        for step in steps:
            self.timeline.add(step)
        if complete:
            self.timeline.finish()
        self.begun: list[str] = []
        self.words = Words()
        self.player = Player(self.timeline, lambda: Mixed(self.begun), self.words)
        self.device = ManualDevice(self.player.ring.fill)

    def do(self, do: Do, value: int = 0) -> None:
        self.player.tell(Command(do, value))
        self.player.pump()

    def play(self, time: Ms) -> Block:
        """What is heard in so many ms."""
        heard = []
        for _ in range(time // BLOCK):
            self.player.pump()
            heard.append(self.device.take(BLOCK)[:, 0])
        self.player.pump()
        return np.concatenate(heard) if heard else np.zeros(0, np.float32)

    @property
    def time(self) -> Ms:
        return self.player.snapshot().time
