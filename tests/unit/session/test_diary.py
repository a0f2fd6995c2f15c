from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from played import WORKOUT, Rig, placed
from voicecoach import pipeline
from voicecoach.model.plan import StepKind
from voicecoach.playback.transport import Do, State
from voicecoach.session.diary import Diary
from voicecoach.session.kept import Kept
from voicecoach.source import Source
from voicecoach.testing import ManualClock

if TYPE_CHECKING:
    from pathlib import Path

    from voicecoach.session.history import Entry
    from voicecoach.session.place import Place

NAME = "legs.md"
SCRIPT = pipeline.load(Source(NAME, "---\ntitle: Legs\n---\n- Squat: 20s\n"))
LOOK = 500


class Desk:
    """A workout that is looked at every half second."""

    def __init__(self, folder: Path, rig: Rig | None = None, *, resumed: bool = False) -> None:
        self.rig = rig or Rig(WORKOUT)
        self.clock = ManualClock()
        self.folder = folder
        self.told: list[str] = []
        self.kept = Kept(folder)
        self.diary = Diary(
            SCRIPT,
            NAME,
            self.kept,
            notify=self.told.append,
            resumed=resumed,
            clock=self.clock,
            today=lambda: datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
        )
        self.rig.do(Do.PLAY)
        self.diary.look(self.rig.player.snapshot())

    def go_on(self, seconds: float) -> None:
        for _ in range(round(seconds * 1_000 / LOOK)):
            self.rig.play(LOOK)
            self.clock.now += LOOK / 1_000
            self.diary.look(self.rig.player.snapshot())

    def close(self) -> int | None:
        return self.diary.close(self.rig.player.snapshot(), self.rig.timeline)

    @property
    def place(self) -> Place | None:
        return self.kept.places.load(NAME)

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.kept.history.read()[0]


def test_what_was_worked_is_counted_without_rests_and_pauses(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.go_on(8)
    desk.rig.do(Do.PAUSE)
    desk.go_on(60)
    desk.rig.do(Do.RESUME)
    desk.go_on(20)  # the coach says where we are and counts in, then 2 s of work, then the rest
    left = desk.close()
    (entry,) = desk.entries
    assert entry.worked_ms == 10_000
    assert (entry.date[:16], entry.workout, entry.script) == ("2026-01-02T03:04", "Legs", NAME)
    assert (entry.finished, entry.reached_ms, entry.total_ms) == (False, desk.rig.time, 90_000)
    assert left == desk.rig.time
    assert desk.place
    assert (desk.place.number, desk.place.into) == (1, desk.rig.time - 10_000)


def test_jumps_are_no_work(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.go_on(10)
    for _ in range(3):
        desk.rig.do(Do.SEEK, 8_500)
        desk.go_on(0.5)
        desk.rig.do(Do.SEEK, 1_000)
        desk.go_on(0.5)
    desk.close()
    assert desk.entries[0].worked_ms == 10_000


def test_a_power_cut_costs_ten_seconds_at_most(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.go_on(27)
    assert desk.place
    assert 17_000 <= desk.place.time <= 27_000


def test_whoever_only_tries_leaves_nothing_behind(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.go_on(9)
    assert desk.close() is None
    assert list(tmp_path.iterdir()) == []


def test_whoever_only_tries_keeps_the_older_place(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.go_on(25)
    desk.close()
    older = desk.place
    again = Desk(tmp_path)
    again.go_on(9)
    again.close()
    assert older
    assert again.place == older


def test_whoever_goes_on_keeps_the_new_place_at_once(tmp_path: Path) -> None:
    desk = Desk(tmp_path, resumed=True)
    desk.go_on(2)
    assert desk.close() == 2_000
    assert desk.place
    assert desk.place.time == 2_000


def test_a_finished_workout_has_no_place(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.go_on(30)
    desk.close()
    assert desk.place
    again = Desk(tmp_path)
    again.go_on(20)
    again.rig.do(Do.SEEK, 80_000)
    again.go_on(30)
    assert again.rig.player.state is State.ENDED
    assert again.close() is None
    assert again.place is None
    assert [entry.finished for entry in again.entries] == [False, True]


@pytest.mark.parametrize(("left", "finished"), [(2_000, True), (4_000, False)])
def test_the_end_of_the_last_work_is_the_end(left: int, finished: bool, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.go_on(12)
    desk.rig.do(Do.SEEK, 90_000 - left)
    desk.rig.do(Do.STOP)
    desk.close()
    assert desk.entries[0].finished == finished
    assert (desk.place is None) == finished


def test_with_the_closing_words_it_is_finished(tmp_path: Path) -> None:
    desk = Desk(tmp_path, Rig([*WORKOUT, placed(StepKind.SAY, 90_000, 99_000, number=5, count_in=False)]))
    desk.go_on(12)
    desk.rig.do(Do.SEEK, 91_000)
    desk.rig.do(Do.STOP)
    desk.close()
    assert desk.entries[0].finished


def test_a_workout_that_is_not_placed_to_its_end_is_not_finished(tmp_path: Path) -> None:
    desk = Desk(tmp_path, Rig(WORKOUT[:2], complete=False))
    desk.go_on(15)
    desk.close()
    assert not desk.entries[0].finished
    assert desk.entries[0].total_ms == pipeline.rough_total(SCRIPT) > 30_000


def test_work_that_waits_for_the_listener_is_counted_by_the_clock(tmp_path: Path) -> None:
    desk = Desk(tmp_path, Rig([placed(StepKind.WORK, 0, 30_000, (600, 1_400), hold=True, count_in=False)]))
    desk.go_on(40)
    assert desk.rig.player.state is State.HOLDING
    desk.close()
    assert desk.entries[0].worked_ms == pytest.approx(40_000, abs=LOOK)


def test_a_disk_that_refuses_is_told_once_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "places").write_text("")
    (tmp_path / "history.jsonl").mkdir()
    desk = Desk(tmp_path)
    desk.go_on(60)
    assert desk.close() is None
    (told,) = desk.told
    assert told.startswith(f'What you did is not written down: cannot write "{tmp_path}')
