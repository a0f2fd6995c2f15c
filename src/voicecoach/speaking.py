"""Who speaks a script: the engines, with their cache and a pack's recordings before them."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from voicecoach.intake import Script
    from voicecoach.speech.speaker import Speaker

__all__ = ["VoiceChoice", "open_speaker", "prove_recordings"]


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """Who speaks.

    Attributes:
        engine: An engine's name, or ``auto``.
        voice: A voice id; empty for what the script says.
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
    from voicecoach.speech.cache import ClipCache, default_folder  # noqa: PLC0415 - numpy, for those who speak
    from voicecoach.speech.recorded import Recordings  # noqa: PLC0415
    from voicecoach.speech.registry import open_engines  # noqa: PLC0415
    from voicecoach.speech.speaker import Manner, Speaker  # noqa: PLC0415

    settings, recorded = script.workout.settings, script.pack.recordings
    engines = open_engines(choice.engine, settings.language, notify, choice.voice or settings.voice)
    # A seed of the script's would make every edit speak all anew.
    manner = Manner(settings.language, choice.pace, lexicon=script.pack.lexicon)
    cache = ClipCache(default_folder(os.environ), notify)
    speaker = Speaker(engines, manner, cache, Recordings(script.pack.recordings, cache) if recorded else None)
    try:
        yield speaker
    finally:
        speaker.close()
