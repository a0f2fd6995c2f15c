"""The parts of a script: its title, and the headings of the first two levels with what stands below them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.names import same_name
from voicecoach.script.blocks import BlockKind
from voicecoach.script.exercises import EXERCISE_LEVEL
from voicecoach.script.inline import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from voicecoach.script.blocks import Block

__all__ = ["Part", "parts_of"]

_EXERCISES = same_name("Exercises")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the first two levels, if any, and the blocks up to the next."""

    heading: Block | None
    blocks: tuple[Block, ...]

    @property
    def describes(self) -> bool:
        """Whether the part describes exercises; a list of steps under the heading "Exercises" does not."""
        if self.heading is None or same_name(plain(self.heading.text).part().text) != _EXERCISES:
            return False
        headings = any(block.kind is BlockKind.HEADING for block in self.blocks)
        return headings or not _has_steps(self.blocks)


def parts_of(blocks: Iterable[Block]) -> tuple[Block | None, list[Part]]:
    """The title, which is a ``#`` before any step and any other part, and the parts of the script."""
    title: Block | None = None
    parts: list[tuple[Block | None, list[Block]]] = [(None, [])]
    for block in blocks:
        if block.kind is not BlockKind.HEADING or block.level >= EXERCISE_LEVEL:
            parts[-1][1].append(block)
        elif block.level == 1 and title is None and len(parts) == 1 and not _has_steps(parts[0][1]):
            title = block
        else:
            parts.append((block, []))
    return title, [Part(heading, tuple(inside)) for heading, inside in parts]


def _has_steps(blocks: Iterable[Block]) -> bool:
    return any(block.kind is BlockKind.LIST for block in blocks)
