"""The steps of a block: one list item each, with the words nested under it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from voicecoach.model.workout import (
    Activity,
    Circuit,
    Clock,
    Exercise,
    MostReps,
    Note,
    Prescription,
    Rest,
    Rounds,
    Sides,
    Timed,
)
from voicecoach.names import same_name
from voicecoach.script.blocks import BlockKind
from voicecoach.script.circuits import nested_scheme
from voicecoach.script.codes import Code
from voicecoach.script.inline import plain
from voicecoach.script.lines import note, report_unread, spoken
from voicecoach.script.moments import colon, timed_cue
from voicecoach.script.passage import Passage
from voicecoach.script.prescription import parse_prescription
from voicecoach.script.rests import parse_rest
from voicecoach.script.scanner import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from voicecoach.model.workout import Item, Scheme, TimedCue
    from voicecoach.script.blocks import Block
    from voicecoach.script.faults import Faults
    from voicecoach.script.names import Catalog
    from voicecoach.script.terms import Terms
    from voicecoach.source import Source
    from voicecoach.units import Ms

__all__ = ["CHECKBOX", "StepReader", "ends_early", "head_length"]

CHECKBOX = re.compile(r"\[[ xX]\](?:\s+|$)")
_AMOUNT = re.compile(
    r"(?<=\s)(?:[0-9]|[xX×][0-9]|until\b|max\b|to\s+failure\b|(?:each|per)\s+(?:side|leg|arm)\b)",  # noqa: RUF001 - people do write the sign
    re.IGNORECASE,
)
_AMOUNT_FIRST = re.compile(r"(?P<count>[0-9]{1,5})\s*(?:[xX×]\s+)?(?P<name>[^\W\d_].*)")  # noqa: RUF001 - as above
_DASHES = " -,\u2013\u2014"
_MOST_AMOUNTS = 6
"""Places of a step without a colon at most where an amount may begin, to bound the time."""

_LONGEST_NAME = 200
"""Characters of a step without a colon at most among which an amount is looked for."""

_STEP = 'a step such as "Squat: 12 reps" or "Squat: 40s"'


def ends_early(name: str) -> bool:
    """Whether a name needs a colon behind it, because an amount seems to begin inside it."""
    return _AMOUNT.search(name) is not None or name[:1].isdigit()


class StepReader:
    """Turns list items into what is performed."""

    def __init__(self, source: Source, catalog: Catalog, faults: Faults) -> None:
        """Know the exercises, and where to report.

        Args:
            source: The script.
            catalog: The exercises that a step can name.
            faults: Takes what is wrong.
        """
        self._source = source
        self._catalog = catalog
        self._faults = faults
        self._undescribed: set[str] = set()

    def read(self, item: Block, terms: Terms) -> Iterator[Item]:
        """What one list item is: a step or rounds of steps, then the lines and notes inside the item.

        Args:
            item: The list item.
            terms: What the block settles for its steps.
        """
        blocks = list(item.children)
        if blocks and blocks[0].lines:
            head, stray = _head(blocks.pop(0).lines)
            nested = [entry for block in blocks if block.kind is BlockKind.LIST for entry in block.children]
            rounds = nested_scheme(head.text, nested, advise=self._faults.advises)
            if rounds:
                self._faults.flaws(rounds[1], head)
                yield from self._circuit(head, rounds[0], (*stray, *self._inside(blocks, terms)), terms)
                return
            blocks = [block for block in blocks if block.kind is not BlockKind.LIST]
            yield from self._step(head, nested, terms)
            yield from stray
        for block in blocks:
            yield from self._beside(block, terms)

    def _inside(self, blocks: list[Block], terms: Terms) -> Iterator[Item]:
        """What the rounds of a list item consist of."""
        for block in blocks:
            yield from self._beside(block, replace(terms, nested=True))

    def _circuit(self, head: Passage, scheme: Scheme, items: tuple[Item, ...], terms: Terms) -> Iterator[Item]:
        """Rounds inside a block; where they cannot be, their steps alone."""
        if not any(isinstance(item, Activity | Circuit) for item in items):
            hint = "its steps are a list one level deeper"
            self._faults.error(Code.NO_STEPS, f"no steps stand under {quoted(head.text)}", head.span(), hint=hint)
        if isinstance(scheme, Rounds) and (terms.takes_rounds or not terms.understood):
            yield Circuit(scheme, items, span=head.span())
            return
        what = f"{quoted(head.text)} cannot stand inside "
        what += "rounds that stand in a block" if terms.nested else "a block; only rounds can"
        what = what if isinstance(terms.scheme, Rounds) else f"{quoted(head.text)} cannot stand in a block of this kind"
        hint = 'give it a block of its own, with "##"'
        self._faults.error(Code.MISPLACED_SCHEME, what, head.span(), hint=hint)
        yield from items

    def _beside(self, block: Block, terms: Terms) -> Iterator[Item]:
        """What stands in a list item without being its step."""
        if block.kind is BlockKind.QUOTE:
            yield from spoken(block)
        elif block.kind is BlockKind.LIST:
            for item in block.children:
                yield from self.read(item, terms)
        elif block.lines:
            yield from note(block)
        else:
            report_unread(block, self._source, self._faults)

    def _step(self, head: Passage, nested: list[Block], terms: Terms) -> Iterator[Item]:
        if not head.text:
            return
        rest = parse_rest(head.text, advise=self._faults.advises)
        if rest:
            length, flaws = rest
            self._faults.flaws(flaws, head)
            yield Rest(length, self._cues(nested, length), span=head.span())
        else:
            yield self._activity(head, nested, terms)

    def _activity(self, head: Passage, nested: list[Block], terms: Terms) -> Activity:
        name, written = self._split(head)
        exercise = self._catalog.find(name.text)
        performed = exercise or Exercise(name.text)
        usual = performed.prescription
        found, flaws = parse_prescription(
            written.text, starts=performed.starts, usual=usual, terms=terms, advise=self._faults.advises
        )
        self._faults.flaws(flaws, written)
        if found.sides is Sides.NONE and performed.sides:
            found = replace(found, sides=Sides.EACH)
        missing = found.amount is None and (terms.needs_amount or not terms.understood)
        known = exercise is not None or self._report_unknown(name, silent=missing)
        if missing and known and terms.understood and not flaws:
            self._report_no_amount(head, name)
        if isinstance(terms.scheme, Clock):
            self._report_unheard(nested)
            nested = []
        length = _length(found) if terms.length is None else terms.length
        return Activity(performed, found, self._cues(nested, length), span=head.span())

    def _split(self, head: Passage) -> tuple[Passage, Passage]:
        """Part a step's name from its prescription: at the colon, behind a known name, or where an amount begins."""
        at = colon(head.text)
        if at >= 0:
            return head.part(0, at), head.part(at + 1)
        if len(head.text) <= _LONGEST_NAME and not self._catalog.find(head.text):
            comma = head.text.find(",")
            if comma > 0 and self._catalog.find(head.part(0, comma).text):
                return head.part(0, comma), head.part(comma + 1)
            for match in islice(_AMOUNT.finditer(head.text), _MOST_AMOUNTS):
                name = head.part(0, len(head.text[: match.start()].rstrip(_DASHES)))
                written = head.part(match.start())
                if name.text and (
                    self._catalog.find(name.text) or not parse_prescription(written.text, advise=False)[1]
                ):
                    return name, written
        return head, head.part(len(head.text))

    def _report_unknown(self, name: Passage, *, silent: bool) -> bool:
        """Report a name that nobody knows.

        Returns:
            Whether it may well be the name of an exercise that nobody has described; a warning, unless ``silent``.
        """
        if not name.text:
            self._faults.error(Code.BAD_NAME, "a step begins with the name of an exercise", name.span(), expected=_STEP)
            return False
        near = self._catalog.near(name.text)
        if near:
            message = f"no exercise is called {quoted(name.text)}"
            self._faults.error(Code.UNKNOWN_EXERCISE, message, name.span(), hint=f'did you mean "{near}"?')
            return False
        if not silent and same_name(name.text) not in self._undescribed:
            self._undescribed.add(same_name(name.text))
            message = f"{quoted(name.text)} has no description, only its name is said"
            hint = 'describe it under "## Exercises" if its name does not tell what to do'
            self._faults.warning(Code.UNDESCRIBED_EXERCISE, message, name.span(), hint=hint)
        return True

    def _report_unheard(self, nested: list[Block]) -> None:
        """Warn of words at a moment of a step where one clock runs for all steps."""
        for line in (block.text for item in nested for block in item.children[:1] if block.lines):
            hint = "what is written before the first step is spoken when the block begins"
            message = "this is not spoken: under one clock nobody knows when the step is done"
            self._faults.warning(Code.NOT_READ, message, line.span(), hint=hint)

    def _report_no_amount(self, head: Passage, name: Passage) -> None:
        message = f"no amount is written for {quoted(name.text)}"
        swapped = _AMOUNT_FIRST.fullmatch(head.text)
        usable = swapped and self._catalog.find(swapped["name"])
        hint = f'write "{swapped["name"]}: {swapped["count"]} reps"' if swapped and usable else ""
        self._faults.error(Code.NO_AMOUNT, message, head.span(), expected=_STEP, hint=hint)

    def _cues(self, nested: list[Block], length: Ms | None) -> tuple[TimedCue, ...]:
        cues = []
        for item in nested:
            for block in item.children:
                if block is item.children[0] and block.lines:
                    cues.append(timed_cue(block.text, length, self._faults))
                else:
                    hint = "steps stand at the margin, words at a moment one level deeper"
                    line = self._source.line(block.first)
                    span = self._source.span(block.first, len(line) - len(line.lstrip()) + 1)
                    self._faults.warning(Code.NOT_READ, "nothing is read so deep under a step", span, hint=hint)
        return tuple(cue for cue in cues if cue)


def head_length(lines: Sequence[Passage]) -> int:
    """How many lines of a list item belong to its step: the first, and those that :func:`_head` counts to it."""
    told = 1
    while told < len(lines) and (lines[told].runs[0].column > 1 or lines[told - 1].text.endswith(",")):
        told += 1
    return told


def _head(lines: tuple[Passage, ...]) -> tuple[Passage, tuple[Note, ...]]:
    """The words of a step, and notes for the lines at the margin that Markdown counts to the list item before them.

    Indented lines continue the step, and so does a line at the margin behind a comma.
    """
    told = head_length(lines)
    head = plain(Passage.joined(lines[:told])).part()
    box = CHECKBOX.match(head.text)
    notes = (Note(Passage.joined(lines[told:]).text, span=lines[told].span()),) if told < len(lines) else ()
    return head.part(box.end()) if box else head, notes


def _length(prescription: Prescription) -> Ms | None:
    """How long one side of one set lasts, in ms; None where that is not written."""
    amount = prescription.amount
    if isinstance(amount, Timed):
        return amount.duration
    return amount.limit if isinstance(amount, MostReps) else None
