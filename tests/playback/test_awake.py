"""A desktop is asked to stay awake as long as a workout plays."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from session_bus import needs_bus, session_bus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [pytest.mark.desktop, needs_bus]

PATIENCE_SECONDS = 30.0

SCREEN_SAVER = """
import asyncio
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, dbus_method

class ScreenSaver(ServiceInterface):
    @dbus_method()
    def Inhibit(self, who: 's', why: 's') -> 'u':
        print("awake", flush=True)
        return 7

    @dbus_method()
    def UnInhibit(self, cookie: 'u'):
        print("may sleep", cookie, flush=True)

async def serve():
    bus = await MessageBus().connect()
    bus.export("/org/freedesktop/ScreenSaver", ScreenSaver("org.freedesktop.ScreenSaver"))
    await bus.request_name("org.freedesktop.ScreenSaver")
    print("ready", flush=True)
    await bus.wait_for_disconnect()

asyncio.run(serve())
"""
"""A desktop's part: what the Idle Inhibition Service Draft of freedesktop.org asks of it."""


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[queue.SimpleQueue[str]]:
    """What the desktop was asked for."""
    pytest.importorskip("dbus_fast", reason="the extra mpris is not installed")
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()
    with session_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        with subprocess.Popen([sys.executable, "-c", SCREEN_SAVER], stdout=subprocess.PIPE, text=True) as desktop:
            assert desktop.stdout
            assert desktop.stdout.readline() == "ready\n"
            reader = threading.Thread(target=lambda out=desktop.stdout: [lines.put(line.strip()) for line in out])
            reader.start()
            yield lines
            desktop.terminate()
            reader.join(PATIENCE_SECONDS)


def test_a_desktop_stays_awake_until_the_end(told: queue.SimpleQueue[str]) -> None:
    command = [sys.executable, "-m", "voicecoach", "play", "--plain", "--backend", "null", "--engine", "tone"]
    with subprocess.Popen([*command, "--quick", "squat 20s"], stdout=subprocess.PIPE, text=True) as child:
        assert told.get(timeout=PATIENCE_SECONDS) == "awake"
        child.terminate()
        child.communicate(timeout=PATIENCE_SECONDS)
    assert told.get(timeout=PATIENCE_SECONDS) == "may sleep 7"
