from __future__ import annotations

import numpy as np
import pytest

from voicecoach.mixing.envelope import Breakpoint, gains

SLOPE = (Breakpoint(100, 0.0), Breakpoint(200, -20.0), Breakpoint(300, -20.0))


def test_the_line_is_straight_in_decibels() -> None:
    factors = gains(SLOPE, 0, 400, 1000)

    assert factors[[0, 100, 150, 200, 399]] == pytest.approx([1.0, 1.0, 10**-0.5, 0.1, 0.1])
    assert factors.dtype == np.float32


def test_without_breakpoints_nothing_changes() -> None:
    assert gains((), 5, 3, 24_000).tolist() == [1.0, 1.0, 1.0]


def test_of_two_at_one_moment_the_later_holds() -> None:
    steps = (Breakpoint(10, 0.0), Breakpoint(10, -20.0), Breakpoint(20, -20.0), Breakpoint(20, 0.0))

    assert gains(steps, 9, 12, 1000) == pytest.approx([1.0] + [0.1] * 10 + [1.0])


@pytest.mark.parametrize("size", [1, 7, 512])
def test_a_frame_depends_on_its_position_alone(size: int) -> None:
    whole = gains(SLOPE, 0, 9000, 24_000)

    parts = [gains(SLOPE, start, min(size, 9000 - start), 24_000) for start in range(0, 9000, size)]

    assert np.array_equal(np.concatenate(parts), whole)
