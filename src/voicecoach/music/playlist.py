"""Tracks one after another, again and again, each crossing into the next: music without an end."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from voicecoach.decoding.stream import CHANNELS
from voicecoach.loudness import STEPS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from voicecoach.model.clip import Block, Samples
    from voicecoach.music.track import Track
    from voicecoach.units import Frames

__all__ = ["Playlist"]

_CROSSING_SECONDS = 4
_CROSSING_SHARE = 3
"""Two tracks cross for four seconds, and for no more than a third of the shorter one."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """A track in its turn.

    Attributes:
        track: Which.
        start: Its first frame.
        rise: Frames in which it comes up at its beginning; 0 for at once.
        fall: Frames in which it goes down at its end.
    """

    track: Track
    start: Frames
    rise: Frames
    fall: Frames

    @property
    def stop(self) -> Frames:
        """The frame behind its last."""
        return self.start + self.track.length

    def weights(self, positions: NDArray[np.floating | np.signedinteger]) -> Samples:
        """How much of it is heard at some of its frames: two that cross keep their power."""
        up = positions / self.rise if self.rise else np.ones(len(positions))
        down = (self.track.length - positions) / self.fall
        return np.asarray(np.sin(np.pi / 2 * np.clip(np.minimum(up, down), 0.0, 1.0)), np.float32)

    def plain(self, first: Frames, last: Frames) -> bool:
        """Whether a stretch of its frames is heard as it is."""
        return first >= self.rise and last <= self.track.length - self.fall


class Playlist:
    """Endless music.

    Args:
        tracks: The files, in order and without an end; the next is asked for when it is needed.
        rate: Frames a second of the mix.
    """

    def __init__(self, tracks: Iterator[Track], rate: int) -> None:
        """Ask for the first."""
        self._tracks = tracks
        self._rate = rate
        self._turns: list[_Turn] = []
        self._coming = next(tracks)
        self._heard: list[Track] = []

    def render(self, start: Frames, count: Frames) -> Block:
        """The frames from ``start`` on, at least 0.

        Returns:
            Shape ``(count, 2)``; a new array.

        Raises:
            VoicecoachError: If a file has gone away.
        """
        block = np.zeros((count, CHANNELS), np.float32)
        turns = self._between(start, start + count)
        for turn in turns:
            low, high = max(start, turn.start), min(start + count, turn.stop)
            first, last = low - turn.start, high - turn.start
            samples = turn.track.render(first, last - first)
            if not turn.plain(first, last):
                samples = np.asarray(samples * turn.weights(np.arange(first, last))[:, None])
            block[low - start : high - start] += samples
        self._keep([turn.track for turn in turns])
        return block

    def powers(self, start: Frames, count: int) -> Samples:
        """The K-weighted power, the mean of the channels, of ``count`` tenths of a second from ``start`` on.

        It is told from what was measured of the files; nothing is decoded.
        """
        step = self._rate / STEPS_PER_SECOND
        times = start + (np.arange(count) + 0.5) * step
        powers = np.zeros(count)
        for turn in self._between(start, start + round(count * step)):
            inside = (times >= turn.start) & (times < turn.stop)
            positions = times[inside] - turn.start
            known = turn.track.about.powers
            steps = np.minimum((positions / step).astype(np.intp), len(known) - 1)
            powers[inside] += known[steps] * (turn.track.gain * turn.weights(positions)) ** 2
        return powers.astype(np.float32)

    def close(self) -> None:
        """Give all files up."""
        self._keep([])

    def _keep(self, tracks: list[Track]) -> None:
        """Close those that are not heard now: a folder may hold more files than can be open at a time."""
        for track in self._heard:
            if track not in tracks:
                track.close()
        self._heard = tracks

    def _between(self, first: Frames, last: Frames) -> list[_Turn]:
        """The turns that are heard in a range of frames."""
        while not self._turns or self._turns[-1].stop - self._turns[-1].fall < last:
            self._turns.append(self._next_turn())
        low = bisect_right(self._turns, first, key=lambda turn: turn.stop)
        found = []
        while low < len(self._turns) and self._turns[low].start < last:
            found.append(self._turns[low])
            low += 1
        return found

    def _next_turn(self) -> _Turn:
        track, self._coming = self._coming, next(self._tracks)
        longest = min(_CROSSING_SECONDS * self._rate, min(track.length, self._coming.length) // _CROSSING_SHARE)
        fall = max(1, longest)
        if not self._turns:
            return _Turn(track, 0, 0, fall)
        before = self._turns[-1]
        return _Turn(track, before.stop - before.fall, before.fall, fall)
