"""Every engine through the same assertions."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from voicecoach.errors import VoicecoachError
from voicecoach.model.clip import Clip, Utterance
from voicecoach.ports import SpeechEngine
from voicecoach.speech.normalize import normalize
from voicecoach.speech.phrases import speak_in_phrases
from voicecoach.speech.registry import BUILT_IN, load_engine
from voicecoach.speech.trim import is_silent, trimmed

ENOUGH_SECONDS = 20.0
"""What the program waits for an answer."""

SAME_EVERY_TIME = ("natural", "tone")

ODD_TEXTS = {
    "empty": "",
    "spaces": " \n\t ",
    "emoji": "💪🏽🔥",
    "stops": "...!?",
    "NUL": "Go\0now",
    "only NUL": "\0",
    "controls": "\x01\x1b[31m\x7f",
    "lone surrogate": "Go \ud800 now",
    "markup": "<speak><break time='1s'/>Go & <audio src='http://x'/> <mark name=\"a\"/></speak",
    "phonemes": "[[h'It]] [AMRAP](/\u02c8æmræp/) {x}",
    "many languages": "Grüße, привет, 你好, こんにちは, 안녕, مرحبا, שלום, नमस्ते, สวัสดี, ευχαριστώ",
    "right to left mark": "\u202eGo\u200f",
    "long": "Push the floor away and keep your back long. " * 45,
    "long without stops": "push the floor away and " * 84,
    "unbroken token": "supercalifragilistic" * 150,
    "digits": normalize("1234567890" * 12),
}


@pytest.fixture(scope="module", params=BUILT_IN)
def engine(request: pytest.FixtureRequest) -> Iterator[SpeechEngine]:
    try:
        made = load_engine(request.param)
    except VoicecoachError as missing:
        pytest.skip(str(missing))
    yield made
    made.close()


def is_sound(clip: Clip) -> bool:
    return (
        clip.samples.dtype == np.float32
        and clip.samples.ndim == 1
        and bool(np.all(np.isfinite(clip.samples)))
        and bool(np.all(np.abs(clip.samples) <= 1.0))
        and clip.rate >= 16_000
    )


def seconds(clip: Clip) -> float:
    return len(trimmed(clip).samples) / clip.rate


def test_is_a_speech_engine(engine: SpeechEngine) -> None:
    assert isinstance(engine, SpeechEngine)


def test_speaks(engine: SpeechEngine) -> None:
    clip = engine.speak(Utterance("Push through your heels."))
    assert is_sound(clip)
    assert not is_silent(clip)
    assert 0.5 < seconds(clip) < 3.0


def test_more_words_take_more_time(engine: SpeechEngine) -> None:
    short = engine.speak(Utterance("Lie on your back."))
    long = engine.speak(Utterance("Lie on your back with your knees bent and your feet flat on the floor."))
    assert seconds(long) > 2 * seconds(short)


@pytest.mark.parametrize("text", ["Rest.", "One.", "Go!", "Halfway.", "20", "A"])
def test_short_cue_fits_between_two_beats(engine: SpeechEngine, text: str) -> None:
    assert 0.05 < seconds(engine.speak(Utterance(text))) < 1.0


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_odd_text_gives_sound_or_silence_in_time_and_prints_nothing(
    engine: SpeechEngine, text: str, capfd: pytest.CaptureFixture[str]
) -> None:
    start = time.monotonic()
    clip = engine.speak(Utterance(text))
    assert time.monotonic() - start < ENOUGH_SECONDS
    assert is_sound(clip)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_nothing_to_say_is_nothing(engine: SpeechEngine, text: str) -> None:
    assert len(engine.speak(Utterance(text)).samples) == 0


def test_speaks_after_odd_texts_as_before(engine: SpeechEngine) -> None:
    before = seconds(engine.speak(Utterance("Switch sides.")))
    for text in ODD_TEXTS.values():
        engine.speak(Utterance(text[:100]))
    assert seconds(engine.speak(Utterance("Switch sides."))) == pytest.approx(before, abs=0.02)


def test_same_words_last_the_same(engine: SpeechEngine) -> None:
    lengths = [seconds(engine.speak(Utterance("Three rounds, sixty seconds of rest."))) for _ in range(4)]
    assert np.ptp(lengths) <= 0.02


def test_same_utterance_gives_the_same_samples_where_claimed(engine: SpeechEngine) -> None:
    if engine.name not in SAME_EVERY_TIME:
        pytest.skip(f"{engine.name} adds noise of its own")
    told = Utterance("Keep breathing.", seed=3)
    again = load_engine(engine.name).speak(told)
    assert np.array_equal(engine.speak(told).samples, again.samples)


def test_threads_do_not_mix_their_words(engine: SpeechEngine) -> None:
    texts = [f"{word}, and hold." for word in ("One", "Eleven", "Seventeen seconds", "Push the floor away")] * 4
    alone = {text: seconds(engine.speak(Utterance(text))) for text in texts}
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: seconds(engine.speak(Utterance(text))), texts))
    assert together == pytest.approx([alone[text] for text in texts], abs=0.02)


def test_pace_follows_the_rate(engine: SpeechEngine) -> None:
    if engine.name == "tone":
        pytest.skip("a hum has no pace")
    text = "Step back with your right foot and lower until both knees are bent."
    slow, usual, fast = (seconds(engine.speak(Utterance(text, rate=rate))) for rate in (110, 0, 220))
    assert slow > 1.15 * usual
    assert usual > 1.15 * fast


@pytest.mark.parametrize("rate", [1, 10_000])
def test_impossible_rate_is_brought_into_bounds(engine: SpeechEngine, rate: int) -> None:
    assert 0.1 < seconds(engine.speak(Utterance("Keep breathing.", rate=rate))) < 5.0


def test_every_listed_voice_of_english_speaks(engine: SpeechEngine) -> None:
    for voice in engine.voices():
        if voice.language.startswith("en"):
            assert not is_silent(engine.speak(Utterance("Ready.", voice.name, voice.language))), voice


def test_default_voice_is_listed_first(engine: SpeechEngine) -> None:
    first = engine.voices()[0]
    assert seconds(engine.speak(Utterance("Keep breathing.", first.name))) == pytest.approx(
        seconds(engine.speak(Utterance("Keep breathing."))), abs=0.02
    )


def test_unknown_voice_is_told(engine: SpeechEngine) -> None:
    if engine.name == "tone":
        pytest.skip("a hum asks nobody's name")
    with pytest.raises(VoicecoachError, match='has no voice "nobody"'):
        engine.speak(Utterance("Ready.", "nobody"))


def test_speaks_english_and_tells_what_it_does_not_speak(engine: SpeechEngine) -> None:
    assert all(map(engine.speaks, ("en", "en-US", "en-GB", "en_AU", "EN")))
    assert engine.speaks("xx") == (engine.name == "tone")


def test_closing_twice_does_nothing(engine: SpeechEngine) -> None:
    other = load_engine(engine.name)
    other.speak(Utterance("Ready."))
    other.close()
    other.close()


TOLD = (("word", "ˌtʃʌtʊˈɹʌŋɡə"),)  # noqa: RUF001 - IPA


@pytest.mark.parametrize("name", ["natural", "pyttsx3"])
def test_the_sounds_of_a_word_are_spoken_in_its_place(name: str) -> None:
    """Chaturanga has four syllables where the word has one."""
    voice = load_engine(name)
    plain, told = (seconds(voice.speak(Utterance("A word.", phonemes=sounds))) for sounds in ((), TOLD))
    assert told > plain + 0.2
    assert "ʌŋɡə" in voice.phonemes(Utterance("A word.", phonemes=TOLD))  # type: ignore[attr-defined]
    assert "ʌŋɡə" not in voice.phonemes(Utterance("A word."))  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["natural", "pyttsx3"])
def test_sounds_written_as_the_voice_has_them_change_little(name: str) -> None:
    """What it tells of itself, told back to it, sounds about the same."""
    voice = load_engine(name)
    for word in ("shoulder", "voice", "judge", "thigh", "squeeze", "mountain", "measure"):
        ipa = voice.phonemes(Utterance(word))  # type: ignore[attr-defined]
        assert voice.phonemes(Utterance(word, phonemes=((word, ipa),))) == ipa  # type: ignore[attr-defined]
        plain, told = (seconds(voice.speak(Utterance(f"{word}.", phonemes=p))) for p in ((), ((word, ipa),)))
        assert told == pytest.approx(plain, abs=0.12), word


def test_asks_no_network(engine: SpeechEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert not is_silent(load_engine(engine.name).speak(Utterance("Ready.")))


def test_natural_voice_that_is_not_on_the_machine_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setenv("HIBARI_HOME", str(tmp_path_factory.mktemp("hibari")))
    natural = load_engine("natural")
    assert [voice.name for voice in natural.voices()] == ["heart"]
    with pytest.raises(VoicecoachError) as error:
        natural.speak(Utterance("Ready.", "emma"))
    assert str(error.value) == 'the natural engine has no voice "emma" on this machine; voices on this machine: heart'


def test_natural_pace_is_about_the_one_asked_for() -> None:
    """Words a minute of running speech with its pauses; the model's own steps are coarse."""
    text = (
        "Lie on your back with your knees bent. Squeeze your glutes and lift your hips towards the ceiling. "
        "Pause, then lower towards the floor without resting. Keep your knees at ninety degrees. Keep breathing."
    )
    clip = speak_in_phrases(load_engine("natural"), Utterance(text, rate=155))
    pace = len(text.split()) / (len(clip.samples) / clip.rate + 0.35) * 60
    assert pace == pytest.approx(155, rel=0.12)


