"""The laws of the player: whatever is wished for when, the workout is heard in its order, and to its end."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from played import BLOCK, WORKOUT, Rig
from voicecoach.playback.transport import Do, State

WISHES = [do for do in Do if do not in (Do.STOP, Do.HOLD, Do.END)]
TOTAL = WORKOUT[-1].end
LONGEST = 40 * TOTAL

wishes = st.lists(st.tuples(st.sampled_from(WISHES), st.integers(-1, 3), st.integers(0, 8_000)), max_size=12)


@settings(max_examples=40, deadline=None)
@given(wishes)
def test_time_goes_forward_between_wishes_and_never_beyond_the_end(wished: list[tuple[Do, int, int]]) -> None:
    rig = Rig()
    for do, value, played in wished:
        rig.do(do, value)
        before = rig.time
        for _ in range(played // 500):
            rig.play(500)
            assert before <= rig.time <= min(TOTAL, before + 500)
            before = rig.time
        assert 0 <= rig.player.snapshot().left <= TOTAL + 15_000 * len(wished)


@settings(max_examples=40, deadline=None)
@given(wishes)
def test_whatever_was_wished_for_it_ends_at_the_end(wished: list[tuple[Do, int, int]]) -> None:
    rig = Rig()
    for do, value, played in wished:
        rig.do(do, value)
        rig.play(played)
    taken = 0
    while rig.player.state is not State.ENDED:
        for do in (Do.PLAY, Do.FIND, Do.RESUME):
            if rig.player.state in (State.IDLE, State.LOST, State.PAUSED):
                rig.do(do)
        if rig.player.state is State.HOLDING:
            rig.do(Do.READY)
        rig.play(500)
        taken += 500
        assert taken < LONGEST
    assert rig.time == TOTAL


@settings(max_examples=40, deadline=None)
@given(wishes)
def test_steps_are_heard_in_their_order(wished: list[tuple[Do, int, int]]) -> None:
    """Between two wishes the steps that are heard follow one another."""
    rig = Rig()
    for do, value, played in wished:
        rig.do(do, value)
        numbers = []
        for _ in range(played // BLOCK):
            rig.play(BLOCK)
            step = rig.player.snapshot().step
            numbers.append(step.number if step else 0)
        assert all(later - earlier in (0, 1) for earlier, later in itertools.pairwise(numbers))
