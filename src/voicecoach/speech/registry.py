"""Which engines there are, and which of them speak.

The program's own stand in one table. Others come by the entry point group ``voicecoach.engines``: each entry point
names something callable without arguments that gives a :class:`voicecoach.ports.SpeechEngine`.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.languages import primary
from voicecoach.model.clip import Utterance
from voicecoach.plugins import Plugins
from voicecoach.ports import Offering
from voicecoach.speech.fallback import Candidate, EngineChain, answered

if TYPE_CHECKING:
    from collections.abc import Callable

    from voicecoach.model.clip import Voice
    from voicecoach.ports import SpeechEngine

__all__ = ["AUTO", "BUILT_IN", "engine_names", "load_engine", "open_engines", "open_voice", "voices_of"]

AUTO = "auto"
"""The choice of whoever speaks the language best."""

BUILT_IN: dict[str, str] = {
    "natural": "voicecoach.speech.engines.natural:load",
    "pyttsx3": "voicecoach.speech.engines.pyttsx3:load",
    "tone": "voicecoach.speech.engines.tone:load",
}
"""Where each of our own engines is loaded from; its module is imported when it is chosen."""

_PREFERENCE = (("natural", "en"), ("pyttsx3", ""))
"""Whom ``auto`` asks, and the language each is asked for; empty for every language."""

_DEFAULT_VOICES = ("", "default")


_ENGINES: Plugins[SpeechEngine] = Plugins("engine", "voicecoach.engines", BUILT_IN, also=(AUTO,))


def engine_names() -> tuple[str, ...]:
    """All engines by name, our own first."""
    return _ENGINES.names()


def load_engine(name: str) -> SpeechEngine:
    """An engine by its name.

    Raises:
        VoicecoachError: If there is none of this name, or it cannot be loaded.
    """
    return _ENGINES.load(name)


def voices_of(name: str) -> tuple[Voice, ...]:
    """The voices of an engine: those on this machine, the default first, then those that can be had.

    Raises:
        VoicecoachError: If there is no such engine, it cannot be loaded, or it does not tell in time.
    """

    def ask() -> tuple[Voice, ...]:
        engine = load_engine(name)
        offered = engine.offered() if isinstance(engine, Offering) else ()
        return (*engine.voices(), *offered)

    return answered(name, ask)


def open_engines(
    choice: str, language: str, notify: Callable[[str], None], voice: str = "", usual: str = ""
) -> EngineChain:
    """The engines that speak a workout, in the order in which they are asked.

    Args:
        choice: An engine's name, or ``auto``: the natural voice for English, else pyttsx3. A named engine that fails
            later on is replaced as ``auto`` would.
        language: BCP 47 tag of what is spoken.
        notify: Is told one line for each change of voice.
        voice: ``engine:name``, or the name alone of a voice of that engine; empty or ``default`` for its default.
        usual: The voice id that speaks where nobody has chosen another; empty for none. One that cannot be used is
            replaced as one that fails later on.

    Raises:
        VoicecoachError: If there is no such engine or voice, or it does not speak the language.
    """
    engine, name = _split(choice, voice)
    owner, _, habit = usual.partition(":")
    if not name and voice in _DEFAULT_VOICES and owner and engine in (AUTO, owner):
        return _usual(owner, habit, language, notify)
    others = [candidate for candidate in _preferred(language) if candidate.name != engine]
    if engine == AUTO:
        return EngineChain(others, language=language, notify=notify)
    first = _proven(load_engine(engine), name, language)
    return EngineChain([Candidate(engine, lambda: first, name), *others], language=language, notify=notify)


def open_voice(voice: str, language: str, notify: Callable[[str], None]) -> EngineChain:
    """One voice that nobody replaces.

    Args:
        voice: ``engine:name``.
        language: BCP 47 tag of what is spoken.
        notify: Is told one line if it fails.

    Raises:
        VoicecoachError: If there is no such engine or voice, or it does not speak the language.
    """
    engine, _, name = voice.partition(":")
    proven = _proven(load_engine(engine), name, language)
    return EngineChain([Candidate(engine, lambda: proven, name)], language=language, notify=notify)


def _usual(engine: str, voice: str, language: str, notify: Callable[[str], None]) -> EngineChain:
    """The voice that the user has chosen for a language, and whoever speaks if it cannot be used."""
    first = Candidate(engine, lambda: _proven(load_engine(engine), voice, language), voice)
    return EngineChain([first, *_preferred(language)], language=language, notify=notify)


def _preferred(language: str) -> list[Candidate]:
    """Whom ``auto`` asks for a language."""
    return [
        Candidate(name, partial(load_engine, name)) for name, spoken in _PREFERENCE if spoken in ("", primary(language))
    ]


def _split(choice: str, voice: str) -> tuple[str, str]:
    """The engine and its voice that are meant."""
    if voice in _DEFAULT_VOICES:
        return choice, ""
    owner, colon, name = voice.partition(":")
    if not colon:
        return (_owner(voice) if choice == AUTO else choice), voice
    if choice not in (AUTO, owner):
        raise VoicecoachError(f'the voice "{voice}" belongs to the engine "{owner}", but "{choice}" is to speak')
    return owner, "" if name in _DEFAULT_VOICES else name


def _owner(voice: str) -> str:
    """The engine that has a voice, ours first; one that cannot be used has none."""
    for name in engine_names():
        with suppress(VoicecoachError):
            if any(voice == known.name for known in voices_of(name)):
                return name
    raise VoicecoachError(f'no engine has a voice "{voice}"; `voicecoach voices` lists all there are')


def _proven(engine: SpeechEngine, voice: str, language: str) -> SpeechEngine:
    """The engine, if it speaks the language and knows the voice: it lists it, or says a word with it."""
    if not engine.speaks(language):
        raise VoicecoachError(f'the engine "{engine.name}" does not speak "{language}"')
    if voice and all(voice != known.name for known in engine.voices()):
        engine.speak(Utterance("Ready.", voice, language))
    return engine
