"""Who speaks a script: the engines, with their cache and a pack's recordings before them."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.config import default_voice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from voicecoach.intake import Script
    from voicecoach.speech.fallback import EngineChain
    from voicecoach.speech.speaker import Speaker

__all__ = ["VoiceChoice", "open_only", "open_speaker", "prove_recordings"]


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """Who speaks.

    Attributes:
        engine: An engine's name, or ``auto``.
        voice: A voice id; empty for what the script says, or else its pack.
        pace: Words a minute; 0 for the engine's own.
    """

    engine: str = "auto"
    voice: str = ""
    pace: int = 0


def prove_recordings(script: Script) -> None:
    """Read the recordings of a script's pack.

    Raises:
        VoicecoachError: If one of them cannot be used.
    """
    if script.playable and script.pack.recordings:
        from voicecoach.speech.recorded import Recordings  # noqa: PLC0415 - numpy, for packs with recordings

        Recordings(script.pack.recordings)


@contextmanager
def open_speaker(script: Script, choice: VoiceChoice, notify: Callable[[str], None]) -> Iterator[Speaker]:
    """The voice of a script, closed at the end.

    Args:
        script: What is to be spoken.
        choice: Who speaks.
        notify: Is told one line for each change of voice.

    Raises:
        VoicecoachError: If there is no such engine or voice.
    """
    from voicecoach.speech.registry import open_engines  # noqa: PLC0415 - numpy, for those who speak

    settings = script.workout.settings
    wanted = _first_named(choice.voice, settings.voice, script.pack.voice)
    usual = default_voice(os.environ, settings.language)
    engines = open_engines(choice.engine, settings.language, notify, wanted, usual)
    with _speaking(engines, script, choice.pace, notify) as speaker:
        yield speaker


def _first_named(*voices: str) -> str:
    """The first voice that somebody has named; ``default`` leaves it to whoever comes behind."""
    return next((voice for voice in voices if voice not in ("", "default")), "")


@contextmanager
def open_only(voice: str, script: Script, notify: Callable[[str], None]) -> Iterator[Speaker]:
    """One voice, closed at the end; nobody speaks in its place.

    Args:
        voice: A voice id.
        script: What is to be spoken.
        notify: Is told one line if the voice fails.

    Raises:
        VoicecoachError: If there is no such engine or voice.
    """
    from voicecoach.speech.registry import open_voice  # noqa: PLC0415 - numpy, for those who speak

    with _speaking(open_voice(voice, script.workout.settings.language, notify), script, 0, notify) as speaker:
        yield speaker


@contextmanager
def _speaking(engines: EngineChain, script: Script, pace: int, notify: Callable[[str], None]) -> Iterator[Speaker]:
    """A script's manner of speaking, by engines that are closed at the end."""
    from voicecoach.speech.cache import ClipCache, default_folder  # noqa: PLC0415 - numpy, for those who speak
    from voicecoach.speech.recorded import Recordings  # noqa: PLC0415
    from voicecoach.speech.speaker import Manner, Speaker  # noqa: PLC0415

    recorded = script.pack.recordings
    # A seed of the script's would make every edit speak all anew.
    manner = Manner(script.workout.settings.language, pace, lexicon=script.pack.lexicon)
    cache = ClipCache(default_folder(os.environ), notify)
    speaker = Speaker(engines, manner, cache, Recordings(script.pack.recordings, cache) if recorded else None)
    try:
        yield speaker
    finally:
        speaker.close()
