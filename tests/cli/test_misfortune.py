"""What users get wrong and what happens to them: one clear message, and nothing half-written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from command import SCRIPTS, voicecoach

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "- Plank: 20s\n"
BAD = "- Plnak: 20s\n- Squat: 3 repps\n"


def export(folder: Path, text: str, *options: str, target: str = "out.mp3") -> tuple[object, str]:
    (folder / "workout.md").write_text(text)
    result = voicecoach("export", "--engine", "tone", folder / "workout.md", "-o", folder / target, *options)
    assert "Traceback" not in result.err
    return result.code, result.err


def test_a_script_with_errors_writes_nothing_and_keeps_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "out.mp3").write_bytes(b"an older file")
    code, told = export(tmp_path, BAD)
    assert code == 1
    assert told.splitlines()[-1] == "error: 2 errors. Nothing was played or written."
    assert f'{tmp_path}/workout.md:1:3: error: no exercise is called "Plnak" [unknown-exercise]' in told
    assert (tmp_path / "out.mp3").read_bytes() == b"an older file"


def test_a_missing_script_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "legs.md").write_text(GOOD)
    result = voicecoach("export", "leg.md")
    assert result.code == 1
    assert result.err.startswith("error: ")
    assert '"legs.md"' in result.err


def test_an_unknown_engine_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    (tmp_path / "workout.md").write_text(GOOD)
    result = voicecoach("export", "--engine", "natrual", tmp_path / "workout.md", "-o", tmp_path / "out.mp3")
    assert (result.code, result.err) == (1, 'error: no engine is called "natrual"; did you mean "natural"?\n')


def test_a_target_of_no_known_kind_is_refused(tmp_path: Path) -> None:
    code, told = export(tmp_path, GOOD, target="out.xyz")
    assert code == 1
    assert "end its name in .mp3, .m4a, .m4b, .opus, .ogg, .flac or .wav" in told


def test_a_target_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    code, told = export(tmp_path, GOOD, target="nowhere/out.mp3")
    assert code == 1
    assert str(tmp_path / "nowhere") in told


def test_a_target_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out.mp3").mkdir()
    code, _ = export(tmp_path, GOOD)
    assert code == 1
    assert list((tmp_path / "out.mp3").iterdir()) == []


def test_wrong_usage_is_told_by_exit_code_two() -> None:
    result = voicecoach("export")
    assert result.code == 2
    assert "name a script, or write the workout behind --quick" in result.err


def test_a_cache_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a-file").write_text("")
    monkeypatch.setenv("VOICECOACH_CACHE", str(tmp_path / "a-file" / "below"))
    (tmp_path / "workout.md").write_text(GOOD)
    result = voicecoach("export", "--engine", "tone", tmp_path / "workout.md", "-o", tmp_path / "out.mp3")
    assert result.code == 0
    assert len(result.err.splitlines()) == 1
    assert (tmp_path / "out.mp3").stat().st_size > 1000


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)])
def test_an_end_in_the_middle_leaves_the_older_file(number: signal.Signals, code: int, tmp_path: Path) -> None:
    """The child is stopped as soon as it has begun to write.

    Python lets itself be killed by an interrupt that it met while it made a class; a shell calls that 130 as well.
    """
    target = tmp_path / "out.mp3"
    target.write_bytes(b"an older file")
    command = [sys.executable, "-m", "voicecoach", "export", "--engine", "tone", SCRIPTS / "leg-and-glute.md"]
    with subprocess.Popen(
        [*command, "--force", "-o", target],
        env={**os.environ, "VOICECOACH_CACHE": str(tmp_path / "cache")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        deadline = time.monotonic() + 20
        while child.poll() is None and not list(tmp_path.glob(".out.mp3*")) and time.monotonic() < deadline:
            time.sleep(0.002)
        child.send_signal(number)
        _, told = child.communicate(timeout=20)
    assert child.returncode == code or (number is signal.SIGINT and child.returncode == -number)
    assert "Traceback" not in told
    assert target.read_bytes() == b"an older file"
    if number != signal.SIGKILL:
        assert list(tmp_path.glob(".out.mp3*")) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("suffix", [".mp3", ".m4b"])
def test_an_end_in_the_middle_of_an_album_leaves_nothing_of_it(
    number: signal.Signals, suffix: str, tmp_path: Path
) -> None:
    if suffix != ".mp3":
        pytest.importorskip("av", reason="PyAV is not installed: pip install 'voicecoach[formats]'")
    command = [sys.executable, "-m", "voicecoach", "export", "--engine", "tone", "--split", "steps"]
    with subprocess.Popen(
        [*command, SCRIPTS / "leg-and-glute.md", "-o", tmp_path / f"out{suffix}", "--beside", "lrc"],
        env={**os.environ, "VOICECOACH_CACHE": str(tmp_path / "cache")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        deadline = time.monotonic() + 30
        while child.poll() is None and not list(tmp_path.glob(".out.*/03*")) and time.monotonic() < deadline:
            time.sleep(0.002)
        child.send_signal(number)
        _, told = child.communicate(timeout=30)
    assert child.returncode in {128 + number, -number}
    assert "Traceback" not in told
    assert [path.name for path in tmp_path.iterdir() if path.name != "cache"] == []


def test_a_closed_pipe_is_no_fault(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "voicecoach", "plan", "--engine", "tone", SCRIPTS / "core-twelve.md"]
    child = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, check=False, timeout=30)
    os.close(write)
    assert child.stderr == ""
