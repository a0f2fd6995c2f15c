"""Blocks encoded on two threads, against one encoder for the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import miniaudio
import numpy as np
import pytest

from voicecoach.model.timeline import Tags
from voicecoach.sinks.mp3 import Mp3Sink

if TYPE_CHECKING:
    from pathlib import Path

    from voicecoach.model.clip import Block

TAGS = Tags("Legs", "Natural", "voicecoach", "en", 0)
SEGMENT = 1000


def music(rate: int, seconds: int) -> Block:
    """Chords, a beat and hiss in two channels that differ."""
    time = np.arange(rate * seconds) / rate
    rng = np.random.default_rng(seconds)
    chord = sum(np.sin(2 * np.pi * pitch * time + rng.uniform(0, 6)) for pitch in (110, 220, 277.2, 329.6, 554.4))
    beat = np.exp(-((time % 0.5) / 0.05)) * np.sin(2 * np.pi * 70 * time)
    hiss = rng.normal(0, 1, (2, len(time))) * np.exp(-((time % 0.25) / 0.02))
    sides = [0.1 * chord * (1 + 0.3 * np.sin(time)) + 0.3 * beat, 0.1 * np.roll(chord, 300) + 0.3 * beat]
    return np.asarray(np.stack(sides, axis=1) + 0.05 * hiss.T, np.float32)


def written(path: Path, block: Block, rate: int, threads: int, quality: int = 4) -> Block:
    sink = Mp3Sink(path, rate, 2, quality=quality, threads=threads)
    for start in range(0, len(block), 65_536):
        sink.write(block[start : start + 65_536])
    sink.finish(TAGS)
    decoded = miniaudio.decode_file(str(path), miniaudio.SampleFormat.FLOAT32, 2, rate)
    return np.array(decoded.samples, np.float32).reshape(-1, 2)


def signal_to_noise(given: Block, found: Block) -> float:
    return float(10 * np.log10(np.square(given).sum() / np.square(found - given).sum()))


@pytest.mark.parametrize(("rate", "samples", "quality"), [(44_100, 1152, 4), (24_000, 576, 0)])
def test_at_the_seams_it_is_as_good_as_one_encoder(tmp_path: Path, rate: int, samples: int, quality: int) -> None:
    block = music(rate, 85)
    ours = written(tmp_path / "ours.mp3", block, rate, 2, quality)
    theirs = written(tmp_path / "plain.mp3", block, rate, 1, quality)
    assert ours.shape == theirs.shape == block.shape
    for seam in (SEGMENT, 2 * SEGMENT):
        around = slice((seam - 4) * samples, (seam + 4) * samples)
        assert len(block[around]) == 8 * samples
        assert signal_to_noise(block[around], ours[around]) > signal_to_noise(block[around], theirs[around]) - 0.2
    assert signal_to_noise(block, ours) > signal_to_noise(block, theirs) - 0.01


def test_what_fits_one_segment_is_what_one_encoder_makes(tmp_path: Path) -> None:
    block = music(24_000, 20)
    written(tmp_path / "ours.mp3", block, 24_000, 2)
    written(tmp_path / "plain.mp3", block, 24_000, 1)
    assert (tmp_path / "ours.mp3").read_bytes() == (tmp_path / "plain.mp3").read_bytes()


@pytest.mark.parametrize("more", [0, 1, 12 * 576 - 1, 12 * 576, 12 * 576 + 1, 60 * 576])
def test_any_length_around_a_segment(tmp_path: Path, more: int) -> None:
    """A second segment begins when there is enough for its choice of a seam: twelve frames."""
    block = music(24_000, 40)[: SEGMENT * 576 + more]
    ours = written(tmp_path / "ours.mp3", block, 24_000, 2)
    theirs = written(tmp_path / "plain.mp3", block, 24_000, 1)
    assert ours.shape == block.shape
    assert signal_to_noise(block[-20_000:], ours[-20_000:]) > signal_to_noise(block[-20_000:], theirs[-20_000:]) - 0.2


def test_the_fullest_stream_can_be_cut(tmp_path: Path) -> None:
    """Noise at the best quality: nearly every frame holds all that it can."""
    block = np.asarray(np.random.default_rng(0).normal(0, 0.1, (44_100 * 45, 2)), np.float32)
    ours = written(tmp_path / "ours.mp3", block, 44_100, 2, 0)
    theirs = written(tmp_path / "plain.mp3", block, 44_100, 1, 0)
    assert signal_to_noise(block, ours) == pytest.approx(signal_to_noise(block, theirs), abs=0.01)
