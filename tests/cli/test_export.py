"""Script in, MP3 out: what stands in the file is what the plan says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from mutagen.id3 import ID3
from mutagen.mp3 import MP3

from command import SCRIPTS, voicecoach
from hearing import decoded, level_db, likeness, offset_of
from voicecoach.sounds import Earcons

if TYPE_CHECKING:
    from pathlib import Path

RATE = 24_000
SCRIPT = """---
title: A short one
---

> Have a chair near.

- Squat: 25s
  - last 6s: Drive up!
- Rest: 25s
- Reverse lunge: 3 reps each side, tempo 2-0-1
- Rest: 15s
- Plank: 20s
"""


@pytest.fixture(scope="module")
def workout(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    """A workout spoken by the natural voice: its plan, and its MP3 file."""
    folder = tmp_path_factory.mktemp("export")
    script, target = folder / "short.md", folder / "short.mp3"
    script.write_text(SCRIPT)
    planned = voicecoach("plan", "--json", script)
    exported = voicecoach("export", script, "-o", target)
    assert (planned.code, exported.code, exported.err) == (0, 0, "")
    return json.loads(planned.out), target


def test_the_file_is_exactly_as_long_as_the_plan(workout: tuple[dict[str, Any], Path]) -> None:
    plan, target = workout
    assert len(decoded(target)) == plan["duration_ms"] * RATE // 1000
    assert MP3(target).info.length == pytest.approx(plan["duration_ms"] / 1000, abs=0.001)


def test_every_beep_stands_within_a_millisecond_of_the_plan(workout: tuple[dict[str, Any], Path]) -> None:
    plan, target = workout
    sound, earcons = decoded(target), Earcons(RATE)
    beeps = [event for event in plan["events"] if event["bus"] == "earcon"]
    assert len(beeps) > 20
    for beep in beeps:
        pattern = earcons.clip(beep["earcon"]).samples
        at = beep["start_ms"] * RATE // 1000
        assert abs(offset_of(pattern, sound, at, RATE // 20)) <= RATE // 1000, beep
        assert likeness(pattern, sound, at) > 0.9, beep


def test_work_begins_with_its_go_and_ends_with_its_end(workout: tuple[dict[str, Any], Path]) -> None:
    plan, _ = workout
    works = [step for step in plan["steps"] if step["kind"] == "work"]
    tones = {(e["start_ms"], e["earcon"]) for e in plan["events"] if e["bus"] == "earcon"}
    assert [step["end_ms"] - step["start_ms"] for step in works] == [25_000, 9_000, 9_000, 20_000]
    assert all((step["start_ms"], "go") in tones for step in works)
    assert all(tones & {(step["end_ms"], "end"), (step["end_ms"], "end-last")} for step in works)


def test_words_are_heard_where_the_plan_says_and_nowhere_else(workout: tuple[dict[str, Any], Path]) -> None:
    plan, target = workout
    sound = decoded(target)
    busy = np.zeros(len(sound), bool)
    for event in plan["events"]:
        first, last = (event[edge] * RATE // 1000 for edge in ("start_ms", "end_ms"))
        busy[max(0, first - RATE // 50) : last + RATE // 20] = True
        if event["bus"] == "voice":
            assert level_db(sound[first : first + RATE // 10]) > -45, event
            assert level_db(sound[first:last]) > -30, event
    assert level_db(sound[~busy]) < -65


def test_chapters_are_those_of_the_plan_in_order(workout: tuple[dict[str, Any], Path]) -> None:
    plan, target = workout
    tags = ID3(target)
    order = tags.getall("CTOC")[0].child_element_ids
    chapters = [tags[f"CHAP:{name}"] for name in order]
    assert [
        {"title": chapter.sub_frames["TIT2"].text[0], "start_ms": chapter.start_time, "end_ms": chapter.end_time}
        for chapter in chapters
    ] == plan["chapters"]
    assert [chapter["title"] for chapter in plan["chapters"]] == [
        "Start",
        "Squat",
        "Rest",
        "Reverse lunge, left side",
        "Reverse lunge, right side",
        "Rest",
        "Plank",
        "End",
    ]
    assert (str(tags["TIT2"]), str(tags["TPE1"])) == ("A short one", "voicecoach")


def test_the_same_script_gives_the_same_bytes(
    workout: tuple[dict[str, Any], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where every word is spoken anew."""
    _, target = workout
    again = tmp_path / "again.mp3"
    monkeypatch.setenv("VOICECOACH_CACHE", str(tmp_path / "empty"))
    assert voicecoach("export", target.with_suffix(".md"), "-o", again).code == 0
    assert again.read_bytes() == target.read_bytes()


def test_the_last_line_says_file_length_and_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.md").write_text("- Plank: 20s\n")
    result = voicecoach("export", "--engine", "tone", "one.md")
    size = (tmp_path / "one.mp3").stat().st_size
    assert result.code == 0
    assert result.out.splitlines()[-1] == f"one.mp3: {MP3('one.mp3').info.length:.0f} s, {size / 1000:.0f} kB"


def test_a_wav_file_is_written_where_its_name_asks_for_one(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("- Plank: 20s\n")
    assert voicecoach("export", "--engine", "tone", tmp_path / "one.md", "-o", tmp_path / "one.wav").code == 0
    assert (tmp_path / "one.wav").read_bytes()[:4] == b"RIFF"


@pytest.mark.parametrize("engine", ["pyttsx3", "tone"])
def test_every_engine_exports(engine: str, tmp_path: Path) -> None:
    target = tmp_path / "core.mp3"
    result = voicecoach("export", "--engine", engine, SCRIPTS / "core-twelve.md", "-o", target)
    assert (result.code, result.err) == (0, "")
    assert MP3(target).info.length > 600
