"""One utterance as its sentences, with pauses of our own between them.

Engines differ widely in the silence they leave around a sentence (0 to 750 ms), so every sentence is spoken alone,
trimmed, and joined to the next one with the same pause whatever the voice.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from voicecoach.model.clip import Clip
from voicecoach.speech.trim import is_silent, trimmed
from voicecoach.units import frames_of

if TYPE_CHECKING:
    from voicecoach.model.clip import Samples, Utterance
    from voicecoach.ports import SpeechEngine
    from voicecoach.units import Ms

__all__ = ["ELLIPSIS_PAUSE", "SENTENCE_PAUSE", "sentences", "speak_in_phrases"]

SENTENCE_PAUSE: Ms = 350
"""Silence between two sentences: long enough to be heard as two thoughts, short enough for a coach."""

ELLIPSIS_PAUSE: Ms = 500
"""Silence that three dots ask for."""

_BOUNDARY = re.compile(r"(?<=[.?!])\s+")


def sentences(text: str) -> tuple[tuple[str, Ms], ...]:
    """The sentences of a normalized text, each with the pause behind it in ms; none behind the last."""
    spoken = [part for part in _BOUNDARY.split(text) if any(map(str.isalnum, part))]
    pauses = [ELLIPSIS_PAUSE if part.endswith("...") else SENTENCE_PAUSE for part in spoken]
    return tuple(zip(spoken, [*pauses[:-1], 0], strict=True)) if spoken else ()


def speak_in_phrases(engine: SpeechEngine, utterance: Utterance) -> Clip:
    """Let an engine speak an utterance sentence by sentence.

    Args:
        engine: Any voice.
        utterance: Normalized words.

    Returns:
        The trimmed sentences with pauses between; empty where there is nothing to say. Its rate is that of the
        engine's clips.

    Raises:
        ValueError: If the engine spoke nothing, gave numbers that are no sound, or changed its rate on the way.
    """
    parts: list[Samples] = []
    rate = 0
    for text, pause in sentences(utterance.text):
        clip = _checked(engine.speak(replace(utterance, text=text)))
        if rate not in (0, clip.rate):
            raise ValueError(f"the rate changed from {rate} to {clip.rate} Hz")
        rate = clip.rate
        parts += [trimmed(clip).samples, np.zeros(frames_of(pause, rate), np.float32)]
    return Clip(np.concatenate(parts) if parts else np.zeros(0, np.float32), rate or _RATE_OF_NOTHING)


def _checked(clip: Clip) -> Clip:
    """The clip, if it can be the sound of words."""
    samples = np.asarray(clip.samples, np.float32)
    if samples.ndim != 1 or not np.all(np.isfinite(samples)):
        raise ValueError("its sound is damaged")
    if is_silent(clip):
        raise ValueError("it spoke nothing")
    return Clip(samples, clip.rate)


_RATE_OF_NOTHING = 24_000
"""An empty clip has a rate too."""
