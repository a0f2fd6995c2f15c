"""What of a page belongs to the post: comments below it, adverts within, quotations of itself and buttons are gone."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from voicecoach.importers.prose.chatter import begins_advert, begins_comments, is_furniture
from voicecoach.importers.prose.lines import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from voicecoach.importers.prose.paragraphs import Paragraph

__all__ = ["cleared"]

_CLOCK = re.compile(r"(?P<minutes>[0-9]{1,3}):(?P<seconds>[0-5][0-9])\s+(?=\S)")
_IN_VIDEO = re.compile(r"\s*\((?:at )?(?P<minutes>[0-9]{1,3}):(?P<seconds>[0-5][0-9])\)")
_FEW = 2
"""Lines with rising times that may be a workout: of more they are the chapters of a video."""


def cleared(paragraphs: list[Paragraph], described: int) -> tuple[list[Paragraph], int]:
    """The paragraphs of the post itself, and how many were left out.

    Args:
        paragraphs: All of them.
        described: The number of the first paragraph that describes an exercise: what looks like a comment before it is
            only the page's talk of comments.
    """
    kept: list[Paragraph] = []
    advert = False
    chapters = _chapters(paragraphs)
    for number, each in enumerate(paragraphs):
        if _clock(each) in chapters:
            continue
        paragraph = replace(
            each, text=_IN_VIDEO.sub(lambda match: "" if _time(match) in chapters else match[0], each.text)
        )
        comment = paragraph.kind is not Kind.BULLET and begins_comments(paragraph.text)
        if comment and number > described:
            break
        advert = _is_advert(paragraph, advert=advert)
        if not (advert or comment or is_furniture(paragraph.text) or _is_repeated(paragraph, kept)):
            kept.append(paragraph)
    return kept, len(paragraphs) - len(kept)


def _chapters(paragraphs: Iterable[Paragraph]) -> frozenset[int]:
    """The times, in seconds, of the chapters of a video, whose list begins at its start and rises; none for none."""
    times = [time for each in paragraphs if (time := _clock(each)) is not None]
    rising = all(first < second for first, second in pairwise(times))
    return frozenset(times) if len(times) > _FEW and rising else frozenset()


def _clock(paragraph: Paragraph) -> int | None:
    """The time, in seconds, that a line begins with, or None."""
    match = _CLOCK.match(paragraph.text)
    return _time(match) if match else None


def _unless_chapter(chapters: frozenset[int], match: re.Match[str]) -> str:
    """What stays of a time in parentheses: nothing where it says when to watch."""
    return "" if _time(match) in chapters else match[0]


def _time(match: re.Match[str]) -> int:
    return int(match["minutes"]) * 60 + int(match["seconds"])


def _is_advert(paragraph: Paragraph, *, advert: bool) -> bool:
    """Whether a paragraph stands in an advert, which goes from its heading to the next one, or to a ruler.

    Args:
        paragraph: The paragraph.
        advert: Whether the one before it does.
    """
    begins = paragraph.ruled or paragraph.kind is Kind.HEADING
    return begins_advert(paragraph.text) if begins else advert


def _is_repeated(paragraph: Paragraph, before: Iterable[Paragraph]) -> bool:
    """Whether somebody quotes what the page has said already."""
    return paragraph.quoted and any(paragraph.text in each.text for each in before)
