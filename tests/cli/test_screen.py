"""The screen of ``voicecoach play`` on a terminal, unheard."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from terminal import Terminal
from voicecoach.cli.screen import Notes

if TYPE_CHECKING:
    from pathlib import Path

PLAY = [sys.executable, "-m", "voicecoach", "play", "--backend", "null", "--engine", "tone"]
QUICK = [*PLAY, "--quick", "squat 20s, rest 20s, plank 20s"]
FULL = b"\x1b[?1049h"
"""A terminal is asked for its other screen."""


def test_keys_and_what_they_show() -> None:
    with Terminal([*QUICK, "--from", "rest"]) as terminal:
        terminal.until("Next: Plank, 20 s")
        assert "REST" in terminal.text
        for key, answer in (
            (b" ", "PAUSED"),
            (b" ", "REST"),
            (b"m", "coach silent"),
            (b"\x1b[B", "coach silent · volume 90 %"),
            (b"\x1b[A", "coach silent ░"),
            (b"?", "repeat the step"),
            (b"?", "░░░ REST"),
            (b"\x1b[C", "WORK"),
            (b"r", "Next: the end"),
            (b"\x1b[D", "REST"),
            (b"-", "Plank"),
        ):
            terminal.press(key)
            terminal.until(answer)
        terminal.press(b"q")
        assert terminal.wait() == 0
        assert terminal.restored
        assert FULL in terminal.raw
        assert b"Stopped at " in terminal.raw.rpartition(b"\x1b[?1049l")[2]


def test_the_end_stays_until_a_key_is_pressed() -> None:
    with Terminal([*PLAY, "--quick", "squat 5s", "--from", "4"]) as terminal:
        terminal.until("any key closes this")
        assert "DONE" in terminal.text
        terminal.press(b"x")
        assert terminal.wait() == 0
        assert terminal.restored
        assert b"Done, " in terminal.raw


@pytest.mark.parametrize(
    ("sent", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=["SIGINT", "SIGTERM", "SIGHUP"],
)
def test_a_signal_ends_it_with_the_terminal_as_it_was(sent: int, code: int) -> None:
    with Terminal(QUICK) as terminal:
        terminal.until("LISTEN")
        terminal.child.send_signal(sent)
        assert terminal.wait() == code
        assert terminal.restored
        assert b"Traceback" not in terminal.raw


def test_ctrl_c() -> None:
    with Terminal(QUICK) as terminal:
        terminal.until("LISTEN")
        terminal.press(b"\x03")
        assert terminal.wait() == 130
        assert terminal.restored


def test_a_closed_terminal_ends_it() -> None:
    with Terminal(QUICK) as terminal:
        terminal.until("LISTEN")
        terminal.close()
        assert terminal.wait() == 129


def broken(folder: Path, code: str) -> dict[str, str]:
    """An environment in which Textual is something else."""
    (folder / "textual").mkdir()
    (folder / "textual" / "__init__.py").write_text(code)
    return {"PYTHONPATH": f"{folder}{os.pathsep}{os.environ.get('PYTHONPATH', '')}", "XDG_STATE_HOME": str(folder)}


def test_without_a_screen_the_workout_goes_on_in_plain_lines(tmp_path: Path) -> None:
    """The player's thread and the device's run before the screen is even imported."""
    names = tmp_path / "threads"
    code = (
        "import pathlib, threading\n"
        f"pathlib.Path({str(names)!r}).write_text('\\n'.join(each.name for each in threading.enumerate()))\n"
        "raise ImportError('no such thing')\n"
    )
    with Terminal(QUICK, (120, 40), broken(tmp_path, code)) as terminal:
        terminal.until(
            "The screen failed (ImportError: no such thing); the workout goes on in plain lines; details are"
        )
        terminal.until("  Start")
        terminal.press(b" ")
        terminal.until("paused")
        terminal.press(b"q")
        assert terminal.wait() == 0
        assert terminal.restored
        assert FULL not in terminal.raw
    assert {"player", "null device"} <= set(names.read_text().splitlines())


@pytest.mark.parametrize(
    ("options", "environment"), [(["--plain"], {}), ([], {"TERM": "dumb"})], ids=["--plain", "dumb terminal"]
)
def test_where_plain_lines_are_wanted(options: list[str], environment: dict[str, str]) -> None:
    with Terminal([*QUICK, *options], environment=environment) as terminal:
        terminal.until("  Start")
        terminal.press(b"q")
        assert terminal.wait() == 0
        assert b"\x1b[" not in terminal.raw


def test_notes_go_to_the_screen_and_stand_below_it_afterwards(capsys: pytest.CaptureFixture[str]) -> None:
    shown: list[str] = []
    notes = Notes()
    notes("before")
    with notes.shown_by(shown.append):
        notes("meanwhile")
        assert capsys.readouterr().err == "before\n"
    notes("after")
    assert (shown, capsys.readouterr().err) == (["meanwhile"], "meanwhile\nafter\n")
