"""How loud exported files are, by ffmpeg's meter on the decoded file."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from command import voicecoach
from songs import write_song

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.peers,
    pytest.mark.skipif(not shutil.which("ffmpeg"), reason="ffmpeg is not on the path"),
]

CIRCUIT = "## Main (4 rounds)\n- Squat: 20s\n- Rest: 20s\n"
QUIET = "- Plank: 3 min\n- Rest: 3 min\n"


def measured(path: Path) -> tuple[float, float]:
    """Integrated loudness in LUFS and true peak in dBTP."""
    command = ["ffmpeg", "-hide_banner", "-nostats", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr.split("Summary:")[1]
    loudness, peak = re.search(r"I: +(\S+) LUFS", told), re.search(r"Peak: +(\S+) dBFS", told)
    assert loudness
    assert peak
    return float(loudness[1]), float(peak[1])


@pytest.mark.parametrize(
    ("coach", "suffix"), [("friendly", ".mp3"), ("minimal", ".mp3"), ("drill", ".mp3"), ("friendly", ".wav")]
)
@pytest.mark.parametrize("text", [CIRCUIT, QUIET], ids=["circuit", "quiet"])
def test_a_file_in_mono(tmp_path: Path, text: str, coach: str, suffix: str) -> None:
    (tmp_path / "workout.md").write_text(text)
    target = tmp_path / f"out{suffix}"
    voicecoach("export", "--engine", "pyttsx3", "--coach", coach, tmp_path / "workout.md", "-o", target)

    loudness, peak = measured(target)
    assert loudness == pytest.approx(-19.0, abs=0.5)
    assert peak <= -1.0


@pytest.mark.parametrize("level", ["0", "6"])
def test_a_file_with_music(tmp_path: Path, level: str) -> None:
    (tmp_path / "workout.md").write_text(CIRCUIT)
    song = write_song(tmp_path / "song.wav", 30.0)
    options = ("--music", song, "--music-level", level, "-o", tmp_path / "out.mp3")
    voicecoach("export", "--engine", "pyttsx3", tmp_path / "workout.md", *options)

    loudness, peak = measured(tmp_path / "out.mp3")
    assert loudness == pytest.approx(-16.0, abs=0.5)
    assert peak <= -1.0


def test_hardly_anything_but_beeps_stays_softer(tmp_path: Path) -> None:
    (tmp_path / "workout.md").write_text(CIRCUIT)
    voicecoach("export", "--engine", "tone", "--mix", "beeps", tmp_path / "workout.md", "-o", tmp_path / "out.mp3")

    assert -26.0 < measured(tmp_path / "out.mp3")[0] < -19.5
