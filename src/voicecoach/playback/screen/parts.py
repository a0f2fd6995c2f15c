"""The parts of the screen that are drawn to the size there is; each is drawn again only when it has changed."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from voicecoach.playback.screen.bars import bar, strip
from voicecoach.playback.screen.digits import drawn
from voicecoach.playback.screen.looks import LOOKS, Mood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from voicecoach.model.timeline import PlacedStep

__all__ = ["Bar", "Countdown", "Line", "Strip", "Words", "ends"]

_EDGE = 3
"""Cells of the pattern at either side of the countdown."""


class Line(Widget):
    """A text in a row, cut at its end."""

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._text = ""

    def show(self, text: str) -> None:
        """Show a text."""
        if text != self._text:
            self._text = text
            self.refresh()

    def render(self) -> Content:
        """The text."""
        return Content(_cut(self._text, self.size.width))


class Words(Line):
    """A text over as many rows as there are."""

    def render(self) -> Content:
        """The text, broken between words."""
        width, height = self.size
        rows = textwrap.wrap(self._text, max(width, 1), max_lines=max(height, 1), placeholder=" …")
        return Content("\n".join(rows))


class Countdown(Widget):
    """What goes on, and how long still, to be read from three metres."""

    def __init__(self) -> None:
        super().__init__(id="countdown")
        self._shown = (Mood.SAY, "", "")

    def show(self, mood: Mood, big: str, status: str) -> None:
        """Show a mood, what is written large, and what stands in the corner."""
        if (mood, big, status) != self._shown:
            self._shown = (mood, big, status)
            self.styles.background, self.styles.color = LOOKS[mood].paper, LOOKS[mood].ink
            self.refresh()

    def render(self) -> Content:
        """Rows between two edges of the mood's pattern."""
        mood, big, status = self._shown
        width, height = self.size
        inner = max(0, width - 2 * _EDGE)
        room = max(0, height - 2)
        large = drawn(big, inner - 2, room)
        above = (room - len(large) + 1) // 2
        rows = [f" {ends(LOOKS[mood].label, status, inner - 2)} ", *[""] * above, *large]
        edge = LOOKS[mood].pattern * _EDGE
        framed = [f"{edge}{row:^{inner}}{edge}" for row in (rows + [""] * height)[:height]]
        return Content("\n".join(framed)).stylize("bold")


class Bar(Widget):
    """How much of the step is over."""

    def __init__(self) -> None:
        super().__init__(id="bar")
        self._drawn = ""

    def show(self, part: float) -> None:
        """Show a part, 0 to 1."""
        now = bar(part, self.size.width)
        if now != self._drawn:
            self._drawn = now
            self.refresh()

    def render(self) -> Content:
        """The bar."""
        return Content(self._drawn)


class Strip(Widget):
    """The whole workout as blocks."""

    def __init__(self) -> None:
        super().__init__(id="strip")
        self._course: Sequence[PlacedStep] = ()

    def show(self, course: Sequence[PlacedStep]) -> None:
        """Show all steps of a workout."""
        if course is not self._course:
            self._course = course
            self.refresh()

    def render(self) -> Content:
        """The blocks, the same in each row."""
        row = Content.assemble(*strip(self._course, self.size.width))
        return Content("\n").join([row] * self.size.height)


def ends(left: str, right: str, width: int) -> str:
    """Texts at both ends of a row; the left one is cut where there is too little room."""
    room = max(0, width - len(right) - 1)
    return f"{_cut(left, room):<{room}} {right}"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: max(0, width - 1)] + "…"
