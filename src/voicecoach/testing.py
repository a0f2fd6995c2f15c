"""Small real implementations of what the outside supplies, for tests of this program and of plug-ins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from voicecoach.model.clip import Block
    from voicecoach.model.timeline import Tags

__all__ = ["MemorySink"]


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
