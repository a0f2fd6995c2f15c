"""A sample of a voice: a few words of the coach, spoken by that voice and by nobody in its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.intake import bare, own_packs
from voicecoach.languages import primary
from voicecoach.pipeline import save_line
from voicecoach.speaking import open_only
from voicecoach.wording.catalog import open_pack
from voicecoach.wording.examples import example_cue
from voicecoach.wording.places import DEFAULT_PACK, Places, worded_languages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["save_sample"]

_SAID = ("halfway", "ending")
"""Moments of the default pack that a sample is made of."""

_COUNTED = "1, 2, 3."
"""What is said in a language in which the coach has no words."""


def save_sample(voice: str, language: str, text: str, target: Path, notify: Callable[[str], None]) -> str:
    """Write a sample of a voice into a file, in a folder that is made for it; what is said.

    Args:
        voice: A voice id.
        language: The voice's, a BCP 47 tag.
        text: What is said; empty for something that the coach says in that language.
        target: The file, ``.wav`` or ``.mp3``.
        notify: Is told one line if the voice fails.

    Raises:
        VoicecoachError: If there is no such voice, it says nothing, or the file cannot be written.
    """
    worded = primary(language) in worded_languages()
    pack = open_pack(DEFAULT_PACK, Places(own_packs()), primary(language) if worded else "en").pack
    said = text or (" ".join(example_cue(pack, moment).wordings[0].text for moment in _SAID) if worded else _COUNTED)
    script = bare(replace(pack, language=language, lexicon=pack.lexicon if worded else {}))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise VoicecoachError(f'the folder "{target.parent}" cannot be made ({error.strerror})') from error
    with open_only(voice, script, notify) as speaker:
        save_line(said, target, speaker)
    return said
