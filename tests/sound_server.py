"""A sound server of the test's own: what a program plays is recorded as it would reach the speakers."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RATE = 48_000
SINK = "voicecoach_test"
FIRST = ("chrt", "--rr", "5") if getattr(os, "geteuid", lambda: 1)() == 0 else ()
"""On a desktop the sound server has real-time priority: it is not what is tested, so nobody may keep it waiting."""

_PATIENCE_SECONDS = 10.0
_SCALE = 32_768.0

needs_server = pytest.mark.skipif(
    not (shutil.which("pulseaudio") and shutil.which("parec")), reason="PulseAudio and its utilities are not installed"
)


@dataclass
class Recording:
    """What came out of the sink, and when it arrived.

    Attributes:
        chunks: One channel, as 16-bit samples.
        arrivals: The clock when each chunk had arrived, in seconds.
    """

    chunks: list[np.ndarray] = field(default_factory=list)
    arrivals: list[float] = field(default_factory=list)

    @property
    def samples(self) -> np.ndarray:
        return np.concatenate([np.zeros(0, np.float32), *self.chunks])

    def sample_at(self, clock: float) -> int:
        """The first sample that was heard at a time, or one a little earlier: what has arrived is never early."""
        ends = np.cumsum([len(chunk) for chunk in self.chunks]) / RATE
        return round((clock - float(np.min(np.array(self.arrivals) - ends))) * RATE)


@contextmanager
def sound_server(folder: Path) -> Iterator[dict[str, str]]:
    """A private PulseAudio with one sink that nobody hears; gives the environment for its clients.

    ``norewinds`` makes the sink take its sound in small blocks as a real device does, instead of seconds ahead.
    """
    socket = folder / "pulse.sock"
    folder.chmod(0o700)
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "PULSE_SERVER": f"unix:{socket}", "HOME": str(folder)}
    server = subprocess.Popen(
        [
            *("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1"),
            f"--log-target=file:{folder / 'pulse.log'}",
            *("-L", f"module-native-protocol-unix auth-anonymous=1 socket={socket}"),
            *("-L", f"module-null-sink sink_name={SINK} rate={RATE} channels=2 format=s16le norewinds=1"),
        ],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while subprocess.run(["pactl", "info"], env=environment, capture_output=True, check=False).returncode:
            assert time.monotonic() < deadline, "the sound server does not answer"
            time.sleep(0.05)
        if FIRST:  # only now: when it starts, it takes back what it was given
            subprocess.run([*FIRST[:-1], "--pid", FIRST[-1], str(server.pid)], check=True)
        yield environment
    finally:
        server.terminate()
        server.wait(_PATIENCE_SECONDS)


@contextmanager
def recording(environment: dict[str, str]) -> Iterator[Recording]:
    """Record what the sink is given."""
    recorder = subprocess.Popen(
        [
            *FIRST,
            "parec",
            "-d",
            f"{SINK}.monitor",
            "--format=s16le",
            f"--rate={RATE}",
            "--channels=1",
            "--latency-msec=10",
        ],
        env=environment,
        stdout=subprocess.PIPE,
    )
    assert recorder.stdout
    made = Recording()
    descriptor = recorder.stdout.fileno()

    def read() -> None:
        rest = b""
        while data := os.read(descriptor, 1 << 16):
            arrived = time.monotonic()
            data = rest + data
            whole = len(data) // 2 * 2
            rest = data[whole:]
            made.chunks.append(np.frombuffer(data[:whole], "<i2").astype(np.float32) / np.float32(_SCALE))
            made.arrivals.append(arrived)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not made.chunks:
        assert time.monotonic() < deadline, "nothing is recorded"
        time.sleep(0.01)
    try:
        yield made
    finally:
        recorder.terminate()
        reader.join(_PATIENCE_SECONDS)
        recorder.stdout.close()
        recorder.wait(_PATIENCE_SECONDS)
