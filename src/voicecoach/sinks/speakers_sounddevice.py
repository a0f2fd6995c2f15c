"""Live sound by sounddevice, which is PortAudio: on Linux the system's library libportaudio2 is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sounddevice

from voicecoach.errors import VoicecoachError
from voicecoach.ports import DeviceInfo
from voicecoach.sinks.speakers import WITHOUT_DEVICE, chosen_device

if TYPE_CHECKING:
    from collections.abc import Sequence

    from voicecoach.model.clip import Block
    from voicecoach.ports import Fill

__all__ = ["SounddeviceBackend", "SounddeviceDevice"]

_LATENCY_SECONDS = 0.1
"""The least at which nothing was late in a measurement with both cores busy was 35 ms; this leaves room."""


class SounddeviceBackend:
    """Devices by PortAudio."""

    name = "sounddevice"
    limits = "On Linux it needs libportaudio2. It finds only devices that were there when the program began."

    def devices(self) -> Sequence[DeviceInfo]:
        """The devices with a way out."""
        default = sounddevice.default.device[1]
        return tuple(DeviceInfo(device["name"], default=device["index"] == default) for device in _outputs())

    def open(self, fill: Fill, rate: int, channels: int, device: str) -> SounddeviceDevice:
        """Open a device and begin."""
        number = _outputs()[chosen_device(device, self.devices())]["index"] if device else None
        try:
            return SounddeviceDevice(fill, rate, channels, number)
        except sounddevice.PortAudioError as error:
            raise VoicecoachError(f"no sound device can be opened ({error}); {WITHOUT_DEVICE}") from error


def _outputs() -> list[dict[str, Any]]:
    return [device for device in sounddevice.query_devices() if device["max_output_channels"]]


class SounddeviceDevice:
    """An open device.

    Args:
        fill: What it asks.
        rate: Frames a second.
        channels: Of a block.
        number: PortAudio's number of the device; None for the system's choice.
    """

    def __init__(self, fill: Fill, rate: int, channels: int, number: object) -> None:
        """Open it."""
        self._fill = fill
        self._lost = self._stopping = False
        self._stream = sounddevice.OutputStream(
            rate,
            channels=channels,
            device=number,
            dtype="float32",
            latency=_LATENCY_SECONDS,
            callback=self._asked,
            finished_callback=self._finished,
        )
        self.name = str(number if number is not None else "")
        self._stream.start()

    @property
    def lost(self) -> bool:
        """Whether it ended without our asking."""
        return self._lost

    def pause(self) -> None:
        """Stop asking."""
        self._stopping = True
        self._stream.stop()

    def resume(self) -> None:
        """Ask again."""
        self._stopping = False
        self._stream.start()

    def close(self) -> None:
        """Give it up."""
        self._stopping = True
        self._stream.close()

    def _asked(self, block: Block, frames: int, time: object, status: object) -> None:
        del frames, time, status
        self._fill(block)

    def _finished(self) -> None:
        self._lost = not self._stopping
