"""Keys of a terminal, one at a time, on POSIX systems and on Windows."""

from __future__ import annotations

import os
import select
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Protocol

from voicecoach.playback.transport import Command, Do

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["COMMANDS", "HELP", "KEYS", "Keys", "named", "open_keys"]

COMMANDS: Mapping[str, Command] = {
    "space": Command(Do.PLAY_PAUSE),
    "enter": Command(Do.READY),
    "right": Command(Do.NEXT),
    "left": Command(Do.PREVIOUS),
    "]": Command(Do.NEXT_CHAPTER),
    "[": Command(Do.PREVIOUS_CHAPTER),
    "r": Command(Do.REPEAT),
    "+": Command(Do.ADD_REST),
    "-": Command(Do.SKIP_REST),
    "m": Command(Do.MUTE),
    "up": Command(Do.LOUDER),
    "down": Command(Do.SOFTER),
    "q": Command(Do.STOP),
}
"""What each key wishes for."""

KEYS = (
    ("space", "pause and go on"),
    ("enter", "ready"),
    ("right, left", "next, previous step"),
    ("], [", "next, previous exercise"),
    ("r", "repeat the step"),
    ("+", "15 s more rest"),
    ("-", "skip the rest"),
    ("m", "mute the coach"),
    ("up, down", "volume"),
    ("q", "stop"),
    ("?", "this help"),
)
"""The keys, and what they do."""

HELP = "; ".join(f"{key} {what}" for key, what in KEYS)
"""All of it in a line."""

_NAMES: Mapping[bytes, str] = {
    b" ": "space",
    b"\r": "enter",
    b"\n": "enter",
    b"\x1b[A": "up",
    b"\x1b[B": "down",
    b"\x1b[C": "right",
    b"\x1b[D": "left",
    b"\x1bOA": "up",
    b"\x1bOB": "down",
    b"\x1bOC": "right",
    b"\x1bOD": "left",
    b"\x1b[5~": "[",
    b"\x1b[6~": "]",
    b"\xe0H": "up",
    b"\xe0P": "down",
    b"\xe0M": "right",
    b"\xe0K": "left",
    b"\xe0I": "[",
    b"\xe0Q": "]",
}
"""The sequences of terminals in both cursor modes, and the scan codes of a Windows console; page up and page down are
brackets, which some keyboards have no keys for."""

_LONGEST = 4
_READ_BYTES = 64


class Keys(Protocol):
    """Where keys come from."""

    def read(self, seconds: float) -> tuple[str, ...]:
        """The keys pressed since the last time, by name, waiting at most so long for the first."""
        ...


def named(typed: bytes) -> Iterator[str]:
    """The names of keys in what was typed; a byte that no key sends alone is a key of its own."""
    at = 0
    while at < len(typed):
        known = (length for length in range(_LONGEST, 0, -1) if typed[at : at + length] in _NAMES)
        length = next(known, 1)
        part = typed[at : at + length]
        yield _NAMES.get(part) or part.decode("latin-1").lower()
        at += length


@contextmanager
def open_keys() -> Iterator[Keys | None]:
    """The keys of the terminal, unechoed; None where the standard input is none.

    Lines and echo are as they were at the end.
    """
    if not sys.stdin.isatty():
        yield None
    elif sys.platform == "win32":
        yield _ConsoleKeys()
    else:
        with _unbuffered(sys.stdin.fileno()) as keys:
            yield keys


if sys.platform == "win32":
    import msvcrt
    import time

    _LOOK_SECONDS = 0.02

    class _ConsoleKeys:
        """Keys of a Windows console."""

        def read(self, seconds: float) -> tuple[str, ...]:
            """As in :class:`Keys`."""
            end = time.monotonic() + seconds
            while not msvcrt.kbhit() and time.monotonic() < end:
                time.sleep(_LOOK_SECONDS)
            typed = b""
            while msvcrt.kbhit():
                typed += msvcrt.getch()
            return tuple(named(typed))

else:
    import termios
    import tty

    class _TerminalKeys:
        """Keys of a terminal that gives each at once."""

        def __init__(self, descriptor: int) -> None:
            self._descriptor = descriptor

        def read(self, seconds: float) -> tuple[str, ...]:
            """As in :class:`Keys`."""
            ready, _, _ = select.select([self._descriptor], [], [], seconds)
            return tuple(named(os.read(self._descriptor, _READ_BYTES))) if ready else ()

    @contextmanager
    def _unbuffered(descriptor: int) -> Iterator[Keys]:
        before = termios.tcgetattr(descriptor)
        tty.setcbreak(descriptor)
        try:
            yield _TerminalKeys(descriptor)
        finally:
            with suppress(termios.error):  # the terminal was closed
                termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
