"""What of a page belongs to the post: comments below it, adverts within, quotations of itself and buttons are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.importers.prose.chatter import begins_advert, begins_comments, is_furniture
from voicecoach.importers.prose.lines import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from voicecoach.importers.prose.paragraphs import Paragraph

__all__ = ["cleared"]


def cleared(paragraphs: list[Paragraph], described: int) -> tuple[list[Paragraph], int]:
    """The paragraphs of the post itself, and how many were left out.

    Args:
        paragraphs: All of them.
        described: The number of the first paragraph that describes an exercise: what looks like a comment before it is
            only the page's talk of comments.
    """
    kept: list[Paragraph] = []
    advert = False
    for number, paragraph in enumerate(paragraphs):
        comment = paragraph.kind is not Kind.BULLET and begins_comments(paragraph.text)
        if comment and number > described:
            break
        advert = _is_advert(paragraph, advert=advert)
        if not (advert or comment or is_furniture(paragraph.text) or _is_repeated(paragraph, kept)):
            kept.append(paragraph)
    return kept, len(paragraphs) - len(kept)


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
