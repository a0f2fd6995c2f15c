from __future__ import annotations

from dataclasses import replace

import pytest

from voicecoach.model.plan import StepKind
from voicecoach.playback.marks import Mark, Marks
from voicecoach.playback.transport import (
    TABLE,
    AddRest,
    Again,
    Command,
    Do,
    Effect,
    Halt,
    Level,
    Seek,
    State,
    Stop,
    Transport,
    Why,
    apply,
)

RATE = 1_000


def marks() -> Marks:
    """Ten seconds of work, ten of rest with words and a count-in, ten of work, a rest that waits, and a last work."""
    return Marks(
        RATE,
        [
            Mark(0, 10_000, StepKind.WORK, chapter=True, count_in=7_000, go_on=10_000),
            Mark(10_000, 20_000, StepKind.REST, True, ((10_600, 12_000), (14_000, 16_000)), 17_000, None, 20_000),
            Mark(20_000, 30_000, StepKind.WORK, chapter=True, count_in=27_000, go_on=30_000),
            Mark(30_000, 60_000, StepKind.REST, True, ((30_600, 32_000),), 57_000, wait=32_000, go_on=55_000),
            Mark(60_000, 70_000, StepKind.WORK, chapter=False, count_in=67_000, go_on=70_000),
        ],
    )


def after(
    do: Do, position: int = 5_000, state: State = State.PLAYING, value: int = 0
) -> tuple[Transport, Effect | None]:
    return apply(Transport(state, position), Command(do, value), marks())


@pytest.mark.parametrize(
    ("do", "position", "state", "afterwards", "effect"),
    [
        (Do.PLAY, 0, State.IDLE, State.PLAYING, Seek(0, Why.BEGIN)),
        (Do.PLAY, 5_000, State.IDLE, State.PLAYING, Seek(5_000, Why.JUMP)),
        (Do.PLAY_PAUSE, 5_000, State.PLAYING, State.PAUSED, Halt()),
        (Do.PLAY_PAUSE, 5_000, State.PAUSED, State.PLAYING, Seek(5_000, Why.RESUME)),
        (Do.PLAY_PAUSE, 32_000, State.HOLDING, State.PLAYING, Seek(55_000, Why.READY)),
        (Do.PLAY, 32_000, State.HOLDING, State.PLAYING, Seek(55_000, Why.READY)),
        (Do.PAUSE, 32_000, State.HOLDING, State.PAUSED, Halt()),
        (Do.NEXT, 5_000, State.PLAYING, State.PLAYING, Seek(10_000, Why.JUMP)),
        (Do.NEXT_CHAPTER, 5_000, State.PLAYING, State.PLAYING, Seek(10_000, Why.JUMP)),
        (Do.NEXT_CHAPTER, 10_000, State.PAUSED, State.PAUSED, Seek(20_000, Why.JUMP)),
        (Do.PREVIOUS_CHAPTER, 1_000, State.PLAYING, State.PLAYING, Seek(0, Why.JUMP)),
        (Do.PREVIOUS_CHAPTER, 12_000, State.PLAYING, State.PLAYING, Seek(0, Why.JUMP)),
        (Do.PREVIOUS_CHAPTER, 12_001, State.PLAYING, State.PLAYING, Seek(10_000, Why.JUMP)),
        (Do.PREVIOUS_CHAPTER, 65_000, State.PLAYING, State.PLAYING, Seek(30_000, Why.JUMP)),
        (Do.NEXT, 32_000, State.HOLDING, State.PLAYING, Seek(60_000, Why.JUMP)),
        (Do.NEXT, 5_000, State.PAUSED, State.PAUSED, Seek(10_000, Why.JUMP)),
        (Do.NEXT, 65_000, State.PLAYING, State.PLAYING, Seek(70_000, Why.JUMP)),
        (Do.PREVIOUS, 25_000, State.PLAYING, State.PLAYING, Seek(20_000, Why.JUMP)),
        (Do.PREVIOUS, 22_000, State.PLAYING, State.PLAYING, Seek(10_000, Why.JUMP)),
        (Do.PREVIOUS, 1_000, State.PLAYING, State.PLAYING, Seek(0, Why.JUMP)),
        (Do.REPEAT, 20_500, State.PLAYING, State.PLAYING, Seek(20_000, Why.JUMP)),
        (Do.SKIP_REST, 11_000, State.PLAYING, State.PLAYING, Seek(20_000, Why.JUMP)),
        (Do.READY, 31_000, State.PLAYING, State.PLAYING, Seek(55_000, Why.READY)),
        (Do.MUTE, 5_000, State.PLAYING, State.PLAYING, Again()),
        (Do.MUTE, 5_000, State.PAUSED, State.PAUSED, None),
        (Do.STOP, 5_000, State.PAUSED, State.ENDED, Stop()),
        (Do.LOSE, 5_000, State.PLAYING, State.LOST, Halt()),
        (Do.FIND, 5_000, State.LOST, State.PLAYING, Seek(5_000, Why.RESUME)),
        (Do.PAUSE, 5_000, State.LOST, State.PAUSED, Halt()),
        (Do.END, 70_000, State.PLAYING, State.ENDED, Stop()),
        (Do.HOLD, 32_000, State.PLAYING, State.HOLDING, None),
    ],
)
def test_what_a_command_does(do: Do, position: int, state: State, afterwards: State, effect: Effect | None) -> None:
    transport, done = after(do, position, state)
    assert (transport.state, done) == (afterwards, effect)


