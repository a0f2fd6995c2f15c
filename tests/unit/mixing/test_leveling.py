"""The loudness that is told before mixing, against the meter's on what was mixed."""

from __future__ import annotations

import numpy as np
import pytest

from voicecoach.mixing.leveling import Leveling
from voicecoach.mixing.meter import Meter
from voicecoach.mixing.mixer import Mixer
from voicecoach.model.timeline import Bus, Event

RATE = 24_000


def noise(seconds: float, level: float, seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return (rng.standard_normal(round(seconds * RATE)) * level).astype(np.float32)


SOUNDS = {str(n): noise(0.15 + 0.37 * n, 0.04 + 0.02 * (n % 3), n) for n in range(8)}


def events(seed: int, pause: int) -> list[Event]:
    rng = np.random.default_rng(seed)
    starts = np.cumsum(rng.integers(100, pause, 40))
    return [Event(Bus.VOICE, int(start), int(start) + 100, str(rng.integers(8)), 0) for start in starts]


@pytest.mark.parametrize(("seed", "pause"), [(1, 5_000), (2, 30_000), (3, 1_000)])
def test_it_is_what_a_meter_reads(seed: int, pause: int) -> None:
    placed = events(seed, pause)
    mixer = Mixer(RATE, 1, lambda event: SOUNDS[event.name], {})
    mixer.add(placed)
    meter = Meter(RATE, 1)
    meter.add(mixer.render(0, (placed[-1].start + 5_000) * RATE // 1000))
    leveling = Leveling(RATE, lambda event: SOUNDS[event.name])
    leveling.add(placed)

    assert leveling.loudness() == pytest.approx(meter.loudness, abs=0.1)


def test_the_gain_brings_it_to_the_target_in_quarters_of_a_db() -> None:
    leveling = Leveling(RATE, lambda event: SOUNDS[event.name])
    leveling.add(events(1, 5_000))

    assert leveling.gain_db() % 0.25 == 0
    assert leveling.loudness() + leveling.gain_db() == pytest.approx(-19.0, abs=0.13)


def test_a_few_soft_beeps_are_not_made_louder_than_a_voice() -> None:
    leveling = Leveling(RATE, lambda _: noise(0.1, 0.01, 1))
    leveling.add([Event(Bus.EARCON, 60_000, 60_100, "tick", 0)])

    assert leveling.gain_db() == 3.0


def test_silence_needs_no_gain() -> None:
    assert Leveling(RATE, lambda event: SOUNDS[event.name]).gain_db() == 0.0


def test_music_counts() -> None:
    leveling = Leveling(RATE, lambda event: SOUNDS[event.name])
    leveling.add(events(2, 30_000))
    music = np.full(3_000, 10 ** ((-13.0 + 0.691) / 10), np.float32)

    assert leveling.loudness(music) == pytest.approx(-13.0, abs=0.2)
    assert leveling.gain_db(music) == -6.0
