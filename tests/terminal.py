"""A terminal of our own: a command runs in it, and its screen can be read."""

from __future__ import annotations

import os
import select
import struct
import subprocess
import time
from typing import TYPE_CHECKING, Self

import pyte
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_POSIX = "there are no pseudo-terminals on this system"
fcntl = pytest.importorskip("fcntl", reason=_POSIX)
pty = pytest.importorskip("pty", reason=_POSIX)
termios = pytest.importorskip("termios", reason=_POSIX)

_PATIENCE_SECONDS = 30.0
_SIZE = ("COLUMNS", "LINES")
"""What would count for more than the size of the terminal."""


class Terminal:
    """A pseudo-terminal that a command has for its own.

    Args:
        command: Runs at once, as the leader of a session.
        size: Columns and rows.
        environment: Beside our own.

    Attributes:
        child: The process.
        raw: All that it wrote.
    """

    def __init__(
        self, command: Sequence[str], size: tuple[int, int] = (60, 18), environment: Mapping[str, str] | None = None
    ) -> None:
        self._ours, self._theirs = pty.openpty()
        columns, rows = size
        fcntl.ioctl(self._theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._before = termios.tcgetattr(self._theirs)
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        ours = {name: value for name, value in os.environ.items() if name not in _SIZE}
        self.child = subprocess.Popen(
            command,
            stdin=self._theirs,
            stdout=self._theirs,
            stderr=self._theirs,
            env={**ours, "TERM": "xterm-256color", **(environment or {})},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - no threads are running here
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.child.poll() is None:
            self.child.kill()
            self.child.wait()
        for descriptor in (self._ours, self._theirs):
            if descriptor >= 0:
                os.close(descriptor)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self._screen.display)

    def until(self, wanted: str | Callable[[str], bool]) -> str:
        """Wait for a text on the screen, or until something is true of it."""
        end = time.monotonic() + _PATIENCE_SECONDS
        while not (wanted in self.text if isinstance(wanted, str) else wanted(self.text)):
            assert time.monotonic() < end, f"waited for {wanted}:\n{self.text}"
            self._read(0.05)
        return self.text

    def press(self, key: bytes) -> None:
        os.write(self._ours, key)

    def close(self) -> None:
        """Take the terminal away."""
        os.close(self._theirs)
        os.close(self._ours)
        self._ours = self._theirs = -1

    def wait(self) -> int:
        """The exit code, once the command has ended."""
        end = time.monotonic() + _PATIENCE_SECONDS
        while self.child.poll() is None:
            assert time.monotonic() < end, f"it does not end:\n{self.text}"
            if self._ours >= 0:
                self._read(0.05)
        while self._ours >= 0 and self._read(0.05):
            pass
        return self.child.returncode

    @property
    def restored(self) -> bool:
        """Whether the terminal is as the command found it: its mode, the usual screen, the cursor seen."""
        usual = self.raw.rfind(b"\x1b[?1049l") >= self.raw.rfind(b"\x1b[?1049h")
        seen = self.raw.rfind(b"\x1b[?25h") >= self.raw.rfind(b"\x1b[?25l")
        return usual and seen and termios.tcgetattr(self._theirs) == self._before

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._ours], [], [], seconds)
        if ready:
            read = os.read(self._ours, 65_536)
            self.raw += read
            self._stream.feed(read)
        return bool(ready)
