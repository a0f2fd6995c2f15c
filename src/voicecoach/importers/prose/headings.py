"""Where an exercise begins in a post: by a heading, an item of a list, or the first words of a paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.importers.prose.amounts import amount_of
from voicecoach.importers.prose.chatter import is_chatter
from voicecoach.importers.prose.drafts import TOLD_WORDS
from voicecoach.importers.prose.instructions import counts_on, is_instruction, repeats_only
from voicecoach.importers.prose.labels import Role, label_of
from voicecoach.importers.prose.lines import Kind
from voicecoach.importers.prose.names import Named, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.importers.prose.paragraphs import Paragraph
    from voicecoach.ports import KnownExercises

__all__ = ["HEADING_WORDS", "Inline", "describes", "inline_name", "is_title", "is_title_case", "names_like"]

HEADING_WORDS = 9
"""Words of a heading that names an exercise at most."""

_LEAD_WORDS = 7
_TITLE_WORDS = 14
_LEAD_MARKS = (": ", " \u2013 ", " \u2014 ", " - ", ". ", "! ")


@dataclass(frozen=True, slots=True)
class Inline:
    """A name at the beginning of a paragraph.

    Attributes:
        named: The name.
        rest: What stands behind it.
        described: Whether that says how the exercise goes; otherwise it says how much of it.
    """

    named: Named
    rest: str
    described: bool


def describes(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a part of an exercise: labelled, an instruction, or an amount."""
    label = label_of(paragraph.text, paragraph.lead)
    if label:
        return label.role not in (Role.OTHER, Role.NAME)
    text = paragraph.text
    return is_instruction(text) or (amount_of(text).amount is not None and repeats_only(text))


def inline_name(paragraph: Paragraph, known: KnownExercises) -> Inline | None:
    """The name that a paragraph begins with, if it goes on with how to do the exercise or how much of it; or None."""
    for name, rest in _leads(paragraph):
        found = named(name, known) if rest else None
        if found is None:
            continue
        described = is_instruction(rest) or counts_on(rest) > 0 or (found.sure and _tells(paragraph, rest))
        if described and (found.sure or paragraph.lead):
            return Inline(found, rest, described=True)
        if found.sure and len(rest.split()) <= HEADING_WORDS and _asks(rest):
            return Inline(found, rest, described=False)
    return None


def _tells(paragraph: Paragraph, rest: str) -> bool:
    """Whether words behind the name of a movement describe it, though none of them commands."""
    marked = paragraph.listed or bool(paragraph.lead)
    return marked and len(rest.split()) >= TOLD_WORDS and not is_chatter(rest)


def _asks(text: str) -> bool:
    much = amount_of(text)
    return much.amount is not None or much.sets > 1


def _leads(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    """The ways in which a paragraph may begin with a name: in bold, before a colon or dash, as a first sentence."""
    text, lead = paragraph.text, paragraph.lead
    if lead and text.startswith(lead):
        yield lead, text[len(lead) :].lstrip(" :.-\u2013\u2014)")
    for mark in _LEAD_MARKS:
        name, found, rest = text.partition(mark)
        if found and len(name.split()) <= _LEAD_WORDS:
            yield name, rest.strip()


def is_title(paragraph: Paragraph) -> bool:
    """Whether a paragraph looks like the title of a post: short, no label, no item of a list."""
    text = paragraph.text
    short = len(text.split()) <= _TITLE_WORDS and not text.endswith((".", ":", ","))
    plain = paragraph.kind in (Kind.TEXT, Kind.HEADING) and not paragraph.ordinal
    return short and plain and label_of(text, paragraph.lead) is None


def names_like(first: Paragraph, others: list[Paragraph], known: KnownExercises) -> bool:
    """Whether a first line that names a movement is one of several such lines, and no title of the whole."""
    found = named(first.text, known)
    if found is None or not found.sure:
        return False
    alike = (each.text for each in others if each.kind is first.kind and len(each.text.split()) <= HEADING_WORDS)
    return any(each.sure for text in alike if (each := named(text, known)))


def is_title_case(text: str) -> bool:
    """Whether most words of a line begin with a capital."""
    words = [word for word in text.split() if word[:1].isalpha()]
    return bool(words) and sum(word[0].isupper() for word in words) * 2 > len(words)
