"""What is imported when: --help answers at once, and a voice brings only itself."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

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
