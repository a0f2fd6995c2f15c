"""Sound on its way to the device: written ahead by one thread, taken by the device's callback.

Nothing is locked and nothing is allocated where the device takes: each side changes counters of its own, and the other
only reads them. Whatever was written and is not wanted any more (a pause, a jump) is dropped by moving a counter; the
ear gets ten ms of fading instead of a click.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from voicecoach.model.clip import Block, Samples
    from voicecoach.units import Frames

__all__ = ["HELD_SECONDS", "Ring"]

HELD_SECONDS = 4.0
"""What the ring of a live workout can hold."""

_FADE_SECONDS = 0.01
"""Short enough to be heard as "at once", long enough not to click."""

_CHUNK: Frames = 4_096
"""Frames given to the device at a time."""


class Ring:
    """A buffer of one channel between one writer and one taker.

    Args:
        rate: Frames a second.
        seconds: How much of it can be held.
    """

    def __init__(self, rate: int, seconds: float) -> None:
        """Start empty."""
        self._size = round(rate * seconds)
        self._buffer: Samples = np.zeros(self._size, np.float32)
        fade = round(rate * _FADE_SECONDS)
        self._up: Samples = np.linspace(0.0, 1.0, fade, dtype=np.float32)
        self._down: Samples = self._up[::-1].copy()
        self._counted: Samples = np.arange(_CHUNK, dtype=np.float32)
        self._ramp: Samples = np.zeros(_CHUNK, np.float32)
        self._tail: Samples = np.zeros(fade, np.float32)
        self._tail_at = self._risen = fade
        self._written: Frames = 0
        self._taken: Frames = 0
        self._dropped: Frames = 0
        self._delivered: Frames = 0
        self._missed: Frames = 0
        self._idle: Frames = 0
        self._silent = False
        self._was_silent = False
        self._gain = self._gain_now = 1.0
        self.flowing = False
        """Whether the writer means there to be sound all the time: frames that are not there then count as missed."""

    @property
    def written(self) -> Frames:
        """The number that the next frame written will have."""
        return self._written

    @property
    def heard(self) -> Frames:
        """The number of the frame that the device takes next."""
        return max(self._taken, self._dropped)

    @property
    def ahead(self) -> Frames:
        """How many frames wait to be taken."""
        return self._written - self.heard

    @property
    def free(self) -> Frames:
        """How many frames can be written."""
        return self._size - (self._written - self._taken)

    @property
    def delivered(self) -> Frames:
        """How many frames the device has got altogether, silence included: the clock of a live workout."""
        return self._delivered

    @property
    def missed(self) -> Frames:
        """How many frames of silence it got where there should have been sound."""
        return self._missed

    @property
    def idle(self) -> Frames:
        """For how long it has been getting silence because nothing is written, in frames."""
        return self._idle

    def write(self, samples: Samples) -> None:
        """Add frames, at most as many as are free."""
        start = self._written % self._size
        first = min(len(samples), self._size - start)
        self._buffer[start : start + first] = samples[:first]
        self._buffer[: len(samples) - first] = samples[first:]
        self._written += len(samples)

    def cut(self) -> None:
        """Drop all that has not been taken; what sounds fades out under what is written next."""
        self._dropped = self._written

    def pause(self) -> None:
        """Fade out, then give silence and take nothing."""
        self._silent = True

    def resume(self) -> None:
        """Give what there is again."""
        self._silent = False

    def set_gain(self, gain: float) -> None:
        """Go to another volume within the next block; ``gain`` is a factor of amplitude."""
        self._gain = gain

    def fill(self, block: Block) -> None:
        """Give the device its next frames; for its callback alone.

        Args:
            block: float32, shape ``(frames, channels)``; all of it is written, the same in each channel.
        """
        for start in range(0, len(block), _CHUNK):
            self._fill(block[start : start + _CHUNK])
        self._delivered += len(block)

    def _fill(self, block: Block) -> None:
        mono = block[:, 0]
        self._drop()
        count = 0 if self._silent else min(len(mono), self._written - self._taken)
        self._take(mono[:count])
        mono[count:] = 0.0
        self._idle = 0 if count else self._idle + (0 if self._silent else len(mono))
        if count < len(mono):
            self._missed += (len(mono) - count) if self.flowing and not self._silent else 0
            self._risen = 0 if count == 0 else self._risen
        self._rise(mono[:count])
        self._fade(mono)
        self._amplify(mono)
        for channel in range(1, block.shape[1]):
            block[:, channel] = mono

    def _drop(self) -> None:
        """Where sound is to end at once, keep the next ten ms of it to fade them out."""
        dropped, silent = self._dropped, self._silent
        if self._taken < dropped or (silent and not self._was_silent):
            stop = dropped if self._taken < dropped else self._written
            count = 0 if self._was_silent else min(len(self._tail), stop - self._taken)
            self._tail[count:] = 0.0
            self._take(self._tail[:count])
            self._tail[:count] *= self._down[:count]
            self._tail_at = self._risen = 0
            self._taken = max(self._taken, dropped)
        self._was_silent = silent

    def _take(self, target: Samples) -> None:
        start = self._taken % self._size
        first = min(len(target), self._size - start)
        target[:first] = self._buffer[start : start + first]
        target[first:] = self._buffer[: len(target) - first]
        self._taken += len(target)

    def _rise(self, mono: Samples) -> None:
        count = min(len(mono), len(self._up) - self._risen)
        if count > 0:
            mono[:count] *= self._up[self._risen : self._risen + count]
            self._risen += count

    def _fade(self, mono: Samples) -> None:
        count = min(len(mono), len(self._tail) - self._tail_at)
        if count > 0:
            mono[:count] += self._tail[self._tail_at : self._tail_at + count]
            self._tail_at += count

    def _amplify(self, mono: Samples) -> None:
        now, wanted = self._gain_now, self._gain
        if now != wanted:
            ramp = self._ramp[: len(mono)]
            np.multiply(self._counted[: len(mono)], (wanted - now) / len(mono), out=ramp)
            ramp += np.float32(now)
            mono *= ramp
            self._gain_now = wanted
        elif now != 1.0:
            mono *= np.float32(now)
