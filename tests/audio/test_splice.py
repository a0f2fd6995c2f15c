"""Files put together of frames, against what one encoder makes of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import miniaudio
import numpy as np
import pytest
import soundfile
from mutagen.mp3 import MP3

from voicecoach.mixing.mixer import Mixer
from voicecoach.model.plan import StepKind
from voicecoach.model.timeline import Bus, Event, PlacedStep, Tags
from voicecoach.rendering import Blocks, Rendering, Spliced
from voicecoach.sinks.frames import FrameScanner
from voicecoach.sinks.mp3 import Mp3Sink
from voicecoach.store import Store
from voicecoach.units import ms_spanned

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from voicecoach.model.clip import Block, Samples

TAGS = Tags("Legs", "Natural", "voicecoach", "en", 0)
LEAD_MS = 100
STEP_MS = 2_900
STEPS = 12
RATES = pytest.mark.parametrize("rate", [24_000, 44_100, 48_000])


def spoken(rate: int, number: int) -> Samples:
    """Something like speech: syllables of a gliding buzz."""
    rng = np.random.default_rng(number)
    time = np.arange(round(rate * (0.4 + 0.05 * number))) / rate
    pitch = 120 * time + 8 * np.sin(2 * np.pi * 1.3 * time + number)
    buzz = sum(np.cos(2 * np.pi * k * pitch + rng.uniform(0, 6)) / k for k in range(1, 25))
    shaped = buzz * np.abs(np.sin(2 * np.pi * 2.1 * time)) ** 0.5
    return np.asarray(0.5 * shaped / np.abs(shaped).max(), np.float32)


def click(rate: int) -> Samples:
    """A beep with a hard beginning: the hardest there is to encode."""
    time = np.arange(rate // 8) / rate
    return np.asarray(0.4 * np.sin(2 * np.pi * 1000 * time), np.float32)


class Programme:
    """Words, counted numbers and beeps of some steps; four sentences that come again and again."""

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self.asked: list[str] = []
        self._sounds = {f"{number}": spoken(rate, number) for number in range(4)} | {"go": click(rate)}
        self.steps = [self._step(number) for number in range(STEPS)]
        self.end = LEAD_MS + STEP_MS * STEPS + 7

    def _step(self, number: int) -> PlacedStep:
        start = LEAD_MS + number * STEP_MS
        name = f"{number % 4}"
        events = (
            self._event(Bus.EARCON, start + 13, "go"),
            self._event(Bus.VOICE, start + 500, name),
            self._event(Bus.VOICE, start + 1700, name, beat=start + 1750),
        )
        return PlacedStep(
            number, start, start + STEP_MS, events, (), StepKind.WORK, "", "", "", 0, 0, 0, 0, 0, "", False, None
        )

    def _event(self, bus: Bus, start: int, name: str, beat: int | None = None) -> Event:
        return Event(bus, start, start + ms_spanned(len(self._sounds[name]), self.rate), name, 0, beat)

    def sound_of(self, event: Event) -> Samples:
        self.asked.append(event.name)
        return self._sounds[event.name]

    @property
    def events(self) -> list[Event]:
        return [event for step in self.steps for event in step.events]

    def mixed(self, frame_of: Callable[[Event], int] | None = None) -> Block:
        mixer = Mixer(self.rate, 1, self.sound_of, {}, frame_of)
        mixer.add(self.events)
        return mixer.render(0, (self.end * self.rate + 500) // 1000)

    def fill(self, rendering: Rendering) -> None:
        for step in self.steps:
            rendering.add(step)
        rendering.finish(self.end)


def spliced(path: Path, programme: Programme, *, exact: bool = False, store: Store | None = None) -> Path:
    sink = Mp3Sink(path, programme.rate, store=store)
    programme.fill(Spliced(sink, programme.rate, programme.sound_of, exact=exact))
    sink.finish(TAGS)
    return path


def plain(path: Path, programme: Programme) -> Path:
    sink = Mp3Sink(path, programme.rate)
    programme.fill(Blocks(sink, programme.rate, programme.sound_of))
    sink.finish(TAGS)
    return path


def by_miniaudio(path: Path) -> Block:
    rate = miniaudio.mp3_get_file_info(str(path)).sample_rate
    return np.array(miniaudio.decode_file(str(path), miniaudio.SampleFormat.FLOAT32, 1, rate).samples, np.float32)


def by_libsndfile(path: Path) -> Block:
    return np.asarray(soundfile.read(path, dtype="float32")[0])


def signal_to_noise(given: Block, found: Block) -> float:
    return float(10 * np.log10(np.square(given).sum() / np.square(found - given).sum()))


@RATES
@pytest.mark.parametrize("decode", [by_libsndfile, by_miniaudio])
def test_exact_it_is_as_good_as_one_encoder(tmp_path: Path, rate: int, decode: Callable[[Path], Block]) -> None:
    programme = Programme(rate)
    whole = programme.mixed()[:, 0]
    ours = decode(spliced(tmp_path / "ours.mp3", programme, exact=True))
    theirs = decode(plain(tmp_path / "plain.mp3", programme))
    assert len(ours) == len(theirs) == len(whole)
    assert signal_to_noise(whole, ours) > signal_to_noise(whole, theirs) - 0.05


@pytest.mark.parametrize("decode", [by_libsndfile, by_miniaudio])
def test_moved_words_are_as_good_where_they_went(tmp_path: Path, decode: Callable[[Path], Block]) -> None:
    """Against the mix with each word at the nearest multiple of 24 ms, and each number and beep where it was."""
    programme = Programme(24_000)

    def moved(event: Event) -> int:
        if event.bus is Bus.EARCON or event.beat is not None:
            return event.start * 24
        return (event.start + 12) // 24 * 24 * 24

    whole = programme.mixed(moved)[:, 0]
    ours = decode(spliced(tmp_path / "ours.mp3", programme))
    theirs = decode(plain(tmp_path / "plain.mp3", programme))
    assert len(ours) == len(whole)
    assert signal_to_noise(whole, ours) > signal_to_noise(programme.mixed()[:, 0], theirs) - 0.05


@RATES
def test_between_sounds_there_is_nothing(tmp_path: Path, rate: int) -> None:
    programme = Programme(rate)
    sounds = np.zeros(programme.end * rate // 1000 + 1, bool)
    for event in programme.events:
        sounds[max(0, (event.start - 120) * rate // 1000) : (event.end + 120) * rate // 1000] = True
    found = by_miniaudio(spliced(tmp_path / "ours.mp3", programme))
    assert np.abs(found[~sounds[: len(found)]]).max() == 0.0


def test_the_head_tells_the_length(tmp_path: Path) -> None:
    programme = Programme(24_000)
    info = MP3(spliced(tmp_path / "ours.mp3", programme)).info
    assert info.length == pytest.approx(programme.end / 1000, abs=1e-6)
    assert not info.sketchy


@pytest.mark.parametrize("end", [1, 23, 24, 25, 600, 700, 1234, 1776, 1800])
def test_a_file_may_end_anywhere(tmp_path: Path, end: int) -> None:
    """Also within a sound, which is then cut there."""
    programme = Programme(24_000)
    programme.steps, programme.end = programme.steps[:1], end
    whole = programme.mixed()[:, 0]
    ours = by_miniaudio(spliced(tmp_path / "ours.mp3", programme, exact=True))
    theirs = by_miniaudio(plain(tmp_path / "plain.mp3", programme))
    assert len(ours) == len(whole)
    if whole.any():
        assert signal_to_noise(whole, ours) > signal_to_noise(whole, theirs) - 0.2


def test_what_returns_is_mixed_once(tmp_path: Path) -> None:
    """A step lasts 120 frames and 20 ms, so that a beep meets six places within a frame, and each number three.

    The words need no more than one place; where a number stands on the grid, too, it sounds like them.
    """
    programme = Programme(24_000)
    spliced(tmp_path / "ours.mp3", programme)
    assert {name: programme.asked.count(name) for name in ("go", "0", "1")} == {"go": 6, "0": 3, "1": 1 + 3}


def test_a_later_export_makes_the_same_file_of_what_was_kept(tmp_path: Path) -> None:
    store = Store(tmp_path / "frames", ".mp3", 10_000_000)
    first = spliced(tmp_path / "first.mp3", Programme(24_000), store=store).read_bytes()
    kept = sorted((tmp_path / "frames").rglob("*.mp3"))
    assert len(kept) == 6 + 3 + 4 + 3 + 4
    inodes = [path.stat().st_ino for path in kept]
    assert spliced(tmp_path / "again.mp3", Programme(24_000), store=store).read_bytes() == first
    assert [path.stat().st_ino for path in kept] == inodes  # a new entry would be a new file


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda entry: entry[:-1], id="cut short"),
        pytest.param(lambda entry: entry[:60] + bytes([entry[60] ^ 1]) + entry[61:], id="one bit"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda entry: b"RIFF" + entry[4:], id="another kind of file"),
    ],
)
def test_damaged_frames_are_made_anew(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    store = Store(tmp_path / "frames", ".mp3", 10_000_000)
    first = spliced(tmp_path / "first.mp3", Programme(24_000), store=store).read_bytes()
    kept = {path: path.read_bytes() for path in (tmp_path / "frames").rglob("*.mp3")}
    for path, content in kept.items():
        path.write_bytes(damage(content))
    assert spliced(tmp_path / "again.mp3", Programme(24_000), store=store).read_bytes() == first
    assert {path: path.read_bytes() for path in kept} == kept


def test_other_settings_are_other_frames(tmp_path: Path) -> None:
    store = Store(tmp_path / "frames", ".mp3", 10_000_000)
    spliced(tmp_path / "first.mp3", Programme(24_000), store=store)
    before = len(list((tmp_path / "frames").rglob("*.mp3")))
    programme = Programme(24_000)
    sink = Mp3Sink(tmp_path / "fine.mp3", 24_000, quality=0, store=store)
    programme.fill(Spliced(sink, 24_000, programme.sound_of, exact=False))
    sink.finish(TAGS)
    assert len(list((tmp_path / "frames").rglob("*.mp3"))) == 2 * before


def test_a_long_silence_is_a_few_bytes_a_frame(tmp_path: Path) -> None:
    sink = Mp3Sink(tmp_path / "long.mp3", 24_000)
    sink.silence(24_000 * 3600)
    sink.finish(TAGS)
    content = (tmp_path / "long.mp3").read_bytes()
    starts = FrameScanner().feed(content[content.index(b"Xing") - 13 :])
    assert len(starts) == 1 + 24_000 * 3600 // 576 + 2
    assert len(content) < 24 * len(starts) + 1000


def test_blocks_and_regions_do_not_go_into_one_file(tmp_path: Path) -> None:
    sink = Mp3Sink(tmp_path / "both.mp3", 24_000)
    sink.silence(576)
    with pytest.raises(ValueError, match="blocks cannot follow regions in one file"):
        sink.write(np.zeros((10, 1), np.float32))
    sink.abort()
    sink = Mp3Sink(tmp_path / "both.mp3", 24_000)
    sink.write(np.zeros((10, 1), np.float32))
    with pytest.raises(ValueError, match="regions cannot follow blocks in one file"):
        sink.silence(576)
    sink.abort()


def test_nothing_follows_an_end_beside_the_grid(tmp_path: Path) -> None:
    sink = Mp3Sink(tmp_path / "odd.mp3", 24_000)
    sink.silence(577)
    with pytest.raises(ValueError, match="nothing can follow what does not end on the grid"):
        sink.silence(576)
    sink.abort()
