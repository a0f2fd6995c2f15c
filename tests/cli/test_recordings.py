"""Recordings of a pack, through the public command: who is heard, and what is told of a file that cannot be used."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from command import Result, voicecoach
from hearing import Sound, decoded
from voicecoach.loudness import loudness

if TYPE_CHECKING:
    from pathlib import Path

RATE = 24_000
PLACES = {"folder": ("mine/pack.toml", "mine"), "beside": ("mine.toml", "mine")}


def voice(hertz: float, seconds: float = 0.5, level: float = 0.02) -> Sound:
    """Somebody's voice, soft, in half a second of a noisy room at either side."""
    time = np.arange(int(RATE * seconds)) / RATE
    sung = sum(np.sin(2 * np.pi * hertz * n * time) / n for n in range(1, 8)) * level
    room = np.random.default_rng(1).normal(0, level / 300, RATE + len(time))
    room[RATE // 2 : RATE // 2 + len(time)] += sung
    return room.astype(np.float32)


def record(path: Path, hertz: float = 200.0, seconds: float = 0.5) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, voice(hertz, seconds), RATE)


def pack(folder: Path, kind: str = "beside") -> Path:
    """A pack without words of its own; gives the folder of its recordings."""
    file, recordings = PLACES[kind]
    (folder / recordings).mkdir(parents=True)
    (folder / file).write_text("")
    (folder / "workout.md").write_text("---\ncoach: mine\n---\n- Squat: 40s\n- Plank: 5 reps\n")
    return folder / recordings


def exported(folder: Path) -> Result:
    return voicecoach("export", "--engine", "tone", folder / "workout.md", "-o", folder / "out.wav")


def planned(folder: Path) -> list[dict[str, int | str]]:
    told = voicecoach("plan", "--json", "--engine", "tone", folder / "workout.md")
    assert told.code == 0, told.err
    return [event for event in json.loads(told.out)["events"] if event["bus"] == "voice"]


@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("ending", ["wav", "flac", "ogg", "mp3"])
def test_a_recording_of_a_moment_is_heard_trimmed_and_at_the_voices_loudness(
    tmp_path: Path, kind: str, ending: str
) -> None:
    record(pack(tmp_path, kind) / f"halfway.{ending}")
    result = exported(tmp_path)
    assert (result.code, result.err) == (0, "")
    assert result.out.endswith(", 1 recording of your own\n")
    (half,) = [event for event in planned(tmp_path) if event["text"] == f"Halfway.{ending}"]
    length = int(half["end_ms"]) - int(half["start_ms"])
    assert length == pytest.approx(500, abs=60), "the noise of the room is cut off"
    (spoken,) = [event for event in planned(tmp_path) if str(event["text"]).startswith("Next: Plank")]
    heard = decoded(tmp_path / "out.wav", RATE)
    assert loudness(part(heard, half), RATE) == pytest.approx(loudness(part(heard, spoken), RATE), abs=0.5)


