"""What a post says of each exercise, in its own words, while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from voicecoach.importers.prose.amounts import Much, amount_in, amount_of
from voicecoach.importers.prose.instructions import counts_on, takes_position
from voicecoach.importers.prose.labels import Role

if TYPE_CHECKING:
    from voicecoach.importers.prose.names import Named

__all__ = ["TOLD_WORDS", "Draft", "Drafts"]

TOLD_WORDS = 6
"""Words behind the name of a movement from which they say how it goes."""

_FULL_WORDS = 15
"""The same under any other heading."""

_LABELLED_WORDS = 3
"""Words under the labels for set-up and action from which they describe something: "Action: none." does not."""

_ENDS = (".", "!", "?", ":", ",")


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

    def add(self, role: Role, text: str, note: str = "") -> None:
        """Take what stands under a label.

        Args:
            role: What the label is for.
            text: What stands under it; empty for nothing so far.
            note: How the post writes it, label and all; empty for the same.
        """
        self.notes += [*self.after, note or text]
        self.after = []
        if text:
            self.parts.setdefault(role, []).append(text)

    def tell(self, text: str, *, point: bool) -> None:
        """Take an instruction, or a form point, that stands under no label."""
        if point:
            self.add(Role.FORM, text)
        else:
            self.notes += [*self.after, text]
            self.after = []
            self.loose.append(text)

    def part(self, role: Role) -> str:
        """All that stands under a label, as one text."""
        return " ".join(told if told.endswith(_ENDS) else f"{told}." for told in self.parts.get(role, []))

    @property
    def text(self) -> str:
        """What describes the movement: set-up, action and instructions without labels."""
        told = (self.part(Role.SETUP), self.part(Role.ACTION), " ".join(self.loose), self.part(Role.FORM))
        return " ".join(each for each in told if each)

    @property
    def described(self) -> bool:
        """Whether it says how to do the exercise."""
        if len(f"{self.part(Role.SETUP)} {self.part(Role.ACTION)}".split()) >= _LABELLED_WORDS:
            return True
        told = " ".join(self.loose)
        found, length = sum(map(counts_on, self.loose)), len(told.split())
        if self.named is not None and self.named.sure:
            return found > 0 or length >= TOLD_WORDS
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
