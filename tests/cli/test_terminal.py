"""What only a real terminal shows: questions that are answered, and words that a real shell completes."""

from __future__ import annotations

import os
import select
import shutil
import signal
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import pytest

from voicecoach import pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals on this system")

PATIENCE = 60.0
"""Seconds after which nothing more is expected; a test that passes takes far less."""


class Terminal:
    """Somebody at a terminal: types, and reads on until certain words stand there."""

    def __init__(self, handle: int) -> None:
        self.handle = handle
        self.seen = ""

    def until(self, words: str) -> str:
        """What comes up to some words, these included."""
        end = time.monotonic() + PATIENCE
        while words not in self.seen:
            ready, _, _ = select.select([self.handle], [], [], max(0.0, end - time.monotonic()))
            assert ready, f"no {words!r} in {self.seen!r}"
            try:
                data = os.read(self.handle, 4096)
            except OSError:  # the program has ended
                data = b""
            assert data, f"no {words!r} in {self.seen!r}"
            self.seen += data.decode("utf-8", "replace")
        told, _, self.seen = self.seen.partition(words)
        return told + words

    def type(self, keys: str) -> None:
        os.write(self.handle, keys.encode())


@contextmanager
def terminal(command: list[str], folder: Path, **environment: str) -> Iterator[Terminal]:
    """A program with a terminal of its own."""
    variables = {**os.environ, "TERM": "dumb", "COLUMNS": "100", **environment}
    child, handle = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execvpe(command[0], command, variables)  # noqa: S606 - a list of words needs no shell
    try:
        yield Terminal(handle)
    finally:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(handle)


def test_new_asks_on_a_terminal(tmp_path: Path) -> None:
    with terminal([sys.executable, "-m", "voicecoach", "new"], tmp_path) as person:
        person.until("What is it called [My workout]: ")
        person.type("Iron day\n")
        person.until("What kind (circuit, tabata, strength, mobility, emom) [circuit]: ")
        person.type("tennis\n")
        person.until("'tennis' is not one of")
        person.until("[circuit]: ")
        person.type("emom\n")
        person.until("About how many minutes [20]: ")
        person.type("0\n")
        person.until("0 is not in the range 1<=x<=180")
        person.until("[20]: ")
        person.type("10\n")
        person.until("With what equipment (none, dumbbells, kettlebell, band) [none]: ")
        person.type("\n")
        person.until("iron-day.md is written.")
        person.until("voicecoach export iron-day.md")
    script = pipeline.read(tmp_path / "iron-day.md")
    assert (script.workout.settings.title, script.diagnostics) == ("Iron day", ())
    assert pipeline.rough_total(script) == pytest.approx(600_000, abs=180_000)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with scripts, and the command under its name."""
    for name in ("monday-legs.md", "my notes.md", "monday.mp3"):
        (tmp_path / name).touch()
    program = tmp_path / "bin" / "voicecoach"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m voicecoach "$@"\n')
    program.chmod(0o755)
    return tmp_path


SHELLS = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
}
READY = {
    "bash": "PS1='$ '; bind 'set bell-style none'; bind 'set enable-bracketed-paste off'; echo RE''ADY\n",
    "zsh": "PS1='$ '; unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u; echo RE''ADY\n",
}


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_completes(shell: str, folder: Path) -> None:
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell} here")
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    with terminal(SHELLS[shell], folder, PATH=path, HOME=str(folder)) as person:
        person.type(READY[shell])
        person.until("READY\r\n")
        person.type(f"eval \"$(voicecoach completion {shell} | tail -n 1)\"; echo LE''ARNED\n")
        person.until("LEARNED\r\n")
        for typed, told in (
            ("voicecoach che", "check "),
            ("voicecoach check mon", "monday-legs.md "),
            ("voicecoach exercises Bulg", "Bulgarian"),
            ("voicecoach check my", "my\\ notes.md "),
            ("voicecoach export --engine tone --voice h", "hum "),
        ):
            person.type(typed)
            person.until(typed)
            person.type("\t")
            person.until(told.removeprefix(typed.rpartition(" ")[2]))
            person.type("\x15\n")
            person.until("\n")
