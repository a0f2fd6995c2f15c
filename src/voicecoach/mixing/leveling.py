"""How loud a programme is going to be, told from its sounds before any of it is mixed.

Sounds that have nothing to do with each other add up in power. So the gating blocks of ITU-R BS.1770-4 for the whole
follow from the power of each sound in hundredths of a second, measured once, and from where it stands.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from voicecoach.loudness import STEPS_PER_SECOND, gated_loudness, joined_blocks, step_powers
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from numpy.typing import NDArray

    from voicecoach.model.clip import Samples
    from voicecoach.model.timeline import Bus, Event
    from voicecoach.units import Ms

__all__ = ["Leveling"]

_TARGET_LUFS = -19.0
"""In one channel, which is -16 LUFS in two (AES TD1008: loudness of podcasts and the like)."""

_GAIN_STEP_DB = 0.25
"""Gains are whole quarters of a dB: a phrase that is changed then leaves the gain of all others as it was, and their
encoded sound can be used again."""

_MOST_DB = 3.0
"""No more gain: beeps by themselves would be louder than a voice, and words be squeezed under the ceiling. It would not
help, either: of 4.75 dB over soft music 3.4 were measured to arrive, the limiter takes the rest."""

_STEP: Ms = MS_PER_SECOND // STEPS_PER_SECOND
_FINE = 10
"""Parts of a step: where in it a sound begins matters to the gating blocks."""

_KEPT_SOUNDS = 512


class Leveling:
    """A programme as far as it is placed.

    Args:
        rate: Frames a second of the sounds.
        sound_of: The mono sound of an event.
    """

    def __init__(self, rate: int, sound_of: Callable[[Event], Samples]) -> None:
        """Start with silence."""
        self._rate = rate
        self._sound_of = sound_of
        self._steps = np.zeros(600)
        self._known: dict[tuple[Bus, str], NDArray[np.floating]] = {}
        self._shifted = lru_cache(_KEPT_SOUNDS)(self._shift)

    def add(self, events: Iterable[Event]) -> None:
        """Place events, in any order."""
        for event in events:
            key = event.bus, event.name
            if key not in self._known:
                self._known[key] = step_powers(self._sound_of(event), self._rate, STEPS_PER_SECOND * _FINE)
            self._place(event.start // _STEP, self._shifted(key, event.start % _STEP * _FINE // _STEP))

    def _shift(self, key: tuple[Bus, str], late: int) -> NDArray[np.floating]:
        """The powers of a sound in whole steps, if it begins ``late`` tenths of a step behind the first's beginning."""
        fine = self._known[key]
        padded = np.pad(fine, (late, -(late + len(fine)) % _FINE))
        return np.asarray(padded.reshape(-1, _FINE).mean(axis=1))

    def _place(self, first: int, powers: NDArray[np.floating]) -> None:
        last = first + len(powers)
        while last > len(self._steps):
            self._steps = np.concatenate((self._steps, np.zeros(len(self._steps))))
        self._steps[first:last] += powers

    def loudness(self, music: Samples | None = None) -> float:
        """Integrated loudness of one channel, in LUFS; minus infinity for silence.

        Args:
            music: The power of each tenth of a second of what is mixed in.
        """
        steps = self._steps
        if music is not None:
            steps = np.pad(steps, (0, max(0, len(music) - len(steps))))
            steps[: len(music)] += music
        return gated_loudness(joined_blocks(steps))

    def gain_db(self, music: Samples | None = None) -> float:
        """What brings the programme to -19 LUFS in each channel, in whole quarters of a dB."""
        loudness = self.loudness(music)
        if not math.isfinite(loudness):
            return 0.0
        return min(_MOST_DB, round((_TARGET_LUFS - loudness) / _GAIN_STEP_DB) * _GAIN_STEP_DB)
