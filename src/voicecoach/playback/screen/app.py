"""The screen as an application of Textual: it looks at the player some times a second, and hands keys to it."""

from __future__ import annotations

import os
import signal
from collections import deque
from typing import TYPE_CHECKING

from textual.app import App
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from voicecoach.playback.keyboard import COMMANDS, KEYS
from voicecoach.playback.screen.board import TALL, Board
from voicecoach.playback.screen.view import finished, view_of
from voicecoach.playback.transport import State
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType
    from textual.app import ComposeResult
    from textual.events import Key

    from voicecoach.model.timeline import PlacedStep
    from voicecoach.playback.driver import Driver
    from voicecoach.playback.player import Snapshot

__all__ = ["ScreenApp"]

_LOOK_SECONDS = 0.25
"""Bars move four times a second; the countdown changes on the second."""

_LATE_SECONDS = 0.005
"""A look comes so long behind the change of a second, never just before it."""

_SOONEST_SECONDS = 0.02
"""Where the time left stands still, for words beside the workout, a second is not about to change."""

_STAYS_SECONDS = 60.0
"""The end is shown so long, unless a key is pressed."""

_NOTICE_SECONDS = 15.0
_KEY_NAMES = {"question_mark": "?", "plus": "+", "minus": "-", "pageup": "[", "pagedown": "]"}


class Help(ModalScreen[None]):
    """The keys, over the screen; they keep working."""

    CSS = """
    Help { align: center middle; background: transparent; padding: 0; }
    #help { width: auto; height: auto; padding: 0 2; border: round ansi_default; background: ansi_default; }
    """

    def compose(self) -> ComposeResult:
        """A table of two columns."""
        wide = max(len(key) for key, _ in KEYS)
        rows = [f"{key:<{wide}}  {what}" for key, what in KEYS]
        yield Static(Content("\n".join(rows)), id="help")


class ScreenApp(App[None], inherit_bindings=False):
    """Shows a live workout until it is over.

    Args:
        live: What plays.
        title: What the workout is called.

    Attributes:
        failure: What brought the screen down; None while all is well.
        asked: The signal that has it end, set by whoever gets it; 0 while there was none.
    """

    CSS = "Screen { background: ansi_default; color: ansi_default; }"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, live: Driver, title: str) -> None:
        """Nothing is shown before :meth:`run`."""
        super().__init__(ansi_color=True)
        self.theme = "ansi-dark"  # the terminal's own ground and text, dark or light
        self.failure: Exception | None = None
        self.asked = 0
        self._live = live
        self.VERTICAL_BREAKPOINTS = TALL
        self._notices: deque[str] = deque()
        self._course: Sequence[PlacedStep] = ()
        self._placed = -1
        self._ended = False
        self._board = Board(title)

    def compose(self) -> ComposeResult:
        """One board fills all."""
        yield self._board

    def on_mount(self) -> None:
        """Begin to look."""
        self.call_after_refresh(self._look_again)

    def on_resize(self) -> None:
        """Fit at once."""
        self.call_after_refresh(self.look)

    def look(self) -> None:
        """Show how it stands now; leave when it was stopped."""
        while self._notices:
            self.notify(self._notices.popleft(), timeout=_NOTICE_SECONDS, markup=False)
        now = self._live.snapshot()
        if self.asked or self._terminal_gone():
            self.exit()
        elif self._live.over:
            self._end(stopped=not finished(now))
        self._know_course()
        self._board.show(view_of(now, self._live.timeline, self._course), self._course)

    def on_key(self, event: Key) -> None:
        """Do what a key wishes for."""
        name = event.key if event.key in COMMANDS else _KEY_NAMES.get(event.key, event.character or "")
        if event.key == "ctrl+c":
            self.asked = signal.SIGINT
            self.exit()
        elif self._ended:
            self.exit()
        elif name in COMMANDS:
            self._live.tell(COMMANDS[name])
        elif isinstance(self.screen, Help):
            self.pop_screen()
        elif name == "?":
            self.push_screen(Help())

    def notice(self, line: str) -> None:
        """Have a line shown for some time, at the next look; safe for any thread, at any time."""
        self._notices.append(line)

    def panic(self, *renderables: RenderableType) -> None:
        """Give up without a word: whoever opened the screen has the words for it."""
        del renderables
        self.failure = self.failure or RuntimeError("the terminal cannot be read")
        super().panic()

    def _handle_exception(self, error: Exception) -> None:
        """Keep what went wrong, where Textual would print it."""
        self.failure = self.failure or error
        self.panic()

    def _terminal_gone(self) -> bool:
        """Whether the terminal is gone; Textual would wait for it for ever."""
        if self.is_headless or os.isatty(0):
            return False
        self.asked = signal.SIGHUP
        return True

    def _end(self, *, stopped: bool) -> None:
        """Leave, or show for some time that all is done."""
        if stopped:
            self.exit()
        elif not self._ended:
            self._ended = True
            self.set_timer(_STAYS_SECONDS, self.exit)

    def _know_course(self) -> None:
        """All steps, looked up anew when there are more."""
        placed = len(self._live.timeline.marks)
        known = placed + self._live.timeline.complete + bool(self._live.timeline.outline)
        if known != self._placed:
            self._placed, self._course = known, self._live.timeline.course

    def _look_again(self) -> None:
        self.look()
        self.set_timer(_next_look(self._live.snapshot()), self._look_again)


def _next_look(now: Snapshot) -> float:
    """Seconds until there is something new to see."""
    due = now.left % MS_PER_SECOND / MS_PER_SECOND + _LATE_SECONDS
    counting = now.transport.state is State.PLAYING and due > _SOONEST_SECONDS
    return min(_LOOK_SECONDS, due) if counting else _LOOK_SECONDS
