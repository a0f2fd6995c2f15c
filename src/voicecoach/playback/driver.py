"""The driver: a thread that pumps the player, and watches over the device."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.playback.transport import Command, Do, State

if TYPE_CHECKING:
    from collections.abc import Callable

    from voicecoach.playback.player import Player, Snapshot
    from voicecoach.playback.timeline import LiveTimeline
    from voicecoach.ports import Device, Fill
    from voicecoach.units import Frames

__all__ = ["Driver"]

_PUMP_SECONDS = 0.2
_HUNGRY_SECONDS = 0.02
"""The ring holds more than a second, so it is looked after now and then; where it is empty, often: the next step may be
placed at any moment. A command waits for neither."""

_STALL_SECONDS = 2.0
"""A device that has not asked for so long is gone, whatever it says."""

_RETRY_SECONDS = 1.0

_PROVEN_SECONDS = 0.5
"""A device that has come back counts once it has taken so much: a sound server that is just starting may give one and
take it away again."""

_SLEEP_SECONDS = 30.0
"""A workout that is paused for so long lets the machine sleep."""


class Driver:
    """Plays on a device until the workout is over.

    A device that is lost pauses the workout; as soon as one can be opened again, it goes on.

    Args:
        player: What is played.
        open_device: Opens a device that asks the given function.
        notify: Is told one line when the device is lost, and when there is one again.
        clock: Seconds that go on, for watching the device; the workout's time is the device's own.
    """

    def __init__(
        self,
        player: Player,
        open_device: Callable[[Fill], Device],
        notify: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._player = player
        self._open_device = open_device
        self._notify = notify
        self._clock = clock
        self._device: Device | None = None
        self._asleep = False
        self._paused_at: float | None = None
        self._asked: Frames = 0
        self._asked_at = 0.0
        self._missing = False
        self._proven_at: Frames = 0
        self._tried_at = 0.0
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._over = threading.Event()
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="player", daemon=True)

    @property
    def asleep(self) -> bool:
        """Whether the workout has been paused for so long that the machine may sleep."""
        return self._asleep

    def open(self, device: Device | None = None) -> None:
        """Open the device; it plays silence until :meth:`start`.

        Args:
            device: One that is open and asks the player's ring, instead.

        Raises:
            VoicecoachError: If there is none.
        """
        self._device = device or self._open_device(self._player.ring.fill)
        self._asked_at = self._clock()

    def start(self) -> None:
        """Play, in a thread of its own."""
        self._player.tell(Command(Do.PLAY))
        self._thread.start()

    def tell(self, command: Command) -> None:
        """Wish for something; it is done at once."""
        self._player.tell(command)
        self._wake.set()

    @property
    def timeline(self) -> LiveTimeline:
        """What is played, as far as it is placed."""
        return self._player.timeline

    @property
    def over(self) -> bool:
        """Whether it has ended, for whatever reason."""
        return self._over.is_set()

    def snapshot(self) -> Snapshot:
        """How it stands now; safe for any thread."""
        with self._lock:
            return self._player.snapshot()

    def wait(self, seconds: float) -> bool:
        """Wait for the end, at most so long; tells whether it has come.

        Raises:
            BaseException: Whatever ended the player's thread.
        """
        over = self._over.wait(seconds)
        if self._failure is not None:
            raise self._failure
        return over

    def close(self) -> None:
        """Stop, and give the device up."""
        self.tell(Command(Do.STOP))
        if self._thread.is_alive():
            self._thread.join(_STALL_SECONDS)
        if self._device is not None:
            self._device.close()
            self._device = None

    def step(self) -> None:
        """Pump once, and look at the device."""
        with self._lock:
            self._player.pump()
        now = self._clock()
        if self._device is None:
            self._retry(now)
        elif self._gone(self._device, now):
            self._lose(self._device, now)
        else:
            self._let_sleep(self._device, now)

    def _run(self) -> None:
        try:
            while self._player.state is not State.ENDED:
                self._wake.wait(_PUMP_SECONDS if self._player.ring.ahead else _HUNGRY_SECONDS)
                self._wake.clear()
                self.step()
        except BaseException as error:  # noqa: BLE001 - it is raised where the end is awaited
            self._failure = error
        finally:
            self._over.set()

    def _gone(self, device: Device, now: float) -> bool:
        asked = self._player.ring.delivered
        if asked != self._asked or self._asleep:
            self._asked, self._asked_at = asked, now
        if self._missing and asked >= self._proven_at:
            self._missing = False
            self._player.tell(Command(Do.FIND))
            self._notify("There is a sound device again: the workout goes on.")
        return device.lost or now - self._asked_at > _STALL_SECONDS

    def _lose(self, device: Device, now: float) -> None:
        device.close()
        self._device, self._tried_at, self._asleep = None, now, False
        self._player.tell(Command(Do.LOSE))
        if not self._missing:
            self._missing = True
            self._notify("The sound device is gone: the workout waits until there is one again.")

    def _retry(self, now: float) -> None:
        if self._player.state is State.PLAYING:
            self._player.tell(Command(Do.LOSE))
        if now - self._tried_at < _RETRY_SECONDS:
            return
        self._tried_at = now
        ring = self._player.ring
        self._asked = ring.delivered
        self._proven_at = self._asked + round(_PROVEN_SECONDS * self.timeline.marks.rate)
        try:
            self._device = self._open_device(ring.fill)
        except VoicecoachError:
            return
        self._asked_at = now

    def _let_sleep(self, device: Device, now: float) -> None:
        if self._player.state is not State.PAUSED:
            self._paused_at = None
            if self._asleep:
                self._asleep = False
                device.resume()
        elif self._paused_at is None:
            self._paused_at = now
        elif not self._asleep and now - self._paused_at > _SLEEP_SECONDS:
            self._asleep = True
            device.pause()