@pytest.mark.parametrize(
    ("do", "position", "state"),
    [
        (Do.PLAY, 5_000, State.PLAYING),
        (Do.RESUME, 5_000, State.PLAYING),
        (Do.NEXT, 0, State.IDLE),
        (Do.NEXT, 5_000, State.LOST),
        (Do.NEXT, 70_000, State.PLAYING),
        (Do.NEXT_CHAPTER, 30_000, State.PLAYING),
        (Do.ADD_REST, 5_000, State.PLAYING),
        (Do.ADD_REST, 32_000, State.HOLDING),
        (Do.SKIP_REST, 5_000, State.PLAYING),
        (Do.READY, 5_000, State.PLAYING),
        (Do.READY, 56_000, State.PLAYING),
        (Do.FIND, 5_000, State.PAUSED),
        (Do.STOP, 5_000, State.ENDED),
    ],
)
def test_what_means_nothing_here_changes_nothing(do: Do, position: int, state: State) -> None:
    assert after(do, position, state) == (Transport(state, position), None)


def test_a_chapter_is_jumped_to_by_its_number() -> None:
    assert after(Do.CHAPTER, value=2)[1] == Seek(20_000, Why.JUMP)
    assert after(Do.CHAPTER, value=4) == after(Do.CHAPTER, value=-1) == (Transport(State.PLAYING, 5_000), None)


def test_a_moment_to_go_to_stays_within_the_workout() -> None:
    assert after(Do.SEEK, value=12_345)[1] == Seek(12_345, Why.JUMP)
    assert after(Do.SEEK, value=-1)[1] == Seek(0, Why.JUMP)
    assert after(Do.SEEK, value=99_000)[1] == Seek(70_000, Why.JUMP)
    assert after(Do.SEEK, state=State.PAUSED, value=9_000)[0] == Transport(State.PAUSED, 9_000)
    assert apply(Transport(State.PLAYING), Command(Do.SEEK, 9_000), Marks(RATE)) == (Transport(State.PLAYING), None)


@pytest.mark.parametrize(
    ("position", "effect"),
    [
        (13_000, AddRest(13_000, 13_000, 15_000)),
        (11_000, AddRest(11_000, 12_000, 15_000)),
        (15_000, AddRest(15_000, 16_000, 15_000)),
        (18_500, AddRest(17_000, 17_000, 15_000)),
    ],
    ids=["in silence", "in the first words", "in the preview", "in the count-in, which comes again"],
)
def test_a_rest_is_made_longer_where_nothing_is_said(position: int, effect: AddRest) -> None:
    transport, done = after(Do.ADD_REST, position)
    assert (done, transport.position) == (effect, effect.start)


@pytest.mark.parametrize(
    ("position", "goes_on"),
    [(5_123, 5_123), (11_000, 10_600), (13_000, 13_000), (15_999, 14_000), (18_500, 17_000)],
    ids=["work", "in words", "in silence", "in the preview", "in the count-in"],
)
def test_after_a_pause_nothing_is_heard_by_halves(position: int, goes_on: int) -> None:
    assert after(Do.RESUME, position, State.PAUSED)[1] == Seek(goes_on, Why.RESUME)


def test_the_volume_stays_between_nothing_and_all() -> None:
    loud, effect = after(Do.LOUDER)
    assert (loud.volume, effect) == (100, Level(100))
    assert after(Do.VOLUME, value=35)[1] == Level(35)
    quiet = replace(loud, volume=5)
    assert apply(quiet, Command(Do.SOFTER), marks())[0].volume == 0


def test_without_a_step_placed_nothing_can_fail() -> None:
    for state in State:
        for do in Do:
            apply(Transport(state), Command(do), Marks(RATE))


def test_every_command_means_something_somewhere() -> None:
    assert {do for _, do in TABLE} == set(Do)
