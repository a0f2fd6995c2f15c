"""Scripts, written safely: whatever words a stranger's text holds, the script reads as it was meant.

What would not fit into a script is refused with one clear sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.importers.safe_text import LONGEST_NAME, cut, escaped, legal_name, names_something, one_line
from voicecoach.model.workout import MostReps, Prescription, Reps, Sides, Timed, UntilReady
from voicecoach.names import same_name
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from voicecoach.model.workout import Amount
    from voicecoach.ports import KnownExercises
    from voicecoach.units import Ms

__all__ = [
    "LONGEST",
    "Entry",
    "Script",
    "Section",
    "prescription_text",
    "spelled",
]

LONGEST: Ms = 24 * 60 * 60 * MS_PER_SECOND
"""A script's step lasts a day at most."""

_MOST_LINES = 19_000
_MOST_CHARACTERS = 380_000
"""Somewhat less than a script may have: whoever imports one may want to add a few words."""

_LONGEST_TITLE = 120
"""Characters of a title at most: more is a sentence that strayed there."""


def spelled(time: Ms) -> str:
    """A time as a script writes it: ``45s``, ``1 min 30s``, ``2.5s``, ``1 h``."""
    hours, rest = divmod(time, 3600 * MS_PER_SECOND)
    minutes, rest = divmod(rest, 60 * MS_PER_SECOND)
    told = [f"{hours} h"] if hours else []
    told += [f"{minutes} min"] if minutes else []
    told += [f"{rest / MS_PER_SECOND:.3f}".rstrip("0").rstrip(".") + "s"] if rest or not told else []
    return " ".join(told)


_SIDES = {Sides.NONE: "", Sides.EACH: "each side", Sides.LEFT: "left", Sides.RIGHT: "right"}


def prescription_text(prescription: Prescription) -> str:
    """A prescription as a script writes it; its amount must not be None."""
    amount = _amount_text(prescription.amount or UntilReady())
    parts = [
        f"{prescription.sets} sets of {amount}" if prescription.sets > 1 else amount,
        _SIDES[prescription.sides],
        *prescription.loads,
        f"rest {spelled(prescription.rest)}" if prescription.rest and prescription.sets > 1 else "",
    ]
    return ", ".join(part for part in parts if part)


def _amount_text(amount: Amount) -> str:
    match amount:
        case Reps(count):
            return f"{count} reps"
        case Timed(duration):
            return spelled(duration)
        case MostReps(limit, to_failure):
            return f"to failure, cap {spelled(limit)}" if to_failure else f"max reps in {spelled(limit)}"
        case UntilReady():
            return "until ready"


@dataclass(slots=True)
class Section:
    """A block of the script while it is being written.

    Attributes:
        title: What it is called; empty only for one that is nothing but its steps.
        rounds: How often it is done.
        rest: Rest between rounds in ms.
        blocks: Its paragraphs and lists, in order.
    """

    title: str
    rounds: int = 1
    rest: Ms = 0
    blocks: list[str] = field(default_factory=list)
    _in_list: bool = False

    def note(self, text: str) -> None:
        """A paragraph for the reader."""
        self._block(escaped(text))

    def say(self, text: str) -> None:
        """A line that the coach speaks."""
        self._block(f"> {escaped(text)}" if one_line(text) else "")

    def step(self, name: str, prescription: Prescription, cues: Sequence[tuple[str, str]] = ()) -> None:
        """A step, and words at its moments, such as ``("at 10s", "Faster.")``."""
        self._row(f"- {escaped(legal_name(name))}: {prescription_text(prescription)}")
        self._cues(cues)

    def rest_for(self, time: Ms, cues: Sequence[tuple[str, str]] = ()) -> None:
        """A rest of its own."""
        self._row(f"- Rest: {spelled(time)}")
        self._cues(cues)

    def _cues(self, cues: Sequence[tuple[str, str]]) -> None:
        for moment, told in cues:
            if one_line(told):
                self._row(f"  - {moment}: {escaped(told)}")

    def _block(self, text: str) -> None:
        if text:
            self.blocks.append(text)
            self._in_list = False

    def _row(self, text: str) -> None:
        if self._in_list:
            self.blocks[-1] += f"\n{text}"
        else:
            self.blocks.append(text)
        self._in_list = True

    def text(self) -> Iterator[str]:
        """Its heading and its blocks."""
        title = _section_title(self.title)
        scheme = f"{self.rounds} rounds" if self.rounds > 1 else ""
        scheme += f", rest {spelled(self.rest)}" if scheme and self.rest else ""
        yield f"## {escaped(title)} ({scheme})" if scheme else f"## {escaped(title)}"
        yield from self.blocks


