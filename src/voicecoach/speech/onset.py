"""Where the voice sets in: the moment that a listener takes a word to fall on.

"Six" begins with an eighth of a second of hiss, "two" with a burst; what is heard as the beat is the vowel. So a number
that is to fall on a moment begins earlier, by as long as its head is unvoiced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from voicecoach.model.clip import Clip, Samples
    from voicecoach.units import Ms

__all__ = ["voiced_onset"]

_LOWEST_HZ, _HIGHEST_HZ = 90.0, 900.0
"""Where vowels, nasals and glides have most of their energy, and hisses and bursts hardly any: the fundamental and the
first formant."""

_VOICED_DB = -14.0
"""A voice has set in when that band is so near its loudest. Measured on the numbers from 1 to 20 of both voices: hisses
and bursts stay 17 dB and more below it, and the moment is within 9 ms of where the sound becomes periodic."""

_KERNEL_SECONDS = 0.020
_WINDOW_SECONDS = 0.010
"""At least one period of a low voice."""


def voiced_onset(clip: Clip) -> Ms:
    """How long after its first sample a clip's voice sets in, in ms; 0 for a clip that is silent.

    Args:
        clip: Trimmed, so that it begins with a sound.
    """
    if not len(clip.samples):
        return 0
    band = _band(clip.samples, clip.rate)
    window = max(1, round(_WINDOW_SECONDS * clip.rate))
    summed = np.concatenate([[0.0], np.cumsum(np.pad(band, (0, window)) ** 2)])
    power = summed[window:] - summed[:-window]
    loudest = float(power.max())
    if loudest <= 0.0:
        return 0
    first = int(np.argmax(power > loudest * 10.0 ** (_VOICED_DB / 10.0)))
    return round(first * MS_PER_SECOND / clip.rate)


def _band(samples: Samples, rate: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The band of voiced sounds, by a filter without delay; as long as the samples."""
    reach = round(_KERNEL_SECONDS * rate / 2)
    kernel = _low_pass(_HIGHEST_HZ / rate, reach) - _low_pass(_LOWEST_HZ / rate, reach)
    return np.convolve(samples.astype(np.float64), kernel)[reach : reach + len(samples)]


def _low_pass(cutoff: float, reach: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """A windowed sinc, ``cutoff`` as a part of the rate; ``2 * reach + 1`` taps."""
    taps = np.arange(-reach, reach + 1)
    return np.asarray(2.0 * cutoff * np.sinc(2.0 * cutoff * taps) * np.hanning(2 * reach + 3)[1:-1])
