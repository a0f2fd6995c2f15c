from __future__ import annotations

import wave
from typing import TYPE_CHECKING

from command import voicecoach

if TYPE_CHECKING:
    from pathlib import Path


def test_a_line_becomes_a_sound_of_its_length(tmp_path: Path) -> None:
    """The hum lasts 300 ms and 60 for each of the eleven letters."""
    target = tmp_path / "line.wav"
    result = voicecoach("say", "--engine", "tone", "Switch sides", "-o", target)
    assert (result.code, result.out) == (0, f"{target}: 1.0 s\n")
    with wave.open(str(target)) as file:
        assert file.getnframes() / file.getframerate() == 0.96


def test_nothing_to_say_is_told(tmp_path: Path) -> None:
    result = voicecoach("say", "--engine", "tone", "...", "-o", tmp_path / "line.wav")
    assert (result.code, result.err) == (1, 'error: there is nothing to say in "..."; write words\n')
    assert not (tmp_path / "line.wav").exists()


def test_explain_shows_the_way_of_a_text_to_the_voice_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[lexicon]\nRDL = "romanian /ɹoʊˈmeɪniən/"\n')  # noqa: RUF001 - IPA
    target = tmp_path / "line.wav"
    result = voicecoach(
        "say", "--explain", "3x12 **RDL**", "--coach", tmp_path / "mine.toml", "--engine", "pyttsx3", "-o", target
    )
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "written        3x12 **RDL**",
        "cleaned        3x12 RDL",
        "lexicon        3x12 romanian",
        "figures        3 sets of 12 romanian",
        "spoken         3 sets of 12 romanian",
        "sounds         romanian /ɹoʊˈmeɪniən/",  # noqa: RUF001
        "engine         pyttsx3",
        "voice          its default",
        "phonemes       θɹˈiː sˈɛts ʌv twˈɛlv ɹoʊˈmeɪniən",  # noqa: RUF001
    ]
    assert not target.exists()


def test_a_voice_that_tells_no_sounds_is_explained_without_them() -> None:
    result = voicecoach("say", "--explain", "Rest", "--engine", "tone")
    assert result.out.splitlines()[-2:] == ["engine         tone", "voice          its default"]


def test_a_pack_that_is_wrong_is_told(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[lexicon]\nRDL = "/AB/"\n')
    result = voicecoach("say", "RDL", "--coach", tmp_path / "mine.toml", "-o", tmp_path / "line.wav")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        f'{tmp_path / "mine.toml"}:2:1: error: "RDL" has no pronunciation: '
        '"A" is no sign of the phonetic alphabet [bad-cue]\n'
        '  2 | RDL = "/AB/"\n'
        "    | ^^^\n"
        '  hint: write it as it sounds, "am rap", or its sounds between slashes, "/ˈæmɹæp/"\n\n'  # noqa: RUF001
        "error: 1 error. Nothing was written.\n"
    )
