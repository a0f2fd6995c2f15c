"""Every sink through the same assertions, and through the same misfortunes."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tracemalloc
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from voicecoach.errors import VoicecoachError
from voicecoach.model.timeline import Chapter, Tags
from voicecoach.ports import Sink
from voicecoach.sinks.atomic import PartFile
from voicecoach.sinks.kinds import OPUS
from voicecoach.sinks.registry import SINKS, open_sink
from voicecoach.sinks.wav import WavSink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.model.clip import Block

resource = pytest.importorskip("resource")  # limits of a process, where the system has them

RATE = 24_000
CORE = {".mp3", ".wav"}
AAC_FRAME = 1024
OLDER = b"an older file, worth keeping"
TAGS = Tags("Legs", "Natural", "voicecoach", "en", 3000, (Chapter("One", 0, 1000), Chapter("Two", 1000, 3000)))


@pytest.fixture(params=sorted(SINKS))
def suffix(request: pytest.FixtureRequest) -> str:
    if request.param not in CORE:
        pytest.importorskip("av", reason="PyAV is not installed: pip install 'voicecoach[formats]'")
    return str(request.param)


def tone(frames: int, channels: int = 1, rate: int = RATE) -> Block:
    """A tone that swells and dies away, another pitch in each channel; a shift by one frame changes it by 0.05."""
    swell = 0.4 * np.sin(np.pi * np.arange(frames) / max(1, frames)) ** 2
    waves = [swell * np.sin(2 * np.pi * pitch * np.arange(frames) / rate) for pitch in (440, 660)[:channels]]
    return np.stack(waves, axis=1).astype(np.float32)


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def written(path: Path, frames: int, *, channels: int = 1, rate: int = RATE, size: int = 4096) -> Block:
    block = tone(frames, channels, rate)
    sink = open_sink(path, rate, channels)
    for start in range(0, frames, size):
        sink.write(block[start : start + size])
    sink.finish(TAGS)
    return block


@pytest.mark.parametrize(("rate", "channels"), [(16_000, 1), (22_050, 2), (24_000, 1), (24_000, 2), (44_100, 1)])
@pytest.mark.parametrize("frames", [0, 1, 575, 1152, 30_001])
def test_every_frame_comes_back(tmp_path: Path, suffix: str, rate: int, channels: int, frames: int) -> None:
    """An M4A file says exactly how many there are, but not every decoder drops what fills up its last packet."""
    if suffix in {".opus", ".ogg"} and rate not in OPUS.rates:
        pytest.skip("Opus knows no such rate")
    path = tmp_path / f"legs{suffix}"
    block = written(path, frames, channels=channels, rate=rate)

    samples, found = decoded(path)

    least = frames if suffix in CORE else max(1, frames)
    filled = -(-least // AAC_FRAME) * AAC_FRAME if suffix in {".m4a", ".m4b"} else least
    assert (found, samples.shape) == (rate, (filled, channels))
    assert said_length(path) == (least, rate)
    if suffix in CORE or frames > 2 * AAC_FRAME:  # AAC cannot follow what is loud at once
        assert np.abs(samples[:frames] - block).max(initial=0.0) < (0.03 if suffix in CORE else 0.06)
    assert left_in(tmp_path) == [path.name]


def decoded(path: Path) -> tuple[Block, int]:
    """The samples of a file, and their rate."""
    if path.suffix not in {".m4a", ".m4b"}:
        samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
        return samples, rate
    import av

    with av.open(path) as file:
        sound = file.streams.audio[0]
        blocks = [frame.to_ndarray().T for frame in file.decode(sound)]
        return np.concatenate(blocks).astype(np.float32), sound.rate


def said_length(path: Path) -> tuple[int, int]:
    """How many frames a file says that it has, of how many a second."""
    if path.suffix not in {".m4a", ".m4b"}:
        info = soundfile.info(path)
        return info.frames, info.samplerate
    import av

    with av.open(path) as file:
        sound = file.streams.audio[0]
        assert sound.duration is not None
        assert sound.time_base is not None
        return round(sound.duration * sound.time_base * sound.rate), sound.rate


@pytest.mark.parametrize("size", [1, 7, 10**6])
def test_block_sizes_do_not_matter(tmp_path: Path, suffix: str, size: int) -> None:
    one, other = tmp_path / f"one{suffix}", tmp_path / f"other{suffix}"
    written(one, 5000)
    written(other, 5000, size=size)

    assert other.read_bytes() == one.read_bytes()


def test_memory_does_not_grow_with_the_file(tmp_path: Path, suffix: str) -> None:
    """A few segments of an MP3 file are in the making, how many is a matter of chance; the rest is on the disk."""
    noise = np.random.default_rng(0).normal(0, 0.1, (RATE, 1)).astype(np.float32)

    def peak(seconds: int) -> int:
        tracemalloc.start()
        sink = open_sink(tmp_path / f"long{suffix}", RATE, 1)
        for _ in range(seconds):
            sink.write(noise)
        sink.finish(TAGS)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return peak

    assert 16_000_000 > peak(160) + 3_000_000 > peak(320)
    assert (tmp_path / f"long{suffix}").stat().st_size > 1_000_000


def test_a_sink_is_a_sink(tmp_path: Path, suffix: str) -> None:
    sink = open_sink(tmp_path / f"legs{suffix.upper()}", RATE, 1)
    sink.abort()

    assert isinstance(sink, Sink)


def test_the_name_is_empty_until_finish(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"legs{suffix}"
    sink = open_sink(path, RATE, 1)
    sink.write(tone(RATE))
    assert not path.exists()

    sink.finish(TAGS)
    assert path.exists()


def test_abort_leaves_nothing_and_the_older_file(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"legs{suffix}"
    path.write_bytes(OLDER)
    sink = open_sink(path, RATE, 1)
    sink.write(tone(RATE))

    sink.abort()
    sink.abort()

    assert left_in(tmp_path) == [path.name]
    assert path.read_bytes() == OLDER


def test_abort_after_finish_does_nothing(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"legs{suffix}"
    sink = open_sink(path, RATE, 1)
    sink.finish(TAGS)
    whole = path.read_bytes()

    sink.abort()

    assert path.read_bytes() == whole


def test_an_older_file_keeps_its_permissions(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"legs{suffix}"
    path.write_bytes(OLDER)
    path.chmod(0o640)

    written(path, 100)

    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_usual_permissions(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "plain").touch()

    written(tmp_path / f"legs{suffix}", 100)

    assert (tmp_path / f"legs{suffix}").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_link_still_points_to_its_file(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "sub").mkdir()
    target = tmp_path / "sub" / f"legs{suffix}"
    target.write_bytes(OLDER)
    link = tmp_path / f"link{suffix}"
    link.symlink_to(target)

    written(link, 100)

    assert link.is_symlink()
    assert target.read_bytes() != OLDER
    assert left_in(tmp_path / "sub") == [target.name]


def test_a_name_of_the_greatest_length(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"{'ü' * 125}{suffix}"

    written(path, 100)

    assert left_in(tmp_path) == [path.name]


def refused(path: Path) -> str:
    with pytest.raises(VoicecoachError) as caught:
        open_sink(path, RATE, 1)
    return str(caught.value)


def test_a_missing_folder(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / "none" / f"legs{suffix}"

    assert refused(path) == f'cannot write "{path}": there is no such folder; make it or choose another'


def test_a_path_below_a_file(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / "file" / f"legs{suffix}"

    assert refused(path) == (
        f'cannot write "{path}": a part of the path is a file, not a folder; choose another folder'
    )


def test_a_folder_of_that_name(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"legs{suffix}"
    path.mkdir()

    assert refused(path) == f'cannot write "{path}": that is a folder; name a file in it'
    assert left_in(tmp_path) == [path.name]


def test_a_name_too_long(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"{'x' * 300}{suffix}"

    assert refused(path) == f'cannot write "{path}": the name is too long; choose a shorter one'


def test_a_device(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"legs{suffix}"
    path.symlink_to("/dev/null")

    assert refused(path) == f'cannot write "{path}": that is no ordinary file; choose another place'


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="there is no /sys, a folder not even root may write in")
def test_a_folder_that_may_not_be_written_in(suffix: str) -> None:
    path = Path("/sys/kernel") / f"legs{suffix}"

    assert refused(path).startswith(f'cannot write "{path}": ')
    assert refused(path).split(": ")[1] in {
        "writing is not allowed there; choose another folder or change its permissions",
        "the disk can only be read; choose a folder on another",
    }


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KiB; skips where none may be mounted."""
    disk = tmp_path / "disk"
    disk.mkdir()
    try:
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(disk)], capture_output=True, check=False
        )
    except FileNotFoundError:
        pytest.skip("there is no mount command")
    if done.returncode:
        pytest.skip("mounting a small disk is not allowed")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk(small_disk: Path, suffix: str) -> None:
    path = small_disk / f"legs{suffix}"
    path.write_bytes(OLDER)
    sink = open_sink(path, RATE, 1)

    with pytest.raises(VoicecoachError) as caught:
        _write_a_minute(sink)
    sink.abort()

    assert str(caught.value) == f'cannot write "{path}": the disk is full; make room and try again'
    assert left_in(small_disk) == [path.name]
    assert path.read_bytes() == OLDER


