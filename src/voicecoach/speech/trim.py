"""Where the words begin and end in a clip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from voicecoach.model.clip import Clip

if TYPE_CHECKING:
    from voicecoach.model.clip import Samples

__all__ = ["faded", "is_silent", "trimmed", "trimmed_of_noise"]

_FRAME_SECONDS = 0.005
"""How finely the level is looked at, and so how exactly an onset is found."""

_VOICE_PERCENTILE = 90
"""The level of the voice is that of its loud frames: pauses and one loud click do not move it."""

_ONSET_DB = -36.0
"""An onset is this far under the voice. Measured: the "f" and "h" of the natural voice begin 20 to 30 dB under its
vowels, its breath and noise lie 45 dB and more under them."""

_OFFSET_DB = -42.0
"""An ending is lower than an onset: a word dies away, and a cut in what still sounds is heard."""

_SILENCE_DB = -80.0
"""Below this nothing is meant to be heard, in dB of full scale."""

_NOISE_FRAMES = 20
_OVER_NOISE_DB = 8.0
_LOUD_DB = -20.0
_MARGIN_FRAMES = 3
"""A recording made at home: its noise rarely swings by 8 dB, and no word begins or ends within 20 dB of its vowels."""

_FADE_SECONDS = 0.005
"""Long enough that no edge clicks, short enough that no consonant is lost."""


def trimmed(clip: Clip) -> Clip:
    """The clip from the first to the last sound of the voice; pauses inside stay as they are.

    The sounding frames of 5 ms are those less than 36 dB (at the front) and 42 dB (at the back) under the voice's own
    level, so soft consonants at the edges stay. Silence gives an empty clip.
    """
    frame = max(1, round(_FRAME_SECONDS * clip.rate))
    levels = _levels(clip.samples, frame)
    if not len(levels) or levels.max() < _SILENCE_DB:
        return Clip(clip.samples[:0], clip.rate)
    voice = float(np.percentile(levels[levels > _SILENCE_DB], _VOICE_PERCENTILE))
    first = int(np.argmax(levels > voice + _ONSET_DB))
    last = len(levels) - int(np.argmax(levels[::-1] > voice + _OFFSET_DB))
    return Clip(clip.samples[first * frame : last * frame], clip.rate)


def trimmed_of_noise(clip: Clip) -> Clip:
    """A recording from the first to the last word, whatever the noise of the room.

    Where the quietest tenth of a second lies less than 44 dB under the voice, there is noise: what counts as voice is
    then 8 dB over it, but never more than what is 20 dB under the voice. A margin of 15 ms stays at either side.
    """
    samples = clip.samples - np.float32(np.mean(clip.samples, dtype=np.float64)) if len(clip.samples) else clip.samples
    frame = max(1, round(_FRAME_SECONDS * clip.rate))
    levels = _levels(samples, frame)
    if not len(levels) or levels.max() < _SILENCE_DB:
        return Clip(clip.samples[:0], clip.rate)
    voice = float(np.percentile(levels[levels > _SILENCE_DB], _VOICE_PERCENTILE))
    threshold = min(max(voice + _ONSET_DB, _noise(levels) + _OVER_NOISE_DB), voice + _LOUD_DB)
    sounding = np.flatnonzero(levels > threshold)
    first, last = max(0, sounding[0] - _MARGIN_FRAMES), min(len(levels), sounding[-1] + 1 + _MARGIN_FRAMES)
    return Clip(samples[first * frame : last * frame], clip.rate)


def _noise(levels: Samples) -> float:
    """The level of the quietest tenth of a second, in dB."""
    size = min(len(levels), _NOISE_FRAMES)
    return float(np.convolve(levels, np.full(size, 1.0 / size), "valid").min())


def faded(clip: Clip) -> Clip:
    """The clip with both edges raised from silence, and lowered to it, within 5 ms."""
    length = min(round(_FADE_SECONDS * clip.rate), len(clip.samples) // 2)
    ramp = ((np.arange(length) + 0.5) / length).astype(np.float32) if length else np.zeros(0, np.float32)
    samples = clip.samples.copy()
    samples[:length] *= ramp
    samples[len(samples) - length :] *= ramp[::-1]
    return Clip(samples, clip.rate)


def is_silent(clip: Clip) -> bool:
    """Whether nothing in the clip can be heard."""
    return not len(clip.samples) or float(np.max(np.abs(clip.samples))) < 10.0 ** (_SILENCE_DB / 20.0)


def _levels(samples: Samples, frame: int) -> Samples:
    """The level of each frame, in dB of full scale; a rest that fills no frame counts as one."""
    padded = np.pad(samples, (0, -len(samples) % frame))
    power = np.mean(padded.reshape(-1, frame) ** 2, axis=1)
    return np.asarray(10.0 * np.log10(power + 1e-12), np.float32)
