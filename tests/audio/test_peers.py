"""What the programs that most players are built on make of our files."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import miniaudio
import numpy as np
import pytest
import soundfile
from mutagen.mp3 import MP3

from voicecoach.model.timeline import Chapter, Tags
from voicecoach.sinks.mp3 import Mp3Sink

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.peers,
    pytest.mark.skipif(
        not (shutil.which("ffmpeg") and shutil.which("ffprobe")), reason="ffmpeg and ffprobe are not on the path"
    ),
]

SECONDS = 30


def exported(path: Path, rate: int, channels: int, chapters: int) -> Path:
    """Half a minute of tones and silence in turns, with so many chapters."""
    length = SECONDS * 1000 // chapters
    names = tuple(Chapter(f"Réunion {number}", number * length, (number + 1) * length) for number in range(chapters))
    sink = Mp3Sink(path, rate, channels)
    time = np.arange(rate) / rate
    for second in range(SECONDS):
        tone = 0.3 * np.sin(2 * np.pi * (200 + 10 * second) * time) * (second % 3 == 0)
        sink.write(np.repeat(tone.astype(np.float32)[:, None], channels, axis=1))
    sink.finish(Tags("Beine & Gesäß", "Natural", "voicecoach", "de", SECONDS * 1000, names))
    return path


def probed(path: Path) -> dict[str, Any]:
    command = ["ffprobe", "-v", "warning", "-of", "json", "-show_format", "-show_streams", "-show_chapters", path]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return dict(json.loads(done.stdout))


FORMATS = pytest.mark.parametrize(("rate", "channels"), [(24_000, 1), (24_000, 2), (44_100, 1), (48_000, 2)])


@FORMATS
def test_duration_and_tags(tmp_path: Path, rate: int, channels: int) -> None:
    """Older versions count whole frames, with what the encoder put before and behind the sound: under 50 ms."""
    found = probed(exported(tmp_path / "legs.mp3", rate, channels, 3))

    assert 0 <= float(found["streams"][0]["duration"]) - SECONDS < 0.05
    tags = found["format"]["tags"]
    assert (tags["title"], tags["artist"], tags["album"]) == ("Beine & Gesäß", "Natural", "voicecoach")


@pytest.mark.parametrize("count", [1, 3, 600])
def test_chapters_in_order(tmp_path: Path, count: int) -> None:
    chapters = probed(exported(tmp_path / "legs.mp3", 24_000, 1, count))["chapters"]

    length = SECONDS * 1000 // count
    assert [chapter["tags"]["title"] for chapter in chapters] == [f"Réunion {number}" for number in range(count)]
    assert [round(float(chapter["start_time"]) * 1000) for chapter in chapters] == [n * length for n in range(count)]


@FORMATS
def test_decoding_without_one_warning(tmp_path: Path, rate: int, channels: int) -> None:
    path = exported(tmp_path / "legs.mp3", rate, channels, 3)

    command = ["ffmpeg", "-v", "warning", "-xerror", "-err_detect", "explode", "-i", path, "-f", "s16le", "-"]
    done = subprocess.run(command, capture_output=True, check=True)

    assert done.stderr == b""
    assert len(done.stdout) == SECONDS * rate * channels * 2


WAYS = pytest.mark.parametrize("way", ["regions", "segments"])


def put_together(path: Path, way: str) -> tuple[Path, int]:
    """A file that is no encoder's stream of the whole, and how many samples of each channel it has."""
    rate = 24_000
    time = np.arange(rate // 576 * 576) / rate
    tone = (0.3 * np.sin(2 * np.pi * 330 * time) * np.hanning(len(time)) ** 4).astype(np.float32)[:, None]
    sink = Mp3Sink(path, rate, 1, threads=2)
    if way == "regions":
        for number in range(SECONDS):
            sink.sound(number % 3, len(tone), lambda number=number: tone * np.float32(0.3 * (number % 3 + 1)))
            sink.silence(576 * (number % 7))
        frames = SECONDS * len(tone) + 576 * sum(number % 7 for number in range(SECONDS))
    else:
        for _ in range(4 * SECONDS):
            sink.write(tone)
        frames = 4 * SECONDS * len(tone)
    sink.finish(Tags("Beine", "Natural", "voicecoach", "de", frames * 1000 // rate))
    return path, frames


@WAYS
def test_frames_put_together_decode_without_one_warning(tmp_path: Path, way: str) -> None:
    path, frames = put_together(tmp_path / "legs.mp3", way)

    command = ["ffmpeg", "-v", "warning", "-xerror", "-err_detect", "explode", "-i", path, "-f", "s16le", "-"]
    done = subprocess.run(command, capture_output=True, check=True)

    assert done.stderr == b""
    assert len(done.stdout) == 2 * frames


@WAYS
def test_everybody_agrees_on_the_length(tmp_path: Path, way: str) -> None:
    path, frames = put_together(tmp_path / "legs.mp3", way)

    assert soundfile.info(path).frames == frames
    assert miniaudio.mp3_get_file_info(str(path)).num_frames == frames
    assert MP3(path).info.length == pytest.approx(frames / 24_000, abs=1e-6)
    assert 0 <= float(probed(path)["streams"][0]["duration"]) - frames / 24_000 < 0.07
