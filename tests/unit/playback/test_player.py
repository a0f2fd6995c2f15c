from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from played import BLOCK, RATE, WORKOUT, Rig, placed
from voicecoach.model.plan import StepKind
from voicecoach.playback.transport import Do, State

ANSWER = 300
SPOKEN, BEFORE_COUNT, COUNTED = 1_000, 500, 3_000
WHERE_WE_ARE = SPOKEN + BEFORE_COUNT + COUNTED


def onsets(heard: np.ndarray) -> list[int]:
    """Where something begins to sound after silence, in ms."""
    sounding = np.abs(heard) > 0.01
    return [int(at) for at in np.flatnonzero(sounding & ~np.concatenate(([False], sounding[:-1])))]


def playing(time: int = 0) -> Rig:
    rig = Rig()
    rig.do(Do.PLAY)
    rig.play(time)
    return rig


def test_a_workout_is_heard_as_it_was_placed() -> None:
    rig = playing()
    heard = rig.play(40_000)
    work_and_rest = [0, 2_000, 7_000, 8_000, 9_000, 10_000, 10_600, 24_000, 27_000, 28_000, 29_000, 30_000]
    assert onsets(heard) == [*work_and_rest, 37_000, 38_000, 39_000]
    assert rig.time == 40_000


def test_the_device_is_the_clock() -> None:
    rig = playing()
    for _ in range(500):
        rig.player.pump()
    assert rig.time == 0
    rig.play(4_000)
    assert rig.time == 4_000


def test_a_pause_is_silence_within_ten_ms_and_keeps_the_place() -> None:
    rig = playing(2_500)
    rig.do(Do.PAUSE)
    heard = rig.play(5_000)
    assert 0 < np.abs(heard[5]) < 0.25
    assert not heard[10:].any()
    assert rig.time == 2_510


def test_work_goes_on_at_the_very_frame_after_where_we_are_and_a_count_in() -> None:
    rig = playing(5_000)
    rig.do(Do.PAUSE)
    rig.play(1_000)
    paused = rig.time
    rig.do(Do.RESUME)
    heard = rig.play(WHERE_WE_ARE + 1_000)
    beeps = SPOKEN + BEFORE_COUNT
    assert onsets(heard) == [1, beeps, beeps + 1_000, beeps + 2_000, WHERE_WE_ARE]
    said = rig.begun.index("work 0, 4990 left")
    assert rig.begun[said + 1 : said + 5] == ["ready", "ready", "ready", "go"]
    assert rig.time == paused + 1_000


def test_words_interrupted_in_work_are_left_out_in_a_rest_said_again() -> None:
    rig = playing(2_500)
    rig.do(Do.PAUSE)
    rig.do(Do.RESUME)
    rig.play(WHERE_WE_ARE + 2_000)
    assert rig.begun.count("0.2000") == 1
    rig = playing(24_500)
    rig.do(Do.PAUSE)
    rig.do(Do.RESUME)
    rig.play(3_000)
    assert rig.begun.count("1.14000") == 2


def test_a_jump_is_answered_at_once_and_says_where_we_are() -> None:
    rig = playing(11_500)
    rig.do(Do.NEXT)
    assert rig.time == 30_000
    heard = rig.play(ANSWER + WHERE_WE_ARE + 500)
    answered, where, beep = onsets(heard)[:3]
    assert answered <= 1
    assert (where, beep) == (ANSWER, ANSWER + SPOKEN + BEFORE_COUNT)
    assert rig.begun[rig.begun.index("tick") :][:6] == ["tick", "work 2 begins", "ready", "ready", "ready", "go"]
    assert rig.time == 30_500


def test_a_jump_to_a_rest_leaves_the_rest_its_own_words() -> None:
    rig = playing(5_000)
    rig.do(Do.NEXT)
    rig.play(2_000)
    assert rig.begun[rig.begun.index("tick") :][:2] == ["tick", "1.600"]
    assert "end" not in rig.begun


def test_several_jumps_at_once_count() -> None:
    rig = playing(5_000)
    for _ in range(2):
        rig.do(Do.NEXT)
    assert rig.time == 30_000
    rig.do(Do.PREVIOUS)
    assert rig.time == 10_000


def test_words_that_nobody_speaks_are_not_waited_for_long() -> None:
    rig = playing(11_500)
    rig.words.speaks = False
    rig.do(Do.NEXT)
    rig.play(ANSWER + 2_000 + COUNTED + 1_000)
    assert 30_900 <= rig.time <= 31_000 + ANSWER


def test_more_rest_is_silence_and_moves_all_that_follows() -> None:
    rig = playing(15_000)
    rig.do(Do.ADD_REST)
    heard = rig.play(15_000 + 15_000)
    assert onsets(heard) == [24_000, 27_000, 28_000, 29_000]
    assert rig.time == 30_000


def test_more_rest_is_told_and_survives_a_silent_coach() -> None:
    rig = playing(15_000)
    rig.do(Do.ADD_REST)
    rig.do(Do.ADD_REST)
    assert rig.player.snapshot().left == 45_000
    rig.play(10_000)
    rig.do(Do.MUTE)
    assert rig.player.snapshot().left == 35_000
    heard = rig.play(35_000)
    assert onsets(heard) == [32_000, 33_000, 34_000]


def test_a_skipped_rest_leads_to_the_next_work() -> None:
    rig = playing(12_000)
    rig.do(Do.SKIP_REST)
    assert rig.time == 30_000


