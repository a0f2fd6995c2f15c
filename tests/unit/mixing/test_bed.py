"""The music under invented steps: a lane of ones shows the gain, a lane of positions what plays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pytest

from played import placed
from voicecoach.mixing.bed import Bed, Passage
from voicecoach.model.plan import StepKind

if TYPE_CHECKING:
    from voicecoach.model.timeline import PlacedStep

RATE = 64_000
"""64 frames are a ms: gains are worked out for each."""

MS = 64


@dataclass(eq=False)
class Ones:
    """Music that never changes."""

    def render(self, start: int, count: int) -> np.ndarray:
        assert start >= 0
        return np.ones((count, 2), np.float32)

    def powers(self, start: int, count: int) -> np.ndarray:
        assert start >= 0
        return np.ones(count, np.float32)


@dataclass(eq=False)
class Positions(Ones):
    """Music whose samples are their own positions."""

    def render(self, start: int, count: int) -> np.ndarray:
        return np.repeat(np.arange(start, start + count, dtype=np.float32)[:, None], 2, axis=1)


def step(kind: StepKind, start: int, end: int, *spoken: tuple[int, int]) -> PlacedStep:
    return placed(kind, start, end, *((first - start, last - start) for first, last in spoken), count_in=False)


def bed_of(*steps: PlacedStep, level_db: float = 0.0, lanes: dict[Passage, Ones] | None = None) -> Bed:
    same = Ones()
    bed = Bed(RATE, lanes or {Passage.WORK: same, Passage.REST: same}, level_db)
    for each in steps:
        bed.add(each)
    bed.finish(steps[-1].end)
    return bed


def levels_db(bed: Bed, *moments: int) -> list[float]:
    gains = [float(bed.render(moment * MS, 1)[0, 0]) for moment in moments]
    return [20 * np.log10(gain) if gain else -np.inf for gain in gains]


def test_it_is_up_in_work_and_lower_in_a_rest() -> None:
    bed = bed_of(step(StepKind.WORK, 0, 20_000), step(StepKind.REST, 20_000, 40_000))

    assert levels_db(bed, 10_000, 20_000, 21_000, 30_000) == pytest.approx([0, 0, -4, -4], abs=0.01)


def test_it_is_twelve_db_down_while_the_coach_speaks_whatever_the_level() -> None:
    speech = ((8_000, 9_000), (9_700, 10_500))
    for kind, level, up in ((StepKind.WORK, 0.0, 0.0), (StepKind.REST, 0.0, -4.0), (StepKind.WORK, 6.0, 6.0)):
        bed = bed_of(step(kind, 0, 30_000, *speech), level_db=level)

        assert levels_db(bed, 8_000, 8_999, 9_300, 10_499) == pytest.approx([-12] * 4, abs=0.1)
        assert levels_db(bed, 7_849, 11_001) == pytest.approx([up, up], abs=0.1)


def test_softer_music_is_softer_under_speech_too() -> None:
    bed = bed_of(step(StepKind.WORK, 0, 30_000, (8_000, 9_000)), level_db=-10.0)

    assert levels_db(bed, 7_000, 8_500) == pytest.approx([-10, -22], abs=0.01)


def test_it_fades_at_both_ends() -> None:
    bed = bed_of(step(StepKind.WORK, 0, 30_000))
    whole = bed.render(0, 31_000 * MS)[::MS, 0]

    assert whole[0] == 0.0
    assert whole[2_000:25_000].min() == whole.max() == 1.0
    assert whole[29_990] < 0.01
    assert not whole[30_000:].any()


def test_before_the_beginning_there_is_silence() -> None:
    assert not bed_of(step(StepKind.WORK, 0, 30_000)).render(-100, 100).any()


def test_a_lane_that_comes_back_goes_on_where_it_stopped() -> None:
    lanes: dict[Passage, Ones] = {Passage.WORK: Positions()}
    kinds = (StepKind.WORK, StepKind.REST, StepKind.WORK)
    bed = bed_of(*(step(kind, 20_000 * n, 20_000 * (n + 1)) for n, kind in enumerate(kinds)), lanes=lanes)

    assert bed.render(19_999 * MS, 1)[0, 0] == 19_999 * MS
    assert not bed.render(21_000 * MS, 19_000 * MS).any()
    assert bed.render(45_000 * MS, 1)[0, 0] == 25_000 * MS


def test_two_lanes_cross_at_the_step_and_keep_their_power() -> None:
    work, rest = Ones(), Ones()
    bed = bed_of(
        step(StepKind.WORK, 0, 20_000),
        step(StepKind.READY, 20_000, 30_000),
        step(StepKind.REST, 30_000, 60_000),
        lanes={Passage.WORK: work, Passage.REST: rest},
    )
    moments = np.arange(0, 60_000, 50)
    shares = [stretch.presence(moments.astype(float)) ** 2 for stretch in bed._stretches]

    assert len(shares) == 2
    assert sum(shares)[20:] == pytest.approx(1.0)
    assert shares[1][(moments > 20_000) & (moments <= 30_000)].max() == 0.0


@pytest.mark.parametrize("size", [1, 37, 40_960])
def test_a_frame_depends_on_its_position_alone(size: int) -> None:
    bed = bed_of(step(StepKind.WORK, 0, 6_000, (2_000, 3_100)), step(StepKind.REST, 6_000, 12_000, (6_500, 7_000)))
    frames = 12_000 * MS
    whole = bed.render(0, frames)
    order = np.random.default_rng(1).permutation(np.arange(0, frames, size))[:300]

    for start in map(int, order):
        assert np.array_equal(bed.render(start, size)[: frames - start], whole[start : start + size])


def test_its_powers_are_those_of_what_it_renders() -> None:
    bed = bed_of(step(StepKind.WORK, 0, 20_000, (8_000, 9_000)), step(StepKind.REST, 20_000, 40_000))
    rendered = bed.render(0, 40_000 * MS)[:, 0].reshape(-1, 100 * MS)
    powers = (rendered.astype(float) ** 2).mean(axis=1)

    assert bed.powers().mean() == pytest.approx(powers.mean(), rel=0.005)
    assert np.flatnonzero(np.abs(bed.powers() - powers) > 0.02).tolist() == [78, 79]  # where it goes down in 150 ms
