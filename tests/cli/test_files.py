"""What an export writes besides the one file, and what it does not write over."""

from __future__ import annotations

import json
from pathlib import Path

import mutagen
import numpy as np
import pytest
import soundfile

from command import voicecoach
from voicecoach.sinks.registry import SINKS

SCRIPT = """---
title: A short one
---

## Warm-up
- Squat: 20s
- Rest: 10s

## Main: left/right
- Plank: 20s
- Rest: 15s
- Wall sit: 20s
"""
SONG = b"ID3 a song that somebody loves"


@pytest.fixture(autouse=True)
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("legs.md")
    path.write_text(SCRIPT)
    return path


def export(*options: str) -> tuple[object, str, list[str]]:
    """Exit code, what was told on standard error, and the last lines."""
    result = voicecoach("export", "--engine", "tone", "legs.md", *options)
    return result.code, result.err, result.out.splitlines()


def there() -> set[str]:
    return {str(path) for path in Path().rglob("*") if path.is_file()} - {"legs.md"}


def test_lyrics_and_chapters_stand_beside_the_file() -> None:
    code, _, out = export("--beside", "lrc", "--beside", "chapters")

    assert code == 0
    assert there() == {"legs.mp3", "legs.lrc", "legs.chapters.json"}
    assert out[:-1] == ["legs.lrc", "legs.chapters.json"]
    planned = json.loads(voicecoach("plan", "--json", "--engine", "tone", "legs.md").out)
    told = json.loads(Path("legs.chapters.json").read_text("utf-8"))
    assert (told["version"], told["title"], told["author"]) == ("1.2.0", "A short one", "voicecoach")
    assert told["chapters"] == [
        {"startTime": c["start_ms"] / 1000, "endTime": c["end_ms"] / 1000, "title": c["title"]}
        for c in planned["chapters"]
    ]
    lines = Path("legs.lrc").read_text("utf-8").splitlines()
    assert lines[0] == "[ti:A short one]"
    assert "[00:00.00]Start → Warm-up" in lines


@pytest.mark.parametrize("suffix", SINKS)
def test_sections_one_after_another_are_the_whole(suffix: str) -> None:
    if suffix not in {".mp3", ".wav"}:
        pytest.importorskip("av", reason="PyAV is not installed: pip install 'voicecoach[formats]'")
    assert export("-o", f"legs{suffix}", "--split", "sections", "--exact")[0] == 0

    names = [f"01 Warm-up{suffix}", f"02 Main - left-right{suffix}"]
    assert there() == {f"legs{suffix}", "legs/legs.m3u8", *(f"legs/{name}" for name in names)}
    planned = json.loads(voicecoach("plan", "--json", "--engine", "tone", "legs.md").out)
    cut = next(step["start_ms"] for step in planned["steps"] if step["section"] == "Main: left/right")
    if suffix not in {".m4a", ".m4b"}:
        parts = [soundfile.read(Path("legs") / name)[0] for name in names]
        whole = soundfile.read(f"legs{suffix}")[0]
        assert [len(part) for part in parts] == [cut * 24, (planned["duration_ms"] - cut) * 24]
        if suffix in {".wav", ".flac"}:
            assert np.array_equal(np.concatenate(parts), whole)
    lengths = [mutagen.File(Path("legs") / name).info.length for name in names]
    assert lengths == pytest.approx([cut / 1000, (planned["duration_ms"] - cut) / 1000], abs=0.1)


def test_the_playlist_names_every_part_and_its_length() -> None:
    assert export("--split", "sections")[0] == 0

    parts = sorted(Path("legs").glob("*.mp3"))
    lengths = [round(mutagen.File(part).info.length) for part in parts]
    assert Path("legs/legs.m3u8").read_text("utf-8").splitlines() == [
        "#EXTM3U",
        "#EXTENC:UTF-8",
        "# made by voicecoach",
        "#PLAYLIST:A short one",
        f"#EXTINF:{lengths[0]},voicecoach - Warm-up",
        "01 Warm-up.mp3",
        f"#EXTINF:{lengths[1]},voicecoach - Main: left/right",
        "02 Main - left-right.mp3",
    ]


