"""The libraries that play on devices, by name; each is imported when it is chosen."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from voicecoach.errors import VoicecoachError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from voicecoach.ports import Backend, DeviceInfo

__all__ = ["BACKENDS", "DEFAULT_BACKEND", "WITHOUT_DEVICE", "chosen_device", "load_backend"]

DEFAULT_BACKEND = "miniaudio"

BACKENDS: Mapping[str, str] = {
    "miniaudio": "voicecoach.sinks.speakers_miniaudio:MiniaudioBackend",
    "sounddevice": "voicecoach.sinks.speakers_sounddevice:SounddeviceBackend",
    "simpleaudio": "voicecoach.sinks.speakers_simpleaudio:SimpleaudioBackend",
    "null": "voicecoach.sinks.speakers_null:NullBackend",
}
"""What ``--backend`` names, and where it stands."""

WITHOUT_DEVICE = "`voicecoach export` writes the workout to a file, and `--backend null` plays it unheard"
"""What can be done where nothing can be heard."""


def load_backend(name: str) -> Backend:
    """A backend by its name.

    Raises:
        VoicecoachError: If its library is not installed or does not load.
    """
    module, _, factory = BACKENDS[name].partition(":")
    try:
        return cast("Backend", getattr(import_module(module), factory)())
    except (ImportError, OSError) as error:
        raise VoicecoachError(
            f"{name} cannot be used ({error}); install it with `pip install voicecoach[{name}]`, or {WITHOUT_DEVICE}"
        ) from error


def chosen_device(wanted: str, devices: Iterable[DeviceInfo]) -> int:
    """The number of the device that is meant by a part of its name.

    Raises:
        VoicecoachError: If there is none.
    """
    names = [device.name for device in devices]
    for number, name in enumerate(names):
        if wanted.casefold() in name.casefold():
            return number
    there = f"there are {', '.join(names)}" if names else f"there is none at all; {WITHOUT_DEVICE}"
    raise VoicecoachError(f'no device is called "{wanted}"; {there}')
