"""What happens in real life: the sound server dies and comes back, the voice hangs for good."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from sound_server import needs_server, recording, sound_server
from voicecoach import live, pipeline
from voicecoach.model.timeline import Bus
from voicecoach.playback.transport import Command, Do, State
from voicecoach.source import Source
from voicecoach.speech.engines.tone import ToneEngine
from voicecoach.speech.fallback import Candidate, EngineChain
from voicecoach.speech.speaker import Speaker
from voicecoach.stream import LIVE_RATE
from voicecoach.testing import ManualDevice

if TYPE_CHECKING:
    from pathlib import Path

    from voicecoach.model.clip import Clip, Utterance

PATIENCE_SECONDS = 60.0
PLAY = [sys.executable, "-u", "-m", "voicecoach", "play", "--plain", "--engine", "tone"]


class Hanging(ToneEngine):
    """A hum that stops answering when it comes to certain words."""

    def __init__(self, words: str, over: threading.Event) -> None:
        self._words, self._over = words, over

    def speak(self, utterance: Utterance) -> Clip:
        if utterance.text.startswith(self._words):
            self._over.wait()
        return super().speak(utterance)


def test_with_a_voice_that_hangs_for_good_the_beeps_come_on_time() -> None:
    """Nothing replaces it within the workout: all that is still to be spoken is left out, and no tone waits for it."""
    over = threading.Event()
    told: list[str] = []
    engine = Hanging("Rest", over)
    voice = Speaker(EngineChain([Candidate("tone", lambda: engine)], language="en", notify=told.append, deadline=60.0))
    script = pipeline.load(Source("workout.md", "- Plank: 20s\n- Rest: 15s\n- Squat: 20s\n"))
    player, placing = live.assemble(script, voice)
    device = ManualDevice(player.ring.fill)
    try:
        placing.start()
        placing.begun()
        player.tell(Command(Do.PLAY))
        end = time.monotonic() + PATIENCE_SECONDS
        while player.state is not State.ENDED:
            assert time.monotonic() < end
            player.pump()
            device.take(LIVE_RATE // 50)
        steps = player.timeline.steps
    finally:
        over.set()
        placing.close()
    work = [step for step in steps if step.kind.value == "work"]
    assert [step.end - step.start for step in work] == [20_000, 20_000]
    assert work[1].start - work[0].end == 15_000
    goes = [event.start for step in steps for event in step.events if event.bus is Bus.EARCON and event.name == "go"]
    assert goes == [step.start for step in work]
    assert told == []


@pytest.mark.server
@needs_server
def test_a_sound_server_that_dies_pauses_the_workout_until_it_is_back(tmp_path: Path) -> None:
    with sound_server(tmp_path) as server:
        child = subprocess.Popen(
            [*PLAY, "--quick", "squat 60s"],
            env={**server, "VOICECOACH_HOME": str(tmp_path / "home")},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert child.stdout
        assert child.stdout.readline().endswith("  Start\n")
    try:
        assert child.stdout.readline() == "The sound device is gone: the workout waits until there is one again.\n"
        assert child.stdout.readline().endswith("  waits for a sound device\n")
        with sound_server(tmp_path) as server:
            assert child.stdout.readline() == "There is a sound device again: the workout goes on.\n"
            assert child.stdout.readline().endswith("  goes on\n")
            with recording(server) as made:
                assert child.stdout.readline().endswith("  Squat\n")
            assert np.abs(made.samples).max() > 0.05
            child.send_signal(signal.SIGTERM)
            child.communicate(timeout=PATIENCE_SECONDS)
    finally:
        child.kill()
        child.communicate()
    assert child.returncode == 143
