"""Small real implementations of what the outside supplies, for tests of this program and of plug-ins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from voicecoach.model.clip import Block
    from voicecoach.model.timeline import Tags
    from voicecoach.ports import Fill

__all__ = ["ManualClock", "ManualDevice", "MemorySink"]


class ManualClock:
    """A clock that goes on when it is told to.

    Attributes:
        now: Seconds.
    """

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """The seconds so far."""
        return self.now


class ManualDevice:
    """A device that asks when it is told to.

    Args:
        fill: What it asks.

    Attributes:
        name: Always ``manual``.
        lost: Set it to have it gone.
        asking: Whether it is open and not paused.
    """

    name = "manual"

    def __init__(self, fill: Fill) -> None:
        self._fill = fill
        self.lost = False
        self.asking = True

    def take(self, frames: int, channels: int = 1) -> Block:
        """What it gets when it asks for so many frames; silence while it does not ask."""
        block: Block = np.zeros((frames, channels), np.float32)
        if self.asking:
            self._fill(block)
        return block

    def pause(self) -> None:
        """Ask no more."""
        self.asking = False

    def resume(self) -> None:
        """Ask again."""
        self.asking = True

    def close(self) -> None:
        """Ask no more."""
        self.asking = False


class MemorySink:
    """Keeps what is written.

    Attributes:
        blocks: Every block, in order.
        tags: What it was finished with; None until then.
        aborted: Whether it was given up.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.tags: Tags | None = None
        self.aborted = False

    def write(self, block: Block) -> None:
        """Keep a copy of the block."""
        self.blocks.append(block.copy())

    def finish(self, tags: Tags) -> None:
        """Keep the tags."""
        self.tags = tags

    def abort(self) -> None:
        """Remember that it was given up, unless it was finished."""
        self.aborted = self.tags is None

    @property
    def samples(self) -> Block:
        """Everything written, as one block."""
        return np.concatenate(self.blocks) if self.blocks else np.zeros((0, 1), np.float32)
