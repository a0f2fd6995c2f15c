"""Counted numbers in the decoded MP3 file: the voice sets in on the beat.

The onset is found here in another way than the program does it: by periodicity. A voice repeats itself every 3 to 12
ms, hisses and bursts do not. So the voice sets in with the first 25 ms (two periods of the lowest voice) that correlate
with what follows a period later by at least 0.45, which is the voicing threshold of Praat's pitch tracker, and that are
no more than 15 dB under the loudest of the number: what is softer is noise, or the breath of an "h".
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest

from builders import At, cue, step
from command import voicecoach
from hearing import decoded
from voicecoach.mixing.mixer import Mixer
from voicecoach.model.timeline import Tags
from voicecoach.resampling import resample
from voicecoach.scheduling import schedule
from voicecoach.sinks.mp3 import Mp3Sink
from voicecoach.speech.registry import open_engines
from voicecoach.speech.speaker import Speaker

if TYPE_CHECKING:
    from pathlib import Path

    from hearing import Sound

RATE = 24_000
BEAT_MS = 2_000
TOLERANCE_MS = 15
WINDOW_MS = 25
MARGIN_MS = 40
"""What is looked at before and behind the place of a number."""

PERIODS = range(RATE // 350, RATE // 80)
LIKE_ITSELF = 0.45
LOUD_DB = -15.0


def voice_sets_in(sound: Sound, first_ms: int, last_ms: int) -> int:
    """When a voice sets in, in ms, looked for between two moments: the middle of the first 25 ms that are a voice."""
    window = RATE * WINDOW_MS // 1000
    starts = range(RATE * (first_ms - MARGIN_MS) // 1000, RATE * last_ms // 1000, RATE // 1000)
    pieces = [sound[start : start + window].astype(np.float64) for start in starts]
    levels = [20.0 * np.log10(np.sqrt(np.mean(piece**2)) + 1e-9) for piece in pieces]
    loud = max(levels) + LOUD_DB
    first = next(
        start
        for start, piece, level in zip(starts, pieces, levels, strict=True)
        if level > loud and periodic(sound, start, piece)
    )
    return (first + window // 2) * 1000 // RATE


def periodic(sound: Sound, start: int, piece: np.ndarray) -> bool:
    """Whether a piece looks like what follows it by one period of a voice."""
    for period in PERIODS:
        later = sound[start + period : start + period + len(piece)].astype(np.float64)
        if piece @ later > LIKE_ITSELF * np.linalg.norm(piece) * np.linalg.norm(later):
            return True
    return False


@pytest.mark.parametrize("engine", ["natural", "pyttsx3"])
def test_the_voice_of_every_number_sets_in_on_its_beat(engine: str, tmp_path: Path) -> None:
    speaker = Speaker(open_engines(engine, "en", pytest.fail))
    numbers = [cue(f"{number}.", anchor=At(BEAT_MS * number)) for number in range(1, 21)]
    (placed,) = schedule([step(*numbers, duration=44_000)], speaker.duration, lambda _: 0, speaker.onset)
    mixer = Mixer(RATE, 1, lambda event: resample(speaker.clip(event.name), RATE).samples, {})
    mixer.add(placed.events)
    sink = Mp3Sink(tmp_path / "count.mp3", RATE, 1)
    sink.write(mixer.render(0, 44 * RATE))
    sink.finish(Tags("Count", "", "", "en", 44_000))
    sound = decoded(tmp_path / "count.mp3", RATE)
    late = {event.name: voice_sets_in(sound, event.start, event.end) - (event.beat or 0) for event in placed.events}
    assert len(late) == 20
    assert {number: off for number, off in late.items() if abs(off) > TOLERANCE_MS} == {}


@pytest.mark.parametrize("engine", ["natural", "pyttsx3"])
def test_an_exported_set_is_counted_on_its_tempo(engine: str, tmp_path: Path) -> None:
    """Fourteen repetitions of three seconds, two down and one up: the number stands at the end of each."""
    (tmp_path / "set.md").write_text(
        "---\ncountdown: voice\nget-ready: 10s\n---\n- Squat: 14 reps, tempo 2-0-1-0\n\n- Plank: 20s\n"
    )
    target = tmp_path / "set.mp3"
    assert voicecoach("export", "--engine", engine, tmp_path / "set.md", "-o", target).code == 0
    plan = json.loads(voicecoach("plan", "--json", "--engine", engine, tmp_path / "set.md").out)
    begins = next(each["start_ms"] for each in plan["steps"] if each["reps"])
    beats = {event["beat_ms"]: event["text"] for event in plan["events"] if event.get("beat_ms")}
    counted = {(beat - begins) // 3_000: text for beat, text in beats.items() if (beat - begins) % 3_000 == 0}
    assert [counted[number] for number in range(1, 12)] == [f"{number}." for number in range(1, 12)]
    assert [text for text in beats.values() if text in ("3.", "2.", "1.")].count("3.") == 4
    sound = decoded(target, RATE)
    late = {
        (event["beat_ms"], event["text"]): voice_sets_in(sound, event["start_ms"], event["end_ms"]) - event["beat_ms"]
        for event in plan["events"]
        if event.get("beat_ms") and event["text"][:-1].isdigit()
    }
    assert len(late) > 15
    assert {number: off for number, off in late.items() if abs(off) > TOLERANCE_MS} == {}
