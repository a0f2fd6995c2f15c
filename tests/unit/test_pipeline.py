from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from voicecoach import pipeline
from voicecoach.errors import VoicecoachError
from voicecoach.intake import Choices
from voicecoach.model.walk import activities_of
from voicecoach.pipeline import VoiceChoice
from voicecoach.source import Source
from voicecoach.testing import MemorySink

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from voicecoach.model.clip import Block
    from voicecoach.pipeline import Script
    from voicecoach.speech.speaker import Speaker

TONE = VoiceChoice("tone")


def script(text: str = "- Plank: 20s\n") -> Script:
    return pipeline.load(Source("workout.md", text))


@pytest.fixture
def speaker() -> Iterator[Speaker]:
    with pipeline.open_speaker(script(), TONE, print) as one:
        yield one


def test_everything_is_written_to_the_last_frame_of_the_timeline(speaker: Speaker) -> None:
    sink = MemorySink()
    tags, _ = pipeline.perform(script(), sink, speaker)
    timeline = pipeline.timeline_of(script(), speaker)
    assert len(sink.samples) == timeline.duration * 24
    assert (tags.duration, tags.chapters) == (timeline.duration, timeline.chapters)
    assert all(block.dtype == np.float32 and block.shape[1] == 1 for block in sink.blocks)


def test_streaming_gives_the_samples_of_the_whole(speaker: Speaker) -> None:
    """Steps are mixed one at a time: an end tone that rings into the next step must not be cut."""
    from voicecoach.mixing.mixer import Mixer
    from voicecoach.model.timeline import Bus
    from voicecoach.rendering import Sounds
    from voicecoach.sounds import Earcons
    from voicecoach.soundtrack import PLAIN

    sink = MemorySink()
    pipeline.perform(script("- Plank: 20s\n- Rest: 10s\n- Plank: 20s\n"), sink, speaker)
    timeline = pipeline.timeline_of(script("- Plank: 20s\n- Rest: 10s\n- Plank: 20s\n"), speaker)
    earcons = Earcons(24_000)
    gain_db = PLAIN.balanced(timeline.steps, Sounds(speaker, earcons, 24_000)).gain_db
    mixer = Mixer(
        24_000,
        1,
        lambda event: earcons.clip(event.name).samples if event.bus is Bus.EARCON else speaker.clip(event.name).samples,
        dict.fromkeys(Bus, gain_db),
    )
    mixer.add(timeline.events)
    assert np.array_equal(mixer.render(0, timeline.duration * 24), sink.samples)


def test_progress_goes_from_speech_to_sound_and_is_complete(speaker: Speaker) -> None:
    told: list[tuple[str, int, int]] = []
    pipeline.perform(script(), MemorySink(), speaker, lambda *step: told.append(step))
    assert [stage for stage, _, _ in told] == sorted((stage for stage, _, _ in told), reverse=True)
    for stage in ("speech", "sound"):
        done = [(one, of) for name, one, of in told if name == stage]
        assert done[-1][0] == done[-1][1]


def test_a_sink_that_fails_leaves_nothing(speaker: Speaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(MemorySink):
        def write(self, block: Block) -> None:
            raise VoicecoachError("the disk is full")

    full = Full()
    monkeypatch.setattr("voicecoach.sinks.delivery.open_sink", lambda *_, **__: full)
    with pytest.raises(VoicecoachError, match="the disk is full"):
        pipeline.export(script(), tmp_path / "out.mp3", speaker)
    assert full.aborted


def test_the_seed_is_the_scripts_own_or_comes_from_what_is_done() -> None:
    assert script("---\nseed: 7\n---\n- Plank: 20s\n").seed == 7
    assert script("- Plank: 20s\n").seed == script("# Abs\n\n> Hello.\n\n- Plank: 20s\n").seed
    assert script("- Plank: 20s\n").seed != script("- Squat: 20s\n").seed


@pytest.mark.parametrize(
    ("name", "title"), [("leg-day_two.md", "Leg day two"), ("scripts/abs.md", "Abs"), ("<quick>", "Quick")]
)
def test_a_workout_without_a_title_is_called_after_its_file(name: str, title: str) -> None:
    assert pipeline.load(Source(name, "- Plank: 20s\n")).workout.settings.title == title


@pytest.mark.parametrize(
    ("language", "told"), [("de", "Kniebeuge"), ("de-AT", "Kniebeuge"), ("en", "Squat"), ("pl", "Squat")]
)
def test_the_library_speaks_the_language_of_the_script(language: str, told: str) -> None:
    workout = script(f"---\nlanguage: {language}\n---\n- Squats: 20s\n").workout
    assert [activity.exercise.name for activity in activities_of(workout)] == [told]


def test_the_language_that_the_user_wants_is_that_of_the_library() -> None:
    german = Choices(language="de")
    loaded = pipeline.load(Source("x.md", "---\nlanguage: en\n---\n- Kniebeuge: 20s\n"), german)
    for made in (loaded, pipeline.quick("20s squat", german)):
        assert [activity.exercise.name for activity in activities_of(made.workout)] == ["Kniebeuge"]


def test_only_what_changed_is_spoken_again(speaker: Speaker) -> None:
    pipeline.timeline_of(script("- Plank: 20s\n- Rest: 20s\n- Squat: 20s\n"), speaker)
    before = sum(speaker.spoken_by.values())
    pipeline.timeline_of(script("---\nseed: 1\n---\n- Plank: 20s\n- Rest: 21s\n- Squat: 20s\n"), speaker)
    assert sum(speaker.spoken_by.values()) - before <= 4


def test_a_packs_lexicon_reaches_the_voice(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[lexicon]\nCMJ = "counter jump"\n')
    (tmp_path / "a.md").write_text("---\ncoach: mine.toml\n---\n- Plank: 20s\n")
    plain, respelled = script(), pipeline.read(tmp_path / "a.md")
    with pipeline.open_speaker(plain, TONE, print) as one, pipeline.open_speaker(respelled, TONE, print) as other:
        assert other.duration("CMJ") - one.duration("CMJ") == 60 * (len("counterjump") - len("CMJ"))
