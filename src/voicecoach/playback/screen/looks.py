"""What the screen calls each thing a workout does, and how that looks: in color, and without any."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from voicecoach.model.plan import StepKind

__all__ = ["LOOKS", "STRIP", "Look", "Mood"]


class Mood(Enum):
    """What the listener has to know at a glance."""

    WORK = "work"
    REST = "rest"
    READY = "ready"
    SWITCH = "switch"
    SAY = "say"
    WAIT = "wait"
    PAUSED = "paused"
    LOST = "lost"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Look:
    """How a mood looks.

    Attributes:
        label: What it is called.
        pattern: The glyph that frames the countdown, and fills the strip; found in the fonts of every terminal.
        paper: The color behind the countdown.
        ink: The color of the countdown; the contrast of the two is at least 4.5, as WCAG 2.2 wants for text.
    """

    label: str
    pattern: str
    paper: str
    ink: str


LOOKS = {
    Mood.WORK: Look("WORK", "█", "#1a7f37", "#ffffff"),
    Mood.REST: Look("REST", "░", "#0b57d0", "#ffffff"),
    Mood.READY: Look("GET READY", "▒", "#f2c200", "#000000"),
    Mood.SWITCH: Look("SWITCH SIDES", "▒", "#f2c200", "#000000"),
    Mood.SAY: Look("LISTEN", "·", "#37474f", "#ffffff"),
    Mood.WAIT: Look("WAITS FOR YOU", "?", "#7b1fa2", "#ffffff"),
    Mood.PAUSED: Look("PAUSED", "║", "#e0e0e0", "#000000"),
    Mood.LOST: Look("NO SOUND DEVICE", "!", "#b3261e", "#ffffff"),
    Mood.DONE: Look("DONE", "═", "#00695c", "#ffffff"),
}

STRIP = {
    StepKind.WORK: "ansi_green",
    StepKind.REST: "ansi_blue",
    StepKind.READY: "ansi_yellow",
    StepKind.SWITCH: "ansi_yellow",
    StepKind.SAY: "ansi_default",
}
"""Colors of the terminal's own, which can be seen on its ground whether that is light or dark."""
