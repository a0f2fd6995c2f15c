"""What a pack leaves out: plural forms that its language has, and entries that another pack has to say for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.diagnostics import Diagnostic, Severity
from voicecoach.languages import primary
from voicecoach.wording.moments import MOMENTS, PHRASES
from voicecoach.wording.pack import PackFault, read_entry
from voicecoach.wording.plural import categories_of, plural_category

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from voicecoach.wording.layers import Stack
    from voicecoach.wording.moments import Moment
    from voicecoach.wording.pack import Entry, Plurals
    from voicecoach.wording.pack_file import PackFile

__all__ = ["Missing", "faults_of_pack", "missing_from"]

_COUNTED_UP_TO = 200
"""Nothing in a workout is counted further in words; forms for millions, as French has one, may be missing."""

_MANY_FROM_ONE = frozenset({"seconds", "minutes", "hours", "reps"})
"""What may be counted as one, and is followed by its noun."""

_KNOWN: Mapping[str, Mapping[str, Moment]] = {"cues": MOMENTS, "phrases": PHRASES}


@dataclass(frozen=True, slots=True)
class Missing:
    """An entry that a pack has no words for.

    Attributes:
        table: ``cues`` or ``phrases``.
        name: The entry.
        pack: The name of the pack that says it instead.
        language: What that pack speaks.
    """

    table: str
    name: str
    pack: str
    language: str


def missing_from(stack: Stack) -> tuple[Missing, ...]:
    """What the first file of a pack leaves to those below it."""
    top, spoken = stack.files[0], stack.pack.language
    found = []
    for table, known in _KNOWN.items():
        for name in known:
            origin = stack.origin(table, name)
            if origin is not top:
                found.append(Missing(table, name, origin.text("name"), origin.text("language") or spoken))
    return tuple(found)


def faults_of_pack(stack: Stack) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a pack, with what its language lacks, in the order of the lines of its files."""
    found = [*stack.faults, *_plural_faults(stack.files[0], stack.pack.language), *_foreign_words(stack)]
    return tuple(sorted(found, key=lambda fault: (fault.span.file, fault.span.line, fault.span.column)))


def _foreign_words(stack: Stack) -> Iterator[Diagnostic]:
    """Entries that are said in another language than the pack's."""
    top, spoken = stack.files[0], stack.pack.language
    foreign = [missing for missing in missing_from(stack) if primary(missing.language) != primary(spoken)]
    if foreign:
        message = f"{len(foreign)} entries are not worded in {spoken}, and are said in {foreign[0].language}"
        hint = "voicecoach cues check lists them; voicecoach cues new writes a file with all of them"
        yield Diagnostic(Severity.WARNING, "missing-words", message, top.place("language"), hint=hint)


def _plural_faults(file: PackFile, language: str) -> Iterator[Diagnostic]:
    for table, known in _KNOWN.items():
        for name, value in file.data.get(table, {}).items():
            try:
                entry = read_entry(name, value, known)
            except PackFault:
                continue
            for message, hint, mark in _holes(entry, known[name], language):
                span = file.place(table, name, mark=mark)
                yield Diagnostic(Severity.WARNING, "plural-hole", f'"{name}": {message}', span, hint=hint)


def _holes(entry: Entry, moment: Moment, language: str) -> Iterator[tuple[str, str, str]]:
    for _, variants in entry.forms:
        for plurals in variants:
            yield from _table_holes(plurals, language) if len(plurals) > 1 else _one_form(plurals, moment, language)


def _table_holes(plurals: Plurals, language: str) -> Iterator[tuple[str, str, str]]:
    """Forms that the language has and the table has not, and the other way round."""
    written = {category for category, _ in plurals}
    needed = {plural_category(number, language): number for number in range(_COUNTED_UP_TO, -1, -1)}
    for category, number in needed.items():
        if category not in written:
            yield f'the form "{category}" is missing, as for {number}', f'write {category} = "..."', ""
    for category in written - set(categories_of(language)):
        yield f'{language} has no form "{category}"', f"its forms are {', '.join(categories_of(language))}", category


def _one_form(plurals: Plurals, moment: Moment, language: str) -> Iterator[tuple[str, str, str]]:
    """A number with a noun behind it that stays the same for one and for many."""
    ((_, template),) = plurals
    hole = f"{{{moment.counted}}}"
    counts = moment.counted in _MANY_FROM_ONE and re.search(rf"{re.escape(hole)}\s+\w", template.source)
    if counts and plural_category(1, language) != plural_category(2, language):
        hint = f'write {{ one = "...", other = "{template.source}" }}'
        yield "these words are the same for one and for many", hint, hole
