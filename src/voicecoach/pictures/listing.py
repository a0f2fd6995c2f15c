"""What the steps of a chart are, in words: number, name and time, and what is said in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.model.plan import StepKind
from voicecoach.model.timeline import Bus
from voicecoach.pictures.lettering import shortened, wrapped
from voicecoach.pictures.looks import FAINT, LOOKS
from voicecoach.pictures.measures import LEFT, RIGHT, moment_text
from voicecoach.pictures.shapes import Align, Box, Lettering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.model.timeline import PlacedStep, Timeline
    from voicecoach.pictures.shapes import Shape
    from voicecoach.units import Ms

__all__ = ["MOST_ENTRIES", "Entry", "listed"]

MOST_ENTRIES = 300
"""Steps that are listed; more would make a picture many metres long. A longer workout has only its strips."""

_TEXT = LEFT + 38
"""Where names and words begin, beside the number."""

_NAME, _SAID = 16, 14
_NAME_HEIGHT, _SAID_HEIGHT, _BELOW = 24.0, 19.0, 4.0
_SECTION_HEIGHT = 34.0
_MOST_LINES = 3
"""Lines of what is said in a step."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A step in words.

    Attributes:
        start: When it begins, in ms.
        step: The step.
        section: The section that begins with it; empty for none.
        said: What is said in it, in lines.
    """

    start: Ms
    step: PlacedStep
    section: str
    said: tuple[str, ...]

    @property
    def height(self) -> float:
        """In units."""
        heading = _SECTION_HEIGHT if self.section else 0.0
        return heading + _NAME_HEIGHT + _SAID_HEIGHT * len(self.said) + _BELOW

    def shapes(self, top: float) -> Iterator[Shape]:
        """The entry, its upper edge at ``top``."""
        if self.section:
            top += _SECTION_HEIGHT
            yield Lettering(LEFT, top - 8, shortened(self.section, 18, RIGHT - LEFT, bold=True), 18, bold=True)
        base = top + 18
        look = LOOKS[self.step.kind]
        yield Box(LEFT, base - 14, 5, self.height - (_SECTION_HEIGHT if self.section else 0) - 8, look)
        yield Lettering(_TEXT - 6, base, str(self.step.number + 1), _SAID, FAINT, align=Align.END)
        bold = self.step.kind is StepKind.WORK
        name = shortened(_named(self.step), _NAME, RIGHT - _TEXT - 70, bold=bold)
        yield Lettering(_TEXT, base, name, _NAME, bold=bold)
        yield Lettering(RIGHT, base, _length(self.step), _SAID, FAINT, align=Align.END)
        for number, line in enumerate(self.said, 1):
            yield Lettering(_TEXT, base + number * _SAID_HEIGHT, line, _SAID, FAINT)


def listed(timeline: Timeline) -> tuple[Entry, ...]:
    """Every step in words, or none where there are more than :data:`MOST_ENTRIES`."""
    if len(timeline.steps) > MOST_ENTRIES:
        return ()
    entries, section = [], ""
    for step in timeline.steps:
        begins = step.section if step.section != section else ""
        section = step.section or section
        entries.append(Entry(step.start, step, begins, _said(step)))
    return tuple(entries)


def _named(step: PlacedStep) -> str:
    """A step's name with whatever tells it from others of its name."""
    counted = (("set", step.set, step.sets), ("round", step.round, step.rounds))
    parts = [step.name, step.side, *(f"{what} {one}/{most}" for what, one, most in counted if one)]
    return ", ".join(filter(None, parts))


def _length(step: PlacedStep) -> str:
    """Repetitions and length: ``12 x, 0:36``."""
    reps = f"{step.reps} \u00d7, " if step.reps else ""
    return reps + moment_text(step.end - step.start)


def _said(step: PlacedStep) -> tuple[str, ...]:
    """What the coach says, but for what falls on a beat: counts and movement words would hide the rest."""
    told = [event.name for event in step.events if event.bus is Bus.VOICE and event.beat is None]
    return wrapped(" ".join(told), _SAID, RIGHT - _TEXT, _MOST_LINES)
