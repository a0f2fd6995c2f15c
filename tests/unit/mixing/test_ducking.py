from __future__ import annotations

import pytest

from voicecoach.mixing.ducking import duck
from voicecoach.mixing.envelope import Breakpoint
from voicecoach.units import TimeRange


def ducked(*speech: tuple[int, int], depth_db: float = -12.0) -> list[tuple[int, float]]:
    points = duck([TimeRange(*pair) for pair in speech], depth_db=depth_db, attack=150, release=500)
    return [(point.time, point.gain_db) for point in points]


def test_the_music_is_down_when_a_sentence_starts_and_up_one_release_after_it() -> None:
    assert ducked((2000, 5000)) == [(1850, 0.0), (2000, -12.0), (5000, -12.0), (5500, 0.0)]


def test_without_speech_nothing_happens() -> None:
    assert ducked() == []


def test_it_stays_down_across_a_short_gap() -> None:
    assert ducked((1000, 2000), (2849, 4000)) == [(850, 0.0), (1000, -12.0), (4000, -12.0), (4500, 0.0)]


def test_it_comes_up_in_a_gap_worth_it() -> None:
    assert ducked((1000, 2000), (2850, 4000)) == [
        (850, 0.0),
        (1000, -12.0),
        (2000, -12.0),
        (2500, 0.0),
        (2700, 0.0),
        (2850, -12.0),
        (4000, -12.0),
        (4500, 0.0),
    ]


def test_speech_inside_speech_does_not_end_it() -> None:
    assert ducked((1000, 5000), (2000, 3000)) == [(850, 0.0), (1000, -12.0), (5000, -12.0), (5500, 0.0)]


def test_speech_at_the_very_start_finds_the_music_down() -> None:
    assert ducked((0, 1000))[:2] == [(-150, 0.0), (0, -12.0)]


def test_no_time_to_move_makes_steps() -> None:
    assert duck([TimeRange(10, 20)], depth_db=-6.0, attack=0, release=0) == (
        Breakpoint(10, 0.0),
        Breakpoint(10, -6.0),
        Breakpoint(20, -6.0),
        Breakpoint(20, 0.0),
    )


@pytest.mark.parametrize(("depth_db", "attack", "release"), [(0.1, 1, 1), (-6.0, -1, 1), (-6.0, 1, -1)])
def test_nonsense_is_refused(depth_db: float, attack: int, release: int) -> None:
    with pytest.raises(ValueError, match="cannot duck by"):
        duck([], depth_db=depth_db, attack=attack, release=release)
