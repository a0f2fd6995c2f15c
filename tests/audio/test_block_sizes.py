"""A frame depends on its position alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from voicecoach.mixing.mixer import Mixer

    Crowd = Callable[[int], tuple[Mixer, int]]

RATE = 24_000


def test_the_limiter_is_at_work_in_what_is_tested_here(crowded: Crowd) -> None:
    mixer, frames = crowded(RATE)

    assert np.abs(mixer.render(0, frames)).max() == pytest.approx(10 ** (-1.5 / 20), abs=0.02)


@pytest.mark.parametrize("size", [7, 512, 8192])
@pytest.mark.parametrize("rate", [22_050, 24_000, 48_000])
def test_blocks_of_any_size_join_to_the_same(crowded: Crowd, rate: int, size: int) -> None:
    mixer, frames = crowded(rate)
    whole = mixer.render(0, frames)

    span = range(0, frames if size > 7 else frames // 6, size)
    parts = np.concatenate([mixer.render(start, size) for start in span])

    assert np.array_equal(parts[:frames], whole[: len(parts)])


def test_blocks_of_one_frame(crowded: Crowd) -> None:
    mixer, _ = crowded(RATE)
    whole = mixer.render(0, RATE)

    for start in (*range(7100, 7500), *range(12_000, 13_000)):
        assert mixer.render(start, 1)[0, 0] == whole[start, 0]


@pytest.mark.parametrize("start", [0, 1, 7199, 7200, 7201, 33_333, 143_000])
@pytest.mark.parametrize("count", [1, 100, 5000])
def test_a_render_from_the_middle_is_a_slice_of_the_whole(crowded: Crowd, start: int, count: int) -> None:
    mixer, frames = crowded(RATE)
    whole = mixer.render(0, frames + 5000)

    assert np.array_equal(mixer.render(start, count), whole[start : start + count])


def test_blocks_out_of_order_are_the_same(crowded: Crowd) -> None:
    mixer, frames = crowded(RATE)
    whole = mixer.render(0, frames)

    for start in np.random.default_rng(2).permutation(np.arange(0, frames, 6000)):
        assert np.array_equal(mixer.render(int(start), 6000), whole[start : start + 6000])


def test_forgetting_changes_nothing_of_what_comes(crowded: Crowd) -> None:
    mixer, frames = crowded(RATE)
    whole = mixer.render(0, frames)

    for start in range(0, frames, 1000):
        mixer.forget(start)
        assert np.array_equal(mixer.render(start, 1000), whole[start : start + 1000])


@pytest.mark.parametrize("size", [512, 8192])
def test_events_are_needed_no_earlier_than_the_reach_tells(crowded: Crowd, size: int) -> None:
    """An export that adds events as late as it may renders the same."""
    full, frames = crowded(RATE)
    whole = full.render(0, frames)
    late, _ = crowded(RATE)
    waiting = late._placed
    late._placed = []

    for start in range(0, frames, size):
        while waiting and waiting[0].start < start + size + late.reach:
            late._placed.append(waiting.pop(0))
        block = late.render(start, size)
        assert np.array_equal(block, np.pad(whole, ((0, size), (0, 0)))[start : start + size])
