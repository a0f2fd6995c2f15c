"""Every voice of every engine at hand, as one list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.languages import subtags
from voicecoach.speech.registry import engine_names, voices_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from voicecoach.model.clip import Voice

__all__ = ["ListedVoice", "listed_voices"]

_MEMBERS = {"zh": ("cmn", "yue", "hak"), "no": ("nb", "nn")}
"""Languages whose voices go by the tags of what they consist of."""


@dataclass(frozen=True, slots=True)
class ListedVoice:
    """A voice in the list; its fields are those of the JSON.

    Attributes:
        id: What chooses it: ``engine:voice``.
        engine: The engine's name.
        language: BCP 47 tag; ``und`` for a voice without words.
        gender: ``female``, ``male`` or empty where unknown.
        quality: ``high``, ``medium``, ``low`` or empty where nobody has said.
        offline: Whether it speaks without a network.
        licence: SPDX expression; empty where unknown.
        installed: Whether it is on this machine.
        get: What to run to have it; empty where it is installed.
        description: A few words.
    """

    id: str
    engine: str
    language: str
    gender: str
    quality: str
    offline: bool
    licence: str
    installed: bool
    get: str
    description: str


def listed_voices(language: str, notify: Callable[[str], None]) -> Iterator[ListedVoice]:
    """The voices of all engines, each engine's default first.

    Args:
        language: BCP 47 tag that a voice must speak, or a wider one; empty for all.
        notify: Is told one line for each engine that cannot be used.
    """
    for engine in engine_names():
        try:
            voices = voices_of(engine)
        except VoicecoachError as error:
            told = str(error)
            notify(f"{told[0].upper()}{told[1:]}.")
            continue
        yield from (_listed(engine, voice) for voice in voices if _speaks(voice.language, language))


def _listed(engine: str, voice: Voice) -> ListedVoice:
    return ListedVoice(
        f"{engine}:{voice.name}",
        engine,
        voice.language,
        voice.gender,
        voice.quality,
        voice.offline,
        voice.licence,
        not voice.get,
        voice.get,
        voice.description,
    )


def _speaks(spoken: str, asked: str) -> bool:
    """Whether a voice's language is the one that is asked for, or a kind of it."""
    if not asked:
        return True
    parts = subtags(spoken)
    wanted = [[each, *subtags(asked)[1:]] for each in (subtags(asked)[0], *_MEMBERS.get(subtags(asked)[0], ()))]
    return any(parts[: len(each)] == each for each in wanted)
