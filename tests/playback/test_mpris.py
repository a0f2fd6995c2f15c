"""The workout on a real session bus, read and steered by playerctl."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("dbus_fast", reason="the extra mpris is not installed")

from played import BLOCK, Rig
from session_bus import listening, needs_bus, playerctl, session_bus
from voicecoach.playback.remote import open_remote
from voicecoach.playback.transport import Do, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = [pytest.mark.desktop, needs_bus]

PATIENCE_SECONDS = 20.0


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with session_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield


@pytest.fixture
def rig(bus: None) -> Iterator[Rig]:
    """A workout that plays, twelve seconds in, within a rest of twenty; its device stands still."""
    made = Rig()
    made.do(Do.PLAY)
    made.play(12_000)
    with open_remote(made.player, "Legs & glutes", lambda step: f"{step.name}, set 1/2", "linux"):
        until("Playing", "status")
        yield made


def until(wanted: str, *arguments: str) -> None:
    """Ask playerctl until it answers this."""
    end = time.monotonic() + PATIENCE_SECONDS
    while (answer := playerctl(*arguments)) != wanted:
        assert time.monotonic() < end, f"{arguments}: {answer}"
        time.sleep(0.02)


def obeys(rig: Rig, state: State) -> None:
    reaches(rig, lambda: rig.player.state, state)


def arrives(rig: Rig, moment: int) -> None:
    reaches(rig, lambda: rig.time, moment)


def reaches(rig: Rig, looked_at: Callable[[], object], wanted: object) -> None:
    """Pump until a wish of the bus has been done."""
    end = time.monotonic() + PATIENCE_SECONDS
    while looked_at() != wanted:
        assert time.monotonic() < end, looked_at()
        rig.player.pump()
        time.sleep(0.01)


def remote_ends() -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while any(thread.name == "remote" for thread in threading.enumerate()):
        assert time.monotonic() < end
        time.sleep(0.01)


def test_the_desktop_shows_step_workout_and_position(rig: Rig) -> None:
    told = "{{title}}|{{artist}}|{{album}}|{{xesam:trackNumber}}|{{mpris:trackid}}|{{mpris:length}}"
    assert playerctl("metadata", "--format", told) == (
        "rest 1, set 1/2|Legs & glutes|Legs & glutes|2|'/voicecoach/step/1'|20000000"
    )
    assert float(playerctl("position")) == pytest.approx(2.0, abs=0.4)  # it goes on counting by itself
    assert playerctl("volume") == "1.000000"


def test_the_keys_of_the_desktop_steer_the_workout(rig: Rig) -> None:
    playerctl("play-pause")
    obeys(rig, State.PAUSED)
    until("Paused", "status")
    playerctl("play")
    obeys(rig, State.PLAYING)
    until("Playing", "status")
    playerctl("pause")
    obeys(rig, State.PAUSED)
    playerctl("next")
    arrives(rig, 30_000)
    until("work 2, set 1/2", "metadata", "title")
    playerctl("previous")
    arrives(rig, 10_000)
    playerctl("position", "5")
    arrives(rig, 15_000)
    playerctl("position", "3+")
    arrives(rig, 18_000)
    playerctl("position", "9-")
    arrives(rig, 10_000)  # not before the step
    playerctl("position", "21+")
    arrives(rig, 30_000)  # behind its end is the next one
    playerctl("volume", "0.3")
    reaches(rig, lambda: rig.player.snapshot().transport.volume, 30)
    until("0.300000", "volume")
    playerctl("stop")
    obeys(rig, State.ENDED)
    until("Stopped", "status")


def test_a_key_says_that_the_listener_is_ready(bus: None) -> None:
    rig = Rig()
    rig.do(Do.PLAY)
    rig.do(Do.SEEK, 41_000)
    rig.play(8_000)
    assert rig.player.state is State.HOLDING
    with open_remote(rig.player, "Legs", lambda step: step.name, "linux"):
        until("Paused", "status")
        assert playerctl("metadata", "mpris:length") in ("", "No player could handle this command")
        playerctl("play")
        obeys(rig, State.PLAYING)


def test_the_bus_is_told_of_what_changes_and_of_jumps_within_a_step(rig: Rig) -> None:
    with listening("type='signal',path='/org/mpris/MediaPlayer2'") as monitor:
        assert monitor.stdout
        time.sleep(0.3)  # until it listens
        rig.do(Do.SEEK, 25_000)
        seen = ""
        while "member=Seeked" not in seen:
            seen = monitor.stdout.readline()
        # a device that stands still makes a panel wrong again and again, so later positions may follow
        assert monitor.stdout.readline().strip() == "int64 15000000"
        rig.do(Do.PAUSE)
        while '"Paused"' not in seen:
            seen = monitor.stdout.readline()
            assert '"Metadata"' not in seen  # what has not changed is not told again


def test_a_workout_that_plays_on_time_tells_no_positions(bus: None) -> None:
    rig = Rig()
    rig.do(Do.PLAY)
    rig.play(10_100)
    over = threading.Event()
    begun, base = time.monotonic(), rig.time

    def device() -> None:
        while not over.wait(0.005):
            while rig.time - base < (time.monotonic() - begun) * 1_000:
                rig.play(BLOCK)

    with (
        open_remote(rig.player, "Legs", lambda step: step.name, "linux"),
        listening("type='signal',member='Seeked'") as monitor,
    ):
        playing = threading.Thread(target=device)
        playing.start()
        until("Playing", "status")
        time.sleep(2.0)
        over.set()
        playing.join()
        monitor.terminate()
        assert monitor.stdout
        assert "path=/org/mpris/MediaPlayer2" not in monitor.stdout.read()


def test_two_workouts_at_once_are_two_players(rig: Rig) -> None:
    with open_remote(Rig().player, "Arms", lambda step: step.name, "linux"):
        end = time.monotonic() + PATIENCE_SECONDS
        while len(players := playerctl("--list-all").split()) < 2:
            assert time.monotonic() < end
        assert players[0] == "voicecoach"
        assert players[1].startswith("voicecoach.instance")


def test_a_bus_that_goes_takes_nothing_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    rig = Rig()
    with ExitStack() as desktop:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.enter_context(session_bus(tmp_path)))
        with open_remote(rig.player, "Legs", lambda step: step.name, "linux"):
            until("Paused", "status")
            desktop.close()
            remote_ends()
            rig.do(Do.PLAY)
            rig.play(1_000)
    assert rig.time == 1_000
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/bus", "nonsense"])
def test_without_a_bus_nothing_is_said_and_nothing_waits(
    address: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.delenv("DISPLAY", raising=False)
    with open_remote(Rig().player, "Legs", lambda step: step.name, "linux"):
        remote_ends()
    assert capfd.readouterr() == ("", "")


def test_the_command_is_steered_by_the_desktop(bus: None) -> None:
    command = [sys.executable, "-m", "voicecoach", "play", "--plain", "--backend", "null", "--engine", "tone"]
    with subprocess.Popen(
        [*command, "--quick", "squat 20s, rest 20s"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        until("Start", "metadata", "title")
        assert playerctl("metadata", "album") == "Squat"
        playerctl("next")
        until("Squat", "metadata", "title")
        playerctl("stop")
        out, err = child.communicate(timeout=PATIENCE_SECONDS)
    assert (child.returncode, err) == (0, "")
    assert out.splitlines()[-1].startswith("Stopped at 0:")