def _section_title(text: str) -> str:
    """A title that holds no scheme of its own, and is not the heading above a script's exercises."""
    title = cut(" ".join(re.split(r"[()]", text)), LONGEST_NAME).strip(" :.")
    return "Workout" if not names_something(title) or same_name(title) == "exercise" else title


@dataclass(frozen=True, slots=True)
class Entry:
    """An exercise that the script describes itself.

    Attributes:
        name: What its steps call it.
        fields: Labels and their texts, in order, such as ``("Action", "Sit back.")``.
        notes: Paragraphs for the reader, quoted from the original.
        variations: Its variations, which have none themselves.
    """

    name: str
    fields: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    variations: tuple[Entry, ...] = ()


@dataclass(slots=True)
class Script:
    """A script while it is being written.

    Attributes:
        title: What the workout is called.
        cues: The script's own words for moments, such as ``("halfway", "")`` for silence there.
        notes: Paragraphs for the reader at the top.
        opening: What the coach says before anything else.
        sections: Its blocks.
        entries: The exercises that it describes.
    """

    title: str
    cues: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    opening: list[str] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    _described: set[str] = field(default_factory=set)

    def section(self, title: str, rounds: int = 1, rest: Ms = 0) -> Section:
        """Begin a section; it is left out of the text as long as it is empty."""
        self.sections.append(Section(title, rounds, rest))
        return self.sections[-1]

    def describe(self, entry: Entry) -> None:
        """Describe an exercise; of two with one name the first counts."""
        if same_name(entry.name) not in self._described:
            self._described.add(same_name(entry.name))
            self.entries.append(entry)

    def name_only(self, names: Iterable[str], known: KnownExercises) -> None:
        """Give every name that nobody describes an entry of its own.

        A name without one that is a letter away from a known exercise would be taken for a slip of the pen.
        """
        own = {same_name(each.name) for entry in self.entries for each in (entry, *entry.variations)}
        for name in names:
            legal = legal_name(name)
            if same_name(legal) not in own and known.lookup(legal) is None:
                self.describe(Entry(legal))

    def text(self, file: str) -> str:
        """The whole script.

        Args:
            file: What the user calls the original text, for messages.

        Raises:
            VoicecoachError: If it has become longer than a script may be.
        """
        blocks = [
            self._front_matter(),
            *(escaped(note) for note in self.notes if one_line(note)),
            *(f"> {escaped(line)}" for line in self.opening if one_line(line)),
            *(block for section in self.sections if section.blocks for block in section.text()),
            *self._exercises(),
        ]
        return _whole(blocks, file)

    def exercises_text(self, file: str) -> str:
        """Its exercises alone, as a file for a folder of exercises; arguments and errors as for :meth:`text`."""
        return _whole(["# Exercises", *islice(self._exercises(), 1, None)], file)

    def _front_matter(self) -> str:
        title = cut(self.title, _LONGEST_TITLE) or "Workout"
        rows = [f"title: {_yaml(title)}"]
        if self.cues:
            rows += ["cues:", *(f"  {moment}: {_yaml(told)}" for moment, told in self.cues)]
        return "\n".join(["---", *rows, "---"])

    def _exercises(self) -> Iterator[str]:
        if self.entries:
            yield "## Exercises"
        taken: set[str] = set()
        for entry in self.entries:
            yield from _entry(entry, "###", taken)
            for variation in entry.variations:
                yield from _entry(variation, "####", taken)


def _whole(blocks: Iterable[str], file: str) -> str:
    """Blocks as a text, if it is not longer than a script may be."""
    whole = "\n\n".join(block for block in blocks if block) + "\n"
    if len(whole) > _MOST_CHARACTERS or whole.count("\n") > _MOST_LINES:
        raise VoicecoachError(f"{file} would become a script too long to read; cut it into several files")
    return whole


def _yaml(text: str) -> str:
    """A text in the double quotes of YAML; it is of one line."""
    told = one_line(text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in told) + '"'


def _entry(entry: Entry, marks: str, taken: set[str]) -> Iterator[str]:
    """An exercise with its fields and, behind quotation marks that no label begins with, its notes."""
    name = legal_name(entry.name)
    if same_name(name) in taken:
        return
    taken.add(same_name(name))
    rows = [f"{marks} {escaped(name)}"]
    rows += [f"{label}: {escaped(told)}" for label, told in entry.fields if one_line(told)]
    yield "\n".join(rows)
    yield from (f"“{escaped(note)}”" for note in entry.notes if one_line(note))
