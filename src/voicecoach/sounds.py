"""The earcons: short sounds with a fixed meaning."""

from __future__ import annotations

import wave
from typing import TYPE_CHECKING

import numpy as np

from voicecoach.errors import VoicecoachError
from voicecoach.loudness import loudness
from voicecoach.model.clip import Clip
from voicecoach.resampling import resample
from voicecoach.resources import folder
from voicecoach.units import gain_of, ms_spanned

if TYPE_CHECKING:
    from pathlib import Path

    from voicecoach.units import Ms

__all__ = ["LEVELS", "Earcons"]

_VOICE_LUFS = -19.0
"""Loudness of the voice in one channel."""

_BESIDE_VOICE = _VOICE_LUFS - 3.0
"""For a signal to act on: a steady tone stands out at 3 dB under the voice."""

_BEHIND_VOICE = _VOICE_LUFS - 9.0
"""For what is heard without being listened for."""

LEVELS = {
    "ready": _BESIDE_VOICE,
    "go": _BESIDE_VOICE,
    "end": _BESIDE_VOICE,
    "end-last": _BESIDE_VOICE,
    "switch": _BESIDE_VOICE,
    "halfway": _BEHIND_VOICE,
    "tick": _BEHIND_VOICE,
}
"""Loudness of each earcon, in LUFS over its own length."""

_FULL_SCALE = 32768.0


class Earcons:
    """The earcons of the ``audio`` folder, ready to be mixed.

    The first sample of a clip is the onset of its sound.

    Args:
        rate: Frames a second of the clips.

    Raises:
        VoicecoachError: If a file is missing or damaged.
    """

    def __init__(self, rate: int) -> None:
        """Read them all; together they last three seconds."""
        audio = folder("audio")
        self._clips = {name: _leveled(resample(_read(audio / f"{name}.wav"), rate), LEVELS[name]) for name in LEVELS}

    def names(self) -> tuple[str, ...]:
        """All that there are."""
        return tuple(self._clips)

    def clip(self, name: str) -> Clip:
        """The sound of that name."""
        return self._clips[name]

    def duration(self, name: str) -> Ms:
        """How long it sounds, in ms, rounded up."""
        clip = self._clips[name]
        return ms_spanned(len(clip.samples), clip.rate)


def _read(path: Path) -> Clip:
    try:
        with wave.open(str(path)) as file:
            samples = np.frombuffer(file.readframes(file.getnframes()), "<i2")
            return Clip(samples.astype(np.float32) / np.float32(_FULL_SCALE), file.getframerate())
    except (OSError, EOFError, wave.Error) as error:
        raise VoicecoachError(f'cannot read the sound "{path}" ({error}); install voicecoach again') from error


def _leveled(clip: Clip, level: float) -> Clip:
    gain = gain_of(level - loudness(clip.samples, clip.rate))
    return Clip(clip.samples * np.float32(gain), clip.rate)
