"""The machine is kept awake while a workout plays, and may sleep in a long pause."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

__all__ = ["awake"]

_LOOK_SECONDS = 1.0
_CLOSING_SECONDS = 1.0


@contextmanager
def _kept() -> Iterator[bool]:
    """Screen and machine stay awake, or the machine alone; tells whether the system had a way to ask for that."""
    from wakepy import keep  # noqa: PLC0415 - in the thread that waits for it, after the sound has begun

    with keep.presenting(on_fail="pass") as both:
        if both.active:
            yield True
            return
    with keep.running(on_fail="pass") as machine:
        yield machine.active


@contextmanager
def awake(
    rests: Callable[[], bool],
    keep: Callable[[], AbstractContextManager[object]] = _kept,
    look: float = _LOOK_SECONDS,
) -> Iterator[None]:
    """Keep the machine awake meanwhile.

    It is asked for in a thread of its own, because some systems take their time to answer.

    Args:
        rests: Whether the machine may sleep now.
        keep: Keeps it awake as long as it is open.
        look: How often ``rests`` is asked, in seconds.
    """
    over = threading.Event()

    def wait_while(resting: bool) -> None:
        while rests() is resting and not over.wait(look):
            pass

    def stay() -> None:
        while not over.is_set():
            with keep():
                wait_while(resting=False)
            wait_while(resting=True)

    thread = threading.Thread(target=stay, name="awake", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(_CLOSING_SECONDS)
