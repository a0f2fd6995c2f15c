"""Every kind of file holds what the plan says: decoded, measured, and its tags read by others."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import mutagen
import numpy as np
import pytest
import soundfile

from command import voicecoach
from hearing import likeness, offset_of
from voicecoach.sinks.registry import SINKS
from voicecoach.sounds import Earcons

if TYPE_CHECKING:
    from pathlib import Path

    from hearing import Sound

RATE = 24_000
UNDISTURBED = RATE * 4 // 10
AAC_FRAME = 1024
MP4, OGG = {".m4a", ".m4b"}, {".opus", ".ogg"}
SCRIPT = """---
title: Beine & Gesäß 🦵
---

## Aufwärmen
- Squat: 20s
- Rest: 10s

## Haupt: links/rechts
- Reverse lunge: 3 reps each side, tempo 2-0-1
- Rest: 15s
- Plank: 20s
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    """What is planned, and the folder of its script."""
    folder = tmp_path_factory.mktemp("formats")
    (folder / "legs.md").write_text(SCRIPT, "utf-8")
    planned = voicecoach("plan", "--json", "--engine", "tone", folder / "legs.md")
    assert planned.code == 0
    return json.loads(planned.out), folder


@pytest.fixture(scope="module", params=SINKS)
def file(request: pytest.FixtureRequest, plan: tuple[dict[str, Any], Path]) -> tuple[dict[str, Any], Path]:
    """What is planned, and a file of one kind."""
    if request.param not in {".mp3", ".wav"}:
        pytest.importorskip("av", reason="PyAV is not installed: pip install 'voicecoach[formats]'")
    planned, folder = plan
    target = folder / f"legs{request.param}"
    exported = voicecoach("export", "--engine", "tone", folder / "legs.md", "--exact", "-o", target)
    assert (exported.code, exported.err) == (0, "")
    return planned, target


def decoded(path: Path) -> Sound:
    if path.suffix not in MP4:
        return np.asarray(soundfile.read(path, dtype="float32")[0], np.float32)
    import av

    with av.open(path) as opened:
        return np.concatenate([frame.to_ndarray()[0] for frame in opened.decode(audio=0)]).astype(np.float32)


