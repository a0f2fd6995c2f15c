"""Which files are shared, and under which names."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from shared import TAGS, sound_file
from voicecoach.errors import VoicecoachError
from voicecoach.sharing.shelf import open_shelf, plain_name

if TYPE_CHECKING:
    from pathlib import Path


def refusal(*paths: Path) -> str:
    with pytest.raises(VoicecoachError) as refused, open_shelf(paths):
        pass
    return str(refused.value)


def test_what_is_no_sound_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "passwd"
    path.write_text("root")
    kinds = ".mp3, .m4a, .m4b, .opus, .ogg, .flac, .wav"
    assert refusal(path) == f'"{path}" is no sound file that phones know; share one in {kinds}'


def test_a_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "album.mp3"
    folder.mkdir()
    assert refusal(folder) == f'"{folder}" is no file; name the sound file itself'


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.mp3"
    os.mkfifo(pipe)
    assert refusal(pipe) == f'"{pipe}" is no file; name the sound file itself'


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no.mp3") == f'"{tmp_path / "no.mp3"}" is no file; name the sound file itself'


def test_there_is_an_end_to_how_many(tmp_path: Path) -> None:
    path = sound_file(tmp_path / "one.mp3")
    assert refusal(*[path] * 201) == "201 files are too many to share at once; name 200 at most"


def test_the_files_are_closed_in_the_end(tmp_path: Path) -> None:
    with open_shelf([sound_file(tmp_path / "one.mp3")]) as (item,):
        assert (item.tags.title, item.read(0, 3)) == (TAGS.title, b"ID3")
    with pytest.raises(ValueError, match="closed file"):
        item.read(0, 3)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("legs", "legs"),
        ("Über Stock & Stein", "Uber-Stock-Stein"),
        ("..", ""),
        ("../../etc/passwd", "etc-passwd"),
        ("筋トレ", ""),
        ('a"b\r\nc', "a-b-c"),
        ("x" * 300, "x" * 80),
    ],
)
def test_names_for_every_program(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_a_name_without_a_letter_is_a_number(tmp_path: Path) -> None:
    with open_shelf([sound_file(tmp_path / "筋トレ.MP3")]) as (item,):
        assert item.file_name == "1.mp3"
