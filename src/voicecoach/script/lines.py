"""What is spoken as it stands, and what is only for the reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from voicecoach.model.workout import Note, SpokenLine
from voicecoach.script.blocks import BlockKind
from voicecoach.script.codes import Code
from voicecoach.script.inline import plain

if TYPE_CHECKING:
    from voicecoach.script.blocks import Block
    from voicecoach.script.faults import Faults
    from voicecoach.source import Source

__all__ = ["note", "report_unread", "spoken"]

_STEP = re.compile(r"\s*(?:[-*+]|[0-9]{1,9}[.)])\s")
_COMMENT = "<!--"


def spoken(block: Block) -> tuple[SpokenLine, ...]:
    """The lines that a quote has the coach speak: one for each of its paragraphs, without Markdown marks."""
    own: tuple[SpokenLine, ...] = ()
    if block.lines:
        text = plain(block.text).part()
        own = (SpokenLine(text.text, span=block.lines[0].span()),) if text.text else ()
    return own + tuple(line for child in block.children for line in spoken(child))


def note(block: Block) -> tuple[Note, ...]:
    """A paragraph or a heading for the reader; nothing for an empty heading."""
    return (Note(block.text.text, span=block.lines[0].span()),) if block.text.text else ()


def report_unread(block: Block, source: Source, faults: Faults) -> None:
    """Warn where code or HTML hides what looks like steps; a comment may."""
    lines = source.lines[block.first - 1 : block.last]
    hidden = any(_STEP.match(line) for line in lines)
    if not hidden or (block.kind is BlockKind.HTML and lines[0].lstrip().startswith(_COMMENT)):
        return
    what = "block of code" if block.kind is BlockKind.CODE else "block of HTML"
    faults.warning(Code.NOT_READ, f"the steps in this {what} are not read", source.span(block.first))
