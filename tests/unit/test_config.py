"""What the user has decided once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from voicecoach.config import config_file, default_voice, default_voices, set_default_voice
from voicecoach.errors import VoicecoachError

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, text: str) -> dict[str, str]:
    environment = {"VOICECOACH_HOME": str(folder)}
    config_file(environment).write_text(text)
    return environment


@pytest.mark.parametrize(
    ("language", "voice"), [("de", "a:1"), ("de-CH", "a:1"), ("DE_at", "a:2"), ("de-AT-x-wien", "a:2"), ("en", "")]
)
def test_the_voice_of_the_language_or_of_a_wider_one(language: str, voice: str, tmp_path: Path) -> None:
    assert default_voice(written(tmp_path, '[voices]\nde = "a:1"\nde-AT = "a:2"\n'), language) == voice


def test_without_a_file_nothing_is_chosen(tmp_path: Path) -> None:
    assert default_voices({"VOICECOACH_HOME": str(tmp_path / "none")}) == {}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '[voices]\nde = "a:1"\n'),
        ('[voices]\nde = "b:2"\n', '[voices]\nde = "a:1"\n'),
        ('[voices]\nDE = "b:2"\n', '[voices]\nde = "a:1"\n'),
        ('# mine\n[voices]\n# ours\nen = "b:2"\n', '# mine\n[voices]\nde = "a:1"\n# ours\nen = "b:2"\n'),
        ('[other]\nde = "x"\n', '[other]\nde = "x"\n\n[voices]\nde = "a:1"\n'),
    ],
)
def test_a_choice_leaves_every_other_line_as_it_is(before: str, after: str, tmp_path: Path) -> None:
    environment = written(tmp_path, before)
    assert set_default_voice(environment, "de", "a:1").read_text() == after
    assert default_voices(environment)["de"] == "a:1"


def test_a_choice_is_taken_back(tmp_path: Path) -> None:
    environment = written(tmp_path, '[voices]\nde = "a:1"\nen = "b:2"\n')
    set_default_voice(environment, "de", "")
    assert default_voices(environment) == {"en": "b:2"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("voices = 3\n", 'config.toml: under [voices] stand lines such as de = "pyttsx3:de"'),
        ("[voices]\nde = 3\n", 'config.toml: under [voices] stand lines such as de = "pyttsx3:de"'),
        ("[voices\n", "config.toml is no TOML: Expected ']' at the end of a table declaration (at line 1, column 8)"),
    ],
)
def test_a_file_that_says_something_else_is_told(text: str, message: str, tmp_path: Path) -> None:
    environment = written(tmp_path, text)
    with pytest.raises(VoicecoachError) as error:
        default_voice(environment, "de")
    assert str(error.value) == f"{tmp_path}/{message}"


def test_a_file_that_only_its_author_can_change_is_left_alone(tmp_path: Path) -> None:
    text = 'voices = { en = "b:2" }\n'
    environment = written(tmp_path, text)
    with pytest.raises(VoicecoachError) as error:
        set_default_voice(environment, "de", "a:1")
    path = config_file(environment)
    assert str(error.value) == f'{path} is laid out in a way of its own; write de = "a:1" under [voices] in it'
    assert path.read_text() == text
