"""The exercises of a post, still in the post's own words: which paragraphs belong to which, and what each is for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from voicecoach.importers.prose_amounts import Much, amount_in, amount_of, rounds_in
from voicecoach.importers.prose_chatter import is_chatter
from voicecoach.importers.prose_labels import Label, Role, label_of
from voicecoach.importers.prose_lines import Kind
from voicecoach.importers.prose_names import Named, introduced, named, subject_of
from voicecoach.importers.prose_signs import (
    counts_on,
    describes_movement,
    is_form_point,
    is_instruction,
    repeats_only,
    takes_position,
)

if TYPE_CHECKING:
    from voicecoach.importers.prose_paragraphs import Paragraph
    from voicecoach.ports import KnownExercises

__all__ = ["Draft", "Drafts", "drafts_of", "first_description"]

_PARTS = frozenset((Role.SETUP, Role.ACTION))
_ASIDE = frozenset((Role.OTHER, Role.WARM_UP))
_HEADING_WORDS = 9
_LEAD_WORDS = 7
_FULL_WORDS = 15
_TOLD_WORDS = 6
"""Words behind the name of a movement from which they say how it goes, and under any other heading."""


@dataclass(slots=True)
class Draft:
    """An exercise while it is being read.

    Attributes:
        line: Where it begins.
        named: What its heading calls it; None for no heading.
        listed: Whether it is an item of a list rather than a heading.
        parts: What stands under labels, by their roles.
        loose: Instructions without a label, in order.
        notes: Everything that was said of it, in order.
        after: Talk behind its last part, which may belong to the next exercise.
    """

    line: int
    named: Named | None = None
    listed: bool = False
    parts: dict[Role, list[str]] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)

    def add(self, role: Role, text: str) -> None:
        """Take what stands under a label."""
        self.notes += self.after
        self.after = []
        if text:
            self.parts.setdefault(role, []).append(text)

    def part(self, role: Role) -> str:
        """All that stands under a label, as one text."""
        return " ".join(
            told if told.endswith((".", "!", "?", ":", ",")) else f"{told}." for told in self.parts.get(role, [])
        )

    @property
    def text(self) -> str:
        """What describes the movement: set-up, action and instructions without labels."""
        told = (self.part(Role.SETUP), self.part(Role.ACTION), " ".join(self.loose), self.part(Role.FORM))
        return " ".join(each for each in told if each)

    @property
    def described(self) -> bool:
        """Whether it says how to do the exercise."""
        if self.parts.keys() & _PARTS and len(f"{self.part(Role.SETUP)} {self.part(Role.ACTION)}".split()) > 2:  # noqa: PLR2004 - "Action: none." describes nothing
            return True
        told = " ".join(self.loose)
        found, length = sum(map(counts_on, self.loose)), len(told.split())
        if self.named is not None and self.named.sure:
            return found > 0 or length >= _TOLD_WORDS
        return found > 1 or (found > 0 and length >= _FULL_WORDS and takes_position(told))

    @property
    def much(self) -> Much:
        """How much of it is asked for: behind its name, under a label, or in a sentence."""
        for told in (self.named.amount if self.named else "", *self.parts.get(Role.AMOUNT, [])):
            found = amount_of(told)
            if found.amount or found.sets > 1:
                return found
        return amount_in(" ".join((self.part(Role.ACTION), " ".join(self.loose), *self.notes)))


@dataclass(slots=True)
class Drafts:
    """What a post consists of.

    Attributes:
        found: Its exercises.
        title: Its first heading, or its first line where that is short.
        intro: What it says before the first exercise.
        warm_up: What it says about warming up.
        general: Sentences about rounds and rests that belong to no exercise.
        left_out: How many paragraphs belong to nothing.
    """

    found: list[Draft] = field(default_factory=list)
    title: str = ""
    intro: list[str] = field(default_factory=list)
    warm_up: list[str] = field(default_factory=list)
    general: list[str] = field(default_factory=list)
    left_out: int = 0


def first_description(paragraphs: list[Paragraph]) -> int:
    """The number of the first paragraph that describes an exercise; the number of all where none does."""
    for number, paragraph in enumerate(paragraphs):
        label = label_of(paragraph.text, paragraph.lead)
        if (label and label.role in _PARTS and label.rest) or is_instruction(paragraph.text):
            return number
    return len(paragraphs)


def drafts_of(paragraphs: list[Paragraph], known: KnownExercises) -> Drafts:
    """Read a post's paragraphs.

    Args:
        paragraphs: Without comments.
        known: The library, for its names.
    """
    reader = _Reader(paragraphs, known)
    for number in range(len(paragraphs)):
        reader.read(number)
    return reader.drafts


class _Reader:
    """Goes through the paragraphs and knows what is open: an exercise, a label."""

    def __init__(self, paragraphs: list[Paragraph], known: KnownExercises) -> None:
        self.drafts = Drafts()
        self._all = paragraphs
        self._known = known
        self._open: Draft | None = None
        self._role: Role | None = None
        self._inline = False
        self._has_subject = False

    def read(self, number: int) -> None:
        """Take one paragraph."""
        paragraph = self._all[number]
        if self._takes_title(number, paragraph):
            return
        label = label_of(paragraph.text, paragraph.lead)
        if label and label.role is Role.NAME and counts_on(label.rest):
            label = Label(Role.ACTION, label.rest)
        if label and label.role is not Role.NAME:
            self._take_label(paragraph, label)
        elif not (self._opens(number, label) or self._opens_inline(paragraph)):
            self._take_text(paragraph)

    def _takes_title(self, number: int, paragraph: Paragraph) -> bool:
        """Whether a paragraph is the title: a heading, or a short line that is not itself an exercise, at the top.

        Pages say their title twice, first with the name of the site.
        """
        if number:
            again = (
                paragraph.kind is Kind.HEADING
                and self.drafts.title.startswith(paragraph.text)
                and not self.drafts.found
            )
            self.drafts.title = paragraph.text if again else self.drafts.title
            return again
        short = len(paragraph.text.split()) <= 14 and not paragraph.text.endswith((".", ":", ","))  # noqa: PLR2004 - titles are short
        if paragraph.kind not in (Kind.TEXT, Kind.HEADING) or not short or label_of(paragraph.text, paragraph.lead):
            return False
        found = named(paragraph.text, self._known)
        if paragraph.ordinal or (found and found.sure and self._has_like(paragraph)):
            return False
        self.drafts.title = paragraph.text
        self._has_subject = subject_of(paragraph.text, self._known) is not None
        return True

    def _has_like(self, paragraph: Paragraph) -> bool:
        """Whether a first line that names a movement is one of several such lines, and no title of the whole."""
        same = [
            each for each in self._all[1:] if each.kind is paragraph.kind and len(each.text.split()) <= _HEADING_WORDS
        ]
        return any(found.sure for each in same if (found := named(each.text, self._known)))

    def _describes(self, paragraph: Paragraph) -> bool:
        label = label_of(paragraph.text, paragraph.lead)
        if label:
            return label.role not in (Role.OTHER, Role.NAME)
        return is_instruction(paragraph.text) or (
            amount_of(paragraph.text).amount is not None and repeats_only(paragraph.text)
        )

    def _take_label(self, paragraph: Paragraph, label: Label) -> None:
        """A label begins a part; that of a set-up begins an exercise where one is complete already."""
        role = label.role
        self._role, self._inline = role, bool(label.rest)
        if role in _ASIDE and paragraph.kind is Kind.HEADING:
            self._close()
            self._role = role
        if role is Role.WARM_UP:
            self._close()
            self._role = None if label.rest else role
            self.drafts.warm_up += [label.rest] if label.rest else []
        elif role is not Role.OTHER and (label.rest or role in _PARTS):
            draft = self._for_part(paragraph, role, label)
            if draft:
                draft.add(role, label.rest)
                draft.notes.append(paragraph.text)
        elif self._open:
            self._open.notes.append(paragraph.text)

    def _for_part(self, paragraph: Paragraph, role: Role, label: Label) -> Draft | None:
        """The exercise that a labelled part belongs to."""
        draft = self._open
        again = draft is not None and role in _PARTS and role in draft.parts and not label.step
        late = draft is not None and role is Role.SETUP and Role.ACTION in draft.parts
        if (draft is None and role in _PARTS) or again or late:
            moved = draft.after if draft else []
            if draft:
                draft.after = []
            self._start(Draft(paragraph.line, notes=list(moved)))
            self._role = role
        return self._open

    def _opens(self, number: int, label: Label | None) -> bool:
        """Whether a paragraph is a heading that names an exercise, or closes one."""
        paragraph = self._all[number]
        text = label.rest if label and label.rest else introduced(paragraph.text) or paragraph.text
        if label and not label.rest:
            return True
        heading = paragraph.kind is Kind.HEADING
        if not heading and (len(text.split()) > _HEADING_WORDS or text.endswith((".", ",", ";", "?"))):
            return False
        found = named(text, self._known)
        if found is None or (not heading and is_instruction(text)):
            if heading:
                self._close()
            return heading
        if not self._is_name(number, found, labelled=label is not None):
            return False
        listed = paragraph.kind in (Kind.BULLET, Kind.NUMBERED) or (bool(found.amount) and not heading)
        self._start(Draft(paragraph.line, found, listed, notes=[paragraph.text] if found.amount else []))
        return True

    def _is_name(self, number: int, found: Named, *, labelled: bool) -> bool:
        """Whether what could be a name is one, by what it looks like and what follows it."""
        paragraph = self._all[number]
        following = self._all[number + 1] if number + 1 < len(self._all) else None
        if paragraph.kind is Kind.HEADING or labelled:
            return True
        inside = self._open is not None and self._role not in (None, Role.OTHER)
        inside = inside and not (self._inline and paragraph.apart)
        label = label_of(following.text, following.lead) if following else None
        if label and label.role in _PARTS and (found.sure or paragraph.apart):
            return True
        if paragraph.kind in (Kind.BULLET, Kind.NUMBERED):
            below = following is not None and following.kind is Kind.TEXT and not following.apart
            told = below and following is not None and self._describes(following)
            return (found.sure or told) and not (inside and not found.amount) and self._role not in _LISTING
        if following is not None and self._describes(following):
            return found.sure or paragraph.apart or _is_title_case(paragraph.text)
        return found.sure and bool(found.amount or paragraph.apart) and not inside

    def _opens_inline(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph begins with the name of an exercise and goes on with how to do it."""
        if self._role in _LISTING and paragraph.kind is Kind.BULLET:
            return False
        for name, rest in _leads(paragraph):
            found = named(name, self._known)
            if found is None or not rest:
                continue
            amount = amount_of(rest) if len(rest.split()) <= _HEADING_WORDS else Much()
            told = found.sure and len(rest.split()) >= _TOLD_WORDS and not is_chatter(rest)
            listed = paragraph.kind in (Kind.BULLET, Kind.NUMBERED)
            described = is_instruction(rest) or counts_on(rest) > 0 or (told and (listed or bool(paragraph.lead)))
            if not (described or (found.sure and (amount.amount or amount.sets > 1))):
                continue
            if not found.sure and not (paragraph.lead and described):
                continue
            self._start(Draft(paragraph.line, found, paragraph.kind is Kind.BULLET, notes=[paragraph.text]))
            if self._open:
                (self._open.loose if described else self._open.parts.setdefault(Role.AMOUNT, [])).append(rest)
            return True
        return False

    def _take_text(self, paragraph: Paragraph) -> None:
        """What is neither label nor heading: instructions, amounts, talk."""
        text = paragraph.text
        if self._role is Role.WARM_UP:
            self.drafts.warm_up.append(text)
        elif rounds_in(text) and not is_instruction(text):
            self.drafts.general.append(text)
        elif self._open is None or self._behind_list(self._open, paragraph):
            self._close()
            self._take_outside(paragraph)
        elif self._role is Role.OTHER:
            self._open.notes.append(text)
        elif repeats_only(text) and amount_of(text).amount:
            self._open.add(Role.AMOUNT, text)
            self._open.notes.append(text)
        elif self._role and (
            self._role not in _PARTS
            or is_instruction(text)
            or paragraph.kind is not Kind.TEXT
            or self._role not in self._open.parts
        ):
            self._take_part(self._open, self._role, paragraph)
        else:
            self._take_loose(self._open, paragraph)

    def _behind_list(self, draft: Draft, paragraph: Paragraph) -> bool:
        """Whether a list has ended whose last item described an exercise."""
        return draft.listed and self._role is None and paragraph.apart and paragraph.kind is Kind.TEXT

    def _take_part(self, draft: Draft, role: Role, paragraph: Paragraph) -> None:
        """What stands under the label that was read last; talk behind it in a paragraph of its own does not."""
        told = role in draft.parts and paragraph.kind is Kind.TEXT
        if told and paragraph.apart and not is_instruction(paragraph.text):
            draft.after.append(paragraph.text)
            return
        draft.add(role, paragraph.text)
        draft.notes.append(paragraph.text)

    def _take_loose(self, draft: Draft, paragraph: Paragraph) -> None:
        text = paragraph.text
        if is_instruction(text) or counts_on(text) > 0 or self._stands_below(draft, paragraph):
            draft.notes += [*draft.after, text]
            draft.after = []
            points = paragraph.kind is Kind.BULLET and is_form_point(text)
            (draft.parts.setdefault(Role.FORM, []) if points else draft.loose).append(text)
        elif not is_chatter(text) and amount_of(text).amount and len(text.split()) <= _HEADING_WORDS:
            draft.add(Role.AMOUNT, text)
            draft.notes.append(text)
        else:
            draft.after.append(text)

    @staticmethod
    def _stands_below(draft: Draft, paragraph: Paragraph) -> bool:
        """Whether a paragraph stands right below the name of a movement, and so tells how it goes."""
        first = not (draft.parts or draft.loose or draft.after) and draft.named is not None and draft.named.sure
        long = len(paragraph.text.split()) >= _TOLD_WORDS
        return first and long and not paragraph.apart and not is_chatter(paragraph.text)

    def _take_outside(self, paragraph: Paragraph) -> None:
        """Text that belongs to no exercise; it begins one where it is all instructions, from the position on."""
        text = paragraph.text
        if describes_movement(text) or (self._has_subject and is_instruction(text) and not self.drafts.found):
            self._start(Draft(paragraph.line, notes=[text], loose=[text]))
        elif not self.drafts.found:
            self.drafts.intro.append(text)
        else:
            self.drafts.left_out += 1

    def _start(self, draft: Draft) -> None:
        self._open, self._role = draft, None
        self.drafts.found.append(draft)

    def _close(self) -> None:
        self._open, self._role = None, None


_LISTING = frozenset((Role.VARIATION, Role.EASIER, Role.HARDER, Role.FORM, Role.MISTAKE, Role.EQUIPMENT, Role.MUSCLES))
"""Under these labels list items are what the label says, whatever movements they name."""


def _leads(paragraph: Paragraph) -> list[tuple[str, str]]:
    """The ways in which a paragraph may begin with a name: in bold, before a colon or dash, as a first sentence."""
    found = []
    if paragraph.lead and paragraph.text.startswith(paragraph.lead):
        found.append((paragraph.lead, paragraph.text[len(paragraph.lead) :].lstrip(" :.-\u2013\u2014)")))
    for mark in (": ", " \u2013 ", " \u2014 ", " - ", ". ", "! "):
        name, found_mark, rest = paragraph.text.partition(mark)
        if found_mark and len(name.split()) <= _LEAD_WORDS:
            found.append((name, rest.strip()))
    return found


def _is_title_case(text: str) -> bool:
    words = [word for word in text.split() if word[:1].isalpha()]
    return bool(words) and sum(word[0].isupper() for word in words) * 2 > len(words)