def part(heard: Sound, event: dict[str, object]) -> Sound:
    """What is heard while an event lasts."""
    first, end = (int(str(event[key])) * RATE // 1000 for key in ("start_ms", "end_ms"))
    return heard[first:end]


def test_names_numbers_and_words_are_heard_where_they_stand_alone(tmp_path: Path) -> None:
    folder = pack(tmp_path)
    for number, words in enumerate(("exercises/plank", "numbers/5", "words/reps", "words/next")):
        record(folder / f"{words}.wav", 150 + 50 * number, 0.4)
    before = {str(event["text"]): event for event in planned(tmp_path)}
    (announced,) = [text for text in before if text.startswith("Next: Plank, 5 reps.")]
    spoken = voicecoach("say", "--explain", announced, "--coach", tmp_path / "mine.toml", "--engine", "tone")
    assert spoken.code == 0
    result = voicecoach(
        "say", "Next: Plank, 5 reps.", "--coach", tmp_path / "mine.toml", "--engine", "tone", "-o", tmp_path / "s.wav"
    )
    assert result.code == 0, result.err
    lasts = len(decoded(tmp_path / "s.wav", RATE)) / RATE
    assert lasts == pytest.approx(4 * 0.4 + 0.15 + 0.15 + 0.05, abs=0.15)


def test_a_pack_without_recordings_says_nothing_of_them(tmp_path: Path) -> None:
    pack(tmp_path)
    assert "recording of your own" not in exported(tmp_path).out


def test_a_recording_goes_before_the_packs_words_and_the_scripts_words_before_it(tmp_path: Path) -> None:
    record(pack(tmp_path) / "halfway.wav")
    (tmp_path / "mine.toml").write_text('[cues]\nhalfway = "Half."\n')
    assert "Halfway.wav" in {event["text"] for event in planned(tmp_path)}
    (tmp_path / "workout.md").write_text("---\ncoach: mine\ncues:\n  halfway: Middle.\n---\n- Squat: 40s\n")
    assert {"Middle."} <= {event["text"] for event in planned(tmp_path)}


def test_recordings_of_a_moment_take_turns(tmp_path: Path) -> None:
    folder = pack(tmp_path)
    record(folder / "halfway.wav")
    record(folder / "halfway-2.wav")
    (tmp_path / "workout.md").write_text("---\ncoach: mine\n---\n- Squat: 40s\n- Plank: 40s\n- Squat: 40s\n")
    heard = [event["text"] for event in planned(tmp_path) if str(event["text"]).startswith("Halfway")]
    assert sorted(set(heard)) == ["Halfway-2.wav", "Halfway.wav"]
    assert heard[0] != heard[1] != heard[2]


def test_a_recording_that_changes_is_heard_anew(tmp_path: Path) -> None:
    folder = pack(tmp_path)
    lengths = []
    for seconds in (0.4, 0.8):
        record(folder / "halfway.wav", seconds=seconds)
        (half,) = [event for event in planned(tmp_path) if event["text"] == "Halfway.wav"]
        lengths.append(int(half["end_ms"]) - int(half["start_ms"]))
    assert lengths[1] - lengths[0] == pytest.approx(400, abs=20)


@pytest.mark.parametrize("command", ["export", "plan", "check"])
def test_a_recording_that_is_no_sound_is_told(tmp_path: Path, command: str) -> None:
    path = pack(tmp_path) / "halfway.wav"
    path.write_bytes(b"this is no sound at all, it is a letter to somebody" * 40)
    result = voicecoach(command, tmp_path / "workout.md")
    assert result.code == 1
    assert result.err.splitlines()[-1].startswith(f'error: the recording "{path}" ')


def test_a_silent_recording_is_told(tmp_path: Path) -> None:
    path = pack(tmp_path) / "halfway.wav"
    soundfile.write(path, np.zeros(RATE, np.float32), RATE)
    result = exported(tmp_path)
    assert (result.code, result.err) == (
        1,
        f'error: the recording "{path}" is silent; record it again, or remove it\n',
    )


def test_a_recording_of_an_hour_is_told(tmp_path: Path) -> None:
    path = pack(tmp_path) / "halfway.flac"
    soundfile.write(path, np.zeros(RATE * 61, np.float32), RATE)
    result = exported(tmp_path)
    assert (result.code, result.err) == (1, f'error: the recording "{path}" is longer than a minute; cut it\n')


@pytest.mark.parametrize(
    ("name", "size", "message", "hint"),
    [
        ("halfway.wav", 50_000_000, "the recording has 50 MB", "a recording has at most 10 MB: cut it"),
        ("halfway.wav", 0, "the recording is empty", "record it again, or remove it"),
        ("numbers/5.ogg", 0, "the recording is empty", "record it again, or remove it"),
        ("halfwy.wav", 10, 'no moment is called "halfwy"', 'did you mean "halfway.wav"?'),
        ("my-song.mp3", 10, 'no moment is called "my_song"', "recordings of other words stand in words/"),
    ],
)
def test_a_file_that_cannot_be_a_recording_is_told_with_its_path(
    tmp_path: Path, name: str, size: int, message: str, hint: str
) -> None:
    path = pack(tmp_path) / name
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        file.truncate(size)
    result = exported(tmp_path)
    assert result.code == 1
    assert result.err == (
        f"{path}:1:1: error: {message} [bad-recording]\n  hint: {hint}\n\n"
        "error: 1 error. Nothing was played or written.\n"
    )


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")
def test_a_voice_message_of_a_phone_is_read_with_ffmpeg(tmp_path: Path) -> None:
    pytest.importorskip("pydub", reason="pydub is not installed (the extra `formats`)")
    folder = pack(tmp_path)
    record(tmp_path / "half.wav")
    subprocess.run(
        ["ffmpeg", "-v", "error", "-i", tmp_path / "half.wav", "-c:a", "aac", folder / "halfway.m4a"], check=True
    )
    assert exported(tmp_path).out.endswith(", 1 recording of your own\n")
