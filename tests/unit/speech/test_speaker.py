"""The one door to the room: texts in, finished clips out."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from voicecoach.loudness import loudness
from voicecoach.model.clip import Clip, Utterance
from voicecoach.speech.cache import ClipCache
from voicecoach.speech.engines.tone import ToneEngine
from voicecoach.speech.fallback import Candidate, EngineChain
from voicecoach.speech.pcm import Pcm
from voicecoach.speech.speaker import Manner, Speaker


class Listening(ToneEngine):
    """Remembers what it was asked; every clip is a little different from the one before, as espeak-ng's are."""

    def __init__(self, name: str = "tone", *, lives: int = 1_000_000) -> None:
        self.name = name
        self.heard: list[Utterance] = []
        self._lives = lives

    def speak(self, utterance: Utterance) -> Clip:
        self.heard.append(utterance)
        if len(self.heard) > self._lives:
            raise RuntimeError("out of breath")
        clip = super().speak(utterance)
        return Clip(np.concatenate([clip.samples, np.full(len(self.heard), 0.1, np.float32)]), clip.rate)


class Shelf(ClipCache):
    """Keeps clips for a test, without a disk."""

    def __init__(self) -> None:
        self.clips: dict[str, Pcm] = {}

    def get(self, key: str) -> Pcm | None:
        return self.clips.get(key)

    def put(self, key: str, pcm: Pcm, speaker: str = "") -> bool:
        self.clips[key] = pcm
        return True


def chain(*engines: ToneEngine, notify: Callable[[str], None] = lambda _: None) -> EngineChain:
    return EngineChain([Candidate(e.name, lambda e=e: e) for e in engines], language="en", notify=notify)


def speaker(*engines: ToneEngine, manner: Manner | None = None, cache: ClipCache | None = None) -> Speaker:
    return Speaker(chain(*(engines or (ToneEngine(),))), manner, cache)


def test_clip_is_normalized_spoken_and_brought_to_loudness() -> None:
    engine = Listening()
    clip = speaker(engine).clip("Hold 30s")
    assert [utterance.text for utterance in engine.heard] == ["Hold 30 seconds"]
    assert loudness(clip.samples, clip.rate) == pytest.approx(-19.0, abs=0.05)
    assert clip.samples.dtype == np.float32


def test_duration_is_that_of_the_clip() -> None:
    assert speaker().duration("Rest. Go!") == (300 + 4 * 60) + 350 + (300 + 2 * 60)


@pytest.mark.parametrize("text", ["", "...", "💪", "\0"])
def test_nothing_to_say_is_silence(text: str) -> None:
    engine = Listening()
    mute = speaker(engine)
    assert len(mute.clip(text).samples) == 0
    assert mute.duration(text) == 0
    assert engine.heard == []
    assert mute.spoken_by == {}


def test_manner_reaches_the_engine() -> None:
    engine = Listening()
    speaker(engine, manner=Manner("en-GB", 120, 7, {"RDL": "deadlift"})).clip("RDL")
    assert engine.heard == [Utterance("deadlift", "", "en-GB", 120, 7)]


def test_words_are_spoken_once() -> None:
    engine = Listening()
    once = speaker(engine)
    first, second = once.clip("30s"), once.clip("30 seconds")
    assert np.array_equal(first.samples, second.samples)
    assert len(engine.heard) == 1
    assert once.spoken_by == {"tone": 1}


def test_what_was_spoken_before_is_at_hand() -> None:
    shelf = Shelf()
    once = speaker(cache=shelf)
    assert not once.has("Go")
    once.clip("Go")
    assert once.has("Go")
    assert speaker(cache=shelf).has("Go")
    assert once.has("...")


def test_threads_that_want_the_same_words_get_the_same_clip() -> None:
    engine = Listening()
    shared = speaker(engine)
    start = threading.Barrier(8)

    def ask(_: int) -> bytes:
        start.wait(10)
        return shared.clip("Go").samples.tobytes()

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(ask, range(8)))) == 1
    assert len(engine.heard) == 1


