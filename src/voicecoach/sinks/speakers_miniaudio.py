"""Live sound by miniaudio: its wheel carries all it needs, on Linux, macOS and Windows."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import miniaudio
import numpy as np

from voicecoach.errors import VoicecoachError
from voicecoach.ports import DeviceInfo
from voicecoach.sinks.speakers import WITHOUT_DEVICE, chosen_device

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from voicecoach.ports import Fill

__all__ = ["MiniaudioBackend", "MiniaudioDevice"]

_PERIOD_MS = 20
_PERIODS = 5
"""A block of the device, and how many of them lie between us and the ear: so long we may be late, and so long is still
heard what was given."""

_PULSE_LATENCY = "PULSE_LATENCY_MSEC"
_PULSE_LATENCY_MS = 120
"""PulseAudio, and PipeWire in its place, is given one block by miniaudio, however many are wished for; its library lets
this variable of the environment overrule that. Measured with PulseAudio 16 and a null sink on a machine with four times
more work than cores, silence was heard 76 to 108 ms after a pause, and 112 to 128 ms with 160 here."""

_LONGEST_SECONDS = 1
"""No device asks for more at a time."""

_STANDARD_ERROR = 2

_UNHEARD = (miniaudio.Backend.NULL, miniaudio.Backend.CUSTOM)


class MiniaudioBackend:
    """Devices by miniaudio."""

    name = "miniaudio"
    limits = ""

    def devices(self) -> Sequence[DeviceInfo]:
        """The devices of the first sound system that works here."""
        try:
            with _hushed():
                found = miniaudio.Devices(_backends()).get_playbacks()
        except miniaudio.MiniaudioError as error:
            raise VoicecoachError(f"no sound device can be found ({error.args[0]}); {WITHOUT_DEVICE}") from error
        return tuple(DeviceInfo(device["name"], default=number == 0) for number, device in enumerate(found))

    def open(self, fill: Fill, rate: int, channels: int, device: str) -> MiniaudioDevice:
        """Open a device and begin."""
        try:
            with _hushed():
                return MiniaudioDevice(fill, rate, channels, device)
        except miniaudio.MiniaudioError as error:
            raise VoicecoachError(f"no sound device can be opened ({error.args[0]}); {WITHOUT_DEVICE}") from error


class MiniaudioDevice:
    """An open device.

    Args:
        fill: What it asks.
        rate: Frames a second.
        channels: Of a block.
        device: A part of the device's name; empty for the system's choice.
    """

    def __init__(self, fill: Fill, rate: int, channels: int, device: str) -> None:
        """Open it."""
        self.name = device
        self._fill = fill
        self._block = np.zeros((rate * _LONGEST_SECONDS, channels), np.float32)
        self._lost = self._stopping = False
        with _buffered():
            self._device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.FLOAT32,
                nchannels=channels,
                sample_rate=rate,
                buffersize_msec=_PERIOD_MS,
                callback_periods=_PERIODS,
                device_id=_device_id(device) if device else None,
                backends=_backends(),
                thread_prio=miniaudio.ThreadPriority.REALTIME,  # where it is not allowed, as any other
                app_name="voicecoach",
            )
        self._device.stop_callback = self._stopped
        self.resume()

    @property
    def lost(self) -> bool:
        """Whether it stopped without our asking."""
        return self._lost

    def pause(self) -> None:
        """Stop asking."""
        self._stopping = True
        self._device.stop()

    def resume(self) -> None:
        """Ask again."""
        self._stopping = False
        frames = self._frames()
        next(frames)
        self._device.start(frames)

    def close(self) -> None:
        """Give it up."""
        self._stopping = True
        self._device.close()

    def _frames(self) -> Generator[memoryview, int]:
        """The next frames, whenever the device asks for some."""
        flat = self._block.data.cast("B")
        width = self._block.itemsize * self._block.shape[1]
        count = yield flat[:0]
        while True:
            self._fill(self._block[:count])
            count = yield flat[: count * width]

    def _stopped(self) -> None:
        self._lost = not self._stopping


@contextmanager
def _buffered() -> Iterator[None]:
    """With as much sound in PulseAudio as we want there, unless the user has wished for something else."""
    if _PULSE_LATENCY in os.environ:
        yield
        return
    os.environ[_PULSE_LATENCY] = str(_PULSE_LATENCY_MS)
    try:
        yield
    finally:
        del os.environ[_PULSE_LATENCY]


@contextmanager
def _hushed() -> Iterator[None]:
    """Without what libraries of the system write to standard error: where there is no card, ALSA has thirty lines."""
    sys.stderr.flush()
    try:
        kept = os.dup(_STANDARD_ERROR)
    except OSError:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _STANDARD_ERROR)
        yield
    finally:
        os.dup2(kept, _STANDARD_ERROR)
        os.close(kept)
        os.close(nowhere)


def _backends() -> list[miniaudio.Backend]:
    """Every sound system that can be heard, in miniaudio's own order."""
    return sorted(miniaudio.get_enabled_backends().difference(_UNHEARD), key=lambda backend: backend.value)


def _device_id(wanted: str) -> object:
    found = miniaudio.Devices(_backends()).get_playbacks()
    return found[chosen_device(wanted, [DeviceInfo(device["name"]) for device in found])]["id"]
