"""The way to the ear: a device that plays silence already, while the workout is still being read."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from voicecoach.playback.ring import HELD_SECONDS, Ring
from voicecoach.sinks.speakers import load_backend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.ports import Device, Fill

__all__ = ["LIVE_RATE", "Stream", "open_stream"]

LIVE_RATE = 48_000
"""Frames a second: what nearly every device runs at, so that nobody behind us resamples."""


class Stream:
    """An open device, and the ring it takes from.

    Args:
        backend: A backend's name.
        device: A part of a device's name; empty for the system's choice.

    Attributes:
        ring: What the device takes from.
    """

    def __init__(self, backend: str, device: str) -> None:
        self._backend = load_backend(backend)
        self._wanted = device
        self.ring = Ring(LIVE_RATE, HELD_SECONDS)
        self._device: Device | None = self.open_device(self.ring.fill)

    def open_device(self, fill: Fill) -> Device:
        """A device that asks ``fill``; another one each time.

        Raises:
            VoicecoachError: If there is none.
        """
        return self._backend.open(fill, LIVE_RATE, 1, self._wanted)

    def hand_over(self) -> Device:
        """The open device, once: who takes it closes it."""
        device, self._device = self._device, None
        return device or self.open_device(self.ring.fill)

    def close(self) -> None:
        """Give the device up, unless somebody has taken it."""
        if self._device is not None:
            self._device.close()


@contextmanager
def open_stream(backend: str, device: str) -> Iterator[Stream]:
    """Open a device, for as long as nobody takes it over; arguments as for :class:`Stream`.

    Raises:
        VoicecoachError: If there is none.
    """
    stream = Stream(backend, device)
    try:
        yield stream
    finally:
        stream.close()