def test_a_silent_coach_leaves_the_beeps_where_they_are() -> None:
    rig = playing()
    rig.do(Do.MUTE)
    heard = rig.play(10_500)
    assert onsets(heard) == [0, 7_000, 8_000, 9_000, 10_000]
    rig.do(Do.MUTE)
    assert 24_000 - 10_500 in onsets(rig.play(15_000))


def test_the_volume_changes_what_is_heard_and_nothing_else() -> None:
    rig = playing(1_000)
    rig.do(Do.VOLUME, 50)
    heard = rig.play(9_100)
    assert np.isclose(heard[1_500], 0.25 / 4)
    assert rig.time == 10_100


def test_a_step_that_waits_waits_and_goes_on_with_what_comes() -> None:
    rig = playing(40_000)
    rig.play(20_000)
    assert (rig.player.state, rig.time) == (State.HOLDING, 42_600)
    rig.do(Do.READY)
    heard = rig.play(6_100)
    assert onsets(heard) == [1, 3_000, 4_000, 5_000, 6_000]
    assert rig.time == 80_100


def test_a_long_wait_is_reminded_of_gently() -> None:
    rig = playing(42_600)
    rig.play(31_000)
    assert rig.begun.count("go on") == 1
    rig.play(58_000)
    assert rig.begun.count("go on") == 1
    rig.play(4_000)
    assert rig.begun.count("go on") == 2
    assert rig.player.state is State.HOLDING


def test_open_work_is_over_when_the_listener_is_ready() -> None:
    open_work = placed(StepKind.WORK, 0, 60_000, (2_000, 3_000), hold=True)
    rig = Rig([open_work, placed(StepKind.REST, 60_000, 80_000, number=1)])
    rig.do(Do.PLAY)
    rig.play(30_000)
    assert rig.player.state is State.HOLDING
    rig.do(Do.READY)
    heard = rig.play(1_000)
    assert rig.begun[-1] == "end"
    assert onsets(heard) == [1]
    assert rig.time == 61_000


def test_the_end_is_the_end() -> None:
    rig = playing(38_000)
    rig.do(Do.CHAPTER, 2)
    rig.play(ANSWER + WHERE_WE_ARE + 12_000)
    assert rig.player.state is State.ENDED
    assert rig.time == 90_000


def test_the_first_steps_sound_while_the_others_are_not_placed() -> None:
    rig = Rig(WORKOUT[:1], complete=False)
    rig.do(Do.PLAY)
    rig.play(12_000)
    assert (rig.player.state, rig.time) == (State.PLAYING, 10_000 - 5)
    for step in WORKOUT[1:3]:
        rig.timeline.add(step)
    assert onsets(rig.play(15_000))[:2] == [5, 605]


def test_next_goes_to_a_step_that_is_not_placed_yet() -> None:
    rig = Rig(WORKOUT[:2], complete=False)
    rig.do(Do.PLAY)
    rig.play(1_000)
    rig.do(Do.NEXT)
    rig.do(Do.NEXT)
    rig.play(2_000)
    assert rig.time == 30_000
    rig.timeline.add(WORKOUT[2])
    rig.play(WHERE_WE_ARE + 1_000)
    assert rig.time == 31_000


def test_nothing_is_played_before_it_is_asked_for_and_a_place_can_be_chosen() -> None:
    rig = Rig()
    assert not rig.play(1_000).any()
    rig.player.begin_at(34_000)
    rig.do(Do.PLAY)
    rig.play(ANSWER + WHERE_WE_ARE + 1_000)
    assert "work 2, 6000 left" in rig.begun
    assert rig.time == 35_000


@pytest.mark.parametrize("at", [5_000, 24_500, 50_000])
def test_a_lost_device_pauses_and_a_new_one_goes_on(at: int) -> None:
    rig = playing(at)
    rig.do(Do.LOSE)
    rig.player.pump()
    before = rig.time
    rig.do(Do.FIND)
    rig.play(20 * BLOCK)
    assert rig.player.state is State.PLAYING or at == 50_000
    assert abs(rig.time - before) <= 600


def test_what_is_shown_is_what_is_heard() -> None:
    rig = playing(2_500)
    shown = rig.player.snapshot()
    assert shown.step is WORKOUT[0]
    assert (shown.time, shown.left, shown.total, shown.words) == (2_500, 7_500, 90_000, "0.2000")
    assert shown.complete


def test_nothing_is_missed_where_it_is_pumped_in_time() -> None:
    rig = playing(89_000)
    assert rig.player.ring.missed == 0


@pytest.mark.long
def test_ten_hours_take_no_more_memory_than_one() -> None:
    """What is kept while playing is bounded; only the steps themselves are as many as the script makes them."""
    steps = [
        placed(StepKind.REST, start, start + 20_000, (600, 2_000), number=number)
        for number, start in enumerate(range(0, 36_000_000, 20_000))
    ]
    rig = Rig(steps)
    rig.do(Do.PLAY)
    block = 1_000
    tracemalloc.start()
    sizes = []
    for taken in range(36_000_000 // block):
        rig.player.pump()
        rig.device.take(block)
        rig.begun.clear()
        if taken in (3_600, 35_000):
            sizes.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    assert rig.time == 36_000_000 // RATE * RATE
    assert sizes[1] - sizes[0] < 20_000
