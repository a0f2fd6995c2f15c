from __future__ import annotations

from typing import TYPE_CHECKING

from played import BLOCK, WORKOUT, Rig
from voicecoach.errors import VoicecoachError
from voicecoach.playback.driver import Driver
from voicecoach.playback.transport import Command, Do, State
from voicecoach.testing import ManualClock, ManualDevice

if TYPE_CHECKING:
    from voicecoach.ports import Fill


class Desk:
    """A driver whose devices and clock belong to the test."""

    def __init__(self) -> None:
        self.rig = Rig(WORKOUT)
        self.clock = ManualClock()
        self.opened: list[ManualDevice] = []
        self.plugged = True
        self.told: list[str] = []
        self.driver = Driver(self.rig.player, self.open, self.told.append, self.clock)
        self.driver.open()
        self.rig.player.tell(Command(Do.PLAY))

    def open(self, fill: Fill) -> ManualDevice:
        if not self.plugged:
            raise VoicecoachError("there is none")
        self.opened.append(ManualDevice(fill))
        return self.opened[-1]

    def go_on(self, seconds: float, *, taking: bool = True) -> None:
        for _ in range(round(seconds * 1_000 / BLOCK)):
            self.driver.step()
            if taking and not self.opened[-1].lost:
                self.opened[-1].take(BLOCK)
            self.clock.now += BLOCK / 1_000
        self.driver.step()

    @property
    def state(self) -> State:
        return self.rig.player.state


GONE = "The sound device is gone: the workout waits until there is one again."
BACK = "There is a sound device again: the workout goes on."


def test_a_device_that_says_it_is_gone_pauses_the_workout_until_there_is_another() -> None:
    desk = Desk()
    desk.go_on(5)
    desk.opened[-1].lost, desk.plugged = True, False
    desk.go_on(60)
    assert (desk.state, desk.told, desk.rig.time) == (State.LOST, [GONE], 5_000)
    desk.plugged = True
    desk.go_on(10)
    assert (desk.state, desk.told, len(desk.opened)) == (State.PLAYING, [GONE, BACK], 2)
    assert desk.rig.time > 5_000


def test_a_device_that_asks_no_more_is_gone() -> None:
    desk = Desk()
    desk.go_on(5)
    desk.plugged = False
    desk.go_on(1.9, taking=False)
    assert desk.state is State.PLAYING
    desk.go_on(0.3, taking=False)
    assert (desk.state, desk.told) == (State.LOST, [GONE])


def test_a_device_that_comes_and_goes_again_at_once_is_told_once() -> None:
    desk = Desk()
    desk.go_on(5)
    desk.opened[-1].lost = True
    desk.go_on(0.2)
    for _ in range(3):  # as from a sound server that is just starting
        desk.go_on(1.2)
        desk.opened[-1].lost = True
        desk.go_on(0.2)
    assert (desk.state, desk.told, len(desk.opened)) == (State.LOST, [GONE], 4)
    desk.go_on(10)
    assert (desk.state, desk.told, len(desk.opened)) == (State.PLAYING, [GONE, BACK], 5)


def test_a_workout_that_was_paused_stays_so_when_the_device_comes_back() -> None:
    desk = Desk()
    desk.go_on(5)
    desk.driver.tell(Command(Do.PAUSE))
    desk.go_on(1)
    desk.opened[-1].lost = True
    desk.go_on(3)
    assert (desk.state, desk.told) == (State.PAUSED, [GONE, BACK])


def test_a_long_pause_lets_the_device_sleep() -> None:
    desk = Desk()
    desk.go_on(5)
    desk.driver.tell(Command(Do.PAUSE))
    desk.go_on(29)
    assert desk.opened[-1].asking
    desk.go_on(300)
    assert not desk.opened[-1].asking
    assert desk.told == []
    desk.driver.tell(Command(Do.RESUME))
    desk.go_on(10)
    assert desk.opened[-1].asking
    assert desk.state is State.PLAYING
    assert desk.rig.time > 5_000


def test_closing_gives_the_device_up() -> None:
    desk = Desk()
    desk.go_on(1)
    desk.driver.close()
    desk.driver.close()
    assert not desk.opened[-1].asking
