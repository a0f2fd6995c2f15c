"""What stands in a script and in no workout: comments, code, HTML, and notes among exercises."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voicecoach.script.blocks import BlockKind
from voicecoach.script.exercises import EXERCISE_LEVEL
from voicecoach.script.faults import Faults
from voicecoach.script.fields import fields_of
from voicecoach.script.parts import parts_of
from voicecoach.script.printing import BLOCK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from voicecoach.script.blocks import Block
    from voicecoach.script.passage import Passage

__all__ = ["Kept", "kept_of"]

_COMMENT, _COMMENT_END = "<!--", "-->"


@dataclass(frozen=True, slots=True)
class Kept:
    """A text to be kept.

    Attributes:
        line: Where it stands, from 1.
        rows: Its lines.
        described: Whether it stands among descriptions of exercises.
    """

    line: int
    rows: tuple[str, ...]
    described: bool = False

    @property
    def is_comment(self) -> bool:
        """Whether it is a comment and nothing else; a comment may stand right between two lines of a list."""
        text = "\n".join(self.rows)
        return text.startswith(_COMMENT) and text.find(_COMMENT_END) == len(text) - len(_COMMENT_END)


def kept_of(blocks: Iterable[Block]) -> tuple[Kept, ...]:
    """Everything in some blocks that no workout holds, by line."""
    _, parts = parts_of(blocks)
    found: list[Kept] = []
    for part in parts:
        if part.describes:
            found += [replace(kept, described=True) for kept in _notes(part.blocks)]
        else:
            found += _unread(part.blocks)
    return tuple(sorted((kept for kept in found if any(kept.rows)), key=lambda kept: kept.line))


def _unread(blocks: Iterable[Block]) -> Iterator[Kept]:
    """Code and HTML; a comment that only the end of a quote or list closed gets an end of its own."""
    for block in blocks:
        if block.kind in (BlockKind.CODE, BlockKind.HTML):
            text = block.content.strip("\n")
            if block.kind is BlockKind.HTML and text.lstrip().startswith(_COMMENT) and _COMMENT_END not in text:
                text += f"\n{_COMMENT_END}"
            first, *others = text.split("\n")
            yield Kept(block.first, (first.lstrip(), *others))
        yield from _unread(block.children)


def _notes(blocks: Iterable[Block], mark: str = "") -> Iterator[Kept]:
    """What stands among descriptions of exercises without a label, each line behind ``mark``."""
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            if mark or block.level > EXERCISE_LEVEL + 1:
                yield Kept(block.first, (f"{mark}{'#' * block.level} {block.text.text}",))
        elif block.kind is BlockKind.PARAGRAPH:
            yield Kept(block.first, tuple(mark + row for row in _unlabelled(block, quoted=bool(mark))))
        elif block.kind is BlockKind.QUOTE:
            yield from _notes(block.children, "> ")
        elif block.children:
            yield from _notes(block.children, mark)
        else:
            yield from _unread((block,))


def _unlabelled(block: Block, *, quoted: bool) -> tuple[str, ...]:
    """The lines of a paragraph before its first label; all of them in a quote, where there are no fields."""
    labels = [] if quoted else [field.label.line for field in fields_of((block,), Faults())]
    lines = [line for line in block.lines if not labels or line.line < labels[0]]
    return _rows(lines)


def _rows(lines: list[Passage]) -> tuple[str, ...]:
    """Lines of a paragraph; joined where one of them could be another block."""
    rows = tuple(line.text for line in lines)
    return (" ".join(rows),) if any(BLOCK.match(row) for row in rows[1:]) else rows
