"""The screen of ``voicecoach play``: when there is one, and what becomes of the workout when it fails."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from voicecoach.cli.bugs import write_report
from voicecoach.cli.scripts import note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from voicecoach.playback.driver import Driver
    from voicecoach.playback.screen.app import ScreenApp

__all__ = ["Notes", "has_screen", "show_screen"]

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


class Notes:
    """Lines beside the result: on the screen while there is one, and below it once it is closed."""

    def __init__(self) -> None:
        """Write to standard error."""
        self._show: Callable[[str], None] | None = None
        self._kept: list[str] = []

    def __call__(self, line: str) -> None:
        """Tell the user one line."""
        show = self._show  # other threads tell lines while the screen comes and goes
        if show is None:
            note(line)
        else:
            self._kept.append(line)
            show(line)

    @contextmanager
    def shown_by(self, show: Callable[[str], None]) -> Iterator[None]:
        """Hand lines to something else for some time, and write them behind it."""
        self._show = show
        try:
            yield
        finally:
            self._show = None
            while self._kept:
                note(self._kept.pop(0))


def has_screen() -> bool:
    """Whether a whole terminal is there to be drawn on; Textual draws through standard error."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb"


def show_screen(driver: Driver, title: str, notes: Notes) -> bool:
    """Show a workout that plays until it is over.

    Args:
        driver: What plays; whatever becomes of the screen, it plays on.
        title: What the workout is called.
        notes: Go to the screen meanwhile.

    Returns:
        Whether the screen stayed to the end; it has told why if it did not.
    """
    app, failure = None, None
    try:
        from voicecoach.playback.screen.app import ScreenApp  # noqa: PLC0415 - slow: the workout plays already

        app = ScreenApp(driver, title)
        with _signals_to(app), notes.shown_by(app.notice):
            app.run(mouse=False)
        failure = app.failure
    except Exception as error:  # noqa: BLE001 - whatever it is, the workout goes on
        failure = error
    if app and app.asked:
        signal.raise_signal(app.asked)  # what was asked for is done now that the terminal is as it was
    if failure:
        _tell(failure)
    return failure is None


def _tell(failure: Exception) -> None:
    place = write_report(failure)
    told = f"The screen failed ({type(failure).__name__}: {failure}); the workout goes on in plain lines"
    note(" ".join(told.split()) + (f"; details are in {place}." if place else "."))


@contextmanager
def _signals_to(app: ScreenApp) -> Iterator[None]:
    """Have signals end the screen first; they come again once the terminal is as it was."""

    def ask(number: int, frame: object) -> None:
        del frame
        app.asked = number

    known = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    before = {number: signal.signal(number, ask) for number in known}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
