"""Which engines there are, and which of them speak.

The program's own stand in one table. Others come by the entry point group ``voicecoach.engines``: each entry point
names something callable without arguments that gives a :class:`voicecoach.ports.SpeechEngine`.
"""

from __future__ import annotations

import importlib
from functools import partial
from typing import TYPE_CHECKING, cast

from voicecoach.diagnostics import nearest
from voicecoach.errors import VoicecoachError
from voicecoach.model.clip import Utterance
from voicecoach.speech.fallback import Candidate, EngineChain
from voicecoach.speech.language import primary

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.metadata import EntryPoint

    from voicecoach.ports import SpeechEngine

__all__ = ["AUTO", "BUILT_IN", "ENTRY_POINT_GROUP", "engine_names", "load_engine", "open_engines"]

AUTO = "auto"
"""The choice of whoever speaks the language best."""

ENTRY_POINT_GROUP = "voicecoach.engines"

BUILT_IN: dict[str, str] = {
    "natural": "voicecoach.speech.engines.natural:load",
    "pyttsx3": "voicecoach.speech.engines.pyttsx3:load",
    "tone": "voicecoach.speech.engines.tone:load",
}
"""Where each of our own engines is loaded from; its module is imported when it is chosen."""

_PREFERENCE = (("natural", "en"), ("pyttsx3", ""))
"""Whom ``auto`` asks, and the language each is asked for; empty for every language."""

_DEFAULT_VOICES = ("", "default")


def engine_names() -> tuple[str, ...]:
    """All engines by name, our own first."""
    others = (name for name in sorted(_entry_points()) if name not in BUILT_IN)
    return (*BUILT_IN, *others)


def load_engine(name: str) -> SpeechEngine:
    """An engine by its name.

    Raises:
        VoicecoachError: If there is none of this name, or it cannot be loaded.
    """
    loader = _loader(name)
    try:
        return loader()
    except ImportError as error:
        raise VoicecoachError(f'the engine "{name}" cannot be used: {error}') from error


def open_engines(choice: str, language: str, notify: Callable[[str], None], voice: str = "") -> EngineChain:
    """The engines that speak a workout, in the order in which they are asked.

    Args:
        choice: An engine's name, or ``auto``: the natural voice for English, else pyttsx3. A named engine that fails
            later on is replaced as ``auto`` would.
        language: BCP 47 tag of what is spoken.
        notify: Is told one line for each change of voice.
        voice: ``engine:name``, or the name alone of a voice of that engine; empty or ``default`` for its default.

    Raises:
        VoicecoachError: If there is no such engine or voice, or it does not speak the language.
    """
    engine, name = _split(choice, voice)
    others = [
        Candidate(other, _loader(other))
        for other, spoken in _PREFERENCE
        if other != engine and spoken in ("", primary(language))
    ]
    if engine == AUTO:
        return EngineChain(others, language=language, notify=notify)
    first = _proven(load_engine(engine), name, language)
    return EngineChain([Candidate(engine, lambda: first, name), *others], language=language, notify=notify)


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
    """The engine of ours that has a voice."""
    for name in BUILT_IN:
        if any(voice == known.name for known in load_engine(name).voices()):
            return name
    raise VoicecoachError(f'no engine has a voice "{voice}"; `voicecoach voices` lists all there are')


def _proven(engine: SpeechEngine, voice: str, language: str) -> SpeechEngine:
    """The engine, if it speaks the language and knows the voice: it lists it, or says a word with it."""
    if not engine.speaks(language):
        raise VoicecoachError(f'the engine "{engine.name}" does not speak "{language}"')
    if voice and all(voice != known.name for known in engine.voices()):
        engine.speak(Utterance("Ready.", voice, language))
    return engine


def _loader(name: str) -> Callable[[], SpeechEngine]:
    if name in BUILT_IN:
        return partial(_imported, BUILT_IN[name])
    others = _entry_points()
    if name not in others:
        near = nearest(name, (*engine_names(), AUTO))
        hint = f'did you mean "{near}"?' if near else f"there are {', '.join((AUTO, *engine_names()))}"
        raise VoicecoachError(f'no engine is called "{name}"; {hint}')
    return others[name]


def _imported(place: str) -> SpeechEngine:
    module, _, attribute = place.partition(":")
    return cast("SpeechEngine", getattr(importlib.import_module(module), attribute)())


def _entry_points() -> dict[str, Callable[[], SpeechEngine]]:
    from importlib.metadata import entry_points  # noqa: PLC0415 - 20 ms that a run with our own engines can do without

    return {point.name: partial(_made, point) for point in entry_points(group=ENTRY_POINT_GROUP)}


def _made(point: EntryPoint) -> SpeechEngine:
    return cast("SpeechEngine", point.load()())
