"""What is kept between runs: shown, pruned, verified, and never missed."""

from __future__ import annotations

import json
import os
import threading
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from command import voicecoach
from voicecoach.sinks.splice import Splice
from voicecoach.speech.cache import ClipCache, key_of
from voicecoach.speech.pcm import Pcm
from voicecoach.store import Store

if TYPE_CHECKING:
    from pathlib import Path

CLIP_BYTES = 28 + 1 + 2 * 1000
"""Header, the length of the name, samples; and the name."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VOICECOACH_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


def keep(folder: Path, speaker: str, number: int, days: float = 0.0) -> Path:
    """A clip of a thousand samples, last used so many days ago."""
    key = key_of([speaker, number])
    assert ClipCache(folder / "clips", print).put(key, Pcm(np.arange(1000, dtype=np.int16), 24_000), speaker)
    path = folder / "clips" / key[:2] / f"{key[2:]}.clip"
    used = time.time() - days * 86_400
    os.utime(path, (used, used))
    return path


def keep_frames(folder: Path) -> None:
    Splice(24_000, 1, 4, Store(folder / "frames", ".mp3", 10_000_000)).sound("x", lambda: bytes(2 * 576 * 8))


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def run(*arguments: str) -> list[str]:
    result = voicecoach("cache", *arguments)
    assert (result.code, result.err) == (0, "")
    return str(result.out).splitlines()


def test_it_shows_number_size_and_folder_by_engine(folder: Path) -> None:
    for number in range(3):
        keep(folder, "natural", number)
    keep(folder, "recorded", 1)
    keep_frames(folder)
    clips, frames = json.loads("\n".join(run("--json")))
    assert (clips["cache"], clips["folder"], clips["entries"]) == ("clips", str(folder / "clips"), 4)
    assert clips["engines"] == {
        "natural": {"entries": 3, "bytes": 3 * (CLIP_BYTES + len("natural"))},
        "recorded": {"entries": 1, "bytes": CLIP_BYTES + len("recorded")},
    }
    assert clips["bytes"] == sum(told["bytes"] for told in clips["engines"].values())
    (kept,) = files(folder / "frames")
    assert (frames["cache"], frames["entries"], frames["bytes"]) == ("frames", 1, kept.stat().st_size)
    assert [line.split()[:2] for line in run()] == [
        ["clips", "4"],
        ["natural", "3"],
        ["recorded", "1"],
        ["frames", "1"],
    ]


def test_an_empty_cache_is_shown_and_made_by_nobody(folder: Path) -> None:
    assert [line.split()[:2] for line in run()] == [["clips", "0"], ["frames", "0"]]
    assert run("verify") == ["clips: 0 entries, all whole", "frames: 0 entries, all whole"]
    assert not folder.exists()


def test_an_export_is_kept_by_its_engine_and_does_without(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("- Plank: 20s\n")
    command = ("export", str(tmp_path / "one.md"), "--engine", "tone", "-o", str(tmp_path / "one.mp3"))
    assert voicecoach(*command).code == 0
    first = (tmp_path / "one.mp3").read_bytes()
    assert list(json.loads("\n".join(run("--json")))[0]["engines"]) == ["tone"]
    run("prune", "--all")
    assert files(folder) == []
    assert voicecoach(*command).code == 0
    assert (tmp_path / "one.mp3").read_bytes() == first


def test_prune_by_age(folder: Path) -> None:
    old, young = keep(folder, "natural", 1, days=31), keep(folder, "natural", 2, days=29)
    assert run("prune", "--older-than", "30d")[0] == "clips: 1 removed (0.0 MB), 1 left (0.0 MB)"
    assert (old.exists(), young.exists()) == (False, True)


def test_prune_by_size_takes_what_was_unused_for_longest(folder: Path) -> None:
    paths = [keep(folder, "natural", number, days=number) for number in range(4)]
    run("prune", "--max-size", "5kB")
    assert [path.exists() for path in paths] == [True, True, False, False]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "say what to remove: --older-than AGE, --max-size SIZE or --all"),
        (("--older-than", "30"), "Invalid value for '--older-than': \"30\" is no age; write it like 30d, 12h or 2w"),
        (("--max-size", "-1MB"), "Invalid value for '--max-size': \"-1MB\" is no size; write it like 200MB"),
    ],
)
def test_prune_wants_to_know_what(arguments: tuple[str, ...], message: str, folder: Path) -> None:
    kept = keep(folder, "natural", 1)
    result = voicecoach("cache", "prune", *arguments)
    assert (result.code, result.err.splitlines()[-1]) == (2, f"Error: {message}")
    assert kept.exists()


def test_verify_removes_what_is_damaged_and_nothing_else(folder: Path) -> None:
    whole, damaged = keep(folder, "natural", 1), keep(folder, "natural", 2)
    content = bytearray(damaged.read_bytes())
    content[100] ^= 1
    damaged.write_bytes(content)
    keep_frames(folder)
    (frames,) = files(folder / "frames")
    frames.write_bytes(frames.read_bytes()[:-1])
    told = run("verify")
    assert told == ["clips: 2 entries, 1 damaged and removed", "frames: 1 entries, 1 damaged and removed"]
    assert files(folder) == [whole]


def test_what_is_being_written_stays_and_what_was_left_half_written_goes(folder: Path) -> None:
    place = keep(folder, "natural", 1).parent
    writing, abandoned = place / "a.part", place / "b.part"
    for path in (writing, abandoned):
        path.write_bytes(b"half")
    two_hours_ago = time.time() - 7200
    os.utime(abandoned, (two_hours_ago, two_hours_ago))
    run("prune", "--all")
    assert files(folder) == [writing]


def test_it_is_safe_beside_those_who_write(folder: Path) -> None:
    """Entries are written all the while that others are removed and verified; nobody is told of anything."""
    told: list[str] = []
    clips = ClipCache(folder / "clips", told.append)
    done = threading.Event()

    def write() -> None:
        for number in range(400):
            pcm = Pcm(np.full(2000, number, np.int16), 24_000)
            assert clips.put(key_of([number % 40]), pcm, "natural")
            found = clips.get(key_of([number % 40]))
            assert found is None or found.samples[0] == number
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    removed = 0
    while not done.is_set() and writer.is_alive():
        assert run("verify")[0].endswith("all whole")
        removed += int(run("prune", "--all")[0].split()[1])
    writer.join()
    assert done.is_set()
    assert removed > 0
    assert told == []


def test_clips_that_were_kept_before_they_named_who_spoke_are_found(folder: Path) -> None:
    import struct
    from hashlib import blake2b

    body = np.arange(1000, dtype="<i2").tobytes()
    checksum = blake2b(body, digest_size=16, salt=(24_000).to_bytes(8, "little")).digest()
    key = key_of(["old"])
    path = folder / "clips" / key[:2] / f"{key[2:]}.clip"
    path.parent.mkdir(parents=True)
    path.write_bytes(struct.pack("<4sII16s", b"VCC1", 24_000, 1000, checksum) + body)
    found = ClipCache(folder / "clips", print).get(key)
    assert found is not None
    assert np.array_equal(found.samples, np.arange(1000))
    assert [line.split()[:2] for line in run()][:2] == [["clips", "1"], ["unknown", "1"]]
