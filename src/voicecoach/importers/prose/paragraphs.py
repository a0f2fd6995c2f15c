"""Lines of a post put together to paragraphs: hard-wrapped text is one again, comments below the post are gone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voicecoach.importers.prose.chatter import begins_comments, is_furniture
from voicecoach.importers.prose.labels import label_of
from voicecoach.importers.prose.lines import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from voicecoach.importers.prose.lines import Line

__all__ = ["Paragraph", "paragraphs_of", "without_comments"]

_FULL = 50
"""Characters from which a line without an end is taken for one that an editor has wrapped."""

_MOST_JOINED = 60


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, a heading or a list item.

    Attributes:
        line: Its first line in the source, from 1.
        last: Its last.
        text: What it says.
        kind: What it looks like.
        lead: The words in bold at its beginning, where more follows.
        ordinal: Whether a number stood before it.
        apart: Whether an empty line, or HTML, stands before it.
    """

    line: int
    last: int
    text: str
    kind: Kind
    lead: str = ""
    ordinal: bool = False
    apart: bool = True

    @property
    def listed(self) -> bool:
        """Whether it is an item of a list."""
        return self.kind in (Kind.BULLET, Kind.NUMBERED)


def paragraphs_of(lines: Iterable[Line]) -> list[Paragraph]:
    """The paragraphs of a post, in order."""
    found: list[Paragraph] = []
    apart, joined, length = True, 0, 0
    for line in lines:
        if line.kind is Kind.BLANK:
            apart = True
            continue
        if found and not apart and joined < _MOST_JOINED and _continues(found[-1], line, length):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line.text}", last=line.number)
            joined += 1
        else:
            number = line.number
            found.append(Paragraph(number, number, line.text, line.kind, line.lead, line.ordinal, apart or line.hard))
            joined = 0
        apart, length = False, len(line.text)
    return found


def _continues(before: Paragraph, line: Line, length: int) -> bool:
    """Whether a line goes on with the paragraph before it."""
    if line.kind is not Kind.TEXT or line.hard or line.lead or before.kind is Kind.HEADING:
        return False
    if label_of(line.text) is not None or any(_stands_alone(told) for told in (before.text, line.text)):
        return False
    ended = before.text.rstrip("\"')").endswith((".", "!", "?", ":", ";"))
    if before.listed and line.indented:
        return ended or line.text[0].islower() or length >= _FULL
    return not ended and (line.text[0].islower() or length >= _FULL)


def _stands_alone(text: str) -> bool:
    """Whether a line is of the page, and no part of any paragraph."""
    return begins_comments(text) or is_furniture(text)


def without_comments(paragraphs: list[Paragraph], described: int) -> tuple[list[Paragraph], int]:
    """The paragraphs up to the comments below a post, without buttons and dates, and how many were left out.

    Args:
        paragraphs: All of them.
        described: The number of the first paragraph that describes an exercise: what looks like a comment before it is
            only the page's talk of comments.
    """
    kept: list[Paragraph] = []
    for number, paragraph in enumerate(paragraphs):
        comment = paragraph.kind is not Kind.BULLET and begins_comments(paragraph.text)
        if comment and number > described:
            break
        if not comment and not is_furniture(paragraph.text):
            kept.append(paragraph)
    return kept, len(paragraphs) - len(kept)
