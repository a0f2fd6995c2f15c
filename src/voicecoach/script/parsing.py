"""A whole script: text in, workout and every diagnostic out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from voicecoach.model.workout import Activity, Circuit, Note, Rest, Rounds, Section, Settings, SpokenLine, Workout
from voicecoach.script.blocks import BlockKind, blocks_of
from voicecoach.script.codes import Code
from voicecoach.script.exercises import exercises_of, warn_undescribed
from voicecoach.script.faults import Faults
from voicecoach.script.inline import plain
from voicecoach.script.lines import note, report_unread, spoken
from voicecoach.script.names import Catalog
from voicecoach.script.parts import parts_of
from voicecoach.script.rulers import rulers
from voicecoach.script.scanner import quoted
from voicecoach.script.schemes import in_title, parse_scheme, split_heading
from voicecoach.script.steps import StepReader
from voicecoach.script.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from voicecoach.diagnostics import Diagnostic
    from voicecoach.model.workout import Exercise, Item
    from voicecoach.ports import KnownExercises
    from voicecoach.script.blocks import Block
    from voicecoach.script.parts import Part
    from voicecoach.script.passage import Passage
    from voicecoach.source import Source

__all__ = ["parse", "parse_blocks", "parse_exercises"]

_MOST_LINES = 20_000
"""Lines of a script at most: 5,000 steps with words of their own and empty lines between them."""

_MOST_CHARACTERS = 400_000
"""Characters of a script at most. Both bound the time that reading takes, whatever the text."""


def parse(
    source: Source,
    *,
    library: Callable[[str], KnownExercises],
) -> tuple[Workout, tuple[Diagnostic, ...]]:
    """Read an exercise script. It never raises: whatever is wrong with the text is a diagnostic.

    Args:
        source: The script.
        library: Gives the exercises that a script in a language (a BCP 47 tag) can name beside its own.

    Returns:
        What could be read, and every fault, sorted by place. With an error among them it is not to be played.
    """
    faults = Faults()
    last = _bounded(source, faults)
    settings, first = _settings(source, last, faults)
    title, parts = parts_of(blocks_of(source, first, last))
    if title and not settings.title:
        settings = replace(settings, title=plain(title.text).part().text)
    described = [part for part in parts if part.describes]
    exercises = exercises_of((block for part in described for block in part.blocks), faults)
    warn_undescribed(exercises, faults)
    sections = _Sections(source, StepReader(source, Catalog(exercises, library(settings.language)), faults), faults)
    workout = sections.workout([part for part in parts if not part.describes], settings, exercises)
    return workout, faults.in_order()


def parse_exercises(source: Source) -> tuple[tuple[Exercise, ...], tuple[Diagnostic, ...]]:
    """Read a file of exercises only: ``### Name``, ``#### Variation`` and their fields.

    Args:
        source: The file's text; headings of the first two levels only group the exercises.

    Returns:
        The exercises and variations in order, and every fault, sorted by place.
    """
    faults = Faults()
    exercises = exercises_of(blocks_of(source, 1, _bounded(source, faults)), faults)
    warn_undescribed(exercises, faults)
    return exercises, faults.in_order()


def parse_blocks(
    source: Source,
    blocks: Iterable[Block],
    faults: Faults,
    *,
    library: KnownExercises,
) -> tuple[Workout, tuple[Diagnostic, ...]]:
    """Read blocks that are nothing but headings and steps.

    Args:
        source: The text they come from.
        blocks: The blocks in order.
        faults: What has been found wrong so far.
        library: The exercises that the steps can name.
    """
    sections = _Sections(source, StepReader(source, Catalog((), library), faults), faults)
    return sections.workout(parts_of(blocks)[1], Settings(), ()), faults.in_order()


def _bounded(source: Source, faults: Faults) -> int:
    """The last line to be read."""
    last = min(len(source.lines), _MOST_LINES)
    if len(source.text) > _MOST_CHARACTERS:
        ends = accumulate(len(line) + 1 for line in source.lines[:last])
        last = sum(end <= _MOST_CHARACTERS for end in ends)
    if last < len(source.lines):
        message = "the script is too long: it is read up to here"
        faults.error(Code.TOO_LONG, message, source.span(last + 1), hint="cut it into several files")
    return last


def _settings(source: Source, last: int, faults: Faults) -> tuple[Settings, int]:
    """The front matter, if there is one, and the line behind it."""
    found = rulers(source, last)
    if found is None:
        return Settings(), 1
    opening, closing = found
    if not closing:
        closing = next((line for line in range(opening + 1, last + 1) if not source.line(line).strip()), last + 1)
        hint = "close them with a line of three hyphens"
        faults.error(Code.BAD_FRONT_MATTER, "the settings that begin here have no end", source.span(opening), hint=hint)
    from voicecoach.script.front_matter import parse_settings  # noqa: PLC0415 - YAML is slow to import

    return parse_settings(source, opening + 1, closing - 1, faults), closing + 1


def _has_activity(items: Iterable[Item]) -> bool:
    return any(_has_activity(item.items) if isinstance(item, Circuit) else isinstance(item, Activity) for item in items)


@dataclass(frozen=True, slots=True)
class _Sections:
    """Reads the parts that are performed."""

    source: Source
    steps: StepReader
    faults: Faults

    def workout(self, parts: list[Part], settings: Settings, exercises: tuple[Exercise, ...]) -> Workout:
        """The workout of some parts, the first of which is what stands before any heading."""
        before, sections = self._section(parts[0]), tuple(self._section(part) for part in parts[1:])
        if before.items or before.closing:
            sections = (replace(before, opening=()), *sections)
        reported = any(fault.code is Code.NO_STEPS for fault in self.faults.found)
        if not reported and not any(_has_activity(section.items) for section in sections):
            hint = 'a step is a line such as "- Squat: 12 reps"'
            self.faults.error(Code.NO_STEPS, "the script has no steps", self.source.span(1), hint=hint)
        return Workout(settings, before.opening, sections, exercises)

    def _section(self, part: Part) -> Section:
        title, terms = self._heading(part.heading)
        lists = [i for i, block in enumerate(part.blocks) if block.kind is BlockKind.LIST]
        first, last = (lists[0], lists[-1] + 1) if lists else (len(part.blocks), len(part.blocks))
        section = Section(
            title,
            terms.scheme,
            opening=tuple(self._lines(part.blocks[:first])),
            items=tuple(self._items(part.blocks[first:last], terms)),
            closing=tuple(self._lines(part.blocks[last:])),
            span=part.heading.text.span() if part.heading else None,
        )
        self._check_items(section, terms)
        if all(isinstance(item, SpokenLine | Note) for item in section.items):  # lists of nothing but empty items
            lines = tuple(item for item in section.items if isinstance(item, SpokenLine | Note))
            return replace(section, opening=(*section.opening, *lines, *section.closing), items=(), closing=())
        return section

    def _heading(self, heading: Block | None) -> tuple[str, Terms]:
        """Title of a section, and what its scheme settles for its steps."""
        if heading is None:
            return "", Terms()
        text = plain(heading.text).part()
        parted = split_heading(text.text)
        title = text.part(0, parted.title_end).text
        if parted.scheme is None:
            self._check_title(text)
            return title, Terms()
        written = text.part(*parted.scheme)
        scheme, flaws = parse_scheme(written.text, advise=self.faults.advises)
        self.faults.flaws(flaws, written)
        return title, Terms(scheme, understood=not flaws)

    def _check_items(self, section: Section, terms: Terms) -> None:
        """Report a scheme without steps, and what cannot be performed under it."""
        performed = any(isinstance(item, Rest) for item in section.items) and isinstance(section.scheme, Rounds)
        if section.span and section.scheme != Rounds() and not performed and not _has_activity(section.items):
            hint = 'a step is a line such as "- Squat: 12 reps"'
            self.faults.error(Code.NO_STEPS, "this block has no steps", section.span, hint=hint)
        for item in section.items:
            if isinstance(item, Rest) and terms.rests:
                message = f"a rest contradicts the block: {terms.rests}"
                self.faults.error(Code.CONTRADICTION, message, item.span, hint="leave the line out")
            elif isinstance(item, SpokenLine) and not terms.speaks_between:
                hint = "what is written before the first step is spoken when the block begins"
                message = "this is not spoken: a block of this kind has no time between its steps"
                self.faults.warning(Code.NOT_READ, message, item.span, hint=hint)

    def _check_title(self, title: Passage) -> None:
        """Warn of a scheme without its parentheses."""
        if found := in_title(title.text):
            message = f"{quoted(title.text[slice(*found)])} in a title repeats nothing"
            hint = "a scheme stands in parentheses at the end of the heading"
            self.faults.warning(Code.SCHEME_IN_TITLE, message, title.span(*found), hint=hint)

    def _items(self, blocks: Iterable[Block], terms: Terms) -> Iterator[Item]:
        for block in blocks:
            if block.kind is BlockKind.LIST:
                for item in block.children:
                    yield from self.steps.read(item, terms)
            else:
                yield from self._lines((block,))

    def _lines(self, blocks: Iterable[Block]) -> Iterator[SpokenLine | Note]:
        """What is spoken and what is noted outside the steps."""
        for block in blocks:
            if block.kind is BlockKind.QUOTE:
                yield from spoken(block)
            elif block.lines:
                self._check_heading(block)
                yield from note(block)
            else:
                report_unread(block, self.source, self.faults)

    def _check_heading(self, block: Block) -> None:
        """Report a scheme in a heading that begins no section."""
        if block.kind is BlockKind.HEADING and split_heading(block.text.text).scheme:
            message = f"{quoted(block.text.text)} is only a note, so its scheme repeats nothing"
            hint = "a block that repeats begins with ##"
            self.faults.error(Code.MISPLACED_SCHEME, message, block.text.span(), hint=hint)
