"""The cache on a real disk."""

import errno
import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from voicecoach.speech.cache import ClipCache, default_folder, key_of
from voicecoach.speech.pcm import Pcm

KEY = key_of(["natural", "heart", "Go"])


def pcm(frames: int = 1000, seed: int = 1) -> Pcm:
    return Pcm(np.random.default_rng(seed).integers(-32768, 32767, frames, np.int16), 24_000)


def cache(folder: Path, limit: int = 10_000_000) -> tuple[ClipCache, list[str]]:
    told: list[str] = []
    return ClipCache(folder / "clips", told.append, limit), told


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_what_was_kept_is_found_by_the_next(tmp_path: Path) -> None:
    assert cache(tmp_path)[0].put(KEY, pcm())
    found = cache(tmp_path)[0].get(KEY)
    assert found is not None
    assert np.array_equal(found.samples, pcm().samples)
    assert found.rate == 24_000


def test_empty_clip_is_kept_too(tmp_path: Path) -> None:
    clips, _ = cache(tmp_path)
    clips.put(KEY, pcm(0))
    found = clips.get(KEY)
    assert found is not None
    assert len(found.samples) == 0


def test_unknown_key_is_none_and_makes_no_folder(tmp_path: Path) -> None:
    assert cache(tmp_path)[0].get(KEY) is None
    assert entries(tmp_path) == []
    assert not (tmp_path / "clips").exists()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda content: content[:-2], id="cut short"),
        pytest.param(lambda content: content + b"\0\0", id="too long"),
        pytest.param(lambda content: content[:100] + bytes([content[100] ^ 1]) + content[101:], id="one bit of sound"),
        pytest.param(lambda content: content[:4] + bytes([content[4] ^ 1]) + content[5:], id="one bit of the rate"),
        pytest.param(lambda content: b"RIFF" + content[4:], id="another kind of file"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: b"VCC1", id="only the beginning"),
    ],
)
def test_damaged_entry_counts_as_missing_and_is_made_again(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    clips, told = cache(tmp_path)
    clips.put(KEY, pcm())
    (path,) = entries(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    assert clips.get(KEY) is None
    clips.put(KEY, pcm())
    assert clips.get(KEY) is not None
    assert told == []


def test_nothing_half_written_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    clips, told = cache(tmp_path)
    monkeypatch.setattr(Path, "replace", refuse)
    assert not clips.put(KEY, pcm())
    assert not clips.put(key_of(["other"]), pcm())
    assert entries(tmp_path) == []
    assert told == [
        f"Clips cannot be kept in {tmp_path / 'clips'} (No space left on device); every run speaks them anew."
    ]


def test_folder_that_cannot_be_made_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "clips").write_text("a file where the folder should be")
    clips, told = cache(tmp_path)
    assert [clips.put(key_of([number]), pcm()) for number in range(3)] == [False] * 3
    assert clips.get(KEY) is None
    assert told == [f"Clips cannot be kept in {tmp_path / 'clips'} (Not a directory); every run speaks them anew."]


def test_unused_for_longest_goes_when_there_is_too_much(tmp_path: Path) -> None:
    first, _ = cache(tmp_path)
    keys = [key_of([number]) for number in range(10)]
    for number, key in enumerate(keys):
        first.put(key, pcm(1000))
        path = tmp_path / "clips" / key[:2] / f"{key[2:]}.clip"
        os.utime(path, (number, number))
    assert first.get(keys[0]) is not None
    small, _ = cache(tmp_path, limit=5 * 2028)
    small.put(KEY, pcm(1000))
    kept = [key for key in keys if small.get(key) is not None]
    assert kept == [keys[0], *keys[-2:]]
    assert small.get(KEY) is not None


def test_within_the_limit_nothing_goes(tmp_path: Path) -> None:
    clips, _ = cache(tmp_path)
    for number in range(300):
        clips.put(key_of([number]), pcm(10))
    assert len(entries(tmp_path)) == 300


def test_threads_share_it(tmp_path: Path) -> None:
    clips, told = cache(tmp_path)

    def use(number: int) -> bool:
        key = key_of([number % 5])
        clips.put(key, pcm(500, number % 5))
        found = clips.get(key)
        return found is not None and np.array_equal(found.samples, pcm(500, number % 5).samples)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(use, range(200)))
    assert told == []


def write_often(folder: Path, seed: int) -> None:
    clips, _ = cache(folder, limit=20_000)
    for _ in range(100):
        clips.put(KEY, pcm(4000, seed))


def test_a_reader_sees_whole_entries_while_processes_write(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write_often, args=(tmp_path, seed)) for seed in (1, 2)]
    for writer in writers:
        writer.start()
    whole = {pcm(4000, seed).samples.tobytes() for seed in (1, 2)}
    clips, _ = cache(tmp_path)
    seen = set()
    while any(writer.is_alive() for writer in writers):
        found = clips.get(KEY)
        if found is not None:
            seen.add(found.samples.tobytes())
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert seen <= whole
    last = clips.get(KEY)
    assert last is not None
    assert last.samples.tobytes() in whole


def test_every_part_of_a_key_counts() -> None:
    parts = ["natural", "0.2.1", "heart", "en", 0, 7, "Go"]
    keys = {key_of(parts)} | {key_of([*parts[:n], "x", *parts[n + 1 :]]) for n in range(len(parts))}
    assert len(keys) == len(parts) + 1
    assert key_of(["ab", "c"]) != key_of(["a", "bc"])


def test_key_stays_the_same_for_ever() -> None:
    """BLAKE2b of the parts, joined by the unit separator: another value would make every user's clips anew."""
    assert key_of(["natural", 1]) == "8003836f9b8ab667aff634f4c3054066a0fe630a"


def test_folder_is_where_the_environment_says(tmp_path: Path) -> None:
    assert default_folder({"VOICECOACH_CACHE": str(tmp_path)}) == tmp_path / "clips"


def test_folder_is_the_systems_place_for_caches_otherwise() -> None:
    assert default_folder({}).parts[-2:] == ("voicecoach", "clips")
    assert default_folder({"VOICECOACH_CACHE": ""}) == default_folder({})
