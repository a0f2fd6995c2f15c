"""Engines that are missing, die, hang or speak nothing, and who speaks instead."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from voicecoach.errors import VoicecoachError
from voicecoach.model.clip import Clip, Utterance
from voicecoach.ports import SpeechEngine
from voicecoach.speech.engines.tone import ToneEngine
from voicecoach.speech.fallback import Candidate, EngineChain

BOTH_FAILED = "The natural voice failed (out of breath), the gone voice failed (hibari is not installed)"


class Engine(ToneEngine):
    """A hum under another name, with a trouble of its own."""

    def __init__(self, name: str, trouble: Callable[[Utterance], Clip] | None = None) -> None:
        self.name = name
        self.heard: list[Utterance] = []
        self.closed = 0
        self._trouble = trouble

    def speak(self, utterance: Utterance) -> Clip:
        self.heard.append(utterance)
        return self._trouble(utterance) if self._trouble else super().speak(utterance)

    def close(self) -> None:
        self.closed += 1


def samples(values: list[float]) -> Callable[[Utterance], Clip]:
    return lambda _: Clip(np.array(values, np.float32), 24_000)


def dying(_: Utterance) -> Clip:
    raise RuntimeError("out\nof  breath")


def silently_dying(_: Utterance) -> Clip:
    raise ZeroDivisionError


def refusing(_: Utterance) -> Clip:
    raise VoicecoachError("the engine is tired")


def missing() -> SpeechEngine:
    raise ImportError("hibari is not installed")


@pytest.fixture
def hanging() -> Iterator[Callable[[Utterance], Clip]]:
    """An engine that answers only when the test is over."""
    over = threading.Event()

    def hang(_: Utterance) -> Clip:
        over.wait(60)
        return Clip(np.zeros(0, np.float32), 24_000)

    yield hang
    over.set()


def chain(*engines: SpeechEngine | Callable[[], SpeechEngine], language: str = "en") -> tuple[EngineChain, list[str]]:
    told: list[str] = []
    candidates = [
        Candidate(e.name, lambda e=e: e) if isinstance(e, SpeechEngine) else Candidate("gone", e) for e in engines
    ]
    return EngineChain(candidates, language=language, notify=told.append, deadline=0.05), told


def test_first_engine_speaks_and_nothing_is_told() -> None:
    voices, told = chain(Engine("first"), Engine("second"))
    clip, chosen = voices.speak(Utterance("Go"))
    assert len(clip.samples) == 24 * (300 + 2 * 60)
    assert chosen is not None
    assert chosen.engine.name == "first"
    assert told == []


@pytest.mark.parametrize(
    ("trouble", "reason"),
    [
        (dying, "out of breath"),
        (silently_dying, "ZeroDivisionError"),
        (refusing, "the engine is tired"),
        (samples([]), "it spoke nothing"),
        (samples([0.0] * 1000), "it spoke nothing"),
        (samples([0.1, float("nan"), 0.1]), "its sound is damaged"),
        (samples([0.1, float("inf"), 0.1]), "its sound is damaged"),
        (lambda _: Clip(np.ones((100, 2), np.float32), 24_000), "its sound is damaged"),
        (lambda _: None, "'NoneType' object has no attribute 'samples'"),
    ],
)
def test_next_engine_takes_over_with_one_line(trouble: Callable[[Utterance], Clip], reason: str) -> None:
    voices, told = chain(Engine("natural", trouble), Engine("pyttsx3"))
    spoken = [voices.speak(Utterance("Go"))[1] for _ in range(3)]
    assert [chosen and chosen.engine.name for chosen in spoken] == ["pyttsx3"] * 3
    assert told == [f"The natural voice failed ({reason}); pyttsx3 speaks instead."]


def test_engine_that_hangs_is_left_behind(hanging: Callable[[Utterance], Clip]) -> None:
    voices, told = chain(Engine("natural", hanging), Engine("pyttsx3"))
    clip, _ = voices.speak(Utterance("A"))
    assert len(clip.samples) > 0
    assert told == ["The natural voice failed (no answer in 0.1 seconds); pyttsx3 speaks instead."]


def test_failed_engine_is_not_asked_again() -> None:
    failing = Engine("natural", dying)
    voices, _ = chain(failing, Engine("pyttsx3"))
    for _ in range(3):
        voices.speak(Utterance("Go"))
    assert len(failing.heard) == 1


def test_engine_that_cannot_be_loaded_is_passed_over() -> None:
    voices, told = chain(missing, Engine("pyttsx3"))
    voices.speak(Utterance("Go"))
    assert told == ["The gone voice failed (hibari is not installed); pyttsx3 speaks instead."]


def test_engine_that_does_not_speak_the_language_is_passed_over() -> None:
    class English(Engine):
        def speaks(self, language: str) -> bool:
            return language == "en"

    voices, told = chain(English("natural"), Engine("pyttsx3"), language="fr")
    voices.speak(Utterance("Allez"))
    assert told == ['The natural voice failed (it does not speak "fr"); pyttsx3 speaks instead.']


def test_several_failures_in_a_row_are_one_line() -> None:
    voices, told = chain(Engine("natural", dying), missing, Engine("tone"))
    voices.speak(Utterance("Go"))
    assert told == [f"{BOTH_FAILED}; tone speaks instead."]


def test_without_any_voice_there_is_silence_and_one_line() -> None:
    voices, told = chain(Engine("natural", dying), missing)
    for _ in range(3):
        clip, chosen = voices.speak(Utterance("Go"))
        assert len(clip.samples) == 0
        assert chosen is None
    assert told == [f"{BOTH_FAILED}; nothing is spoken, only the beeps sound."]


def test_empty_clip_of_an_empty_text_is_no_failure() -> None:
    voices, told = chain(Engine("first", samples([])))
    clip, _ = voices.speak(Utterance("..."))
    assert len(clip.samples) == 0
    assert told == []


def test_threads_that_fail_together_tell_one_line() -> None:
    together = threading.Barrier(4)

    def failing(_: Utterance) -> Clip:
        together.wait(10)
        raise RuntimeError("all at once")

    told: list[str] = []
    candidates = [Candidate("first", lambda: Engine("first", failing)), Candidate("second", lambda: Engine("second"))]
    voices = EngineChain(candidates, language="en", notify=told.append)
    with ThreadPoolExecutor(4) as pool:
        chosen = [answer[1] for answer in pool.map(voices.speak, [Utterance("Go")] * 4)]
    assert {c and c.engine.name for c in chosen} == {"second"}
    assert told == ["The first voice failed (all at once); second speaks instead."]


def test_voice_goes_to_its_own_engine_only() -> None:
    first, second = Engine("first", dying), Engine("second")
    candidates = [Candidate("first", lambda: first, "heart"), Candidate("second", lambda: second)]
    voices = EngineChain(candidates, language="en", notify=lambda _: None)
    voices.speak(Utterance("Go"))
    assert (first.heard[0].voice, second.heard[0].voice) == ("heart", "")


def test_every_opened_engine_is_closed_even_if_one_cannot_be() -> None:
    class Stubborn(Engine):
        def close(self) -> None:
            raise RuntimeError("no")

    second = Engine("second")
    voices, _ = chain(Stubborn("first", dying), second)
    voices.speak(Utterance("Go"))
    voices.close()
    voices.close()
    assert second.closed == 1
    assert voices.chosen() is None
