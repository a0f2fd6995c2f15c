"""A workout that ends in the middle keeps its place, whatever ended it, and goes on there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from command import voicecoach
from voicecoach import pipeline
from voicecoach.session.kept import Kept
from voicecoach.session.place import Place, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINE = "squat 20s, rest 20s, plank 20s"
NAME = f"--quick {LINE}"
UNHEARD = ("--plain", "--backend", "null", "--engine", "tone")
PLAY = [sys.executable, "-m", "voicecoach", "play", *UNHEARD, "--resume"]
NOWHERE = ("--backend", "null", "--engine", "Kitchen")
NO_KITCHEN = 'error: no engine is called "Kitchen"; there are auto, natural, pyttsx3, tone\n'
DEADLINE_SECONDS = 60.0
ENDS = {"Ctrl-C": ("SIGINT", 130), "SIGTERM": ("SIGTERM", 143), "SIGHUP": ("SIGHUP", 129)}

LEFT = Place(
    name=NAME,
    text=fingerprint(pipeline.quick(LINE)),
    saved="2026-01-02T03:04:05+00:00",
    time=42_500,
    number=2,
    into=16_400,
    left=3_600,
    kind="work",
    step="Squat",
    section="",
    side="",
    set=0,
    round=0,
)
"""Three and a half seconds before the end of the squat."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VOICECOACH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(scope="module")
def children(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[subprocess.Popen[str], Path]]]:
    """A workout for each way to end it, all at once: each takes a count-in, and the rest of the squat."""
    begun = {}
    for end in ENDS:
        folder = tmp_path_factory.mktemp("home")
        Kept(folder).places.save(LEFT)
        environment = {**os.environ, "VOICECOACH_HOME": str(folder)}
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        begun[end] = (subprocess.Popen(PLAY, env=environment, text=True, **pipes), folder)  # type: ignore[call-overload]
    yield begun
    for child, _ in begun.values():
        child.kill()
        child.communicate()


@pytest.mark.parametrize("end", ENDS)
def test_every_end_keeps_the_place(end: str, children: dict[str, tuple[subprocess.Popen[str], Path]]) -> None:
    child, folder = children[end]
    sent, code = ENDS[end]
    assert child.stdout
    assert [child.stdout.readline().split()[-1] for _ in range(2)] == ["Squat", "Rest"]
    child.send_signal(getattr(signal, sent))
    _, err = child.communicate(timeout=DEADLINE_SECONDS)
    place = Kept(folder).places.load(NAME)
    assert place
    assert (child.returncode, place.number, place.step) == (code, 3, "Rest")
    assert err == (f"With --resume it goes on at 0:{place.time / 1_000 - 0.05:04.1f}.\n" if end == "Ctrl-C" else "")
    (entry,), _ = Kept(folder).history.read()
    assert (entry.finished, entry.reached_ms) == (False, place.time)
    assert 3_000 <= entry.worked_ms <= LEFT.left


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_closed_terminal_keeps_the_place(home: Path) -> None:
    import pty

    Kept(home).places.save(LEFT)
    child, handle = pty.fork()
    if child == 0:
        os.execve(PLAY[0], PLAY, dict(os.environ))  # noqa: S606 - a list of words needs no shell
    seen = b""
    while b"Rest" not in seen:
        seen += os.read(handle, 1_024)
    os.close(handle)
    _, status = os.waitpid(child, 0)
    place = Kept(home).places.load(NAME)
    assert place
    assert (os.waitstatus_to_exitcode(status), place.step) == (129, "Rest")
    assert len(Kept(home).history.read()[0]) == 1


def test_it_goes_on_where_it_was_left(home: Path) -> None:
    """And says so, with what is left of the step, before it counts in."""
    Kept(home).places.save(replace(LEFT, number=3, step="Rest", kind="rest", into=5_000, left=15_000))
    script = pipeline.quick(LINE)
    with pipeline.open_speaker(script, pipeline.VoiceChoice("tone"), print) as speaker:
        rest = pipeline.timeline_of(script, speaker).steps[3]
    with subprocess.Popen(PLAY, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        first = child.stdout.readline()
        child.terminate()
    minutes, seconds = first.split()[0].split(":")
    assert first.endswith("  Rest\n")
    assert int(minutes) * 60_000 + float(seconds) * 1_000 == pytest.approx(rest.start + 5_000, abs=1_000)


def test_without_a_script_it_is_the_one_left_last(home: Path) -> None:
    Kept(home).places.save(LEFT)
    Kept(home).places.save(replace(LEFT, name="--quick plank 1m", saved="2025-01-01T00:00:00+00:00"))
    result = voicecoach("play", "--resume", *NOWHERE)
    assert (result.code, result.err) == (1, NO_KITCHEN)


def test_with_nothing_left_a_script_must_be_named(home: Path) -> None:
    result = voicecoach("play", "--resume", *NOWHERE)
    assert (result.code, result.err) == (1, "error: no workout was left to go on with; name a script\n")


def test_a_workout_that_was_not_left_begins_at_the_beginning(home: Path) -> None:
    result = voicecoach("play", "--resume", "--quick", LINE, *NOWHERE)
    assert result.err == "Nothing was left of this workout: it begins at the beginning.\n" + NO_KITCHEN


def test_a_place_is_offered(home: Path) -> None:
    Kept(home).places.save(LEFT)
    result = voicecoach("play", "--quick", LINE, *NOWHERE)
    assert result.err == "You left this workout at 0:42.5; --resume goes on there.\n" + NO_KITCHEN


def test_a_changed_script_is_noticed(home: Path, tmp_path: Path) -> None:
    script = tmp_path / "legs.md"
    script.write_text("- Squat: 25s\n")
    Kept(home).places.save(replace(LEFT, name=str(script.resolve())))
    result = voicecoach("play", "--resume", script, *NOWHERE)
    assert result.err == ('The script has changed: the workout goes on at the beginning of "Squat".\n' + NO_KITCHEN)


def test_there_is_one_place_to_begin_at(home: Path) -> None:
    result = voicecoach("play", "--resume", "--from", "rest", "--quick", LINE, *NOWHERE)
    assert result.code == 2
    assert result.err.endswith("Error: --resume and --from are two places to begin at; choose one\n")
