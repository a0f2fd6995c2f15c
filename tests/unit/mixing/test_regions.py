from __future__ import annotations

import pytest

from voicecoach.mixing.regions import Region, Regions
from voicecoach.model.timeline import Bus, Event
from voicecoach.ports import Grid

RATE = 24_000
STEP = 576
GRID = Grid(STEP, 2 * STEP, 3 * STEP)
STEP_MS = 24


def voice(start: int, length: int = 480, name: str = "Half.", beat: int | None = None) -> Event:
    return Event(Bus.VOICE, start, start + length, name, 0, beat)


def beep(start: int, length: int = 240, name: str = "go") -> Event:
    return Event(Bus.EARCON, start, start + length, name, 0)


def regions(*events: Event, exact: bool = False, rate: int = RATE, grid: Grid = GRID) -> list[Region]:
    gathered = Regions(grid, rate, exact=exact)
    gathered.add(events)
    return list(gathered.before(None))


def test_a_region_holds_its_sound_and_the_silence_asked_for() -> None:
    (region,) = regions(beep(1000, 240))
    assert region.start == (1000 // STEP_MS - 2) * STEP
    assert region.stop == (-(-1240 // STEP_MS) + 3) * STEP
    assert region.key == (("earcon", "go", 1000 * 24 - region.start),)


def test_nothing_comes_before_the_first_frame() -> None:
    (region,) = regions(beep(30))
    assert region.start == 0
    assert region.key == (("earcon", "go", 30 * 24),)


@pytest.mark.parametrize(("start", "moved"), [(2400, 2400), (2411, 2400), (2412, 2424), (2423, 2424)])
def test_words_go_to_the_nearest_place_of_the_grid(start: int, moved: int) -> None:
    assert Regions(GRID, RATE).frame_of(voice(start)) == moved * 24
    assert Regions(GRID, RATE, exact=True).frame_of(voice(start)) == start * 24


@pytest.mark.parametrize("event", [beep(2411), voice(2411, beat=2500)])
def test_beeps_and_what_falls_on_a_beat_stay_where_they_are(event: Event) -> None:
    assert Regions(GRID, RATE).frame_of(event) == 2411 * 24


def test_on_a_coarse_grid_nothing_is_moved() -> None:
    """A frame of 16 kHz lasts 36 ms, so words would be 18 ms off."""
    assert Regions(GRID, 16_000).frame_of(voice(2411)) == 2411 * 16
    assert Regions(Grid(1152, 0, 0), 48_000).frame_of(voice(2411)) == 2400 * 48


def test_the_same_words_anywhere_are_the_same_region() -> None:
    first, second = regions(voice(5001), voice(9011))
    assert first.key == second.key
    assert first.stop - first.start == second.stop - second.start


def test_the_same_beep_elsewhere_in_a_frame_is_another() -> None:
    first, second = regions(beep(5001), beep(9011))
    assert first.key != second.key


def test_what_is_too_near_for_silence_between_is_one_region() -> None:
    """A sound that ends and one that begins on the grid need five steps between them: two and three."""
    apart = regions(voice(2400, 480), voice(2880 + 5 * STEP_MS, 480))
    assert [len(region.events) for region in apart] == [1, 1]
    assert apart[0].stop == apart[1].start
    near = regions(voice(2400, 480), voice(2880 + 4 * STEP_MS, 480))
    assert [len(region.events) for region in near] == [2]


def test_a_short_sound_within_a_long_one_does_not_end_it() -> None:
    (region,) = regions(voice(2400, 4800), beep(2500, 100), voice(7000, 480))
    assert region.stop == ((7008 + 480) // STEP_MS + 3) * STEP  # the nearest place to 7000 is 7008


def test_a_region_waits_until_nothing_can_reach_it() -> None:
    gathered = Regions(GRID, RATE)
    gathered.add([beep(2400, 240), beep(4800, 240)])
    assert list(gathered.before(2640 * 24)) == []
    assert [region.events for region in gathered.before(2880 * 24)] == [(beep(2400, 240),)]
    gathered.add([beep(5300)])
    assert [region.events for region in gathered.before(None)] == [(beep(4800, 240),), (beep(5300),)]
    assert list(gathered.before(None)) == []


def test_whenever_steps_come_the_regions_are_the_same() -> None:
    events = [voice(number * 700 % 9973, 300 + number * 37 % 500, f"{number}") for number in range(60)]
    events.sort(key=lambda event: event.start)
    gathered = Regions(GRID, RATE)
    found: list[Region] = []
    for event in events:
        found += gathered.before(event.start * 24)
        gathered.add([event])
    assert [*found, *gathered.before(None)] == regions(*events)
