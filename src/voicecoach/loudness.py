"""Loudness as people hear it: ITU-R BS.1770-4, with numpy alone.

The K weighting is applied as a product of spectra: the exact response of the two filters of the standard, over pieces
that overlap by more than the filters ring. That equals filtering sample by sample to better than 0.001 LU.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.floating]

__all__ = [
    "STEPS_PER_SECOND",
    "block_powers",
    "gated_loudness",
    "joined_blocks",
    "k_weighted",
    "level_of",
    "loudness",
    "power_of",
    "step_powers",
]

_OFFSET_DB = -0.691
"""BS.1770-4, equation 2: makes a 997 Hz sine at 0 dBFS in one channel read -3.01 LUFS."""

_BLOCK_SECONDS = 0.4
_STEP_SECONDS = 0.1
"""BS.1770-4, annex 1: gating blocks of 400 ms that overlap by three quarters."""

STEPS_PER_SECOND = 10
_STEPS_A_BLOCK = 4
"""The same in steps, of which :func:`joined_blocks` makes gating blocks."""

_ABSOLUTE_GATE = -70.0
_RELATIVE_GATE = -10.0
"""BS.1770-4, annex 1, in LUFS and LU: blocks below do not count."""

_RINGING_SECONDS = 0.5
"""How long the 38 Hz high pass is heard: it has decayed by more than 300 dB then."""

_PIECE = 4
"""Long signals are filtered in pieces of at least so many times what rings, and overlap by that (overlap-save)."""

_SHELF = (1681.974450955533, 3.999843853973347, 0.7071752369554196)
_HIGH_PASS = (38.13547087602444, 0.5003270373238773)
"""Frequency in Hz, gain in dB, quality: the analog prototypes of the 48 kHz coefficients in BS.1770-4, tables 1 and 2,
with which the standard's filters can be had at any rate (the derivation used by libebur128)."""


def loudness(samples: Floats, rate: int) -> float:
    """Integrated loudness of a sound.

    Args:
        samples: Shape ``(frames,)`` or ``(frames, channels)``; full scale is 1.0. All channels weigh the same, as left,
            right and center do in the standard.
        rate: Frames a second.

    Returns:
        LUFS; minus infinity for silence. What is shorter than a gating block of 400 ms, for which the standard has no
        answer, is measured over its own length.
    """
    return gated_loudness(block_powers(samples, rate))


def block_powers(samples: Floats, rate: int) -> Floats:
    """The K-weighted power of each gating block, summed over the channels.

    Args:
        samples: Shape ``(frames,)`` or ``(frames, channels)``.
        rate: Frames a second.

    Returns:
        One value for each block of 400 ms, 100 ms apart; a single one for anything shorter; none for no frames.
    """
    weighted = np.atleast_2d(k_weighted(samples, rate).T)
    frames = weighted.shape[1]
    if frames == 0:
        return np.zeros(0)
    block, step = round(_BLOCK_SECONDS * rate), round(_STEP_SECONDS * rate)
    energy = np.concatenate(([0.0], np.cumsum(np.sum(weighted**2, axis=0))))
    starts = np.arange(0, max(1, frames - block + 1), step)
    ends = np.minimum(starts + block, frames)
    return np.asarray((energy[ends] - energy[starts]) / (ends - starts))


def step_powers(samples: Floats, rate: int, per_second: int = STEPS_PER_SECOND) -> Floats:
    """The K-weighted power of successive steps of time, summed over the channels.

    Of these the gating blocks of any mixture can be had by :func:`joined_blocks`: sounds that have nothing to do with
    each other add up in power.

    Args:
        samples: Shape ``(frames,)`` or ``(frames, channels)``.
        rate: Frames a second.
        per_second: How many steps there are in a second.

    Returns:
        One value for each step; what the last lacks counts as silence.
    """
    weighted = np.atleast_2d(k_weighted(samples, rate).T)
    frames = weighted.shape[1]
    if frames == 0:
        return np.zeros(0)
    starts = np.arange(-(-frames * per_second // rate)) * rate // per_second
    energy = np.add.reduceat(np.sum(weighted**2, axis=0), starts)
    return np.asarray(energy * per_second / rate)


def joined_blocks(steps: Floats) -> Floats:
    """The gating blocks of 400 ms, 100 ms apart, of the powers of steps of 100 ms."""
    total = np.concatenate(([0.0], np.cumsum(steps)))
    return np.asarray((total[_STEPS_A_BLOCK:] - total[:-_STEPS_A_BLOCK]) / _STEPS_A_BLOCK)


def gated_loudness(powers: Floats) -> float:
    """Integrated loudness of gating blocks.

    Args:
        powers: From :func:`block_powers`; those of successive parts of a sound may be joined.

    Returns:
        LUFS; minus infinity where no block passes the gates.
    """
    loud = powers[powers > power_of(_ABSOLUTE_GATE)]
    if not len(loud):
        return -math.inf
    relative = level_of(float(np.mean(loud))) + _RELATIVE_GATE
    return level_of(float(np.mean(loud[loud > power_of(relative)])))


def k_weighted(samples: Floats, rate: int) -> Floats:
    """The sound through the K weighting: a high shelf for the head, then a high pass.

    Args:
        samples: Shape ``(frames,)`` or ``(frames, channels)``.
        rate: Frames a second.

    Returns:
        The same shape, float64.
    """
    signal = np.asarray(samples, np.float64)
    ringing = round(_RINGING_SECONDS * rate)
    size = 1 << min(_PIECE * ringing, len(signal) + ringing).bit_length()
    response = _response(size, rate).reshape(-1, *(1,) * (signal.ndim - 1))
    padded = np.concatenate((np.zeros((ringing, *signal.shape[1:])), signal))
    result = np.empty_like(signal)
    for start in range(0, len(signal), size - ringing):
        spectrum = np.fft.rfft(padded[start : start + size], size, axis=0)
        part = np.fft.irfft(spectrum * response, size, axis=0)[ringing:]
        result[start : start + len(part)] = part[: len(signal) - start]
    return result


@lru_cache(maxsize=8)
def _response(size: int, rate: int) -> NDArray[np.complex128]:
    delay = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    result = np.ones(len(delay), np.complex128)
    for over, under in (_shelf(rate), _high_pass(rate)):
        result *= np.polyval(over[::-1], delay) / np.polyval(under[::-1], delay)
    return result


def _shelf(rate: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    frequency, gain_db, quality = _SHELF
    k = math.tan(math.pi * frequency / rate)
    high = 10.0 ** (gain_db / 20.0)
    band = high**0.4996667741545416  # the exponent that gives the standard's coefficients at 48 kHz
    over = (high + band * k / quality + k * k, 2.0 * (k * k - high), high - band * k / quality + k * k)
    return over, _denominator(k, quality)


def _high_pass(rate: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    frequency, quality = _HIGH_PASS
    k = math.tan(math.pi * frequency / rate)
    scale = 1.0 + k / quality + k * k
    return (scale, -2.0 * scale, scale), _denominator(k, quality)


def _denominator(k: float, quality: float) -> tuple[float, ...]:
    return 1.0 + k / quality + k * k, 2.0 * (k * k - 1.0), 1.0 - k / quality + k * k


def power_of(level: float) -> float:
    """The power of a loudness in LUFS."""
    return float(10.0 ** ((level - _OFFSET_DB) / 10.0))


def level_of(power: float) -> float:
    """The loudness of a power above 0, in LUFS."""
    return _OFFSET_DB + 10.0 * math.log10(power)
