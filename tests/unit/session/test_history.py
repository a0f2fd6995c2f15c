from __future__ import annotations

import json
import multiprocessing
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import pytest

from voicecoach.errors import VoicecoachError
from voicecoach.session.history import Entry, History

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = Entry("2026-01-02T03:04:05+01:00", "Legs", "legs.md", False, 5_000, 60_000, 4_000)


def test_entries_come_back_in_their_order(tmp_path: Path) -> None:
    history = History(tmp_path / "new" / "history.jsonl")
    other = replace(ENTRY, workout="Bärenkriechen\u2028\n", finished=True)
    history.add(ENTRY)
    history.add(other)
    assert history.read() == ((ENTRY, other), 0)
    assert len((tmp_path / "new" / "history.jsonl").read_bytes().splitlines()) == 2


def test_a_history_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert History(tmp_path / "history.jsonl").read() == ((), 0)


@pytest.mark.parametrize("cut", range(1, 40, 7))
def test_a_line_cut_by_a_crash_costs_itself_alone(cut: int, tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    history = History(path)
    history.add(ENTRY)
    history.add(ENTRY)
    path.write_bytes(path.read_bytes()[:-cut])
    kept = 2 if cut == 1 else 1  # the end of the line alone is no loss
    assert history.read() == ((ENTRY,) * kept, 2 - kept)
    history.add(ENTRY)
    assert history.read() == ((ENTRY,) * (kept + 1), 2 - kept)


def test_lines_of_others_are_counted_and_stay(tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    more = json.dumps({**asdict(ENTRY), "heart_rate": 140})
    foreign = b'# mine\n\n{"date": 5}\nnull\n\xff\xfe\n'
    path.write_bytes(foreign + more.encode() + b"\r\n")
    history = History(path)
    history.add(ENTRY)
    assert history.read() == ((ENTRY, ENTRY), 4)
    assert path.read_bytes().startswith(foreign)


def write_many(path: Path, number: int) -> None:
    history = History(path)
    for _ in range(50):
        history.add(replace(ENTRY, workout=str(number) * 2_000))


def test_players_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    fork = multiprocessing.get_context("spawn")
    players = [fork.Process(target=write_many, args=(path, number)) for number in range(3)]
    for player in players:
        player.start()
    for player in players:
        player.join(60)
    entries, unreadable = History(path).read()
    assert unreadable == 0
    assert sorted(entry.workout[0] for entry in entries) == ["0"] * 50 + ["1"] * 50 + ["2"] * 50


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(VoicecoachError) as told:
        History(tmp_path).add(ENTRY)
    assert str(told.value) == f'cannot write "{tmp_path}": that is a folder; name a file in it'


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(VoicecoachError) as told:
        History(tmp_path).read()
    assert str(told.value) == f'cannot read "{tmp_path}": Is a directory'
