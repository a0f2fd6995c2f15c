from __future__ import annotations

import numpy as np
import pytest

from voicecoach.mixing.envelope import Breakpoint, for_each_frame, grid, levels

SLOPE = (Breakpoint(100, 0.0), Breakpoint(200, -20.0), Breakpoint(300, -20.0))


def test_the_line_is_straight_in_decibels() -> None:
    moments = np.array([0.0, 100, 150, 200, 250, 999])

    assert levels(SLOPE, moments).tolist() == [0.0, 0.0, -10.0, -20.0, -20.0, -20.0]


def test_without_breakpoints_nothing_changes() -> None:
    assert levels((), np.array([1.0, 2.0])).tolist() == [0.0, 0.0]


def test_of_two_at_one_moment_the_later_holds() -> None:
    steps = (Breakpoint(10, 0.0), Breakpoint(10, -20.0), Breakpoint(20, -20.0), Breakpoint(20, 0.0))

    assert levels(steps, np.array([9.0, 10.0, 19.0, 20.0])).tolist() == [0.0, -20.0, -20.0, 0.0]


@pytest.mark.parametrize("start", [0, 1, 63, 64, 4_000])
def test_factors_are_a_straight_line_between_the_moments_of_the_grid(start: int) -> None:
    factors = for_each_frame(grid(start, 500, 48_000) / 1000, start, 500)

    assert factors[:, 0] == pytest.approx(np.arange(start, start + 500) / 48_000, abs=1e-7)


def test_where_all_are_the_same_one_factor_does() -> None:
    assert for_each_frame(np.full(9, 0.5), 100, 500).tolist() == [[0.5]]


@pytest.mark.parametrize("size", [1, 7, 512])
def test_a_frame_depends_on_its_position_alone(size: int) -> None:
    def factors(start: int, count: int) -> np.ndarray:
        return np.broadcast_to(
            for_each_frame(10 ** (levels(SLOPE, grid(start, count, 24_000)) / 20), start, count), (count, 1)
        )

    parts = [factors(start, min(size, 9000 - start)) for start in range(0, 9000, size)]

    assert np.array_equal(np.concatenate(parts), factors(0, 9000))
