"""``voicecoach play`` and ``devices`` through the public command, unheard."""

from __future__ import annotations

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

import pytest

from command import voicecoach

if TYPE_CHECKING:
    from pathlib import Path

QUICK = ("--quick", "squat 20s, rest 20s, plank 20s")
PLAY = [sys.executable, "-m", "voicecoach", "play", "--plain", "--backend", "null", "--engine", "tone", *QUICK]
DEADLINE_SECONDS = 30.0
NO_DEVICE = {"PULSE_SERVER": "unix:/nowhere/pulse.sock", "XDG_RUNTIME_DIR": "/nowhere", "ALSA_CONFIG_PATH": os.devnull}


@pytest.mark.parametrize(
    ("sent", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)], ids=["Ctrl-C", "SIGTERM", "closed terminal"]
)
def test_a_signal_ends_it_cleanly(sent: str, code: int) -> None:
    with subprocess.Popen(PLAY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stdout
        first = child.stdout.readline()
        child.send_signal(getattr(signal, sent))
        out, err = child.communicate(timeout=DEADLINE_SECONDS)
    assert first.endswith("  Start\n")
    assert (child.returncode, err) == (code, "")
    assert "Traceback" not in out


@pytest.mark.skipif(shutil.which("nohup") is None, reason="nohup is not installed")
def test_with_nohup_a_closed_terminal_ends_nothing() -> None:
    with subprocess.Popen(["nohup", *PLAY], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as child:
        assert child.stdout
        first = child.stdout.readline()
        child.send_signal(signal.SIGHUP)
        second = child.stdout.readline()
        child.terminate()
        child.communicate(timeout=DEADLINE_SECONDS)
    assert (first.split()[-1], second.split()[-1]) == ("Start", "Squat")
    assert child.returncode == 143


def until(descriptor: int, wanted: str, seen: str = "") -> str:
    """Read from a terminal until a text has come."""
    end = time.monotonic() + DEADLINE_SECONDS
    while wanted not in seen:
        assert time.monotonic() < end, seen
        seen += os.read(descriptor, 1_024).decode()
    return seen


def test_keys_of_a_terminal() -> None:
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    with subprocess.Popen([*PLAY, "--from", "rest"], stdin=theirs, stdout=theirs, stderr=theirs) as child:
        until(ours, "Rest")
        for key, answer in (
            (b" ", "paused"),
            (b" ", "goes on"),
            (b"m", "the coach is silent"),
            (b"m", "the coach is back"),
            (b"\x1b[B", "volume 90 %"),
            (b"?", "space pause and go on"),
            (b"-", "Plank"),
            (b"q", "Stopped at "),
        ):
            os.write(ours, key)
            until(ours, answer)
        assert child.wait(DEADLINE_SECONDS) == 0
    assert termios.tcgetattr(theirs) == before
    os.close(ours)
    os.close(theirs)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a device")
def test_without_a_device_there_is_a_way_out() -> None:
    command = [sys.executable, "-m", "voicecoach", "play", *QUICK]
    done = subprocess.run(command, env={**os.environ, **NO_DEVICE}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("error: no sound device can be opened (")
    assert done.stderr.endswith(
        "); `voicecoach export` writes the workout to a file, and `--backend null` plays it unheard\n"
    )
    assert len(done.stderr.splitlines()) == 1


def test_a_device_of_another_name() -> None:
    result = voicecoach("play", *QUICK, "--backend", "null", "--device", "Kitchen", "--engine", "tone")
    assert (result.code, result.out, result.err) == (1, "", 'error: no device is called "Kitchen"; there are null\n')


def test_a_place_that_is_not_there() -> None:
    result = voicecoach("play", *QUICK, "--backend", "null", "--from", "deadlift", "--engine", "tone")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        'error: there is no step "deadlift"; write a time (4:30), the number of a step in `voicecoach plan`, or how '
        "its name begins\n"
    )


def test_a_script_with_errors_is_not_played(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text("- Squat: 4 parsecs\n")
    result = voicecoach("play", tmp_path / "bad.md", "--backend", "null")
    assert result.code == 1
    assert result.err.endswith("Nothing was played or written.\n")


def test_devices_are_listed() -> None:
    result = voicecoach("devices", "--json")
    found = {backend["backend"]: backend for backend in json.loads(result.out)}
    assert list(found) == ["miniaudio", "sounddevice", "simpleaudio", "null"]
    assert found["null"] == {
        "backend": "null",
        "devices": [{"name": "null", "default": True}],
        "problem": "",
        "limits": "Nothing is heard.",
    }
    shown = voicecoach("devices")
    assert (result.code, shown.code) == (0, 0)
    assert "null\n  null (default)\n  Nothing is heard.\n" in shown.out
