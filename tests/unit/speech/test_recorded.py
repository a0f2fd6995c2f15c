"""Recorded words in the place of spoken ones: which parts of a text they say, and how it is put together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from voicecoach.model.clip import Clip
from voicecoach.names import spoken_key
from voicecoach.speech.cache import ClipCache
from voicecoach.speech.pcm import Pcm
from voicecoach.speech.recorded import Recordings, joined
from voicecoach.speech.trim import trimmed_of_noise

if TYPE_CHECKING:
    from voicecoach.speech.recorded import Piece

HUM = Pcm(np.full(240, 1000, np.int16), 24_000)


class Full(ClipCache):
    """Has every clip, so that no file is decoded."""

    def __init__(self) -> None:
        pass

    def get(self, key: str) -> Pcm:
        return HUM


@pytest.fixture
def recordings(tmp_path: Path) -> Recordings:
    names = ("next", "squat", "reverse lunge", "12", "rep", "reps", "each side", "side", "halfway wav")
    files = {spoken_key(name): tmp_path / name for name in names}
    for path in files.values():
        path.write_bytes(b"sound")
    return Recordings(files, Full())


def named(pieces: tuple[Piece, ...]) -> list[tuple[str, int]]:
    """Recordings by their names in brackets, words as they are."""
    return [(f"<{said.name}>" if isinstance(said, Path) else said, pause) for said, pause in pieces]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Halfway.wav", [("<halfway wav>", 0)]),
        ("Squat.", [("<squat>", 0)]),
        ("Next: Squat, 12 reps.", [("<next>", 150), ("<squat>", 150), ("<12>", 50), ("<reps>", 350)]),
        ("Next: Squat, 5 reps.", [("<next>", 150), ("<squat>", 150), ("5 reps.", 350)]),
        ("First: Squat, 5 reps. Sit back.", [("First:", 150), ("<squat>", 150), ("5 reps. Sit back.", 350)]),
        (
            "Reverse lunges, 12 reps each side.",
            [("<reverse lunge>", 150), ("<12>", 50), ("<reps>", 50), ("<each side>", 350)],
        ),
        ("Squat down.", []),
        ("12.5 reps.", []),
        ("", []),
        ("...", []),
    ],
)
def test_parts_between_stops_are_recorded_as_a_whole_or_not(
    recordings: Recordings, text: str, pieces: list[tuple[str, int]]
) -> None:
    assert named(recordings.pieces(text)) == pieces


def test_sounds_are_joined_at_the_higher_rate_with_silence_between() -> None:
    low = Pcm(np.full(1_600, 1_000, np.int16), 16_000)
    made = joined([(low, 50), (Pcm(np.zeros(0, np.int16), 24_000), 500), (HUM, 350)])
    assert (made.rate, len(made.samples)) == (24_000, 2_400 + 1_200 + 240)
    assert not made.samples[2_400:3_600].any()


def test_nothing_joined_is_nothing() -> None:
    assert len(joined([]).samples) == 0


@pytest.mark.parametrize("noise_db", [-20.0, -35.0, -60.0])
def test_the_noise_of_a_room_is_cut_off(noise_db: float) -> None:
    """Half a second of voice between two halves of noise; a loud room leaves a little of itself."""
    time = np.arange(12_000) / 24_000
    sound = np.random.default_rng(3).normal(0, 0.1 * 10 ** (noise_db / 20), 36_000)
    sound[12_000:24_000] += 0.2 * np.sin(2 * np.pi * 200 * time)
    left = trimmed_of_noise(Clip(sound.astype(np.float32), 24_000))
    assert len(left.samples) / 24 == pytest.approx(500 + 30, abs=12)


def test_a_recording_that_is_cut_tightly_stays_whole() -> None:
    time = np.arange(12_000) / 24_000
    sound = (0.2 * np.sin(2 * np.pi * 200 * time) * np.linspace(1.0, 0.2, 12_000)).astype(np.float32)
    assert len(trimmed_of_noise(Clip(sound, 24_000)).samples) == 12_000
