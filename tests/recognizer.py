"""A small speech recognizer that tells which of some sentences is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pocketsphinx

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearing import Sound

RATE = 16_000
"""Frames a second of what the recognizer listens to."""

QUIET = np.zeros(RATE * 3 // 10, np.float32)
HISS = 0.001
"""Standard deviation of the noise under every sound: the recognizer loses its way in digital silence."""

SOUNDS = {"deadlift": "D EH D L IH F T", "flexor": "F L EH K S ER", "glute": "G L UW T", "glutes": "G L UW T S"}
"""How words sound that the recognizer's dictionary lacks."""


class Recognizer:
    """Tells which of some sentences is heard.

    Args:
        sentences: In small letters, numbers as words.
        longest: Sentences of at least so many words are told from each other, shorter ones from those of their length.
    """

    def __init__(self, sentences: Iterable[str], longest: int) -> None:
        self._longest = longest
        self._decoder: Any = pocketsphinx.Decoder(lm=None, samprate=RATE, loglevel="FATAL", cmn="batch")
        for word, sound in SOUNDS.items():
            self._decoder.add_word(word, sound, True)
        known = sorted(set(sentences))
        for size in {self._size(sentence) for sentence in known}:
            alike = [sentence for sentence in known if self._size(sentence) == size]
            grammar = f"#JSGF V1.0; grammar cues; public <cue> = {' | '.join(alike)} ;"
            self._decoder.add_jsgf_string(f"words{size}", grammar)

    def heard(self, sound: Sound, words: str) -> str:
        """The sentence that is heard in a sound; ``words`` are what ought to be."""
        self._decoder.activate_search(f"words{self._size(words)}")
        self._decoder.start_utt()
        padded = np.concatenate([QUIET, sound, QUIET])
        hiss = np.random.default_rng(1).normal(0, HISS, len(padded))
        noisy = np.clip(padded + hiss, -1, 1) * 32_000
        self._decoder.process_raw(noisy.astype(np.int16).tobytes(), full_utt=True)
        self._decoder.end_utt()
        found = self._decoder.hyp()
        return str(found.hypstr) if found else ""

    def _size(self, sentence: str) -> int:
        return min(len(sentence.split()), self._longest)
