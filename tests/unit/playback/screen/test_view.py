from __future__ import annotations

from dataclasses import replace

import pytest

from played import WORKOUT, Rig, placed
from voicecoach.model.plan import StepKind
from voicecoach.playback.screen.looks import Mood
from voicecoach.playback.screen.view import View, finished, view_of
from voicecoach.playback.transport import Do

STEPS = (
    replace(placed(StepKind.WORK, 0, 40_000, number=0), name="Squat", section="Legs", round=1, rounds=3),
    placed(StepKind.REST, 40_000, 60_000, (600, 2_000), number=1),
    replace(placed(StepKind.WORK, 60_000, 90_000, number=2), name="Lunge", side="left", set=2, sets=3, reps=8),
    placed(StepKind.SWITCH, 90_000, 96_000, number=3),
    replace(placed(StepKind.WORK, 96_000, 200_000, number=4), name="Plank"),
    placed(StepKind.SAY, 200_000, 203_000, number=5),
)


def seen(rig: Rig) -> View:
    return view_of(rig.player.snapshot(), rig.timeline, rig.timeline.course)


def started(*steps: object, at: int = 0) -> Rig:
    rig = Rig(steps or STEPS)  # type: ignore[arg-type]
    rig.player.begin_at(at)
    rig.do(Do.PLAY)
    return rig


def after_jumps(rig: Rig, count: int) -> Rig:
    """The same, in the step that many behind its first one, past what is said to a jump."""
    for _ in range(count):
        rig.do(Do.NEXT)
    while rig.player.snapshot().words:
        rig.play(20)
    return rig


def test_all_of_a_moment_in_work() -> None:
    rig = started()
    rig.play(10_000)
    assert seen(rig) == View(
        mood=Mood.WORK,
        big="30",
        status="",
        clock="0:10 of 3:23",
        name="Squat",
        detail="Legs · round 1 of 3 · 40 s",
        next="Next: rest 20 s · Lunge, left, 8 reps",
        words="",
        part=0.25,
        time=10_000,
    )


@pytest.mark.parametrize(("time", "big"), [(20, "40"), (980, "40"), (1_000, "39"), (37_000, "3"), (39_980, "1")])
def test_what_is_begun_of_a_second_counts(time: int, big: str) -> None:
    rig = started()
    rig.play(time)
    assert seen(rig).big == big


@pytest.mark.parametrize(
    ("jumps", "mood", "name", "detail", "following"),
    [
        (1, Mood.REST, "rest 1", "", "Next: Lunge, left, 8 reps"),
        (2, Mood.WORK, "Lunge, left", "set 2 of 3 · 8 reps", "Next: Plank, 1:44"),
        (3, Mood.SWITCH, "switch 3", "", "Next: Plank, 1:44"),
        (4, Mood.WORK, "Plank", "1:44", "Next: the end"),
        (5, Mood.SAY, "say 5", "", ""),
    ],
)
def test_each_kind_of_step(jumps: int, mood: Mood, name: str, detail: str, following: str) -> None:
    view = seen(after_jumps(started(), jumps))
    assert (view.mood, view.name, view.detail, view.next) == (mood, name, detail, following)


def test_minutes_are_written_as_such() -> None:
    assert seen(after_jumps(started(), 4)).big == "1:44"


def test_an_hour_is_written_as_such() -> None:
    rig = started(placed(StepKind.WORK, 0, 3_723_000))
    assert (seen(rig).big, seen(rig).clock) == ("1:02:03", "0:00 of 1:02:03")


def test_a_pause_keeps_the_time_that_is_left() -> None:
    rig = started()
    rig.play(5_000)
    rig.do(Do.PAUSE)
    rig.play(3_000)
    assert (seen(rig).mood, seen(rig).big) == (Mood.PAUSED, "35")


def test_more_rest_counts() -> None:
    rig = started(at=45_000)
    rig.play(1_000)
    before = seen(rig)
    rig.do(Do.ADD_REST)
    assert int(seen(rig).big) == int(before.big) + 15
    assert seen(rig).part < before.part


def test_the_coach_silent_and_a_volume() -> None:
    rig = started()
    rig.do(Do.MUTE)
    rig.do(Do.SOFTER)
    assert seen(rig).status == "coach silent · volume 90 %"


def test_no_device() -> None:
    rig = started()
    rig.do(Do.LOSE)
    assert seen(rig).mood is Mood.LOST


def test_a_rest_until_the_listener_is_ready_has_no_countdown() -> None:
    rig = started(*WORKOUT, at=40_000)
    rig.play(1_000)
    assert (seen(rig).mood, seen(rig).big, seen(rig).part) == (Mood.REST, "READY?", 0.0)
    rig.play(20_000)
    waiting = seen(rig)
    assert (waiting.mood, waiting.big, waiting.next) == (Mood.WAIT, "READY?", "Enter or space: go on")
    rig.do(Do.READY)
    rig.play(40)
    assert (seen(rig).mood, seen(rig).big) == (Mood.REST, "6")


def test_work_until_the_listener_is_done_asks_for_that() -> None:
    work = replace(placed(StepKind.WORK, 0, 20_000, (600, 1_500), hold=True), name="Hang")
    rig = started(work, placed(StepKind.SAY, 20_000, 22_000, number=1))
    rig.play(5_000)
    assert (seen(rig).mood, seen(rig).big, seen(rig).detail) == (Mood.WAIT, "DONE?", "until you are done")


def test_the_end() -> None:
    rig = started(placed(StepKind.WORK, 0, 4_000))
    rig.play(5_000)
    assert finished(rig.player.snapshot())
    view = seen(rig)
    assert (view.mood, view.big, view.clock, view.part) == (Mood.DONE, "DONE", "0:04 of 0:04", 1.0)


def test_what_is_stopped_is_not_finished() -> None:
    rig = started()
    rig.do(Do.STOP)
    assert not finished(rig.player.snapshot())


def test_before_the_first_step_is_placed() -> None:
    rig = Rig((), complete=False)
    rig.do(Do.PLAY)
    assert seen(rig) == View(Mood.SAY, "", "", "0:00 of about 0:00", "", "", "", "", 1.0, 0)


def test_what_is_not_placed_yet_is_known_roughly() -> None:
    rig = Rig(STEPS[:1], complete=False)
    rig.timeline.outline = tuple(replace(step, start=step.start + 500, end=step.end + 500) for step in STEPS)
    rig.do(Do.PLAY)
    assert [(step.start, step.end) for step in rig.timeline.course] == [(step.start, step.end) for step in STEPS]
    assert (seen(rig).clock, seen(rig).next) == (
        "0:00 of about 3:23",
        "Next: rest 20 s · Lunge, left, 8 reps",
    )