def test_parts_are_tracks_of_an_album_with_chapters_of_their_own() -> None:
    assert export("--split", "sections")[0] == 0

    tags = mutagen.File("legs/02 Main - left-right.mp3").tags
    told = {name: str(tags[name]) for name in ("TIT2", "TALB", "TRCK")}
    assert told == {"TIT2": "Main: left/right", "TALB": "A short one", "TRCK": "2/2"}
    chapters = [tags[f"CHAP:{name}"] for name in tags.getall("CTOC")[0].child_element_ids]
    assert [str(chapter.sub_frames["TIT2"]) for chapter in chapters] == [
        "Main: left/right",
        "Plank",
        "Rest",
        "Wall sit",
        "End",
    ]
    assert chapters[0].start_time == 0


def test_a_part_for_each_chapter() -> None:
    assert export("--split", "steps")[0] == 0

    assert sorted(path.name for path in Path("legs").glob("*.mp3")) == [
        "01 Start.mp3",
        "02 Warm-up.mp3",
        "03 Squat.mp3",
        "04 Rest.mp3",
        "05 Main - left-right.mp3",
        "06 Plank.mp3",
        "07 Rest.mp3",
        "08 Wall sit.mp3",
        "09 End.mp3",
    ]
    lengths = [soundfile.info(path).frames for path in sorted(Path("legs").glob("*.mp3"))]
    assert sum(lengths) == soundfile.info("legs.mp3").frames


def test_parts_that_are_no_longer_among_them_are_removed_and_nothing_else() -> None:
    assert export("--split", "steps")[0] == 0
    Path("legs/04 Mine.mp3").write_bytes(SONG)

    assert export("--split", "sections")[0] == 0

    assert sorted(path.name for path in Path("legs").iterdir()) == [
        "01 Warm-up.mp3",
        "02 Main - left-right.mp3",
        "04 Mine.mp3",
        "legs.m3u8",
    ]


def refusal(path: str) -> str:
    return (
        f'"{path}" is there already, and voicecoach did not make it; choose another name, or write over it with --force'
    )


@pytest.mark.parametrize(
    ("path", "options"),
    [
        ("legs.mp3", ()),
        ("legs.lrc", ("--beside", "lrc")),
        ("legs/01 Warm-up.mp3", ("--split", "sections")),
        ("legs/legs.m3u8", ("--split", "sections")),
    ],
)
def test_what_others_made_is_written_over_only_by_force(path: str, options: tuple[str, ...]) -> None:
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).write_bytes(SONG)

    code, err, _ = export(*options)

    assert (code, refusal(path) in err) == (1, True)
    assert there() == {path}
    assert Path(path).read_bytes() == SONG
    assert export(*options, "--force")[0] == 0
    assert export(*options)[0] == 0
    assert Path(path).read_bytes() != SONG


@pytest.mark.parametrize("suffix", SINKS)
def test_what_voicecoach_made_is_written_over(suffix: str) -> None:
    if suffix not in {".mp3", ".wav"}:
        pytest.importorskip("av", reason="PyAV is not installed")
    options = ("-o", f"legs{suffix}", "--beside", "lrc", "--beside", "chapters")

    assert [export(*options)[0], export(*options)[0]] == [0, 0]


def test_a_recording_of_the_pack_is_never_written_over() -> None:
    Path("mine").mkdir()
    Path("mine.toml").write_text("")
    soundfile.write("mine/halfway.wav", 0.1 * np.sin(np.arange(24_000) / 9), 24_000)
    before = Path("mine/halfway.wav").read_bytes()

    code, err, _ = export("--coach", "mine.toml", "-o", "mine/halfway.wav", "--force")

    assert (code, 'halfway.wav" is a part of the workout itself; choose another name' in err) == (1, True)
    assert Path("mine/halfway.wav").read_bytes() == before


def test_a_file_in_the_place_of_the_folder() -> None:
    Path("legs").write_text("a note")

    code, err, _ = export("--split", "sections")

    assert code == 1
    assert 'cannot write "legs"' in err
    assert there() == {"legs"}


def test_bitrate_and_quality_exclude_each_other() -> None:
    code, err, _ = export("--bitrate", "64", "--quality", "2")

    assert code == 2
    assert "--bitrate and --quality say the same in two ways; leave one of them out" in err
