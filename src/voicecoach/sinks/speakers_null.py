"""A device that nobody hears, at the pace of a real one: for machines without sound."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import numpy as np

from voicecoach.ports import DeviceInfo
from voicecoach.sinks.speakers import chosen_device

if TYPE_CHECKING:
    from collections.abc import Sequence

    from voicecoach.ports import Fill

__all__ = ["NullBackend", "NullDevice"]

_BLOCK_SECONDS = 0.04


class NullBackend:
    """The device that nobody hears."""

    name = "null"
    limits = "Nothing is heard."

    def devices(self) -> Sequence[DeviceInfo]:
        """The one there is."""
        return (DeviceInfo("null", default=True),)

    def open(self, fill: Fill, rate: int, channels: int, device: str) -> NullDevice:
        """Begin to ask."""
        if device:
            chosen_device(device, self.devices())
        return NullDevice(fill, rate, channels)


class NullDevice:
    """Asks for sound at the pace of the machine's own clock, and throws it away.

    Args:
        fill: What it asks.
        rate: Frames a second.
        channels: Of a block.
    """

    name = "null"
    lost = False

    def __init__(self, fill: Fill, rate: int, channels: int) -> None:
        """Begin."""
        self._fill = fill
        self._block = np.zeros((round(rate * _BLOCK_SECONDS), channels), np.float32)
        self._running = threading.Event()
        self._over = threading.Event()
        self._running.set()
        self._thread = threading.Thread(target=self._run, name="null device", daemon=True)
        self._thread.start()

    def pause(self) -> None:
        """Stop asking."""
        self._running.clear()

    def resume(self) -> None:
        """Ask again."""
        self._running.set()

    def close(self) -> None:
        """End."""
        self._over.set()
        self._running.set()

    def _run(self) -> None:
        due = time.monotonic()
        while not self._over.is_set():
            self._running.wait()
            self._fill(self._block)
            due = max(due + _BLOCK_SECONDS, time.monotonic() - _BLOCK_SECONDS)
            self._over.wait(max(0.0, due - time.monotonic()))
