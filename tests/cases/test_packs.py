"""Every coach, in every language it speaks, finds room for all it has to say in every ready script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from command import SCRIPTS
from voicecoach import pipeline
from voicecoach.pipeline import Choices, VoiceChoice
from voicecoach.scheduling import schedule
from voicecoach.wording.places import bundled_packs, worded_languages

if TYPE_CHECKING:
    from collections.abc import Callable

    from voicecoach.diagnostics import Diagnostic
    from voicecoach.pipeline import Script

COACHES = [(pack, language) for pack in bundled_packs() for language in worded_languages(pack)]

RATES = {
    "en": (-125, 80, 400, 220),
    "es": (-270, 82, 334, 135),
    "de": (-154, 76, 333, 223),
    "fr": (-248, 72, 301, 80),
    "pt": (-315, 86, 362, 180),
    "it": (-265, 80, 374, 169),
}
"""How long a sentence lasts: a base, for each letter or digit, for each punctuation mark, again for each digit, in ms.

Fitted by least squares to the 420 sentences of all ready scripts, each trimmed of silence: pyttsx3 over espeak-ng at
its own pace, for English the slower of it and the natural voice in each term. The standard deviation of what is left
is 270 ms, for German 520 ms.
"""

SLOWER = 1.1
"""Some voices are slower than those that were measured."""


def length_of(language: str) -> Callable[[str], int]:
    base, letter, mark, digit = RATES[language]

    def length(text: str) -> int:
        letters, digits = sum(map(str.isalnum, text)), sum(map(str.isdigit, text))
        marks = len(re.findall(r"[.,:;!?]", text))
        return round(max(250, base + letter * letters + mark * marks + digit * digits) * SLOWER)

    return length


def scripts(pack: str, language: str) -> list[Script]:
    return [pipeline.read(path, Choices(coach=pack, language=language)) for path in sorted(SCRIPTS.glob("*.md"))]


def told(script: Script, found: tuple[Diagnostic, ...]) -> list[str]:
    """Everything there is to say against a script."""
    return [f"{one.span.file}:{one.span.line}: {one.message}" for one in (*script.diagnostics, *found)]


@pytest.mark.parametrize(("pack", "language"), COACHES)
def test_every_ready_script_is_spoken_without_a_warning(pack: str, language: str) -> None:
    for script in scripts(pack, language):
        placed = schedule(pipeline.worded(script), length_of(language), lambda _: 400)
        assert told(script, tuple(diagnostic for step in placed for diagnostic in step.diagnostics)) == []


@pytest.mark.voices
@pytest.mark.parametrize("engine", ["natural", "pyttsx3"])
@pytest.mark.parametrize(("pack", "language"), COACHES)
def test_every_ready_script_is_spoken_without_a_warning_by_a_real_voice(pack: str, language: str, engine: str) -> None:
    if engine == "natural" and language != "en":
        pytest.skip("the natural voice speaks English")
    for script in scripts(pack, language):
        with pipeline.open_speaker(script, VoiceChoice(engine), print) as speaker:
            assert told(script, pipeline.timeline_of(script, speaker).diagnostics) == []
