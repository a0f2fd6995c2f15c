"""``voicecoach history``: what was done."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest

from command import voicecoach
from voicecoach.session.history import Entry
from voicecoach.session.kept import Kept

if TYPE_CHECKING:
    from pathlib import Path

LEGS = Entry("2026-01-02T03:04:05+01:00", "Legs and glutes", "legs.md", False, 272_400, 1_757_300, 151_000)
ARMS = Entry("some day", "Arms", "arms.md", True, 600_000, 600_000, 3_723_000)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    monkeypatch.setenv("VOICECOACH_HOME", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "100")
    return Kept(tmp_path)


def test_a_line_for_each_workout(kept: Kept) -> None:
    kept.history.add(LEGS)
    kept.history.add(ARMS)
    result = voicecoach("history")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "2026-01-02 03:04  Legs and glutes  4:32 of 29:17  2 min 31 s of work\n"
        "some day          Arms             done           1 h 2 min 3 s of work\n"
        "2 workouts, 1 h 4 min 34 s of work.\n"
    )


def test_before_the_first_workout(kept: Kept) -> None:
    result = voicecoach("history")
    assert (result.code, result.out, result.err) == (0, "No workout has been played yet.\n", "")
    assert json.loads(voicecoach("history", "--json").out) == []


def test_for_programs(kept: Kept) -> None:
    kept.history.add(LEGS)
    assert json.loads(voicecoach("history", "--json").out) == [asdict(LEGS)]


def test_lines_that_are_none_of_ours_are_told_of(kept: Kept, tmp_path: Path) -> None:
    kept.history.add(LEGS)
    with (tmp_path / "history.jsonl").open("a") as file:
        file.write('{"date": "2026-01-03T0')
    result = voicecoach("history")
    assert (result.code, result.err) == (0, "1 line of the history could not be read.\n")
    assert result.out.endswith("1 workout, 2 min 31 s of work.\n")
