"""Our driver under pyttsx3's own engine."""

import wave
from pathlib import Path
from typing import TypeAlias

import pytest
import pyttsx3

from voicecoach.speech.engines import pyttsx3_driver

Engine: TypeAlias = pyttsx3.Engine


@pytest.fixture
def engine() -> Engine:
    """A new pyttsx3 engine, with the defaults of a new driver."""
    pyttsx3_driver.register()
    return pyttsx3.Engine(pyttsx3_driver.DRIVER_NAME)


def length(path: Path) -> float:
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22_050)
        return file.getnframes() / file.getframerate()


def test_init_finds_the_driver_by_its_name() -> None:
    pyttsx3_driver.register()
    assert repr(pyttsx3.init("voicecoach")) == "pyttsx3.engine.Engine('voicecoach', debug=False)"


def test_every_queued_file_is_whole_when_the_queue_is_done(engine: Engine, tmp_path: Path) -> None:
    texts = ["Rest.", "Push through your heels.", "Lie on your back with your knees bent, feet flat on the floor."]
    for number, text in enumerate(texts):
        engine.save_to_file(text, str(tmp_path / f"{number}.wav"))
    engine.runAndWait()
    lengths = [length(tmp_path / f"{number}.wav") for number in range(3)]
    assert 0.2 < lengths[0] < lengths[1] / 2 < lengths[2] / 4


def test_saying_after_saving_leaves_the_file_alone(engine: Engine, tmp_path: Path) -> None:
    engine.save_to_file("Rest.", str(tmp_path / "rest.wav"))
    engine.runAndWait()
    before = (tmp_path / "rest.wav").read_bytes()
    engine.say("Push through your heels.")
    engine.runAndWait()
    assert (tmp_path / "rest.wav").read_bytes() == before
    assert len(engine.getProperty("spoken")) > len(before)


def test_many_cues_in_one_queue(engine: Engine) -> None:
    finished: list[str] = []
    engine.connect("finished-utterance", lambda name, completed: finished.append(f"{name} {completed}"))
    for number in range(1200):
        engine.say("Go.", str(number))
    engine.runAndWait()
    assert finished == [f"{number} True" for number in range(1200)]


def test_words_are_told_where_they_stand(engine: Engine) -> None:
    told: list[tuple[str, int, int]] = []
    engine.connect("started-word", lambda name, location, length: told.append((name, location, length)))
    engine.say("Café, then rest.", "cue")
    engine.runAndWait()
    assert told == [("cue", 0, 4), ("cue", 6, 4), ("cue", 11, 4)]


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("voice", "nobody", 'espeak-ng has no voice "nobody"; `voicecoach voices` lists all there are'),
        ("rate", "quick", "invalid literal for int() with base 10: 'quick'"),
        ("mood", "good", "'mood'"),
    ],
)
def test_bad_property_is_told_and_the_old_one_stays(engine: Engine, name: str, value: str, message: str) -> None:
    errors: list[str] = []
    engine.connect("error", lambda name, exception: errors.append(str(exception)))
    engine.setProperty(name, value)
    engine.runAndWait()
    assert errors == [message]
    assert (engine.getProperty("voice"), engine.getProperty("rate")) == ("en-us", 150)


def test_file_that_cannot_be_written_is_told(engine: Engine, tmp_path: Path) -> None:
    errors: list[type] = []
    engine.connect("error", lambda name, exception: errors.append(type(exception)))
    engine.save_to_file("Rest.", str(tmp_path / "no folder" / "rest.wav"))
    engine.save_to_file("Rest.", str(tmp_path / "rest.wav"))
    engine.runAndWait()
    assert errors == [FileNotFoundError]
    assert length(tmp_path / "rest.wav") > 0.2


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("rate", 10_000, 450),
        ("rate", 1, 80),
        ("volume", 7, 1.0),
        ("pitch", -3, 0),
        ("gap", 3, 3),
        ("voice", "de", "de"),
    ],
)
def test_property_is_kept_within_its_range(engine: Engine, name: str, value: object, kept: object) -> None:
    engine.setProperty(name, value)
    engine.runAndWait()
    assert engine.getProperty(name) == kept


def test_rate_is_heard(engine: Engine) -> None:
    lengths = []
    for rate in (100, 300):
        engine.setProperty("rate", rate)
        engine.say("Push through your heels.")
        engine.runAndWait()
        lengths.append(len(engine.getProperty("spoken")))
    assert lengths[0] > 2 * lengths[1]


def test_voices_are_pyttsx3_voices(engine: Engine) -> None:
    voices = {voice.id: voice for voice in engine.getProperty("voices")}
    assert len(voices) > 100
    assert voices["en-us"].name == "English (America)"
    assert voices["en-us"].languages == ["en-us", "en"]


def test_loop_of_somebody_else(engine: Engine) -> None:
    engine.say("Rest.")
    engine.startLoop(False)
    engine.iterate()
    engine.endLoop()
    assert len(engine.getProperty("spoken")) > 5000