def test_the_length_is_the_plan_s_to_the_sample(file: tuple[dict[str, Any], Path]) -> None:
    planned, path = file
    frames = planned["duration_ms"] * RATE // 1000

    heard = len(decoded(path))

    assert heard == (-(-frames // AAC_FRAME) * AAC_FRAME if path.suffix in MP4 else frames)


def test_every_beep_stands_within_a_millisecond_of_the_plan(file: tuple[dict[str, Any], Path]) -> None:
    planned, path = file
    sound, earcons = decoded(path), Earcons(RATE)
    beeps = [event for event in planned["events"] if event["bus"] == "earcon"]
    assert len(beeps) > 15
    for beep in beeps:
        pattern = earcons.clip(beep["earcon"]).samples[:UNDISTURBED]  # a word may set in while it rings
        at = beep["start_ms"] * RATE // 1000
        assert abs(offset_of(pattern, sound, at, RATE // 20)) <= RATE // 1000, beep
        assert likeness(pattern, sound, at) > 0.9, beep


def told(path: Path) -> dict[str, str]:
    """Title, album, description and lyrics as mutagen reads them, by the names of Vorbis comments."""
    tags = mutagen.File(path).tags
    if path.suffix in {".mp3", ".wav"}:
        names = {"title": "TIT2", "album": "TALB", "description": "COMM::eng", "lyrics": "USLT::eng"}
        return {name: str(tags[frame]) for name, frame in names.items()}
    if path.suffix in MP4:
        names = {"title": "©nam", "album": "©alb", "description": "©cmt", "lyrics": "©lyr"}
        return {name: tags[atom][0] for name, atom in names.items()}
    return {name: tags[name][0] for name in ("title", "album", "description", "lyrics")}


def chapters(path: Path) -> list[tuple[str, int]]:
    """The chapters as mutagen reads them, with their beginnings in ms."""
    opened = mutagen.File(path)
    if path.suffix in {".mp3", ".wav"}:
        order = opened.tags.getall("CTOC")[0].child_element_ids
        found = [opened.tags[f"CHAP:{name}"] for name in order]
        return [(str(chapter.sub_frames["TIT2"]), chapter.start_time) for chapter in found]
    if path.suffix in MP4:
        return [(chapter.title, round(chapter.start * 1000)) for chapter in opened.chapters]
    texts = {name: values[0] for name, values in dict(opened).items()}
    numbers = sorted(name for name in texts if name.startswith("chapter") and not name.endswith("name"))
    return [(texts[f"{number}name"], _ms(texts[number])) for number in numbers]


def _ms(stamp: str) -> int:
    hours, minutes, seconds = stamp.split(":")
    return round((int(hours) * 3600 + int(minutes) * 60 + float(seconds)) * 1000)


def test_chapters_are_those_of_the_plan_in_order(file: tuple[dict[str, Any], Path]) -> None:
    planned, path = file
    expected = [(chapter["title"], chapter["start_ms"]) for chapter in planned["chapters"]]

    assert ("Haupt: links/rechts", expected[4][1]) in expected
    assert chapters(path) == expected


def test_title_description_and_lyrics(file: tuple[dict[str, Any], Path]) -> None:
    planned, path = file
    texts = told(path)

    assert (texts["title"], texts["album"]) == ("Beine & Gesäß 🦵", "voicecoach")
    assert texts["description"].splitlines()[:2] == [
        "0:00 Start",
        f"0:{planned['chapters'][1]['start_ms'] // 1000:02} Aufwärmen",
    ]
    assert len(texts["description"].splitlines()) == len(planned["chapters"])
    assert "Rest → Haupt: links/rechts" in texts["lyrics"]
    spoken = [event["text"] for event in planned["events"] if event["bus"] == "voice" and event["beat_ms"] is None]
    assert [text for text in spoken if text not in texts["lyrics"]] == []


@pytest.mark.parametrize("suffix", [".mp3", ".wav"])
def test_lyrics_have_the_times_of_what_is_said(plan: tuple[dict[str, Any], Path], suffix: str) -> None:
    planned, folder = plan
    path = folder / f"timed{suffix}"
    assert voicecoach("export", "--engine", "tone", folder / "legs.md", "-o", path).code == 0
    (timed,) = mutagen.File(path).tags.getall("SYLT")

    for event in planned["events"]:
        if event["bus"] == "voice" and event["beat_ms"] is None:
            assert (event["text"], event["start_ms"]) in timed.text
    assert [time for _, time in timed.text] == sorted(time for _, time in timed.text)


def test_the_same_script_gives_the_same_bytes(file: tuple[dict[str, Any], Path]) -> None:
    _, path = file
    again = path.with_stem("again")

    assert voicecoach("export", "--engine", "tone", path.with_suffix(".md"), "--exact", "-o", again).code == 0
    assert again.read_bytes() == path.read_bytes()


@pytest.mark.parametrize(("suffix", "least"), [(".m4a", 0.7), (".opus", 0.7), (".mp3", 0.7)])
def test_a_better_quality_takes_more_room(plan: tuple[dict[str, Any], Path], suffix: str, least: float) -> None:
    if suffix != ".mp3":
        pytest.importorskip("av", reason="PyAV is not installed")
    _, folder = plan
    sizes = []
    for options in (("--quality", "9"), ("--quality", "0"), ("--bitrate", "24"), ("--bitrate", "96")):
        path = folder / f"{'-'.join(options)}{suffix}"
        assert voicecoach("export", "--engine", "tone", folder / "legs.md", *options, "-o", path).code == 0
        sizes.append(path.stat().st_size)

    assert sizes[0] < least * sizes[1]
    assert sizes[2] < sizes[3]


def test_another_rate(plan: tuple[dict[str, Any], Path]) -> None:
    planned, folder = plan
    path = folder / "wide.wav"

    assert voicecoach("export", "--engine", "tone", folder / "legs.md", "--rate", "48000", "-o", path).code == 0

    info = soundfile.info(path)
    assert (info.samplerate, info.frames) == (48_000, planned["duration_ms"] * 48)


@pytest.mark.peers
@pytest.mark.skipif(not shutil.which("ffprobe"), reason="ffprobe is not on the path")
def test_chapters_title_and_length_by_ffprobe(file: tuple[dict[str, Any], Path]) -> None:
    planned, path = file
    command = ["ffprobe", "-v", "error", "-of", "json", "-show_format", "-show_streams", "-show_chapters", path]
    probed = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)

    expected = [(chapter["title"], chapter["start_ms"]) for chapter in planned["chapters"]]
    found = [(each["tags"]["title"], round(float(each["start_time"]) * 1000)) for each in probed["chapters"]]
    tags = probed["format"].get("tags") or {}
    tags |= probed["streams"][0].get("tags") or {}
    assert found == expected
    assert tags["title"] == "Beine & Gesäß 🦵"
    # Before version 6 what the encoder put around the sound counts in MP3 and Opus files: some frames of 24 ms.
    assert 0 <= float(probed["streams"][0]["duration"]) * 1000 - planned["duration_ms"] < 100


@pytest.mark.peers
@pytest.mark.skipif(not shutil.which("mediainfo"), reason="mediainfo is not on the path")
def test_title_and_length_by_mediainfo(file: tuple[dict[str, Any], Path]) -> None:
    planned, path = file
    command = ["mediainfo", "--Output=JSON", path]
    tracks = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["media"]["track"]
    (general,) = [track for track in tracks if track["@type"] == "General"]

    title = "Beine & Gesäß" if path.suffix in {".mp3", ".wav"} else "Beine & Gesäß 🦵"  # it reads UTF-16 by halves
    assert general["Title"].startswith(title)
    assert float(general["Duration"]) * 1000 == pytest.approx(planned["duration_ms"], abs=100)
