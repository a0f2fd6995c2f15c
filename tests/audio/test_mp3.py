"""MP3 files by two decoders that share no code: every sample at its place, every tag readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

import miniaudio
import numpy as np
import pytest
import soundfile
from mutagen.id3 import ID3
from mutagen.mp3 import MP3, BitrateMode

from voicecoach.mixing.mixer import Mixer
from voicecoach.model.timeline import Bus, Chapter, Event, Tags
from voicecoach.sinks.crc import crc16
from voicecoach.sinks.frames import FrameScanner
from voicecoach.sinks.mp3 import RATES, Mp3Sink
from voicecoach.sounds import Earcons

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from voicecoach.model.clip import Block

    Crowd = Callable[[int], tuple[Mixer, int]]

TAGS = Tags("Legs", "Natural", "voicecoach", "en", 6000, ())


def encoded(path: Path, block: Block, rate: int, tags: Tags = TAGS) -> Path:
    sink = Mp3Sink(path, rate, block.shape[1])
    for start in range(0, len(block), 10_000):
        sink.write(block[start : start + 10_000])
    sink.finish(tags)
    return path


def by_libsndfile(path: Path) -> Block:
    return np.asarray(soundfile.read(path, dtype="float32", always_2d=True)[0])


def by_miniaudio(path: Path) -> Block:
    info = miniaudio.mp3_get_file_info(str(path))
    decoded = miniaudio.decode_file(str(path), miniaudio.SampleFormat.FLOAT32, info.nchannels, info.sample_rate)
    return np.array(decoded.samples, np.float32).reshape(-1, info.nchannels)


DECODERS = pytest.mark.parametrize("decode", [by_libsndfile, by_miniaudio])


def noise(frames: int, channels: int) -> Block:
    """Noise without highs, which MP3 would not keep at this bit rate."""
    rng = np.random.default_rng(frames)
    raw = rng.normal(0, 1, (frames + 31, channels))
    window = np.hanning(31) / np.hanning(31).sum()
    smooth = [np.convolve(raw[:, channel], window, "valid")[:frames] for channel in range(channels)]
    return np.stack(smooth, axis=1).astype(np.float32) * np.float32(0.3)


@DECODERS
@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("rate", RATES)
def test_samples_come_back_at_their_place(
    tmp_path: Path, rate: int, channels: int, decode: Callable[[Path], Block]
) -> None:
    """The best alignment is none, to the sample, in both formats of MPEG."""
    block = noise(rate + 321, channels)

    samples = decode(encoded(tmp_path / "noise.mp3", block, rate))

    assert samples.shape == block.shape
    assert shift(block[:, 0], samples[:, 0]) == 0
    assert np.square(samples - block).sum() < 0.02 * np.square(block).sum()


def shift(given: np.ndarray, found: np.ndarray) -> int:
    """By how many frames ``found`` is later than ``given``: where their cross-correlation is highest."""
    size = 1 << (2 * len(given)).bit_length()
    product = np.fft.irfft(np.fft.rfft(found, size) * np.fft.rfft(given, size).conj(), size)
    best = int(np.argmax(product))
    return best if best < size // 2 else best - size


@DECODERS
@pytest.mark.parametrize("frames", [0, 1, 47, 575, 576, 577, 1151, 1152, 1153, 1728, 2304, 10_007])
@pytest.mark.parametrize("rate", [24_000, 44_100])
def test_any_number_of_frames(tmp_path: Path, rate: int, frames: int, decode: Callable[[Path], Block]) -> None:
    path = encoded(tmp_path / "noise.mp3", noise(frames, 1), rate)

    assert len(decode(path)) == frames


@DECODERS
def test_a_beep_is_where_the_timeline_puts_it(tmp_path: Path, decode: Callable[[Path], Block]) -> None:
    """A matched filter finds each earcon within 1 ms, between other sounds."""
    earcons = Earcons(24_000)
    events = [
        Event(Bus.EARCON, start, start + earcons.duration(name), name, 0)
        for start, name in ((500, "ready"), (1500, "ready"), (2500, "go"), (4001, "halfway"), (5337, "end"))
    ]
    mixer = Mixer(24_000, 1, lambda event: earcons.clip(event.name).samples, {})
    mixer.add(events)
    samples = decode(encoded(tmp_path / "beeps.mp3", mixer.render(0, 24_000 * 7), 24_000))[:, 0]

    for event in events:
        clip = earcons.clip(event.name).samples
        first = (event.start - 100) * 24
        fit = np.correlate(samples[first : first + len(clip) + 4800], clip, "valid")
        found = first + int(np.argmax(fit))
        assert abs(found - event.start * 24) < 24


@DECODERS
def test_silence_stays_silent_and_small(tmp_path: Path, decode: Callable[[Path], Block]) -> None:
    path = encoded(tmp_path / "silence.mp3", np.zeros((24_000 * 60, 1), np.float32), 24_000)

    assert np.abs(decode(path)).max() < 1 / 32768
    assert path.stat().st_size < 1000 * 60 + 2000


@DECODERS
def test_the_true_peak_hardly_grows(tmp_path: Path, crowded: Crowd, decode: Callable[[Path], Block]) -> None:
    """What the encoder adds to a programme that was limited to -1 dBTP stays under full scale."""
    mixer, frames = crowded(24_000)

    samples = decode(encoded(tmp_path / "crowd.mp3", mixer.render(0, frames), 24_000))

    assert np.abs(samples).max() < 1.0


@pytest.mark.parametrize("rate", [24_000, 44_100])
def test_both_checksums_and_the_lengths_are_those_of_the_file(tmp_path: Path, crowded: Crowd, rate: int) -> None:
    mixer, frames = crowded(rate)
    file = untagged(encoded(tmp_path / "crowd.mp3", mixer.render(0, frames), rate))
    xing = file.index(b"Xing")
    scanner = FrameScanner()
    starts = scanner.feed(file)

    assert int.from_bytes(file[xing + 8 : xing + 12], "big") == len(starts) - 1
    assert int.from_bytes(file[xing + 12 : xing + 16], "big") == len(file)
    assert int.from_bytes(file[xing + 152 : xing + 154], "big") == crc16(file[starts[1] :])
    assert int.from_bytes(file[xing + 154 : xing + 156], "big") == crc16(file[: xing + 154])


def untagged(path: Path) -> bytes:
    """The file from its first frame on."""
    content = path.read_bytes()
    size = content[6] << 21 | content[7] << 14 | content[8] << 7 | content[9]
    return content[10 + size :]


def test_the_seek_table_leads_to_the_frames(tmp_path: Path, crowded: Crowd) -> None:
    mixer, frames = crowded(24_000)
    block = np.concatenate([mixer.render(0, frames), np.zeros((frames, 1), np.float32)])
    file = untagged(encoded(tmp_path / "crowd.mp3", block, 24_000))
    starts = FrameScanner().feed(file)[1:]
    table = file[file.index(b"Xing") + 16 :][:100]

    for percent, entry in enumerate(table):
        wanted = starts[percent * len(starts) // 100]
        assert 0 <= wanted / len(file) * 256 - entry < 1


CHAPTERS = tuple(Chapter(f"Runde {number}: Brücke", number * 1500, number * 1500 + 1500) for number in range(4))
FULL = Tags("Beine & Gesäß", "Natural", "voicecoach", "de", 6000, CHAPTERS)


def test_tags_by_another_reader(tmp_path: Path) -> None:
    tags = ID3(encoded(tmp_path / "legs.mp3", noise(24_000 * 6, 1), 24_000, FULL))

    assert tags.version == (2, 3, 0)
    texts = {name: str(tags[name]) for name in ("TIT2", "TPE1", "TALB", "TLAN", "TLEN")}
    assert texts == {"TIT2": FULL.title, "TPE1": "Natural", "TALB": "voicecoach", "TLAN": "deu", "TLEN": "6000"}
    contents = tags.getall("CTOC")[0]
    chapters = [tags[f"CHAP:{name}"] for name in contents.child_element_ids]
    assert [str(chapter.sub_frames["TIT2"]) for chapter in chapters] == [chapter.title for chapter in CHAPTERS]
    assert [(chapter.start_time, chapter.end_time) for chapter in chapters] == [(c.start, c.end) for c in CHAPTERS]


def test_the_head_by_another_reader(tmp_path: Path) -> None:
    info = MP3(encoded(tmp_path / "legs.mp3", noise(24_000 * 6, 1), 24_000, FULL)).info

    assert info.length == pytest.approx(6.0, abs=1e-6)
    assert info.bitrate_mode == BitrateMode.VBR
    assert (info.sample_rate, info.channels, info.sketchy) == (24_000, 1, False)
    assert info.encoder_info.startswith("LAME 3.100")
