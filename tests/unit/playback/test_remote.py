from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from played import WORKOUT, Rig, placed
from voicecoach.model.plan import StepKind
from voicecoach.playback import remote
from voicecoach.playback.remote import Shown, open_remote, shown
from voicecoach.playback.transport import Do, State

if TYPE_CHECKING:
    from collections.abc import Callable

    from voicecoach.model.timeline import PlacedStep
    from voicecoach.playback.player import Snapshot
    from voicecoach.playback.remote import Steered


def titled(step: PlacedStep) -> str:
    return step.name.upper()


def looked_at(rig: Rig) -> Shown:
    return shown(rig.player.snapshot(), "Legs", titled)


def test_a_step_is_shown_as_a_track() -> None:
    rig = Rig()
    rig.do(Do.PLAY)
    rig.play(12_000)
    assert looked_at(rig) == Shown(
        playing=True,
        over=False,
        track=1,
        title="REST 1",
        artist="Legs",
        album="Legs",
        start=10_000,
        position=2_000,
        length=20_000,
        volume=100,
    )


def test_the_section_stands_in_the_place_of_the_artist() -> None:
    step = replace(placed(StepKind.WORK, 0, 10_000), section="Main circuit")
    assert looked_at(Rig([step])).artist == "Main circuit"


def test_more_rest_makes_the_track_longer_and_leaves_the_position() -> None:
    rig = Rig()
    rig.do(Do.PLAY)
    rig.play(12_000)
    rig.do(Do.ADD_REST)
    assert (looked_at(rig).position, looked_at(rig).length) == (2_000, 35_000)
    rig.play(7_000)
    assert (looked_at(rig).position, looked_at(rig).length) == (9_000, 35_000)


def test_a_step_that_waits_has_no_length_and_stands_still() -> None:
    rig = Rig(WORKOUT[3:4])
    rig = Rig([placed(StepKind.REST, 0, 40_000, (600, 2_600), hold=True)])
    rig.do(Do.PLAY)
    rig.play(8_000)
    assert rig.player.state is State.HOLDING
    assert (looked_at(rig).length, looked_at(rig).playing, looked_at(rig).over) == (0, False, False)


def test_before_the_first_step_the_workout_is_shown() -> None:
    now = looked_at(Rig([], complete=False))
    assert (now.track, now.title, now.length) == (-1, "Legs", 0)


def test_a_workout_that_is_over_is_shown_so() -> None:
    rig = Rig()
    rig.do(Do.STOP)
    assert (looked_at(rig).over, looked_at(rig).playing) == (True, False)


SEEN: list[Shown] = []


def imaginary(workout: Steered, show: Callable[[Snapshot], Shown], over: threading.Event) -> None:
    """The remote of an imaginary desktop."""
    SEEN.append(show(workout.snapshot()))
    over.wait()


def without_its_library(*_: object) -> None:
    raise ImportError("no module")


@pytest.mark.parametrize("function", ["imaginary", "without_its_library"])
def test_any_desktop_can_have_a_remote(function: str, monkeypatch: pytest.MonkeyPatch) -> None:
    SEEN.clear()
    monkeypatch.setattr(remote, "REMOTES", {"amiga": f"{__name__}:{function}"})
    monkeypatch.setattr(remote, "import_module", lambda _: __import__("sys").modules[__name__])
    before = threading.active_count()
    with open_remote(Rig().player, "Legs", titled, "amiga"):
        pass
    assert threading.active_count() == before
    assert [now.album for now in SEEN] == (["Legs"] if function == "imaginary" else [])


def test_a_system_without_a_remote_plays_as_well() -> None:
    with open_remote(Rig().player, "Legs", titled, "plan9"):
        assert not any(thread.name == "remote" for thread in threading.enumerate())
