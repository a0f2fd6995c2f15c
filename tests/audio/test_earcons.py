"""The files of ``audio/``: reproducible, sharp at their onset, and not to be confused with each other."""

from __future__ import annotations

import runpy
import wave
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from voicecoach.resources import folder
from voicecoach.sounds import Earcons

if TYPE_CHECKING:
    from pathlib import Path

AUDIO = folder("audio")
NAMES = sorted(path.stem for path in AUDIO.glob("*.wav"))


@pytest.fixture(scope="module")
def maker() -> dict[str, Any]:
    return runpy.run_path(str(AUDIO / "make_earcons.py"))


def samples_of(name: str) -> np.ndarray:
    with wave.open(str(AUDIO / f"{name}.wav")) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (48_000, 1, 2)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(float)


def test_the_files_are_what_the_script_makes(tmp_path: Path, maker: dict[str, Any]) -> None:
    maker["write"](tmp_path)

    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in AUDIO.glob("*.wav")}


def test_every_file_is_an_earcon() -> None:
    assert sorted(Earcons(24_000).names()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_first_sample_is_the_onset(name: str) -> None:
    samples = np.abs(samples_of(name))

    assert samples[0] > 0
    assert np.argmax(samples > 0.1 * samples.max()) < 48


@pytest.mark.parametrize("name", NAMES)
def test_no_clicks(name: str) -> None:
    """Both ends are near silence, and no step is larger than the steepest of a clean tone of its overtones."""
    samples = samples_of(name) / 32768

    assert max(abs(samples[0]), abs(samples[-1])) < 0.003
    assert np.abs(np.diff(samples)).max() < 0.5 * 2 * np.pi * 1047 * 3 / 48_000


def pitch_of(name: str, start_ms: int, end_ms: int) -> float:
    """Frequency in Hz of the strongest partial within a stretch, to a Hz or so."""
    stretch = samples_of(name)[start_ms * 48 : end_ms * 48]
    spectrum = np.abs(np.fft.rfft(stretch * np.hanning(len(stretch)), 1 << 18))
    return float(np.argmax(spectrum) * 48_000 / (1 << 18))


@pytest.mark.parametrize(
    ("name", "start", "end", "pitch"),
    [
        ("ready", 0, 150, 523.25),
        ("go", 0, 400, 880.0),
        ("end", 0, 160, 783.99),
        ("end", 200, 400, 523.25),
        ("end-last", 0, 160, 783.99),
        ("end-last", 200, 360, 659.26),
        ("end-last", 400, 900, 523.25),
        ("halfway", 0, 60, 659.26),
        ("halfway", 120, 180, 659.26),
    ],
)
def test_pitches(name: str, start: int, end: int, pitch: float) -> None:
    assert pitch_of(name, start, end) == pytest.approx(pitch, abs=3)


def test_switching_sides_goes_up_and_comes_down() -> None:
    low, high, high_again, low_again = (pitch_of("switch", start, start + 40) for start in (5, 125, 215, 335))

    assert max(low, low_again) < 600
    assert min(high, high_again) > 700


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rate", [22_050, 24_000, 44_100])
def test_resampling_does_not_move_them(name: str, rate: int) -> None:
    """The phase of a partial tells a shift in time far finer than a sample."""
    samples, clip = samples_of(name), Earcons(rate).clip(name)
    pitch = pitch_of(name, 0, 10**6)

    original, resampled = phasor(samples, 48_000, pitch), phasor(clip.samples, rate, pitch)

    shift = np.angle(resampled / original) / (2 * np.pi * pitch)
    assert abs(shift) < 0.00001


def phasor(samples: np.ndarray, rate: int, pitch: float) -> complex:
    return complex(np.sum(samples * np.exp(-2j * np.pi * pitch * np.arange(len(samples)) / rate)))


def similarity(one: np.ndarray, other: np.ndarray) -> float:
    """The highest normalized cross-correlation at any shift."""
    size = 1 << (len(one) + len(other)).bit_length()
    product = np.fft.irfft(np.fft.rfft(one, size) * np.fft.rfft(other, size).conj(), size)
    return float(np.abs(product).max() / np.sqrt((one**2).sum() * (other**2).sum()))


@pytest.mark.parametrize("other", [name for name in NAMES if name != "go"])
def test_go_is_like_no_other(other: str) -> None:
    assert similarity(samples_of("go"), samples_of(other)) < 0.2