def _write_a_minute(sink: Sink) -> None:
    noise = np.random.default_rng(0).normal(0, 0.1, (RATE, 1)).astype(np.float32)
    for _ in range(60):
        sink.write(noise)
    sink.finish(TAGS)


def test_a_disk_that_fills_up_at_the_very_end(small_disk: Path) -> None:
    """The audio fits; the file that is put together from it does not."""
    path = small_disk / "legs.mp3"
    sink = open_sink(path, RATE, 1)
    sink.write(tone(6000))
    (small_disk / "filler").write_bytes(bytes(_room(small_disk)))

    with pytest.raises(VoicecoachError) as caught:
        sink.finish(TAGS)

    assert str(caught.value) == f'cannot write "{path}": the disk is full; make room and try again'
    assert left_in(small_disk) == ["filler"]


def _room(disk: Path) -> int:
    found = os.statvfs(disk)
    return found.f_bavail * found.f_frsize


def test_a_file_larger_than_allowed(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"legs{suffix}"
    sink = open_sink(path, RATE, 1)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(VoicecoachError) as caught:
            _write_a_minute(sink)
        sink.abort()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert str(caught.value) == (
        f'cannot write "{path}": the file is larger than is allowed there; choose a folder on another disk'
    )
    assert left_in(tmp_path) == []


class Interrupting(tuple[Chapter, ...]):
    """Chapters over which somebody loses patience."""

    __slots__ = ()

    def __bool__(self) -> bool:
        raise KeyboardInterrupt


def test_an_interrupt_while_a_file_is_put_together(tmp_path: Path) -> None:
    path = tmp_path / "legs.mp3"
    path.write_bytes(OLDER)
    sink = open_sink(path, RATE, 1)
    sink.write(tone(RATE))

    with pytest.raises(KeyboardInterrupt):
        sink.finish(Tags("", "", "", "en", 0, Interrupting()))

    assert left_in(tmp_path) == [path.name]
    assert path.read_bytes() == OLDER


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError, SystemExit])
def test_a_part_file_vanishes_on_any_exception(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(OLDER)

    with pytest.raises(error):
        _write_half(path, error)

    assert left_in(tmp_path) == [path.name]
    assert path.read_bytes() == OLDER


def _write_half(path: Path, error: type[BaseException]) -> None:
    with PartFile(path) as file:
        file.write(b"half")
        raise error


def test_a_part_file_takes_its_place_at_the_end(tmp_path: Path) -> None:
    with PartFile(tmp_path / "notes.txt") as file:
        file.write(b"whole")
        assert left_in(tmp_path)[0].startswith(".notes.txt.")

    assert left_in(tmp_path) == ["notes.txt"]
    assert (tmp_path / "notes.txt").read_bytes() == b"whole"


CHILD = """
import signal
import sys
from pathlib import Path
import numpy as np
from voicecoach.model.timeline import Tags
from voicecoach.sinks.registry import open_sink

def tell(what):
    print(what, flush=True)

signal.signal(signal.SIGINT, signal.default_int_handler)  # which a process in the background lacks
sink = open_sink(Path(sys.argv[1]), 24_000, 1)
tell("open")
try:
    for second in range(int(sys.argv[2])):
        sink.write(np.full((24_000, 1), 0.1, np.float32))
        tell("writing")
    tell("finishing")
    sink.finish(Tags("", "", "", "en", 0))
    tell("finished")
except BaseException:
    sink.abort()
    tell("aborted")
    raise
"""


FOREVER = 10**9


@contextmanager
def child(path: Path, seconds: int) -> Iterator[subprocess.Popen[str]]:
    """A process that writes so many seconds of sound, and tells what it is at; it has ended when the context has."""
    command = [sys.executable, "-c", CHILD, str(path), str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_for(process: subprocess.Popen[str], line: str, times: int = 1) -> None:
    assert process.stdout is not None
    for got in process.stdout:
        times -= got.strip() == line
        if not times:
            return
    pytest.fail(f"the child ended before it said {line}")


@pytest.mark.parametrize(("line", "times"), [("open", 1), ("writing", 1), ("writing", 200)])
def test_a_process_killed_while_it_writes_leaves_the_older_file(
    tmp_path: Path, suffix: str, line: str, times: int
) -> None:
    path = tmp_path / f"legs{suffix}"
    path.write_bytes(OLDER)

    with child(path, FOREVER) as process:
        wait_for(process, line, times)
        process.kill()

    assert process.returncode == -signal.SIGKILL
    assert path.read_bytes() == OLDER


def test_a_process_killed_while_it_finishes_leaves_the_older_file_or_the_whole_new_one(
    tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"legs{suffix}"
    path.write_bytes(OLDER)

    with child(path, 300) as process:
        wait_for(process, "finishing")
        process.kill()

    assert path.read_bytes() == OLDER or said_length(path)[0] == 300 * RATE


def test_an_interrupted_process_cleans_up(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"legs{suffix}"
    path.write_bytes(OLDER)

    with child(path, FOREVER) as process:
        wait_for(process, "writing", 3)
        process.send_signal(signal.SIGINT)
        wait_for(process, "aborted")
        process.wait()

    assert left_in(tmp_path) == [path.name]
    assert path.read_bytes() == OLDER


def test_a_wav_file_holds_at_most_4_gb(tmp_path: Path) -> None:
    path = tmp_path / "long.wav"
    sink = WavSink(path, RATE)
    sink._size = 0xFFFFFFFF - 36 - 3

    sink.write(np.zeros((1, 1), np.float32))
    with pytest.raises(VoicecoachError) as caught:
        sink.write(np.zeros((1, 1), np.float32))
    sink.abort()

    assert str(caught.value) == f'cannot write "{path}": a WAV file holds at most 4 GB; choose a name in .mp3'


def test_a_rate_that_mp3_does_not_know(tmp_path: Path) -> None:
    with pytest.raises(VoicecoachError) as caught:
        open_sink(tmp_path / "legs.mp3", 11_025, 1)

    assert str(caught.value) == (
        "an MP3 file cannot hold 11025 samples a second; choose one of 16000, 22050, 24000, 32000, 44100, 48000"
    )
    assert left_in(tmp_path) == []