def test_every_voice_of_pyttsx3_counts_and_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    pyttsx3 = load_engine("pyttsx3")
    mute = [v.name for v in pyttsx3.voices() if is_silent(pyttsx3.speak(Utterance("1 2 3", v.name, v.language)))]
    assert mute == ["chr-us-qaaa-x-west", "cv", "sjn"], "Cherokee, Chuvash and Sindarin have no digits"
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_whole_process_prints_nothing_and_loads_only_its_engine(name: str) -> None:
    program = (
        "import sys\n"
        "import voicecoach.speech, voicecoach.speech.engines\n"
        "assert 'numpy' not in sys.modules\n"
        "from voicecoach.speech.registry import open_engines\n"
        "from voicecoach.speech.speaker import Speaker\n"
        f"speaker = Speaker(open_engines({name!r}, 'en', print))\n"
        "assert speaker.duration('Push through your heels.') > 500\n"
        "speaker.close()\n"
        "heavy = {'onnxruntime', 'hibari', 'pyttsx3', 'espeakng_loader'} & set(sys.modules)\n"
        "sys.exit(','.join(sorted(heavy)))\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    heavy = {"natural": "hibari,onnxruntime", "pyttsx3": "espeakng_loader,pyttsx3", "tone": ""}[name]
    assert (run.stdout, run.stderr.strip()) == ("", heavy)
