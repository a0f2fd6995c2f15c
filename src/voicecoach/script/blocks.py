"""The blocks of a Markdown text: headings, lists, quotes and paragraphs, with the place of every line.

This module alone knows the Markdown library. Only its block rules run: what stands inside a line is read by
:mod:`voicecoach.script.inline` and by the grammars of the language, which need the place of each character. Two rules
of CommonMark are off, because with them steps would vanish without a word: text indented by four spaces is code, and
``[name]: text`` defines a link.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from voicecoach.script.passage import Passage

if TYPE_CHECKING:
    from markdown_it.token import Token

    from voicecoach.source import Source

__all__ = ["Block", "BlockKind", "blocks_of"]


class BlockKind(Enum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "blockquote"
    LIST = "list"
    ITEM = "list_item"
    CODE = "code"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the text.

    Attributes:
        kind: What it is.
        first: Its first line, from 1.
        last: Its last line, from 1.
        level: Of a heading, 1 to 6.
        lines: The text of a heading or paragraph, line by line, trimmed.
        children: The blocks inside a quote, list or item.
        content: The whole text of code or HTML, without the marks of the quotes and lists around it.
    """

    kind: BlockKind
    first: int
    last: int
    level: int = 0
    lines: tuple[Passage, ...] = ()
    children: tuple[Block, ...] = ()
    content: str = ""

    @property
    def text(self) -> Passage:
        """All of its lines, joined by spaces."""
        return Passage.joined(self.lines)


_KINDS = {
    "heading_open": BlockKind.HEADING,
    "paragraph_open": BlockKind.PARAGRAPH,
    "blockquote_open": BlockKind.QUOTE,
    "bullet_list_open": BlockKind.LIST,
    "ordered_list_open": BlockKind.LIST,
    "list_item_open": BlockKind.ITEM,
    "fence": BlockKind.CODE,
    "html_block": BlockKind.HTML,
}

_REPLACEMENT = "\ufffd"
"""What CommonMark puts in the place of a NUL."""


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark").disable(["inline", "text_join", "code", "reference"])


def blocks_of(source: Source, first: int, last: int) -> tuple[Block, ...]:
    """The blocks of some lines of a source, in order; an empty heading has one empty line.

    Args:
        source: The text.
        first: The first line to read, from 1.
        last: The last line to read.
    """
    text = "\n" * (first - 1) + "\n".join(source.lines[first - 1 : last])
    opened: list[Token] = []
    inside: list[list[Block]] = [[]]
    lines: tuple[Passage, ...] = ()
    for token in _markdown().parse(text):
        if token.nesting > 0:
            opened.append(token)
            inside.append([])
        elif token.nesting < 0:
            children, start = tuple(inside.pop()), opened.pop()
            inside[-1].append(_block(start, () if children else lines, children))
            lines = ()
        elif token.type == "inline":
            lines = _lines(source, token)
        elif token.type in _KINDS:
            inside[-1].append(_block(token))
    return tuple(inside[0])


def _block(token: Token, lines: tuple[Passage, ...] = (), children: tuple[Block, ...] = ()) -> Block:
    start, end = token.map or (0, 1)
    kind = _KINDS[token.type]
    level = int(token.tag[1:]) if kind is BlockKind.HEADING else 0
    return Block(kind, start + 1, max(start + 1, end), level, lines, children, _content(token))


def _content(token: Token) -> str:
    """The text of code, with its fences, or of HTML."""
    if token.type == "fence":
        return f"{token.markup}{token.info}\n{token.content}{token.markup}"
    return token.content.rstrip("\n")


def _lines(source: Source, token: Token) -> tuple[Passage, ...]:
    """The lines of a heading or paragraph, each with its place."""
    start, end = token.map or (0, 1)
    contents = [content.strip() for content in token.content.split("\n")]
    numbers = range(start + 1, end + 1)
    # The library drops a first line of nothing but exotic white space, so the text may begin further down.
    first = next((number for number in numbers if _bare(source, number).endswith(contents[0])), numbers[0])
    return tuple(_line(source, first + i, content) for i, content in enumerate(contents))


def _line(source: Source, number: int, content: str) -> Passage:
    """Find a line's content, which stands at the end of its source line but for the closing marks of a heading."""
    whole = _bare(source, number)
    start = len(whole) - len(content) if whole.endswith(content) else max(whole.rfind(content), 0)
    return Passage.on_line(source, number, start + 1, content)


def _bare(source: Source, number: int) -> str:
    """A line as the library sees it, without white space at its end."""
    return source.line(number).replace("\0", _REPLACEMENT).rstrip()
