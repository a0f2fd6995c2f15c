"""A session bus of the test's own, as a desktop has one, and the programs that read from it."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

needs_bus = pytest.mark.skipif(
    not all(map(shutil.which, ("dbus-daemon", "dbus-monitor", "playerctl"))),
    reason="D-Bus or playerctl is not installed",
)


@contextmanager
def session_bus(folder: Path) -> Iterator[str]:
    """A private bus; gives its address."""
    command = ["dbus-daemon", "--session", "--nofork", f"--address=unix:path={folder}/bus", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


def playerctl(*arguments: str) -> str:
    """What playerctl answers on the bus of the environment."""
    command = ["playerctl", "--player=voicecoach", *arguments]
    done = subprocess.run(command, env=os.environ, capture_output=True, text=True, timeout=20, check=False)
    return (done.stdout or done.stderr).strip()


@contextmanager
def listening(rule: str) -> Iterator[subprocess.Popen[str]]:
    """What is told on the bus of the environment, line by line."""
    command = ["stdbuf", "-oL", "dbus-monitor", "--session", rule]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as monitor:
        try:
            yield monitor
        finally:
            monitor.terminate()
