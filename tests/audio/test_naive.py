"""The mixer against the formula written down for a whole array at once."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from voicecoach.mixing.limiter import Limiter
from voicecoach.mixing.mixer import Mixer
from voicecoach.mixing.truepeak import TAPS, peaks_above
from voicecoach.model.timeline import Bus, Event

RATE = 1000
CEILING = 10 ** (-1.5 / 20)
LEVELS = st.integers(-2000, 2000).map(lambda level: level / 1000)


def naive_gain(samples: np.ndarray, look: int) -> np.ndarray:
    """Each frame's gain: the mean over a window of the lowest gain needed in a wider window around each frame."""
    frames = len(samples)
    padded = np.pad(samples, 4 * (look + TAPS))
    needed = np.ones(len(padded))
    at, peaks = peaks_above(0.0, padded.astype(np.float32))
    needed[at] = np.minimum(1.0, CEILING / np.maximum(peaks, 1e-9))
    first = 4 * (look + TAPS)
    hold = look + TAPS
    held = [needed[k - hold : k + hold + 1].min() for k in range(first - look, first + frames + look)]
    return np.array([np.mean(held[k : k + 2 * look + 1]) for k in range(frames)])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.lists(LEVELS, min_size=1, max_size=30), st.sampled_from([0.0, -6.0, 3.0])),
        min_size=1,
        max_size=4,
    )
)
def test_a_mix_is_the_sum_times_the_gain(sounds: list[tuple[int, list[float], float]]) -> None:
    buses = {0.0: Bus.VOICE, -6.0: Bus.EARCON, 3.0: Bus.MUSIC}
    mixer = Mixer(
        RATE, 1, lambda event: np.array(sounds[event.step][1], np.float32), {bus: db for db, bus in buses.items()}
    )
    mixer.add(Event(buses[db], start, start + len(levels), "", n) for n, (start, levels, db) in enumerate(sounds))

    total = np.zeros(120)
    for start, levels, gain_db in sounds:
        total[start : start + len(levels)] += np.array(levels) * 10 ** (gain_db / 20)
    expected = total * naive_gain(total, look=5)

    assert np.abs(mixer.render(0, 120)[:, 0] - expected).max() < 1e-5


@settings(max_examples=60, deadline=None)
@given(st.lists(LEVELS, min_size=1, max_size=200), st.integers(0, 150), st.integers(1, 80))
def test_any_slice_of_any_sound_is_limited_alike(levels: list[float], start: int, count: int) -> None:
    limiter = Limiter(RATE)
    samples = np.pad(np.array(levels, np.float32), (limiter.reach, limiter.reach + 300))
    whole = limiter.limit(samples)

    part = limiter.limit(samples[start : start + count + 2 * limiter.reach])

    assert np.array_equal(part, whole[start : start + count])
