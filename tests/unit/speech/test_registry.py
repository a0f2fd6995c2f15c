"""Who is asked to speak."""

import pytest

from voicecoach.errors import VoicecoachError
from voicecoach.model.clip import Utterance
from voicecoach.ports import SpeechEngine
from voicecoach.speech.registry import BUILT_IN, engine_names, load_engine, open_engines


def spoken_by(choice: str, language: str, voice: str = "") -> tuple[str, str]:
    told: list[str] = []
    chain = open_engines(choice, language, told.append, voice)
    chosen = chain.chosen()
    assert chosen is not None
    assert told == []
    return chosen.engine.name, chosen.voice


@pytest.mark.parametrize("name", BUILT_IN)
def test_built_in_engine_is_an_engine_of_its_name(name: str) -> None:
    engine = load_engine(name)
    assert isinstance(engine, SpeechEngine)
    assert engine.name == name
    assert engine.version
    assert engine.voices()


@pytest.mark.parametrize(
    ("choice", "language", "voice", "expected"),
    [
        ("auto", "en", "", ("natural", "")),
        ("auto", "en-GB", "default", ("natural", "")),
        ("auto", "de", "", ("pyttsx3", "")),
        ("auto", "EN_us", "", ("natural", "")),
        ("pyttsx3", "en", "", ("pyttsx3", "")),
        ("tone", "xx", "", ("tone", "")),
        ("auto", "en", "natural:heart", ("natural", "heart")),
        ("auto", "en", "pyttsx3:en-us+f3", ("pyttsx3", "en-us+f3")),
        ("auto", "en", "pyttsx3:en-us+whisper", ("pyttsx3", "en-us+whisper")),
        ("auto", "en", "pyttsx3:default", ("pyttsx3", "")),
        ("auto", "en", "heart", ("natural", "heart")),
        ("auto", "en", "en-gb", ("pyttsx3", "en-gb")),
        ("pyttsx3", "en", "en-gb", ("pyttsx3", "en-gb")),
    ],
)
def test_choice(choice: str, language: str, voice: str, expected: tuple[str, str]) -> None:
    assert spoken_by(choice, language, voice) == expected


@pytest.mark.parametrize(
    ("choice", "language", "voice", "message"),
    [
        ("natrual", "en", "", 'no engine is called "natrual"; did you mean "natural"?'),
        ("google", "en", "", 'no engine is called "google"; there are auto, natural, pyttsx3, tone'),
        ("natural", "de", "", 'the engine "natural" does not speak "de"'),
        ("pyttsx3", "xx", "", 'the engine "pyttsx3" does not speak "xx"'),
        (
            "tone",
            "en",
            "natural:heart",
            'the voice "natural:heart" belongs to the engine "natural", but "tone" is to speak',
        ),
        ("auto", "en", "nobody", 'no engine has a voice "nobody"; `voicecoach voices` lists all there are'),
        ("auto", "en", "pyttsx3:en-uss", 'espeak-ng has no voice "en-uss"; did you mean "en-us"?'),
        ("auto", "en", "pyttsx3:en-us+f33", 'espeak-ng has no variant "f33"; did you mean "f3"?'),
        ("auto", "en", "natural:hart", 'the natural engine has no voice "hart" on this machine; did you mean "heart"?'),
    ],
)
def test_what_the_user_can_mend_is_told(choice: str, language: str, voice: str, message: str) -> None:
    with pytest.raises(VoicecoachError) as error:
        open_engines(choice, language, lambda _: None, voice)
    assert str(error.value) == message


def test_language_that_nobody_speaks_leaves_the_beeps() -> None:
    told: list[str] = []
    clip, chosen = open_engines("auto", "xx", told.append).speak(Utterance("Hm"))
    assert len(clip.samples) == 0
    assert chosen is None
    assert told == ['The pyttsx3 voice failed (it does not speak "xx"); nothing is spoken, only the beeps sound.']


def test_plugin_has_the_same_rights(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is installed beside the program is the environment's to say, so the test says it."""
    from importlib.metadata import EntryPoint, EntryPoints

    points = EntryPoints([EntryPoint("mine", "voicecoach.speech.engines.tone:ToneEngine", "voicecoach.engines")])
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points.select(group=group))
    assert engine_names() == ("natural", "pyttsx3", "tone", "mine")
    assert load_engine("mine").name == "tone"
    assert spoken_by("mine", "en", "mine:hum") == ("tone", "hum")


def test_plugin_that_is_not_installed_whole_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib.metadata import EntryPoint, EntryPoints

    points = EntryPoints([EntryPoint("mine", "voicecoach_gone:load", "voicecoach.engines")])
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points.select(group=group))
    with pytest.raises(VoicecoachError) as error:
        open_engines("mine", "en", lambda _: None)
    assert str(error.value) == "the engine \"mine\" cannot be used: No module named 'voicecoach_gone'"
