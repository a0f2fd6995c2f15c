"""A speech recognizer reads back what every moment of every English pack says, in either voice.

It hears each wording by itself and chooses among all that any pack can say in as many words.
"""

from __future__ import annotations

import pytest

from moments import spoken
from voicecoach import pipeline
from voicecoach.resampling import resample
from voicecoach.source import Source
from voicecoach.wording import load_pack
from voicecoach.wording.layers import bundled_packs

pytest.importorskip("pocketsphinx", reason="no speech recognizer is installed (the extra `ear`)")

from plain_words import plain
from recognizer import RATE, Recognizer

pytestmark = pytest.mark.ear

LONGEST = 20
"""Words of the longest sentences that are told from those of their own length alone."""

NOTE = "\u266a"


def wordings() -> dict[str, str]:
    """Every text of the bundled packs by what the recognizer would write for it."""
    texts = [text for name in bundled_packs() for each in spoken(load_pack(name)).values() for text in each]
    return {plain(text): text for text in texts if not text.startswith(NOTE)}


@pytest.mark.parametrize("engine", ["natural", "pyttsx3"])
def test_every_wording_is_read_back(engine: str) -> None:
    texts = wordings()
    recognizer = Recognizer(texts, LONGEST)
    notices: list[str] = []
    choice = pipeline.VoiceChoice(engine)
    with pipeline.open_speaker(pipeline.load(Source("<say>", "")), choice, notices.append) as speaker:
        speaker.prefetch(texts.values())
        heard = {
            words: recognizer.heard(resample(speaker.clip(text), RATE).samples, words) for words, text in texts.items()
        }
        assert set(speaker.spoken_by) == {engine}
    assert {words: got for words, got in heard.items() if got != words} == {}
    assert len(heard) > 300
