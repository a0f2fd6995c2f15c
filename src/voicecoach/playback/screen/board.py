"""What fills the screen: its parts from top to bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from voicecoach.playback.screen.bars import pointer
from voicecoach.playback.screen.looks import Mood
from voicecoach.playback.screen.parts import Bar, Countdown, Line, Strip, Words, ends

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from voicecoach.model.timeline import PlacedStep
    from voicecoach.playback.screen.view import View

__all__ = ["TALL", "Board"]

TALL = [(0, "-short"), (22, "-tall"), (32, "-huge")]
"""From so many rows on there is room between some parts, between all."""

_KEYS = "space pause  ←→ step  r again  +- rest  m mute  ? keys  q"
_LAST_KEYS = "any key closes this"


class Board(Widget):
    """A live workout at a moment.

    Args:
        title: What the workout is called.
    """

    DEFAULT_CSS = """
    Board { padding: 0 1; layout: vertical; }
    Board > * { height: 1; }
    Board > #countdown { height: 1fr; min-height: 3; }
    Board > #title, Board > #name { text-style: bold; }
    Board > #words { height: 2; }
    .-tall #name, .-tall #strip { margin-top: 1; }
    .-huge #name, .-huge #next, .-huge #words, .-huge #strip { margin-top: 1; }
    .-huge #words { height: 3; }
    .-huge #strip { height: 2; }
    """

    def __init__(self, title: str) -> None:
        super().__init__(id="board")
        self._workout = title
        self._countdown, self._step_bar, self._blocks = Countdown(), Bar(), Strip()
        self._lines = {name: Line(name) for name in ("title", "name", "detail", "next", "pointer", "keys")}
        self._lines["words"] = Words("words")

    def compose(self) -> ComposeResult:
        """The parts."""
        lines = self._lines
        yield from (lines["title"], self._countdown, lines["name"], lines["detail"], self._step_bar)
        yield from (lines["next"], lines["words"], self._blocks, lines["pointer"], lines["keys"])

    def show(self, view: View, course: Sequence[PlacedStep]) -> None:
        """Show a moment of a workout that has these steps."""
        self._countdown.show(view.mood, view.big, view.status)
        self._step_bar.show(view.part)
        self._blocks.show(course)
        for name, text in (
            ("title", ends(self._workout, view.clock, self.content_size.width)),
            ("name", view.name),
            ("detail", view.detail),
            ("next", view.next),
            ("words", view.words),
            ("pointer", pointer(view.time, course, self.content_size.width)),
            ("keys", _LAST_KEYS if view.mood is Mood.DONE else _KEYS),
        ):
            self._lines[name].show(text)
