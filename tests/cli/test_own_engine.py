"""The engine of the docs, installed as a package as its reader would, and heard through the command."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import wave
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from command import voicecoach
from installed import install

if TYPE_CHECKING:
    from voicecoach.ports import SpeechEngine

DOC = (Path(__file__).parent.parent.parent / "docs" / "engines.md").read_text("utf-8")
FILES = dict(re.findall(r"^`([\w.]+)`\n\n```\w+\n(.*?)^```", DOC, re.MULTILINE | re.DOTALL))
LONGEST = 35
"""Lines of code: the example is to be read in a minute."""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "bleep"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def installed(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    points = tomllib.loads(FILES["pyproject.toml"])["project"]["entry-points"]["voicecoach.engines"]
    install(package, monkeypatch, "voicecoach.engines", points)
    monkeypatch.delitem(sys.modules, "bleep_engine", raising=False)


def pitch_and_seconds(path: Path) -> tuple[float, float]:
    with wave.open(str(path)) as file:
        rate, pcm = file.getframerate(), file.readframes(file.getnframes())
    samples = np.frombuffer(pcm, np.int16).astype(float)
    strongest = int(np.argmax(np.abs(np.fft.rfft(samples))))
    return strongest * rate / len(samples), len(samples) / rate


def test_it_is_short() -> None:
    assert set(FILES) == {"bleep_engine.py", "pyproject.toml"}
    assert len([line for line in FILES["bleep_engine.py"].splitlines() if line.strip()]) <= LONGEST


@pytest.mark.parametrize(("voice", "pitch"), [("bleep:high", 880), ("bleep:low", 220), ("high", 880)])
@pytest.mark.usefixtures("installed")
def test_it_speaks_by_its_voice_ids(voice: str, pitch: float, tmp_path: Path) -> None:
    result = voicecoach("say", "Switch sides", "--voice", voice, "-o", tmp_path / "line.wav")
    assert (result.code, result.err) == (0, "")
    heard, seconds = pitch_and_seconds(tmp_path / "line.wav")
    assert heard == pytest.approx(pitch, abs=5)
    assert seconds == pytest.approx(0.4, abs=0.03), "a fifth of a second a word, the silent edges cut"


@pytest.mark.usefixtures("installed")
def test_its_voices_are_listed_beside_ours() -> None:
    listed = json.loads(voicecoach("voices", "--json", "--language", "und").out)
    assert [voice["id"] for voice in listed] == ["tone:hum", "bleep:low", "bleep:high"]
    assert (listed[1]["licence"], listed[1]["installed"]) == ("MIT", True)


@pytest.mark.usefixtures("installed")
def test_a_script_and_a_default_choose_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VOICECOACH_HOME", str(tmp_path))
    Path("one.md").write_text("---\nvoice: bleep:high\n---\n\n- Plank: 20s\n  - at 8s: Push.\n")
    spoken = voicecoach("plan", "one.md", "--json")
    assert (spoken.code, spoken.err) == (0, "")
    voice = [event for event in json.loads(spoken.out)["events"] if event["bus"] == "voice"]
    (length,) = [event["end_ms"] - event["start_ms"] for event in voice if event["text"] == "Push."]
    assert 150 < length < 200, "one bleep, its silent edges cut"
    assert voicecoach("voices", "default", "en", "bleep:low").code == 0
    assert "engine         bleep\nvoice          low\n" in voicecoach("say", "--explain", "Ready.").out


@pytest.mark.usefixtures("installed")
def test_a_slip_in_its_voice_is_told() -> None:
    result = voicecoach("say", "Ready.", "--voice", "bleep:hihg")
    assert (result.code, result.err) == (1, 'error: the bleep engine has no voice "hihg"; there are low, high\n')


@pytest.mark.usefixtures("installed")
def test_it_keeps_the_protocol() -> None:
    from voicecoach.model.clip import Utterance
    from voicecoach.ports import SpeechEngine
    from voicecoach.speech.registry import load_engine

    engine: SpeechEngine = load_engine("bleep")
    assert isinstance(engine, SpeechEngine)
    assert len(engine.speak(Utterance("")).samples) == 0
    assert engine.speak(Utterance("One two")).samples.dtype == np.float32


@pytest.mark.voices
def test_pip_installs_it_as_the_docs_say(package: Path, tmp_path: Path) -> None:
    """Into a folder of its own, so that nothing stays behind in the environment of the tests."""
    if not shutil.which("pip"):
        pytest.skip("no pip")
    target = tmp_path / "site"
    quiet = ["--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([sys.executable, "-m", "pip", "install", *quiet, "--target", target, package], check=True)
    search = os.pathsep.join([str(target), *filter(None, [os.environ.get("PYTHONPATH")])])
    command = [sys.executable, "-m", "voicecoach", "say", "Switch sides", "--voice", "bleep:high", "-o", "line.wav"]
    run = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": search}, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert pitch_and_seconds(tmp_path / "line.wav")[0] == pytest.approx(880, abs=5)