def test_next_run_finds_the_same_clip_without_an_engine() -> None:
    shelf, engine = Shelf(), Listening()
    made = speaker(cache=shelf).clip("Go")
    again = speaker(engine, cache=shelf)
    assert np.array_equal(again.clip("Go").samples, made.samples)
    assert engine.heard == []
    assert again.spoken_by == {"tone": 1}


@pytest.mark.parametrize(
    "manner", [Manner("en-GB"), Manner(rate=120), Manner(seed=1), Manner(lexicon={"Go": "Run"})], ids=str
)
def test_all_that_changes_the_sound_makes_another_entry(manner: Manner) -> None:
    shelf = Shelf()
    speaker(cache=shelf).clip("Go")
    speaker(manner=manner, cache=shelf).clip("Go")
    assert len(shelf.clips) == 2


def test_engine_and_its_version_and_voice_make_another_entry() -> None:
    shelf, newer = Shelf(), Listening()
    newer.version = "2"
    voiced = EngineChain([Candidate("tone", ToneEngine, "hum")], language="en", notify=lambda _: None)
    for engines in (chain(ToneEngine()), chain(newer), chain(Listening("other")), voiced):
        Speaker(engines, cache=shelf).clip("Go")
    assert len(shelf.clips) == 4


def test_clip_of_an_engine_that_failed_since_stays_the_same() -> None:
    shelf = Shelf()
    told: list[str] = []
    coach = Speaker(chain(Listening("first", lives=1), Listening("second"), notify=told.append), cache=shelf)
    before = coach.clip("Go").samples
    coach.clip("Rest")
    coach._memory = type(coach._memory)()
    assert np.array_equal(coach.clip("Go").samples, before)
    assert coach.spoken_by == {"first": 1, "second": 1}
    assert told == ["The first voice failed (out of breath); second speaks instead."]


def test_without_a_cache_a_clip_is_never_forgotten() -> None:
    engine = Listening()
    coach = speaker(engine)
    coach._memory._limit = 1
    first = coach.clip("One").samples
    coach.clip("Two")
    assert np.array_equal(coach.clip("One").samples, first)
    assert len(engine.heard) == 2


def test_without_a_voice_everything_is_silent_and_told_once() -> None:
    told: list[str] = []
    coach = Speaker(chain(Listening("only", lives=0), notify=told.append))
    assert [coach.duration(text) for text in ("One", "Two")] == [0, 0]
    assert coach.spoken_by == {}
    assert told == ["The only voice failed (out of breath); nothing is spoken, only the beeps sound."]


def test_prefetch_makes_each_text_once_and_counts() -> None:
    engine = Listening()
    coach = speaker(engine)
    done: list[int] = []
    coach.prefetch(["One", "Two", "One", "", "Three"], done.append)
    assert done == [1, 2, 3, 4]
    assert sorted(utterance.text for utterance in engine.heard) == ["One", "Three", "Two"]


def test_prefetch_stops_where_the_caller_does() -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    engine = Listening()
    with pytest.raises(KeyboardInterrupt):
        speaker(engine).prefetch((f"cue {number}" for number in range(500)), stop)
    assert len(engine.heard) < 500


def test_warm_lets_the_engine_speak_a_word_that_is_not_kept() -> None:
    heard = threading.Event()

    class Telling(ToneEngine):
        def speak(self, utterance: Utterance) -> Clip:
            heard.set()
            return super().speak(utterance)

    coach = speaker(Telling())
    coach.warm()
    assert heard.wait(10)
    assert coach.spoken_by == {}


def test_a_speaker_is_closed_when_its_engine_has_loaded() -> None:
    ended: list[str] = []
    closing = threading.Event()

    class Slow(ToneEngine):
        def speak(self, utterance: Utterance) -> Clip:
            closing.wait(10)
            ended.append("loaded")
            return super().speak(utterance)

        def close(self) -> None:
            ended.append("closed")

    coach = speaker(Slow())
    coach.warm()
    threading.Timer(0.05, closing.set).start()
    coach.close()
    assert ended == ["loaded", "closed"]
