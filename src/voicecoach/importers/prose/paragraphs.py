"""Lines of a post put together to paragraphs: hard-wrapped text is one again, headings have lost their numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voicecoach.importers.prose.chatter import begins_comments, is_furniture
from voicecoach.importers.prose.labels import label_of
from voicecoach.importers.prose.lines import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from voicecoach.importers.prose.lines import Line

__all__ = ["Paragraph", "paragraphs_of"]

_FULL = 50
"""Characters from which a line without an end is taken for one that an editor has wrapped."""

_MOST_JOINED = 60
_COUNTER = re.compile(r"(?P<number>[0-9]{1,2})\s+(?=[^\W\d_])")


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
        ruled: Whether a ruler stands before it.
        quoted: Whether it stands behind the marks of a quotation.
    """

    line: int
    last: int
    text: str
    kind: Kind
    lead: str = ""
    ordinal: bool = False
    apart: bool = True
    ruled: bool = False
    quoted: bool = False

    @property
    def listed(self) -> bool:
        """Whether it is an item of a list."""
        return self.kind in (Kind.BULLET, Kind.NUMBERED)


def paragraphs_of(lines: Iterable[Line]) -> list[Paragraph]:
    """The paragraphs of a post, in order."""
    found: list[Paragraph] = []
    apart, ruled, joined, length = True, False, 0, 0
    for line in lines:
        if line.kind in (Kind.BLANK, Kind.RULER):
            apart, ruled = True, ruled or line.kind is Kind.RULER
            continue
        if found and not apart and joined < _MOST_JOINED and _continues(found[-1], line, length):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line.text}", last=line.number)
            joined += 1
        else:
            found.append(_begun(line, apart=apart, ruled=ruled))
            joined = 0
        apart, ruled, length = False, False, len(line.text)
    return _uncounted(found)


def _begun(line: Line, *, apart: bool, ruled: bool) -> Paragraph:
    """A paragraph that begins with a line."""
    return Paragraph(
        line.number,
        line.number,
        line.text,
        line.kind,
        line.lead,
        line.ordinal,
        apart=apart or line.hard,
        ruled=ruled,
        quoted=line.quoted,
    )


def _uncounted(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Without the bare numbers before headings, if they count the headings up from one, or down to it.

    A number before a single heading, as in "20 Squats", is an amount.
    """
    numbered = [
        (int(match["number"]), place, match.end())
        for place, paragraph in enumerate(paragraphs)
        if paragraph.kind is Kind.HEADING and (match := _COUNTER.match(paragraph.text))
    ]
    counters = max(_counting(numbered), _counting(numbered[::-1]), key=len)
    found = list(paragraphs)
    for place, end in counters if len(counters) > 1 else ():
        found[place] = replace(found[place], text=found[place].text[end:], ordinal=True)
    return found


def _counting(numbered: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Those of some numbers that count up from one, without the numbers themselves."""
    found: list[tuple[int, int]] = []
    for number, place, end in numbered:
        if number == len(found) + 1:
            found.append((place, end))
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
