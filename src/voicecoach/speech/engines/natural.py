"""The natural voice: hibari, a small neural English voice whose weights come with its package.

Nothing is ever downloaded: a voice that is not on the machine is refused.
"""
# ruff: noqa: RUF001 - letters of the phonetic alphabet

from __future__ import annotations

import importlib.metadata
import importlib.util
import threading
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from voicecoach.diagnostics import nearest
from voicecoach.errors import VoicecoachError
from voicecoach.model.clip import Clip, Voice
from voicecoach.speech.language import is_english
from voicecoach.speech.phonemes import in_alphabet, marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from voicecoach.model.clip import Utterance

__all__ = ["NaturalEngine", "load"]

_RATE = 24_000
_LICENCE = "Apache-2.0"
"""Of hibari's code and of its weights."""

_BUNDLED = "heart"
"""The voice that comes with hibari's package."""

_OWN_PACE_WPM = 205
"""Words a minute at speed 1, measured over 20 coaching sentences with a pause of 350 ms behind each."""

_PACE_WPM = 155
"""The pace of a coach who is followed while moving: 150 to 165 words a minute."""

_SLOWEST, _FASTEST = 0.5, 2.0
"""Between these speeds the words stay words."""


_LETTERS = {
    "eɪ": "A", "aɪ": "I", "aʊ": "W", "oʊ": "O", "əʊ": "O", "o": "O", "ɔɪ": "Y", "tʃ": "ʧ", "dʒ": "ʤ", "e": "ɛ",
    "a": "æ", "ɒ": "ɑ", "ɜː": "ɜɹ", "ɜːɹ": "ɜɹ", "ɜ": "ɜ", "ɝ": "ɜɹ", "ɚ": "əɹ", "ɾ": "T", "ʔ": "t",
    **{sound: sound for sound in "bdfhijklmnpstuvwzðŋæɑɔəɛɡɪɹʃʊʌʒθˈˌ "},
}  # fmt: skip
"""The sounds of English in the alphabet that hibari was made with (misaki's, as its documentation has it)."""

_IPA = {"A": "eɪ", "I": "aɪ", "W": "aʊ", "O": "oʊ", "Q": "əʊ", "Y": "ɔɪ", "ʧ": "tʃ", "ʤ": "dʒ", "T": "ɾ", "ᵊ": "ə"}


class NaturalEngine:
    """Speaks English with hibari, one thread a sentence; the same utterance gives the same samples."""

    name = "natural"

    def __init__(self) -> None:
        """Load nothing yet: a run that finds all its clips in the cache never needs the model."""
        self.version = importlib.metadata.version("hibari-tts")
        self._models: dict[str, Any] = {}
        self._loading = threading.Lock()

    def voices(self) -> Sequence[Voice]:
        """The voices on this machine: the bundled one first, then those in hibari's own cache."""
        return tuple(voice for voice in _known() if not voice.get)

    def offered(self) -> Sequence[Voice]:
        """The voices that hibari fetches when it is asked to; this program never asks."""
        return tuple(voice for voice in _known() if voice.get)

    def speaks(self, language: str) -> bool:
        """True for every kind of English."""
        return is_english(language)

    def speak(self, utterance: Utterance) -> Clip:
        """Speak; chance is drawn by the utterance's seed and words."""
        model = self._model(utterance.voice or _BUNDLED)
        pace = utterance.rate or _PACE_WPM
        speed = min(_FASTEST, max(_SLOWEST, pace / _OWN_PACE_WPM))
        return Clip(np.asarray(model(_told(utterance), speed, _seed(utterance)), np.float32), _RATE)

    def phonemes(self, utterance: Utterance) -> str:
        """The sounds of an utterance, in IPA."""
        heard = " ".join(self._model(utterance.voice or _BUNDLED).phonemize(_told(utterance)))
        return "".join(_IPA.get(letter, letter) for letter in heard)

    def close(self) -> None:
        """Forget the models."""
        self._models.clear()

    def _model(self, voice: str) -> Any:  # noqa: ANN401 - hibari has no types
        with self._loading:
            if voice not in self._models:
                self._models[voice] = _loaded(voice)
            return self._models[voice]


def load() -> NaturalEngine:
    """The engine.

    Raises:
        ImportError: If hibari or what it needs is not installed.
    """
    for module in ("hibari", "onnxruntime"):
        if importlib.util.find_spec(module) is None:
            raise ImportError(f"{module} is not installed")
    return NaturalEngine()


def _loaded(voice: str) -> Any:  # noqa: ANN401 - hibari has no types
    """The model of a voice with its reading rules, both loaded."""
    from hibari import Hibari  # noqa: PLC0415 - a run from the cache needs no model
    from hibari.voices import VOICES  # noqa: PLC0415

    path = _model_file(voice)
    if path is None:
        here = [name for name in VOICES if _model_file(name)]
        near = nearest(voice, here)
        hint = f'did you mean "{near}"?' if near else f"voices on this machine: {', '.join(here)}"
        raise VoicecoachError(f'the natural engine has no voice "{voice}" on this machine; {hint}')
    model = Hibari(voice, model=str(path), threads=1)
    model.phonemize("Ready.")  # the reading rules load with the first words
    return model


def _known() -> Iterator[Voice]:
    """Every voice that hibari knows of."""
    from hibari.voices import VOICES  # noqa: PLC0415 - a run from the cache needs no model

    for name, facts in VOICES.items():
        get = "" if _model_file(name) else f"python -c \"import hibari; hibari.Hibari('{name}')\""
        about = f"{facts['accent']}, natural"
        yield Voice(name, facts["language"], facts["gender"], about, "high", _LICENCE, get=get)


def _model_file(voice: str) -> Path | None:
    """The file of a voice that is on this machine."""
    from hibari.voices import VOICES, voice_path  # noqa: PLC0415 - a run from the cache needs no model

    if voice not in VOICES:
        return None
    try:
        return Path(voice_path(voice, download_missing=False))
    except FileNotFoundError:
        return None


def _told(utterance: Utterance) -> str:
    """The text with what hibari understands as sounds in the place of words: ``[word](/sounds/)``."""
    return marked(utterance.text, utterance.phonemes, lambda ipa: f"[word](/{in_alphabet(ipa, _LETTERS)}/)")


def _seed(utterance: Utterance) -> int:
    """The same number for the same utterance in every process and on every machine."""
    words = f"{utterance.seed}\n{utterance.text}".encode("utf-8", "replace")
    return int.from_bytes(blake2b(words, digest_size=8).digest(), "big")
