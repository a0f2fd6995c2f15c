from __future__ import annotations

from unit.importers.knowledge import library
from voicecoach.importers.prose.tells import told_by
from voicecoach.importers.prose.vocabulary import table


def test_the_library_knows_every_movement_with_tells() -> None:
    assert [row["name"] for row in table("tells")["tell"] if library().lookup(row["name"]) is None] == []


def test_the_tells_that_need_the_most_come_first() -> None:
    found = told_by("On all fours, extend one arm and the opposite leg back, knee straight, foot towards the ceiling.")
    needs = [len(tell.needs) for tell in found]
    assert found[0].name == "Bird dog"
    assert needs == sorted(needs, reverse=True)
