"""The clips at hand in memory."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voicecoach.speech.pcm import Pcm

__all__ = ["LIMIT_BYTES", "ClipMemory"]

LIMIT_BYTES = 4_000_000
"""More than a minute of distinct speech at 24 kHz: the numbers and short calls that come again and again. What falls
out is read from the disk cache in less than a ms."""


class ClipMemory:
    """Keeps the clips used last, up to a limit; one that stands nowhere else is never given up."""

    def __init__(self, limit: int = LIMIT_BYTES) -> None:
        """Begin empty.

        Args:
            limit: Bytes of samples.
        """
        self._limit = limit
        self._size = 0
        self._pinned: dict[str, Pcm] = {}
        self._recent: OrderedDict[str, Pcm] = OrderedDict()

    def get(self, words: str) -> Pcm | None:
        """The clip of the words, now the one used last; None where it is not at hand."""
        if words in self._recent:
            self._recent.move_to_end(words)
            return self._recent[words]
        return self._pinned.get(words)

    def put(self, words: str, pcm: Pcm, *, pinned: bool) -> None:
        """Keep a clip.

        Args:
            words: What it says.
            pcm: Its sound.
            pinned: It could not be had again as it is.
        """
        if pinned:
            self._pinned[words] = pcm
            return
        before = self._recent.pop(words, None)
        self._recent[words] = pcm
        self._size += pcm.samples.nbytes - (before.samples.nbytes if before else 0)
        while self._size > self._limit and len(self._recent) > 1:
            _, oldest = self._recent.popitem(last=False)
            self._size -= oldest.samples.nbytes
