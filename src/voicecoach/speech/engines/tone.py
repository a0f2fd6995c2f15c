"""A hum instead of a voice: for tests, and for a machine on which nothing can speak.

A clip lasts 300 ms and 60 ms more for every letter or digit, exact to the sample: so does the timeline built on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from voicecoach.model.clip import Clip, Voice
from voicecoach.units import frames_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from voicecoach.model.clip import Utterance
    from voicecoach.units import Ms

__all__ = ["RATE", "ToneEngine", "hum_length", "load"]

RATE = 24_000
"""Frames a second; a ms is a whole number of them."""

_BASE: Ms = 300
_PER_CHARACTER: Ms = 60
"""About the length of speech: 150 words a minute of five letters are 80 ms a letter with the spaces."""

_PITCH_HZ = 140.0
_AMPLITUDE = 0.1


def hum_length(text: str) -> Ms:
    """How long a sentence is hummed, in ms; 0 for nothing to say."""
    letters = sum(map(str.isalnum, text))
    return _BASE + _PER_CHARACTER * letters if letters else 0


class ToneEngine:
    """Hums every text in every language."""

    name = "tone"
    version = "1"

    def voices(self) -> Sequence[Voice]:
        """The one hum."""
        return (Voice("hum", "und", description="a soft hum of a known length, no words", licence="Apache-2.0"),)

    def speaks(self, language: str) -> bool:  # noqa: ARG002 - a hum is every language's
        """True for every language."""
        return True

    def speak(self, utterance: Utterance) -> Clip:
        """Hum for as long as :func:`hum_length` says."""
        time = np.arange(frames_of(hum_length(utterance.text), RATE)) / RATE
        return Clip((_AMPLITUDE * np.cos(2.0 * np.pi * _PITCH_HZ * time)).astype(np.float32), RATE)

    def close(self) -> None:
        """Nothing is held."""


def load() -> ToneEngine:
    """The engine."""
    return ToneEngine()
