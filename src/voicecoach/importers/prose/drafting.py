"""The exercises of a post, still in the post's own words: which paragraphs belong to which, and what each is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.importers.prose.amounts import amount_of
from voicecoach.importers.prose.chatter import is_chatter
from voicecoach.importers.prose.circuits import rounds_in
from voicecoach.importers.prose.drafts import TOLD_WORDS, Draft, Drafts
from voicecoach.importers.prose.headings import (
    HEADING_WORDS,
    describes,
    inline_name,
    is_title,
    is_title_case,
    names_like,
)
from voicecoach.importers.prose.instructions import (
    counts_on,
    describes_movement,
    is_form_point,
    is_instruction,
    repeats_only,
)
from voicecoach.importers.prose.labels import Label, Role, label_of
from voicecoach.importers.prose.lines import Kind
from voicecoach.importers.prose.names import Named, introduced, named, subject_of

if TYPE_CHECKING:
    from voicecoach.importers.prose.paragraphs import Paragraph
    from voicecoach.ports import KnownExercises

__all__ = ["drafts_of", "first_description"]

_PARTS = frozenset((Role.SETUP, Role.ACTION))
_ASIDE = frozenset((Role.OTHER, Role.WARM_UP))
_LISTING = frozenset((Role.VARIATION, Role.EASIER, Role.HARDER, Role.FORM, Role.MISTAKE, Role.EQUIPMENT, Role.MUSCLES))
"""Under these labels list items are what the label says, whatever movements they name."""


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
        """Whether a paragraph is the title at the top; pages say it twice, first with the name of the site."""
        title = self.drafts.title
        if number and paragraph.kind is Kind.HEADING and not self.drafts.found and title.startswith(paragraph.text):
            self.drafts.title = paragraph.text
            return True
        if number or not is_title(paragraph) or names_like(paragraph, self._all[1:], self._known):
            return False
        self.drafts.title = paragraph.text
        self._has_subject = subject_of(paragraph.text, self._known) is not None
        return True

    def _take_label(self, paragraph: Paragraph, label: Label) -> None:
        """A label begins a part; that of a set-up begins an exercise where one is complete already."""
        role = label.role
        if role is Role.WARM_UP or (role in _ASIDE and paragraph.kind is Kind.HEADING):
            self._close()
        self._role, self._inline = role, bool(label.rest)
        if role is Role.WARM_UP:
            self._role = None if label.rest else role
            self.drafts.warm_up += [label.rest] if label.rest else []
        elif role is not Role.OTHER and (label.rest or role in _PARTS):
            draft = self._for_part(paragraph, label)
            if draft:
                draft.add(role, label.rest, paragraph.text)
        elif self._open:
            self._open.notes.append(paragraph.text)

    def _for_part(self, paragraph: Paragraph, label: Label) -> Draft | None:
        """The exercise that a labelled part belongs to: a new one where the open one has such a part already."""
        draft, role = self._open, label.role
        again = draft is not None and role in _PARTS and role in draft.parts and not label.step
        late = draft is not None and role is Role.SETUP and Role.ACTION in draft.parts
        if (draft is None and role in _PARTS) or again or late:
            moved, inline = (draft.after if draft else []), self._inline
            if draft:
                draft.after = []
            self._start(Draft(paragraph.line, notes=list(moved)))
            self._role, self._inline = role, inline
        return self._open

    def _opens(self, number: int, label: Label | None) -> bool:
        """Whether a paragraph is a heading that names an exercise, or closes one."""
        paragraph = self._all[number]
        if label and not label.rest:
            return True
        text = label.rest if label else introduced(paragraph.text) or paragraph.text
        heading = paragraph.kind is Kind.HEADING
        if not heading and (len(text.split()) > HEADING_WORDS or text.endswith((".", ",", ";", "?"))):
            return False
        found = named(text, self._known)
        if found is None or not (heading or _reads_like_a_name(text, found)):
            if heading:
                self._close()
            return heading
        if not (heading or label or self._is_name(number, found)):
            return False
        listed = paragraph.listed or (bool(found.amount) and not heading)
        self._start(Draft(paragraph.line, found, listed, notes=[paragraph.text] if found.amount else []))
        return True

    def _is_name(self, number: int, found: Named) -> bool:
        """Whether a line that could be a name is one, by what it looks like and what follows it."""
        paragraph = self._all[number]
        following = self._all[number + 1] if number + 1 < len(self._all) else None
        inside = self._open is not None and self._role not in (None, Role.OTHER)
        inside = inside and not (self._inline and paragraph.apart)
        described = following is not None and describes(following)
        label = label_of(following.text, following.lead) if following else None
        if label and label.role in _PARTS and (found.sure or paragraph.apart):
            return True
        if paragraph.listed:
            below = following is not None and following.kind is Kind.TEXT and not following.apart
            sure = found.sure or (below and described)
            listing = self._role in _LISTING and not (self._inline and paragraph.apart and paragraph.ordinal)
            return sure and not (inside and not found.amount) and not listing
        if described:
            return found.sure or paragraph.apart or is_title_case(paragraph.text)
        return found.sure and bool(found.amount or paragraph.apart) and not inside

    def _opens_inline(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph begins with the name of an exercise and goes on with it."""
        if self._role in _LISTING and paragraph.kind is Kind.BULLET:
            return False
        found = inline_name(paragraph, self._known)
        if found is None:
            return False
        draft = Draft(paragraph.line, found.named, paragraph.kind is Kind.BULLET, notes=[paragraph.text])
        if found.described:
            draft.loose.append(found.rest)
        else:
            draft.parts[Role.AMOUNT] = [found.rest]
        self._start(draft)
        return True

    def _take_text(self, paragraph: Paragraph) -> None:
        """What is neither label nor heading: instructions, amounts, talk."""
        text, draft = paragraph.text, self._open
        if self._role is Role.WARM_UP:
            self.drafts.warm_up.append(text)
        elif rounds_in(text) and not is_instruction(text):
            self.drafts.general.append(text)
        elif draft is None or self._behind_list(draft, paragraph):
            self._close()
            self._take_outside(paragraph)
        elif self._role is Role.OTHER:
            draft.notes.append(text)
        elif repeats_only(text) and amount_of(text).amount:
            draft.add(Role.AMOUNT, text)
        elif self._role and self._belongs(draft, self._role, paragraph):
            self._take_part(draft, self._role, paragraph)
        else:
            self._take_loose(draft, paragraph)

    def _behind_list(self, draft: Draft, paragraph: Paragraph) -> bool:
        """Whether a list has ended whose last item described an exercise."""
        return draft.listed and self._role is None and paragraph.apart and paragraph.kind is Kind.TEXT

    @staticmethod
    def _belongs(draft: Draft, role: Role, paragraph: Paragraph) -> bool:
        """Whether a paragraph still stands under the label that was read last."""
        first = role not in _PARTS or role not in draft.parts
        return first or paragraph.kind is not Kind.TEXT or is_instruction(paragraph.text)

    @staticmethod
    def _take_part(draft: Draft, role: Role, paragraph: Paragraph) -> None:
        """What stands under a label; talk behind it in a paragraph of its own does not."""
        told = role in draft.parts and paragraph.kind is Kind.TEXT
        if told and paragraph.apart and not is_instruction(paragraph.text):
            draft.after.append(paragraph.text)
        else:
            draft.add(role, paragraph.text)

    def _take_loose(self, draft: Draft, paragraph: Paragraph) -> None:
        """What stands under no label: instructions, amounts, talk that may belong to the next exercise."""
        text = paragraph.text
        if is_instruction(text) or counts_on(text) > 0 or self._stands_below(draft, paragraph):
            draft.tell(text, point=paragraph.kind is Kind.BULLET and is_form_point(text))
        elif not is_chatter(text) and amount_of(text).amount and len(text.split()) <= HEADING_WORDS:
            draft.add(Role.AMOUNT, text)
        else:
            draft.after.append(text)

    @staticmethod
    def _stands_below(draft: Draft, paragraph: Paragraph) -> bool:
        """Whether a paragraph stands right below the name of a movement, and so tells how it goes."""
        first = not (draft.parts or draft.loose or draft.after) and draft.named is not None and draft.named.sure
        long = len(paragraph.text.split()) >= TOLD_WORDS
        return first and long and not paragraph.apart and not is_chatter(paragraph.text)

    def _take_outside(self, paragraph: Paragraph) -> None:
        """Text that belongs to no exercise; it begins one where it is all instructions, from the position on."""
        text = paragraph.text
        alone = self._has_subject and not self.drafts.found and is_instruction(text)
        if describes_movement(text) or alone:
            self._start(Draft(paragraph.line, notes=[text], loose=[text]))
        elif not self.drafts.found:
            self.drafts.intro.append(text)
        else:
            self.drafts.left_out += 1

    def _start(self, draft: Draft) -> None:
        self._close()
        self._open = draft
        self.drafts.found.append(draft)

    def _close(self) -> None:
        self._open, self._role, self._inline = None, None, False


def _reads_like_a_name(text: str, found: Named) -> bool:
    """Whether words that hold a name are no instruction: "Standing Side Crunch" is none, though it begins as one."""
    return not is_instruction(text) or (found.sure and is_title_case(text))
