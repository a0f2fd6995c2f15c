"""The floor under every machine: pyttsx3 with the espeak-ng voice that comes with the program.

It needs no system package, starts in 30 ms and speaks every language of espeak-ng. It is clear rather than pleasant.
"""
# ruff: noqa: RUF001 - letters of the phonetic alphabet

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import numpy as np
import pyttsx3

from voicecoach.errors import VoicecoachError
from voicecoach.languages import subtags
from voicecoach.model.clip import Clip, Voice
from voicecoach.speech.engines import espeak, pyttsx3_driver
from voicecoach.speech.language import is_english
from voicecoach.speech.phonemes import in_alphabet, marked, parted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from voicecoach.model.clip import Utterance

__all__ = ["Pyttsx3Engine", "load"]

_SENTENCE_WPM, _SENTENCE_GAP = 150, 1
_WORD_WPM, _WORD_GAP = 165, 0
"""Measured with speech recognition: sentences are understood best at 150 words a minute with 10 ms more between words,
single words at 165."""

_HASTE = _WORD_WPM / _SENTENCE_WPM

_PREFERRED = {"en": "en-us", "pt": "pt-br", "zh": "cmn", "no": "nb"}
"""The default voice of a language for which espeak-ng would take another, or none."""

_VARIANTS = {
    "en-us+f3": ("female", "softer"),
    "en-us+m3": ("male", "deeper"),
    "en-us+rob": ("male", "best understood in sentences"),
}
"""Variants of the American voice that were understood at least as well as most; any other of espeak-ng's works too."""

_MNEMONICS = {
    "tʃ": "tS", "dʒ": "dZ", "aɪ": "aI", "aʊ": "aU", "eɪ": "eI", "oʊ": "oU", "əʊ": "oU", "o": "oU", "ɔɪ": "OI",
    "iː": "i:", "uː": "u:", "u": "u:", "ɑː": "A:", "ɑ": "A:", "ɔː": "O:", "ɔ": "O:", "ɒ": "0", "ɜː": "3:", "ɜ": "3:",
    "ɝ": "3:", "ɚ": "3", "ɪ": "I", "i": "i", "ʊ": "U", "ʌ": "V", "æ": "a", "a": "a", "ɛ": "E", "e": "E", "ə": "@",
    "ʃ": "S", "ʒ": "Z", "θ": "T", "ð": "D", "ŋ": "N", "ɹ": "r", "ɡ": "g", "ɾ": "t#", "ʔ": "?", "ˈ": "'", "ˌ": ",",
    **{sound: sound for sound in "bdfhjklmnpstvwz"},
}  # fmt: skip
"""The sounds of English as espeak-ng's English voices write them (docs/phonemes.md of espeak-ng)."""

_speaking = threading.Lock()
"""pyttsx3 gives everybody in the process the same engine."""


class Pyttsx3Engine:
    """Speaks through a real pyttsx3 engine with our driver; one utterance at a time."""

    name = "pyttsx3"

    def __init__(self) -> None:
        """Start espeak-ng, once for the process."""
        pyttsx3_driver.register()
        self._engine: Any = pyttsx3.init(pyttsx3_driver.DRIVER_NAME)
        self.version = espeak.version()

    def voices(self) -> Sequence[Voice]:
        """Every voice of espeak-ng, American English first, then some variants of it."""
        known = sorted(espeak.voices(), key=lambda voice: voice.name != _PREFERRED["en"])
        plain = [_voice(voice.name, voice.name, voice.gender, voice.title) for voice in known]
        varied = [
            _voice(name, "en-us", gender, f"{plain[0].description}, {how}") for name, (gender, how) in _VARIANTS.items()
        ]
        return tuple(plain[:1] + varied + plain[1:])

    def speaks(self, language: str) -> bool:
        """Whether espeak-ng has a voice for the language, or for a wider one."""
        return _voice_for(language) is not None

    def speak(self, utterance: Utterance) -> Clip:
        """Speak; two times the same words differ by noise and up to a ms of length, as espeak-ng has it."""
        voice = utterance.voice or _voice_for(utterance.language)
        if voice is None:
            raise VoicecoachError(f'espeak-ng does not speak the language "{utterance.language}"')
        pcm = self._say(_told(utterance), voice, utterance.rate or _SENTENCE_WPM)
        return Clip(np.frombuffer(pcm, np.int16).astype(np.float32) / 32768.0, espeak.RATE)

    def phonemes(self, utterance: Utterance) -> str:
        """The sounds of an utterance, in IPA."""
        voice = espeak.find_voice(utterance.voice or _voice_for(utterance.language) or _PREFERRED["en"])
        known = utterance.phonemes if is_english(utterance.language) else ()
        heard = [ipa or espeak.phonemes(part, voice) for part, ipa in parted(utterance.text, known)]
        return " ".join(heard)

    def _say(self, text: str, voice: str, pace: int) -> bytes:
        if not text.strip():
            return b""
        single = len(text.split()) == 1
        errors: list[Exception] = []
        with _speaking:
            token = self._engine.connect("error", lambda name, exception: errors.append(exception))  # noqa: ARG005
            self._engine.setProperty("voice", voice)
            self._engine.setProperty("rate", round(pace * _HASTE) if single else pace)
            self._engine.setProperty("gap", _WORD_GAP if single else _SENTENCE_GAP)
            self._engine.say(text)
            self._engine.runAndWait()
            self._engine.disconnect(token)
            pcm: bytes = self._engine.getProperty("spoken")
        if errors:
            raise errors[0]
        return pcm

    def close(self) -> None:
        """Nothing is held: the library serves the whole process."""


def load() -> Pyttsx3Engine:
    """The engine.

    Raises:
        ImportError: If pyttsx3 or espeakng_loader is not installed.
        VoicecoachError: If espeak-ng does not start.
    """
    return Pyttsx3Engine()


def _voice(name: str, language: str, gender: str, description: str) -> Voice:
    """A voice of espeak-ng, whose library and data have one licence."""
    return Voice(name, language, gender, description, "low", "GPL-3.0-or-later")


def _told(utterance: Utterance) -> str:
    """The text with what espeak-ng understands as sounds in the place of words: ``[[sounds]]``."""
    if not is_english(utterance.language):
        return utterance.text
    return marked(
        utterance.text,
        utterance.phonemes,
        lambda ipa: " ".join(f"[[{in_alphabet(word, _MNEMONICS)}]]" for word in ipa.split()),
    )


def _voice_for(language: str) -> str | None:
    """The best voice for a BCP 47 tag, or for the tag shortened from its end."""
    parts = subtags(language)
    while parts:
        tag = "-".join(parts)
        if tag in _PREFERRED:
            return _PREFERRED[tag]
        ranked = [
            (rank, number, voice.name)
            for number, voice in enumerate(espeak.voices())
            for rank, served in voice.languages
            if served.casefold() == tag
        ]
        if ranked:
            return min(ranked)[2]
        parts.pop()
    return None
