"""Files of music through the whole mix: any stretch by its position alone, at the loudness of the voice."""

from __future__ import annotations

import shutil
from itertools import cycle
from typing import TYPE_CHECKING

import numpy as np
import pytest

from played import placed
from songs import song, write_song
from voicecoach.decoding.stream import SoundStream, rate_of
from voicecoach.errors import VoicecoachError
from voicecoach.loudness import loudness
from voicecoach.mixing.bed import Bed, Passage
from voicecoach.mixing.mixer import Mixer
from voicecoach.model.plan import StepKind
from voicecoach.model.timeline import Bus, Event
from voicecoach.music.files import music_files
from voicecoach.music.library import MusicShelf
from voicecoach.music.measuring import Measured, measured
from voicecoach.music.playlist import Playlist
from voicecoach.music.track import Track

if TYPE_CHECKING:
    from pathlib import Path

RATE = 44_100


class Memory(dict[str, bytes]):
    """Keeps what was measured."""

    def put(self, key: str, content: bytes) -> bool:
        self[key] = content
        return True


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("music")
    write_song(made / "1.wav", 14.0, seed=1)
    write_song(made / "2.wav", 9.3, rate=48_000, seed=2)
    write_song(made / "10.wav", 0.9, rate=22_050, seed=3)
    return made


def playlist(folder: Path, *names: str) -> Playlist:
    return MusicShelf(RATE, Memory(), pytest.fail).playlist(music_files(names or (str(folder),), folder))


def test_the_files_of_a_folder_play_in_the_order_of_their_numbers(folder: Path) -> None:
    (folder / "cover.jpg").write_bytes(b"no music")

    assert [path.name for path in music_files([str(folder)], folder)] == ["1.wav", "2.wav", "10.wav"]
    assert [path.name for path in music_files(["?.wav", "10.wav", "1.wav"], folder)] == ["1.wav", "2.wav", "10.wav"]


