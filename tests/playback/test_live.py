"""A live workout with the true stages, on a device that asks when the test tells it to."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np
import pytest

from voicecoach import live, pipeline
from voicecoach.errors import VoicecoachError
from voicecoach.model.timeline import Bus
from voicecoach.playback.beginning import THE_TOP, Beginning
from voicecoach.playback.transport import Command, Do, State
from voicecoach.source import Source
from voicecoach.speech.engines.tone import ToneEngine
from voicecoach.speech.fallback import Candidate, EngineChain
from voicecoach.speech.speaker import Speaker
from voicecoach.stream import LIVE_RATE
from voicecoach.testing import ManualDevice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from voicecoach.intake import Script
    from voicecoach.model.clip import Clip, Utterance

BLOCK = 960
TEXT = "- Plank: 20s\n- Rest: 15s\n- Squat: 20s\n"
DEADLINE_SECONDS = 30.0


class Engine(ToneEngine):
    """A hum that may be in trouble."""

    def __init__(self, name: str, trouble: Callable[[str], object] = len) -> None:
        self.name = name
        self._trouble = trouble

    def speak(self, utterance: Utterance) -> Clip:
        self._trouble(utterance.text)
        return super().speak(utterance)


def script(text: str = TEXT) -> Script:
    return pipeline.load(Source("workout.md", text))


def speaker(*engines: Engine, told: list[str] | None = None, deadline: float = 20.0) -> Speaker:
    candidates = [Candidate(engine.name, lambda engine=engine: engine) for engine in engines]
    notify = (told if told is not None else []).append
    return Speaker(EngineChain(candidates, language="en", notify=notify, deadline=deadline))


@contextmanager
def assembled(voice: Speaker, text: str = TEXT) -> Iterator[tuple[live.Player, live.Placing, ManualDevice]]:
    player, placing = live.assemble(script(text), voice)
    try:
        yield player, placing, ManualDevice(player.ring.fill)
    finally:
        placing.close()


def heard(
    player: live.Player, placing: live.Placing, device: ManualDevice, *, patient: bool = False, begun: bool = False
) -> np.ndarray:
    """Everything that is heard until the end; the patient device never takes what is not placed long before."""
    if not begun:
        placing.start()
    placing.begun()
    player.tell(Command(Do.PLAY))
    blocks = []
    end = time.monotonic() + DEADLINE_SECONDS
    while player.state is not State.ENDED:
        assert time.monotonic() < end
        player.pump()
        ready = player.timeline.complete or player.ahead > 3 * LIVE_RATE
        if not ready:
            time.sleep(0.001)  # the words come from other threads
        if ready or not patient:
            blocks.append(device.take(BLOCK)[:, 0])
    return np.concatenate(blocks)


def test_what_is_heard_is_what_an_export_plans() -> None:
    voice = speaker(Engine("tone"))
    with assembled(voice) as (player, placing, device):
        sound = heard(player, placing, device, patient=True)
        steps = player.timeline.steps
    planned = pipeline.timeline_of(script(), speaker(Engine("tone"))).steps
    assert [(step.start, step.end, step.events) for step in steps] == [
        (step.start, step.end, step.events) for step in planned
    ]
    first = int(np.flatnonzero(sound)[0])
    begin = planned[0].events[0].start * LIVE_RATE // 1_000
    assert abs(len(sound) - (first - begin) - planned[-1].end * LIVE_RATE // 1_000) <= BLOCK


def test_a_voice_that_hangs_costs_words_and_no_beep() -> None:
    over = threading.Event()
    told: list[str] = []

    def hang_at_rest(text: str) -> None:
        if text.startswith("Rest"):
            over.wait()

    voice = speaker(Engine("natural", hang_at_rest), Engine("pyttsx3"), told=told, deadline=0.2)
    try:
        with assembled(voice) as (player, placing, device):
            heard(player, placing, device)
            events = [event for step in player.timeline.steps for event in step.events]
    finally:
        over.set()
    assert len(told) == 1
    assert told[0].startswith("The natural voice failed (no answer in ")
    assert told[0].endswith("; pyttsx3 speaks instead.")
    beeps = [event.name for event in events if event.bus is Bus.EARCON]
    assert (beeps.count("go"), beeps.count("ready")) == (2, 12)
    assert any(event.bus is Bus.VOICE for event in events)


def test_with_no_voice_at_all_every_beep_sounds() -> None:
    def die(text: str) -> None:
        raise RuntimeError("out of breath")

    with assembled(speaker(Engine("natural", die))) as (player, placing, device):
        sound = heard(player, placing, device)
        events = [event for step in player.timeline.steps for event in step.events]
    assert {event.bus for event in events} == {Bus.EARCON}
    assert np.abs(sound).max() > 0.05


@pytest.mark.parametrize(
    ("wanted", "number"), [("squat", 4), ("0:20", 1), ("3", 2), ("rest", 3), ("Planks", 1)], ids=str
)
def test_a_place_to_begin_at(wanted: str, number: int) -> None:
    with assembled(speaker(Engine("tone"))) as (player, placing, _):
        placing.start(Beginning(wanted))
        frame = placing.begin()
        assert player.timeline.marks.index(frame) == number
        assert ":" not in wanted or frame == 20 * LIVE_RATE


def test_a_place_that_is_not_there() -> None:
    with assembled(speaker(Engine("tone"))) as (_, placing, _):
        placing.start(Beginning("deadlift"))
        with pytest.raises(VoicecoachError) as error:
            placing.begin()
    assert str(error.value) == (
        'there is no step "deadlift"; write a time (4:30), the number of a step in `voicecoach plan`, or how its name '
        "begins"
    )


def test_the_coach_says_where_we_are_in_the_words_of_the_pack() -> None:
    spoken: list[str] = []
    with assembled(speaker(Engine("tone", spoken.append))) as (player, placing, device):
        placing.start(Beginning("rest"))
        player.begin_at(placing.begin() + 5 * LIVE_RATE)
        placing.begun()
        player.tell(Command(Do.PLAY))
        end = time.monotonic() + DEADLINE_SECONDS
        while "Rest, 10 seconds left." not in spoken:
            player.pump()
            device.take(BLOCK)
            assert time.monotonic() < end, spoken


LONG = (
    "\n".join(f"- Plank: {20 + number}s\n- Rest: 15s" for number in range(60))
    + "\n- Squat: 20s\n- Rest: 15s\n- Plank: 30s\n"
)


def test_nothing_is_spoken_for_what_comes_before_the_beginning() -> None:
    spoken: list[str] = []
    with assembled(speaker(Engine("tone", spoken.append)), LONG) as (player, placing, device):
        placing.start(Beginning("squat"))
        begin = placing.begin()
        player.begin_at(begin)
        number = player.timeline.marks.index(begin)
        early = player.timeline.steps[:number]
        assert len(early) > 100
        assert {event.bus for step in early for event in step.events} == {Bus.EARCON}
        assert len(spoken) < 20
        sound = heard(player, placing, device, begun=True)
        assert np.abs(sound).max() > 0.05
        late = [event for step in player.timeline.steps[number:] for event in step.events]
    assert any(event.bus is Bus.VOICE for event in late)
    assert len(spoken) < 40


def test_what_was_spoken_before_has_its_place_before_the_beginning_too() -> None:
    voice = speaker(Engine("tone"))
    planned = pipeline.timeline_of(script(), voice).steps
    with assembled(voice) as (player, placing, _):
        placing.start(Beginning("squat"))
        placing.begin()
        steps = player.timeline.steps
    assert [(step.start, step.events) for step in steps[:4]] == [(step.start, step.events) for step in planned[:4]]


def test_a_time_is_looked_for_a_step_early() -> None:
    outline = pipeline.outline(script())
    late = Beginning(f"0:{outline[3].start // 1_000 + 1}")
    assert late.first_needed(outline) == 2
    assert Beginning("4").first_needed(outline) == 3
    assert Beginning("deadlift").first_needed(outline) == len(outline)
    assert THE_TOP.first_needed(outline) == 0
