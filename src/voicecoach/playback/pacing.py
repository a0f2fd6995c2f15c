"""How long the next words last, asked by a scheduler that must not come too late."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future
from queue import SimpleQueue
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from voicecoach.units import Ms

__all__ = ["HastyLengths", "Lengths", "PatientLengths"]

_LOOK_SECONDS = 0.1
"""How often a wait for words looks at the time that is left."""


class Lengths:
    """The lengths of texts, found out in the background: by being spoken.

    One thread works off what will be wanted some time, another one what is wanted now. They are daemons, because a
    voice that hangs must not keep the program from ending.

    Args:
        length_of: Speaks a text, if it has not been, and tells how long it lasts, in ms; safe for several threads.
    """

    def __init__(self, length_of: Callable[[str], Ms]) -> None:
        """Ask for nothing yet."""
        self._length_of = length_of
        self._lock = threading.Lock()
        self._asked: dict[str, Future[Ms]] = {}
        self._closed = False
        self._urgent: SimpleQueue[str] = SimpleQueue()
        self._later: SimpleQueue[str] = SimpleQueue()
        self._threads = [
            threading.Thread(target=self._work, args=(queue,), name="words", daemon=True)
            for queue in (self._urgent, self._later)
        ]
        for thread in self._threads:
            thread.start()

    def soon(self, texts: Iterable[str]) -> None:
        """Have texts spoken when nothing else is wanted, in their order."""
        for text in texts:
            if text not in self._asked:
                self._ask(text, self._later)

    def at_hand(self, text: str) -> Ms | None:
        """How long a text lasts; None as long as it is being spoken."""
        asked = self._ask(text, self._urgent)
        return asked.result() if asked.done() else None

    def wait(self, text: str, seconds: float) -> Ms | None:
        """How long a text lasts, waiting for it at most so long."""
        try:
            return self._ask(text, self._urgent).result(seconds)
        except TimeoutError:
            return None

    def close(self, seconds: float) -> None:
        """Ask for no more, and wait at most so long for what is being spoken.

        A voice that is left in the middle of its work while the program ends may bring it down.
        """
        self._closed = True
        for queue in (self._urgent, self._later):
            queue.put("")
        end = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))

    def _ask(self, text: str, queue: SimpleQueue[str]) -> Future[Ms]:
        with self._lock:
            asked = self._asked.setdefault(text, Future())
        if not asked.running() and not asked.done():
            queue.put(text)
        return asked

    def _work(self, queue: SimpleQueue[str]) -> None:
        while (text := queue.get()) and not self._closed:
            with self._lock:
                asked = self._asked[text]
                if asked.running() or asked.done():
                    continue
                asked.set_running_or_notify_cancel()
            try:
                asked.set_result(self._length_of(text))
            except BaseException as error:  # noqa: BLE001 - it is raised where the length is awaited
                asked.set_exception(error)


class PatientLengths:
    """Lengths that are waited for as long as there is time.

    What came too late for a step counts as 0, as for a text that cannot be spoken, until the step is placed: then a cue
    is left out, and the beeps go on.

    Args:
        lengths: Finds them out.
        leeway: How many seconds are left before an answer is of no use; asked again and again.
    """

    def __init__(self, lengths: Lengths, leeway: Callable[[], float]) -> None:
        """Know nothing yet."""
        self._lengths = lengths
        self._leeway = leeway
        self._late: set[str] = set()

    def __call__(self, text: str) -> Ms:
        """The length of a text in ms."""
        if text in self._late:
            return 0
        while (left := self._leeway()) > 0:
            known = self._lengths.wait(text, min(left, _LOOK_SECONDS))
            if known is not None:
                return known
        known = self._lengths.at_hand(text)
        if known is None:
            self._late.add(text)
        return known or 0

    def next_step(self) -> None:
        """What was late may have come by now."""
        self._late.clear()


class HastyLengths:
    """Lengths for steps that come before the place at which a workout begins: nothing is spoken for them.

    Args:
        length_of: Tells how long a text lasts, in ms.
        at_hand: Tells whether a text has been spoken.
        guess: About how long a text lasts, in ms.

    Attributes:
        guessed: The texts whose lengths are not known.
    """

    def __init__(
        self, length_of: Callable[[str], Ms], at_hand: Callable[[str], bool], guess: Callable[[str], Ms]
    ) -> None:
        """Know nothing yet."""
        self._length_of = length_of
        self._at_hand = at_hand
        self._guess = guess
        self._known: dict[str, Ms] = {}
        self.guessed: set[str] = set()

    def __call__(self, text: str) -> Ms:
        """The length of a text in ms."""
        if text not in self._known:
            there = self._at_hand(text)
            self._known[text] = self._length_of(text) if there else self._guess(text)
            if not there:
                self.guessed.add(text)
        return self._known[text]
