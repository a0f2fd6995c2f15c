"""Make the earcons of this folder: ``python audio/make_earcons.py [FOLDER]``.

Every sound is computed from the table below; the same files come out to the byte every time. They are 48 kHz, mono,
16 bit. An earcon starts with its first sample, loud within a millisecond, so that its onset is its place in time.
"""  # noqa: INP001 - a script beside what it makes, no part of a package

from __future__ import annotations

import sys
import wave
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["EARCONS", "Note", "render", "write"]

RATE = 48_000

HARMONICS = (1.0, 0.3, 0.15)
"""Amplitudes of the fundamental and its overtones: the small speaker of a phone hardly plays a bare 523 Hz."""

EDGE_MS = 10
"""Fade at both ends of a note: a quarter of a sine, which has passed a tenth of its height after 0.7 ms."""

CREST_MS = 1
"""From the onset to the first crest: there the fade lets 15 % through, so the onset is sharp in spite of it."""

PEAK = 0.5
"""Of full scale; the program brings each earcon to its loudness itself."""

C5, E5, G5, A5, C6 = 523.25, 659.26, 783.99, 880.0, 1046.5
"""Hz, equal temperament, A4 = 440 Hz."""


@dataclass(frozen=True, slots=True)
class Note:
    """A tone or a glide.

    Attributes:
        start: Onset in ms from the start of the earcon.
        duration: Length in ms.
        pitch: Fundamental in Hz at the start.
        to: Fundamental in Hz at the end; 0 for the same.
        decay: Time constant in ms in which the note dies away; 0 for a steady one.
    """

    start: int
    duration: int
    pitch: float
    to: float = 0.0
    decay: int = 0


EARCONS: dict[str, tuple[Note, ...]] = {
    "ready": (Note(0, 150, C5),),
    "go": (Note(0, 400, A5),),
    "end": (Note(0, 160, G5), Note(200, 200, C5)),
    "end-last": (Note(0, 160, G5), Note(200, 160, E5), Note(400, 500, C5, decay=250)),
    "halfway": (Note(0, 60, E5), Note(120, 60, E5)),
    "tick": (Note(0, 50, C6, decay=12),),
    "switch": (Note(0, 170, C5, to=G5), Note(210, 170, G5, to=C5)),
}
"""What the coach can sound without words, by name."""


def _frames(ms: int) -> int:
    return ms * RATE // 1000


def _tone(note: Note) -> NDArray[np.float64]:
    count = _frames(note.duration)
    time = np.arange(count) / RATE
    sweep = ((note.to or note.pitch) - note.pitch) / (note.duration / 1000)
    cycles = note.pitch * time + sweep * time**2 / 2
    cycles -= cycles[_frames(CREST_MS)]
    tone = sum(level * np.cos(2 * np.pi * k * cycles) for k, level in enumerate(HARMONICS, 1))
    edge = np.sin(np.pi / 2 * (np.arange(_frames(EDGE_MS)) + 0.5) / _frames(EDGE_MS))
    tone[: len(edge)] *= edge
    tone[-len(edge) :] *= edge[::-1]
    return np.asarray(tone * np.exp(-time * 1000 / note.decay) if note.decay else tone)


def render(notes: tuple[Note, ...]) -> NDArray[np.int16]:
    """The samples of an earcon, 16 bit, at 48 kHz."""
    sound = np.zeros(max(_frames(note.start + note.duration) for note in notes))
    for note in notes:
        start = _frames(note.start)
        sound[start : start + _frames(note.duration)] += _tone(note)
    return np.rint(sound * (PEAK * 32767 / np.abs(sound).max())).astype("<i2")


def write(folder: Path) -> None:
    """Write every earcon into a folder that exists."""
    for name, notes in EARCONS.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(render(notes).tobytes())


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