def test_what_is_not_there_is_told(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(VoicecoachError, match=r'^there is no music "no.mp3"; write the path of a file or a folder$'):
        music_files(["no.mp3"], folder)
    with pytest.raises(VoicecoachError, match=r"^there is no music in the folder "):
        music_files([str(tmp_path)], folder)
    with pytest.raises(VoicecoachError, match=r'^no music matches "\*\.flac"; look at the files\' names$'):
        music_files(["*.flac"], folder)


def test_a_stream_is_read_at_any_place(folder: Path) -> None:
    whole = SoundStream(folder / "1.wav", RATE).read(0, 20 * RATE)
    stream = SoundStream(folder / "1.wav", RATE)

    assert len(whole) == 14 * RATE
    for start in (0, 20_000, 19_000, 600_000, 5):
        assert np.array_equal(stream.read(start, 30_000), whole[start : start + 30_000])


@pytest.mark.parametrize("name", ["1.wav", "2.wav", "10.wav"])
def test_a_track_is_the_file_at_the_rate_of_the_mix_and_the_loudness_of_the_voice(folder: Path, name: str) -> None:
    own = rate_of(folder / name)
    about = measured(folder / name, Memory())
    track = Track(folder / name, name, about, RATE)
    samples = track.render(0, track.length)
    seed = {"1.wav": 1, "2.wav": 2, "10.wav": 3}[name]

    assert track.length == pytest.approx(about.frames * RATE / own, abs=1)
    assert loudness(samples[:, 0], RATE) < -18.5
    too_lively = max(0.0, about.loudest - about.loudness - 3.0)
    assert loudness(samples, RATE) == pytest.approx(-16.0 - too_lively, abs=0.2)
    if own == RATE:
        expected = song(RATE, 14.0, seed) * (32_000 / 32_768) * track.gain
        assert np.abs(samples - expected).max() < 2 / 32_768


def test_resampling_in_pieces_leaves_no_seam(folder: Path) -> None:
    """A piece ends every four seconds; the whole at once is the same to -120 dB."""
    from voicecoach.resampling import resampled

    track = Track(folder / "2.wav", "2", measured(folder / "2.wav", Memory()), RATE)
    whole = resampled(SoundStream(folder / "2.wav", 48_000).read(0, 10 * 48_000), 48_000, RATE) * track.gain

    assert np.abs(track.render(0, track.length) - whole[: track.length])[100:-100].max() < 1e-5


def test_a_file_in_mono_is_as_loud_as_its_double_in_stereo(tmp_path: Path) -> None:
    import soundfile

    mono = song(RATE, 5.0)[:, 0]
    soundfile.write(tmp_path / "mono.flac", mono, RATE)
    soundfile.write(tmp_path / "both.flac", np.stack([mono, mono], axis=1), RATE)

    one, two = (measured(tmp_path / name, Memory()).loudness for name in ("mono.flac", "both.flac"))
    assert one == pytest.approx(two, abs=0.01)
    assert one == pytest.approx(loudness(mono, RATE), abs=0.05)


def test_what_was_measured_is_known_again_by_content(folder: Path, tmp_path: Path) -> None:
    memory = Memory()
    first = measured(folder / "1.wav", memory)
    shutil.copy(folder / "1.wav", tmp_path / "other.wav")
    again = measured(tmp_path / "other.wav", memory)

    assert len(memory) == 1
    assert (again.rate, again.frames, again.powers.tolist()) == (first.rate, first.frames, first.powers.tolist())


def test_a_damaged_memory_is_measured_anew(folder: Path) -> None:
    memory = Memory()
    first = measured(folder / "1.wav", memory)
    memory.update({key: content[:-3] for key, content in memory.items()})

    assert measured(folder / "1.wav", memory).powers.tolist() == first.powers.tolist()


@pytest.mark.parametrize("names", [("1.wav",), ("1.wav", "2.wav", "10.wav"), ("10.wav",)])
def test_endless_music_in_any_order_and_size(folder: Path, names: tuple[str, ...]) -> None:
    music = playlist(folder, *names)
    whole = music.render(0, 60 * RATE)

    for start, count in ((0, 7), (59 * RATE, RATE), (9 * RATE, 5 * RATE), (100, 65_536), (31 * RATE, 12_345)):
        assert np.array_equal(music.render(start, count), whole[start : start + count])


def test_it_never_stops_and_never_jumps(folder: Path) -> None:
    """Across all changes of tracks no two seconds are far softer or louder than all of it."""
    samples = playlist(folder).render(0, 90 * RATE)
    powers = (samples.astype(float) ** 2).mean(axis=1).reshape(-1, 2 * RATE).mean(axis=1)

    assert 10 * np.log10(powers.max() / powers.min()) < 4.0


def test_tracks_that_cross_keep_their_power(folder: Path) -> None:
    noises = []
    for seed in (1, 2):
        rng = np.random.default_rng(seed)
        samples = rng.standard_normal((10 * RATE, 2)).astype(np.float32)
        noises.append(samples)

    class Noise(Track):
        def __init__(self, samples: np.ndarray) -> None:
            self.samples, self.length, self.gain = samples, len(samples), 1.0
            self.about = Measured(RATE, len(samples), np.ones(100, np.float32))

        def render(self, start: int, count: int) -> np.ndarray:
            return self.samples[start : start + count]

        def close(self) -> None:
            pass

    music = Playlist(cycle([Noise(samples) for samples in noises]), RATE)
    powers = (music.render(0, 40 * RATE).astype(float) ** 2).mean(axis=1).reshape(-1, RATE // 10).mean(axis=1)

    assert powers == pytest.approx(np.ones(400), abs=0.15)
    assert music.powers(0, 400) == pytest.approx(np.ones(400), abs=0.02)


def test_its_powers_are_those_of_what_it_plays(folder: Path) -> None:
    from voicecoach.loudness import step_powers

    music = playlist(folder)
    told = music.powers(5 * RATE, 300)
    heard = step_powers(music.render(5 * RATE, 30 * RATE), RATE) / 2

    assert 10 * np.log10(told.mean() / heard.mean()) == pytest.approx(0.0, abs=0.1)


def mixed(folder: Path) -> Mixer:
    """Twenty seconds of loud music under loud words."""
    bed = Bed(RATE, {Passage.WORK: playlist(folder)}, 6.0)
    step = placed(StepKind.WORK, 0, 20_000, (5_000, 6_000), (12_000, 13_000))
    bed.add(step)
    bed.finish(20_000)
    tone = np.sin(np.arange(RATE) * 0.06).astype(np.float32)
    mixer = Mixer(RATE, 2, lambda _: tone, dict.fromkeys(Bus, 3.0), None, bed)
    mixer.add(event for event in step.events if event.bus is Bus.VOICE)
    return mixer


@pytest.mark.parametrize("size", [7, 512, 8_192, 65_536])
def test_a_mix_with_music_depends_on_its_position_alone(folder: Path, size: int) -> None:
    mixer = mixed(folder)
    whole = mixer.render(0, 20 * RATE)
    span = range(5 * RATE - 2_000, 5 * RATE + (2_000 if size == 7 else 2 * RATE), size)

    for start in reversed(span):
        assert np.array_equal(mixer.render(start, size), whole[start : start + size])


def test_a_mix_with_music_stays_under_its_ceiling(folder: Path) -> None:
    samples = mixed(folder).render(0, 20 * RATE)

    assert np.abs(samples).max() == pytest.approx(10 ** (-3.5 / 20), abs=0.02)


def test_voice_stands_in_the_middle_of_the_music() -> None:
    class Nothing:
        reach = 0

        def render(self, start: int, count: int) -> np.ndarray:
            return np.zeros((count, 2), np.float32)

    mixer = Mixer(RATE, 2, lambda _: np.full(100, 0.25, np.float32), {}, None, Nothing())
    mixer.add([Event(Bus.VOICE, 0, 1, "", 0)])

    assert mixer.render(0, 50).tolist() == [[0.25, 0.25]] * 50
