"""Music through the command: what is heard, and what becomes of files that cannot be played."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from command import voicecoach
from songs import write_song
from voicecoach.decoding import conversion
from voicecoach.decoding.stream import SoundStream

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = "---\nlead-in: 1s\nget-ready: 6s\n---\n- Plank: 10s\n- Rest: 20s\n- Squat: 10s\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "workout.md").write_text(SCRIPT)
    (tmp_path / "songs").mkdir()
    write_song(tmp_path / "songs" / "1.wav", 7.0)
    write_song(tmp_path / "songs" / "2.wav", 5.0, seed=2)
    return tmp_path


def export(*options: str, target: str = "out.wav") -> tuple[int, str]:
    result = voicecoach("export", "--engine", "tone", "workout.md", "-o", target, *options)
    assert "Traceback" not in result.err
    return result.code, result.err


def sound(name: str) -> tuple[np.ndarray, int]:
    samples, rate = soundfile.read(name)
    return samples, rate


def test_a_file_with_music_is_stereo_and_never_silent(folder: Path) -> None:
    assert export("--music", "songs") == (0, "")

    samples, rate = sound("out.wav")
    assert (rate, samples.shape[1]) == (44_100, 2)
    between = np.abs(samples[2 * rate : -3 * rate]).max(axis=1)
    assert between[: len(between) // rate * rate].reshape(-1, rate).max(axis=1).min() > 0.005


def test_parts_are_equally_long_and_add_up(folder: Path) -> None:
    lengths = set()
    for part in ("full", "voice", "beeps", "music"):
        assert export("--music", "songs", "--mix", part, target=f"{part}.wav") == (0, "")
        samples, rate = sound(f"{part}.wav")
        assert (rate, samples.ndim) == ((44_100, 2) if part in ("full", "music") else (24_000, 1))
        lengths.add(len(samples) / rate)
    assert len(lengths) == 1
    voice, beeps = (np.abs(sound(f"{part}.wav")[0]) > 0.01 for part in ("voice", "beeps"))
    assert voice.any()
    assert beeps.any()
    assert not (voice & beeps).any()


def test_a_script_names_music_from_its_own_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "workout.md").write_text(SCRIPT.replace("---\n", "---\nmusic: {work: songs/1.wav}\n", 1))
    (folder / "elsewhere").mkdir()
    monkeypatch.chdir(folder / "elsewhere")
    result = voicecoach("export", "--engine", "tone", "../workout.md", "-o", "out.wav")
    assert (result.code, result.err) == (0, "")
    assert sound("out.wav")[1] == 44_100


def test_the_same_twice(folder: Path) -> None:
    for target in ("one.mp3", "two.mp3"):
        assert export("--music", "songs", target=target) == (0, "")
    assert (folder / "one.mp3").read_bytes() == (folder / "two.mp3").read_bytes()


def test_kept_awake_there_is_no_silence(folder: Path) -> None:
    assert export("--keep-awake", target="out.mp3") == (0, "")
    samples, _ = sound("out.mp3")
    still = np.abs(samples[: len(samples) // 4_800 * 4_800]).reshape(-1, 4_800).max(axis=1)
    assert still.min() > 1e-4


def test_one_bad_file_of_several_is_left_out(folder: Path) -> None:
    (folder / "songs" / "3.mp3").write_bytes(b"")
    (folder / "songs" / "4.flac").write_bytes(b"no sound at all" * 500)
    code, told = export("--music", "songs")
    assert code == 0
    assert told.splitlines()[0] == 'The music "3.mp3" is left out: it is empty.'
    assert told.splitlines()[1].startswith('The music "4.flac" is left out: ')
    assert (folder / "out.wav").exists()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.mp3", b"", 'error: the music "empty.mp3" cannot be played: it is empty\n'),
        ("none.wav", None, 'error: there is no music "{folder}/none.wav"; write the path of a file or a folder\n'),
    ],
)
def test_music_that_is_none_writes_nothing(folder: Path, name: str, content: bytes | None, told: str) -> None:
    if content is not None:
        (folder / name).write_bytes(content)
    assert export()[0] == 0
    older = (folder / "out.wav").read_bytes()
    assert export("--music", name) == (1, told.format(folder=folder))
    assert (folder / "out.wav").read_bytes() == older


def test_silence_is_no_music(folder: Path) -> None:
    soundfile.write("silence.wav", np.zeros((44_100, 2)), 44_100)
    assert export("--music", "silence.wav") == (
        1, 'error: the music "silence.wav" cannot be played: it is silent\n'
    )  # fmt: skip


def test_a_folder_without_music(folder: Path) -> None:
    (folder / "empty").mkdir()
    code, told = export("--music", "empty")
    assert code == 1
    assert told == f'error: there is no music in the folder "{folder}/empty"; put files such as .mp3 there\n'


def test_only_bad_files(folder: Path) -> None:
    for name in ("1.wav", "2.wav"):
        (folder / "songs" / name).write_bytes(b"")
    code, told = export("--music", "songs")
    assert code == 1
    assert told.splitlines()[-1] == "error: none of the 2 files of music can be played; choose others, or none"
    assert not (folder / "out.wav").exists()


def test_a_file_that_goes_away_meanwhile_leaves_no_half_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was measured before; when its end is to be mixed it is shorter than it was."""
    assert export("--music", "songs/1.wav") == (0, "")
    older = (folder / "out.wav").read_bytes()
    read = SoundStream.read
    monkeypatch.setattr(
        SoundStream, "read", lambda stream, start, count: read(stream, start, count)[: max(0, 5 * 44_100 - start)]
    )
    assert export("--music", "songs/1.wav") == (
        1, 'error: the music "1.wav" ends early now; was it changed meanwhile?\n'
    )  # fmt: skip
    assert (folder / "out.wav").read_bytes() == older
    assert sorted(path.name for path in folder.iterdir()) == ["out.wav", "songs", "workout.md"]


@pytest.mark.parametrize("target", ["songs/1.wav", "linked.wav"])
def test_music_is_never_written_over(folder: Path, target: str) -> None:
    (folder / "linked.wav").symlink_to(folder / "songs" / "1.wav")
    before = (folder / "songs" / "1.wav").read_bytes()
    assert export("--music", "songs", target=target) == (
        1, f'error: "{target}" is a part of the workout itself; choose another name\n'
    )  # fmt: skip
    assert (folder / "songs" / "1.wav").read_bytes() == before


def test_music_alone_without_music(folder: Path) -> None:
    assert export("--mix", "music") == (1, "error: there is no music to be written; choose some with --music\n")


@pytest.mark.peers
def test_what_only_ffmpeg_reads(folder: Path) -> None:
    subprocess.run(["ffmpeg", "-v", "error", "-i", "songs/1.wav", "one.m4a"], check=True)
    assert export("--music", "one.m4a") == (0, "")
    assert sound("out.wav")[0][10 * 44_100 : 11 * 44_100].any()


def test_without_ffmpeg_the_remedy_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "one.m4a").write_bytes(b"\0" * 5_000)
    monkeypatch.setattr(conversion.shutil, "which", lambda _: None)
    remedy = "install ffmpeg for other kinds than MP3, FLAC, WAV and Ogg Vorbis"
    assert export("--music", "one.m4a") == (1, f'error: the music "one.m4a" cannot be played: {remedy}\n')


def test_levels_are_bounded(folder: Path) -> None:
    code, told = export("--music", "songs", "--music-level", "12")
    assert code == 2
    assert "12.0 is not in the range -40.0<=x<=6.0" in told
