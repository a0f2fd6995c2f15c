"""Who can speak, how each sounds, and who is to speak a language."""

from __future__ import annotations

import json
import wave
from typing import TYPE_CHECKING

import pytest

from command import voicecoach
from installed import install
from voicecoach.config import config_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setenv("VOICECOACH_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return {"VOICECOACH_HOME": str(tmp_path / "home")}


def listed(*arguments: str) -> dict[str, dict[str, object]]:
    result = voicecoach("voices", "--json", *arguments)
    assert (result.code, result.err) == (0, "")
    return {voice["id"]: voice for voice in json.loads(result.out)}


def test_each_engine_is_in_the_table_with_licence_and_quality(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    rows = [line.split(None, 6) for line in voicecoach("voices").out.splitlines()]
    assert rows[0] == ["VOICE", "LANGUAGE", "GENDER", "QUALITY", "NETWORK", "LICENCE", "ABOUT"]
    told = {row[0]: row[1:] for row in rows}
    assert told["natural:heart"] == ["en-US", "female", "high", "no", "Apache-2.0", "American, natural"]
    assert told["pyttsx3:en-us+f3"][:5] == ["en-us", "female", "low", "no", "GPL-3.0-or-later"]
    assert told["tone:hum"] == ["und", "-", "-", "no", "Apache-2.0", "a soft hum of a known length, no words"]


def test_a_voice_that_is_not_on_the_machine_says_how_to_have_it(home: dict[str, str], tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HIBARI_HOME", str(tmp_path / "none"))
        emma = listed("--language", "en-gb")["natural:emma"]
    assert (emma["installed"], emma["get"]) == (False, "python -c \"import hibari; hibari.Hibari('emma')\"")


@pytest.mark.parametrize(
    ("language", "inside", "outside"),
    [
        ("de", "pyttsx3:de", "pyttsx3:en-us"),
        ("EN_GB", "pyttsx3:en-gb-scotland", "natural:heart"),
        ("en", "natural:heart", "tone:hum"),
        ("zh", "pyttsx3:cmn", "pyttsx3:ja"),
        ("no", "pyttsx3:nb", "pyttsx3:da"),
    ],
)
def test_voices_of_a_language(language: str, inside: str, outside: str) -> None:
    found = listed("--language", language)
    assert inside in found
    assert outside not in found


def test_a_language_without_a_voice_is_told() -> None:
    result = voicecoach("voices", "--language", "tlh")
    assert (result.code, result.err) == (1, 'error: no engine on this machine has a voice for "tlh"\n')


def test_engines_that_cannot_be_used_are_told_and_the_others_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "two_bad_voices.py").write_text("def broken(): raise RuntimeError('no luck')\n")
    points = {"broken": "two_bad_voices:broken", "gone": "voicecoach_gone:load"}
    install(tmp_path, monkeypatch, "voicecoach.engines", points)
    result = voicecoach("voices", "--language", "und")
    assert result.err.splitlines() == [
        'The engine "broken" cannot be used: no luck.',
        "The engine \"gone\" cannot be used: No module named 'voicecoach_gone'.",
    ]
    assert [line.split()[0] for line in result.out.splitlines()] == ["VOICE", "tone:hum"]


def seconds(path: Path) -> float:
    with wave.open(str(path)) as file:
        return file.getnframes() / file.getframerate()


def test_a_sample_of_each_voice_of_a_language(home: dict[str, str], tmp_path: Path) -> None:
    result = voicecoach("voices", "--language", "und", "--sample", "Switch sides", "-o", "samples")
    assert (result.code, result.err, result.out) == (0, "", 'samples/tone-hum.wav: "Switch sides"\n')
    assert seconds(tmp_path / "samples" / "tone-hum.wav") == 0.96


@pytest.mark.parametrize(("language", "words"), [("de", "Die Hälfte"), ("sw", "1, 2, 3.")])
def test_a_sample_says_what_the_coach_says_in_that_language(language: str, words: str, home: dict[str, str]) -> None:
    result = voicecoach("voices", "--language", language, "--sample")
    assert (result.code, result.err) == (0, "")
    (line,) = result.out.splitlines()
    assert line.startswith(f"voice-samples/pyttsx3-{language}.wav: ")
    assert words in line


def test_a_voice_that_cannot_say_it_is_told_and_leaves_no_file(home: dict[str, str], tmp_path: Path) -> None:
    result = voicecoach("voices", "--language", "und", "--sample", "...", "-o", "samples")
    assert result.code == 1
    assert result.err.splitlines() == [
        'tone:hum: there is nothing to say in "..."; write words',
        "error: none of these voices spoke; nothing was written",
    ]
    assert list((tmp_path / "samples").iterdir()) == []


def engine_of(*arguments: str) -> list[str]:
    rows = (line.split() for line in voicecoach("say", "Ready.", "--explain", *arguments).out.splitlines())
    return [" ".join(row[1:]) for row in rows if row[0] in ("engine", "voice")]


def test_a_default_speaks_where_nobody_says_otherwise(home: dict[str, str]) -> None:
    assert engine_of() == ["natural", "its default"]
    result = voicecoach("voices", "default", "en", "pyttsx3:en-gb")
    assert (result.code, result.out) == (0, f"pyttsx3:en-gb speaks en ({config_file(home)}).\n")
    assert engine_of() == ["pyttsx3", "en-gb"]
    assert engine_of("--engine", "natural") == ["natural", "its default"]
    assert engine_of("--engine", "pyttsx3") == ["pyttsx3", "en-gb"]
    assert engine_of("--voice", "natural:heart") == ["natural", "heart"]
    assert voicecoach("voices", "default", "en").out == "en  pyttsx3:en-gb\n"
    voicecoach("voices", "default", "en", "--remove")
    assert engine_of() == ["natural", "its default"]
    assert voicecoach("voices", "default").out == "No voice is chosen; the best there is speaks each language.\n"


@pytest.mark.parametrize(
    ("language", "voice", "message"),
    [
        ("en", "heart", '"heart" is no voice id such as natural:heart; `voicecoach voices` lists all there are'),
        ("de", "natural:heart", 'the engine "natural" does not speak "de"'),
        ("de", "pyttsx3:dee", 'espeak-ng has no voice "dee"; did you mean "de"?'),
        ("de", "pytsx3:de", 'no engine is called "pytsx3"; did you mean "pyttsx3"?'),
    ],
)
def test_a_default_that_cannot_speak_is_refused(language: str, voice: str, message: str, home: dict[str, str]) -> None:
    result = voicecoach("voices", "default", language, voice)
    assert (result.code, result.err) == (1, f"error: {message}\n")
    assert not config_file(home).exists()


def test_a_default_that_is_gone_is_told_and_the_best_speaks(home: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    config_file(home).write_text('[voices]\nen = "gone:voice"\n')
    result = voicecoach("say", "Ready.", "-o", "ready.wav")
    assert result.code == 0
    reason = 'no engine is called "gone"; did you mean "tone"?'
    assert result.err == f"The gone voice failed ({reason}); natural speaks instead.\n"


def test_the_voice_of_a_pack_speaks_unless_the_script_says_otherwise(home: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('voice = "pyttsx3:en-gb"\n')
    assert engine_of("--coach", "mine.toml") == ["pyttsx3", "en-gb"]
    assert engine_of("--coach", "mine.toml", "--voice", "natural:heart") == ["natural", "heart"]
