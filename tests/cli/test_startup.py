"""What is imported when: --help answers at once, and a voice brings only itself."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

MAPS = Path("/proc/self/maps")

LISTED = "import sys, atexit; atexit.register(lambda: print(*sorted(sys.modules), sep='\\n', file=sys.stderr));"


def modules_after(*arguments: str) -> set[str]:
    code = f"{LISTED} from voicecoach.cli import main; main({list(arguments)!r})"
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    return {name.partition(".")[0] for name in child.stderr.split()}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_needs_no_engine_codec_or_parser(arguments: list[str]) -> None:
    heavy = {"numpy", "onnxruntime", "hibari", "pyttsx3", "lameenc", "soxr", "markdown_it", "ruamel", "platformdirs"}
    assert not modules_after(*arguments) & heavy


def test_the_robot_voice_brings_no_neural_network(tmp_path: Path) -> None:
    brought = modules_after("say", "--engine", "pyttsx3", "Rest", "-o", str(tmp_path / "rest.wav"))
    assert "pyttsx3" in brought
    assert not brought & {"onnxruntime", "hibari"}


@pytest.mark.skipif(not MAPS.exists(), reason="only Linux tells which libraries a process has loaded")
@pytest.mark.parametrize("engine", ["natural", "pyttsx3"])
def test_no_sound_or_speech_library_of_the_system_is_used(engine: str, tmp_path: Path) -> None:
    """What speaks, encodes and resamples comes with the installed packages, whatever the system has."""
    arguments = ["say", "--engine", engine, "Rest.", "-o", str(tmp_path / "rest.mp3")]
    told = f"import atexit, pathlib; atexit.register(lambda: print(pathlib.Path({str(MAPS)!r}).read_text()));"
    code = f"{told} from voicecoach.cli import main; main({arguments!r})"
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    loaded = {line.split()[-1] for line in child.stdout.splitlines() if ".so" in line}
    sounding = re.compile(r"espeak|pulse|asound|portaudio|sndfile|avcodec|lame|soxr|flite|onnx", re.IGNORECASE)
    used = {path for path in loaded if sounding.search(Path(path).name)}
    assert used
    assert all("site-packages" in path or "dist-packages" in path for path in used)
