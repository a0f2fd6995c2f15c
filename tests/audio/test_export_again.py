"""An export after a change of words speaks only what is new; everything else comes from the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from voicecoach import pipeline
from voicecoach.resources import folder
from voicecoach.script import read
from voicecoach.source import Source
from voicecoach.speech.cache import ClipCache
from voicecoach.speech.engines.tone import ToneEngine
from voicecoach.speech.fallback import Candidate, EngineChain
from voicecoach.speech.speaker import Manner, Speaker

if TYPE_CHECKING:
    from pathlib import Path

    from voicecoach.model.clip import Clip, Utterance

SCRIPT = read(folder("scripts") / "desk-break.md").text


class Counting(ToneEngine):
    """Remembers what it was asked to speak."""

    def __init__(self) -> None:
        super().__init__()
        self.spoken: list[str] = []

    def speak(self, utterance: Utterance) -> Clip:
        self.spoken.append(utterance.text)
        return super().speak(utterance)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def exported(here: Path, text: str, coach: str = "") -> list[str]:
    """What had to be spoken for an export, sorted."""
    engine = Counting()
    script = pipeline.load(Source("desk-break.md", text), pipeline.Choices(coach))
    assert script.playable
    chain = EngineChain([Candidate("tone", lambda: engine)], language="en", notify=pytest.fail)
    speaker = Speaker(chain, Manner(), ClipCache(here / "cache", pytest.fail))
    try:
        pipeline.export(script, here / "again.wav", speaker)
    finally:
        speaker.close()
    return sorted(engine.spoken)


def with_cue(moment: str, words: str) -> str:
    assert SCRIPT.startswith("---\n")
    return SCRIPT.replace("---\n", f"---\ncues:\n  {moment}: {words}\n", 1)


def test_the_same_again_speaks_nothing(here: Path) -> None:
    assert len(exported(here, SCRIPT)) > 50
    assert exported(here, SCRIPT) == []


def test_one_phrase_of_the_front_matter_is_one_clip(here: Path) -> None:
    exported(here, SCRIPT)
    assert exported(here, with_cue("halfway", "Half of it is yours already.")) == ["Half of it is yours already."]


def test_a_phrase_with_holes_is_spoken_once_for_each_filling(here: Path) -> None:
    exported(here, SCRIPT)
    assert exported(here, with_cue("remaining", "Still {remaining}.")) == ["Still 10 seconds."]


def test_one_phrase_of_a_pack_is_one_clip(here: Path) -> None:
    pack = here / "mine.toml"
    pack.write_text('[cues]\nhalfway = "Half."\nrest = ""\n')
    exported(here, SCRIPT, "mine")
    pack.write_text('[cues]\nhalfway = "Half of it is yours already."\nrest = ""\n')
    assert exported(here, SCRIPT, "mine") == ["Half of it is yours already."]


def test_one_variant_more_leaves_the_words_of_other_moments_as_they_were(here: Path) -> None:
    exported(here, SCRIPT)
    spoken = exported(here, with_cue("halfway", '["Halfway.", "Half, my friend."]'))
    assert spoken == ["Half, my friend."]
