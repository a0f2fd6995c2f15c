from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from builders import step as planned
from voicecoach.errors import VoicecoachError
from voicecoach.model.plan import StepKind
from voicecoach.model.timeline import PlacedStep, Tags
from voicecoach.sinks.album import SECTIONS, STEPS, Album, file_names, parts_of
from voicecoach.sinks.wav import WavSink
from voicecoach.testing import MemorySink

if TYPE_CHECKING:
    from pathlib import Path

    from voicecoach.model.clip import Block

RATE = 1000
WHOLE = Tags("Legs", "voicecoach", "voicecoach", "en", 0)


@pytest.mark.parametrize(
    ("split", "parts"),
    [
        (SECTIONS, {0: "Warm-up", 4: "Main"}),
        (STEPS, {0: "Start", 1: "Warm-up", 2: "Squat", 4: "Main", 5: "End"}),
    ],
)
def test_where_parts_begin(split: str, parts: dict[int, str]) -> None:
    """What comes before the first section belongs to it, and what has no section to the one before."""
    steps = [
        planned(chapter="Start"),
        planned(chapter="Warm-up", section="Warm-up"),
        planned(chapter="Squat", section="Warm-up"),
        planned(),
        planned(chapter="Main", section="Main"),
        planned(chapter="End"),
    ]

    assert parts_of(steps, split) == parts


def test_without_sections_there_is_one_part() -> None:
    assert parts_of([planned(chapter="Squat"), planned(chapter="Rest")], SECTIONS) == {0: ""}


def test_numbers_have_as_many_digits_as_the_last_one() -> None:
    assert file_names(["A: b", "..."], ".mp3") == ["01 A - b.mp3", "02.mp3"]
    assert file_names(["x"] * 100, ".mp3")[::99] == ["001 x.mp3", "100 x.mp3"]


def placed(number: int, start: int, end: int) -> PlacedStep:
    chapter = f"Step {number}"
    return PlacedStep(number, start, end, (), (), StepKind.WORK, "Squat", "", "", 0, 0, 0, 0, 0, chapter, False, None)


ENDS = (300, 301, 1000)


def cut(folder: Path, size: int) -> tuple[list[MemorySink], list[str], Block]:
    """An album of three parts, of which one lasts a single frame, written in blocks of a size."""
    sinks: dict[str, MemorySink] = {}

    def opened(path: Path) -> MemorySink:
        return sinks.setdefault(path.name, MemorySink())

    whole = np.arange(1, 1001, dtype=np.float32)[:, None]
    album = Album(folder / "legs.wav", {0: "One", 1: "Two", 2: "Three"}, RATE, WHOLE, opened)
    for number, (start, end) in enumerate(zip((0, *ENDS), ENDS, strict=False)):
        album.add(placed(number, start, end))
    for first in range(0, 1000, size):
        album.write(whole[first : first + size])
    album.finish()
    return list(sinks.values()), list(sinks), whole


@pytest.mark.parametrize("size", [1, 7, 300, 1000])
def test_cuts_are_at_the_frame_at_which_a_step_begins(tmp_path: Path, size: int) -> None:
    sinks, names, whole = cut(tmp_path, size)

    assert names == ["01 One.wav", "02 Two.wav", "03 Three.wav"]
    assert [len(sink.samples) for sink in sinks] == [300, 1, 699]
    assert np.array_equal(np.concatenate([sink.samples for sink in sinks]), whole)


def test_each_part_says_which_it_is_and_what_comes_next(tmp_path: Path) -> None:
    sinks, _, _ = cut(tmp_path, 100)
    tags = [sink.tags for sink in sinks if sink.tags]

    assert [(each.title, each.album, each.track, each.tracks, each.duration) for each in tags] == [
        ("One", "Legs", 1, 3, 300),
        ("Two", "Legs", 2, 3, 1),
        ("Three", "Legs", 3, 3, 699),
    ]
    assert [each.lyrics[-1].text for each in tags] == ["Step 0 → Two", "Step 1 → Three", "Step 2"]


def test_nothing_is_there_before_all_is_whole_and_nothing_is_left_of_an_abort(tmp_path: Path) -> None:
    album = Album(tmp_path / "legs.wav", {0: "One", 1: "Two"}, RATE, WHOLE, lambda path: WavSink(path, RATE))
    album.add(placed(0, 0, 300))
    album.add(placed(1, 300, 600))
    album.write(np.zeros((400, 1), np.float32))

    assert not (tmp_path / "legs").exists()
    album.abort()
    album.abort()

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "legs").write_text("a note")

    with pytest.raises(VoicecoachError) as caught:
        Album(tmp_path / "legs.wav", {0: ""}, RATE, WHOLE, lambda path: WavSink(path, RATE))

    assert str(caught.value) == (
        f'cannot write "{tmp_path / "legs"}": a part of the path is a file, not a folder; choose another folder'
    )
