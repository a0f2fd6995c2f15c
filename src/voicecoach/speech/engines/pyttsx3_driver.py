"""A pyttsx3 driver over espeak-ng in this process.

Queue, properties, callbacks and ``runAndWait`` are pyttsx3's; the synthesis is ours, and synchronous: when
``runAndWait`` returns, every file is written. ``say`` does not play: it leaves the sound as the property ``spoken``.
Errors arrive on the ``error`` topic, as pyttsx3 has it.
"""

from __future__ import annotations

import sys
import wave
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyttsx3.voice import Voice

from voicecoach.speech.engines import espeak

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["DRIVER_NAME", "Driver", "buildDriver", "register"]

DRIVER_NAME = "voicecoach"
"""What ``pyttsx3.init`` is given."""

_DEFAULT_VOICE = "en-us"
_DEFAULT_RATE = 150
"""Words a minute; of the rates tried the one that listeners' words come out best with (with a word gap of 10 ms)."""


def register() -> None:
    """Make the driver known: pyttsx3 imports its drivers by name, and a module that is there is not searched for."""
    sys.modules[f"pyttsx3.drivers.{DRIVER_NAME}"] = sys.modules[__name__]


def buildDriver(proxy: Any) -> Driver:  # noqa: N802, ANN401 - the name and the object are pyttsx3's
    """What pyttsx3 calls."""
    return Driver(proxy)


class Driver:
    """One voice with its properties: ``voice``, ``voices``, ``rate``, ``volume``, ``pitch``, ``gap``, ``spoken``."""

    def __init__(self, proxy: Any) -> None:  # noqa: ANN401 - pyttsx3 has no types
        """Start with the defaults."""
        self._proxy = proxy
        self._settings: dict[str, Any] = {
            "voice": _DEFAULT_VOICE,
            "rate": _DEFAULT_RATE,
            "volume": 1.0,
            "pitch": 50,
            "gap": 0,
        }
        self._spoken = b""

    def destroy(self) -> None:
        """Nothing is held: the library serves the whole process."""

    def startLoop(self) -> None:  # noqa: N802 - pyttsx3's name
        """Work through the queue; the last command in it ends the loop."""
        self._proxy.setBusy(False)

    def endLoop(self) -> None:  # noqa: N802 - pyttsx3's name
        """The queue is empty: ``startLoop`` returns by itself."""

    def iterate(self) -> Iterator[None]:
        """Work through the queue, for a loop of somebody else's."""
        self._proxy.setBusy(False)
        yield

    def stop(self) -> None:
        """Nothing runs between two commands."""

    def say(self, text: str) -> None:
        """Speak into the property ``spoken``: 16-bit mono samples at 22,050 Hz."""
        self._spoken = b""
        self._spoken = self._speak(text).pcm

    def save_to_file(self, text: str, filename: str) -> None:
        """Speak into a WAV file, complete when this returns."""
        speech = self._speak(text)
        with Path(filename).open("wb") as target, wave.open(target) as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(espeak.RATE)
            file.writeframes(speech.pcm)

    def _speak(self, text: str) -> espeak.Speech:
        self._proxy.notify("started-utterance")
        completed = False
        try:
            speech = espeak.synthesize(text, self._manner())
            for word in speech.words:
                self._proxy.notify("started-word", location=word.location, length=word.length)
            completed = True
        finally:
            self._proxy.notify("finished-utterance", completed=completed)
        return speech

    def _manner(self) -> espeak.Manner:
        settings = self._settings
        return espeak.Manner(
            espeak.find_voice(settings["voice"]),
            settings["rate"],
            pitch=settings["pitch"],
            volume=round(settings["volume"] * 100),
            word_gap=settings["gap"],
        )

    def getProperty(self, name: str) -> Any:  # noqa: N802, ANN401 - pyttsx3's name; each property has its type
        """The value of a property.

        Raises:
            KeyError: If there is none of this name.
        """
        if name == "voices":
            return _voices()
        if name == "spoken":
            return self._spoken
        return self._settings[name]

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802, ANN401 - pyttsx3's name; see getProperty
        """Set a property; numbers are brought into their range.

        Raises:
            KeyError: If there is none of this name.
            VoicecoachError: If there is no such voice.
        """
        self._settings[name] = _COERCED[name](value)


def _voice(name: object) -> str:
    espeak.find_voice(str(name))
    return str(name)


def _within(low: int, high: int) -> Callable[[Any], int]:
    return lambda value: min(high, max(low, int(value)))


_COERCED: dict[str, Callable[[Any], Any]] = {
    "voice": _voice,
    "rate": _within(80, 450),
    "volume": lambda value: min(1.0, max(0.0, float(value))),
    "pitch": _within(0, 99),
    "gap": _within(0, 100),
}
"""What each property takes; rates and pitches in the range that espeak-ng documents."""


def _voices() -> list[Any]:
    return [
        Voice(voice.name, voice.title, [tag for _, tag in voice.languages], voice.gender or None)
        for voice in espeak.voices()
    ]
