"""What becomes of a text before a voice speaks it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voicecoach.speech.phonemes import Sounds

__all__ = ["Explanation"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The way of a text to a voice.

    Attributes:
        readings: The steps that changed it, each with the text behind it.
        words: What the engine is given; empty where there is nothing to say.
        sounds: Words in it whose sounds the lexicon tells, in IPA.
        engine: Who would speak; empty where nobody can.
        voice: The voice that it is asked for; empty for its default.
        phonemes: How the engine pronounces all of it, in IPA; empty where it does not tell.
    """

    readings: tuple[tuple[str, str], ...]
    words: str
    sounds: Sounds
    engine: str
    voice: str
    phonemes: str
