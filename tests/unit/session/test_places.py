from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from voicecoach.errors import VoicecoachError
from voicecoach.session.place import Place
from voicecoach.session.places import Places

if TYPE_CHECKING:
    from pathlib import Path

PLACE = Place("legs.md", "print", "2026-01-02", 5, 1, 2, 3, "work", "Squat", "Strength", "left", 1, 2)


def test_a_place_comes_back_as_it_was(tmp_path: Path) -> None:
    places = Places(tmp_path / "places")
    odd = replace(PLACE, name="--quick \udc80 Kniebeuge ü")
    places.save(PLACE)
    places.save(odd)
    assert (places.load("legs.md"), places.load(odd.name)) == (PLACE, odd)


def test_there_is_one_place_for_a_workout(tmp_path: Path) -> None:
    places = Places(tmp_path)
    places.save(PLACE)
    places.save(replace(PLACE, number=7))
    assert places.load("legs.md") == replace(PLACE, number=7)
    assert len(list(tmp_path.iterdir())) == 1


def test_the_latest_place(tmp_path: Path) -> None:
    places = Places(tmp_path)
    assert places.latest() is None
    places.save(replace(PLACE, name="arms.md", saved="2026-01-03"))
    places.save(PLACE)
    latest = places.latest()
    assert latest
    assert latest.name == "arms.md"


def test_a_place_that_is_cleared_is_gone(tmp_path: Path) -> None:
    places = Places(tmp_path)
    places.save(PLACE)
    places.clear("legs.md")
    places.clear("legs.md")
    assert places.load("legs.md") is None


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"name": "legs.md"}', b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_place_is_none(content: bytes, tmp_path: Path) -> None:
    places = Places(tmp_path)
    places.save(PLACE)
    (path,) = tmp_path.iterdir()
    path.write_bytes(content)
    assert (places.load("legs.md"), places.latest()) == (None, None)


def test_a_field_of_another_type_is_damage(tmp_path: Path) -> None:
    places = Places(tmp_path)
    places.save(PLACE)
    (path,) = tmp_path.iterdir()
    path.write_text(path.read_text().replace('"number": 1', '"number": true'))
    assert places.load("legs.md") is None


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(VoicecoachError, match="cannot write"):
        Places(tmp_path / "file" / "places").save(PLACE)
