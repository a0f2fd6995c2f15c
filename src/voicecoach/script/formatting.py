"""A script as it is usually written, with everything in it that is only for its author in its place.

The workout is printed anew. Then each thing of the printed text gets the marks and comments that it has in the author's
text, and what no workout holds is put before the thing that it stood before.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from voicecoach.model.workout import Settings
from voicecoach.script.front_matter_text import front_matter_text
from voicecoach.script.inline import comments, escaped, marked, plain
from voicecoach.script.kept import Kept, kept_of
from voicecoach.script.parts import parts_of
from voicecoach.script.places import EXERCISES, body_of, places
from voicecoach.script.printing import BLOCK, PLAIN_TITLE, print_workout
from voicecoach.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from voicecoach.model.workout import Workout
    from voicecoach.script.places import Key, Place

__all__ = ["format_script"]

_TAIL = re.compile(r"(?:\s*<!--[^<>]{0,1000}-->)+$")
_LEAD = re.compile(r"[ ]*(?:(?P<mark>- > |- |> |#+ )|[A-Z][a-z]+(?:[ -][a-z]+)*:[ ]?)?")
_FIELD_INDENT = "  "
_NOTE_HEADING = 3
"""Headings of fewer marks begin a block, except inside a list: one that is a note stood there."""


def format_script(source: Source, workout: Workout, parse: Callable[[Source], tuple[Workout, object]]) -> str | None:
    """The script as it is usually written, with the comments, notes and marks of its author.

    Args:
        source: The script as its author wrote it, without errors.
        workout: What it reads as.
        parse: Reads a text.

    Returns:
        A text that reads as the same workout; None where none was found.
    """
    printed = Source(source.name, _printed(source, workout))
    again = parse(printed)[0]
    if again != workout:
        return None
    for as_written in (True, False):
        text = _Woven(source, workout, printed, again, as_written=as_written).text()
        if parse(Source(source.name, text))[0] == workout:
            return text
    return None


def _printed(source: Source, workout: Workout) -> str:
    """The workout printed anew below the settings of the source; its title stays a heading where it is one."""
    heading, parts = parts_of(body_of(source))
    headed = plain(heading.text).part().text if heading else ""
    title = workout.settings.title
    keep = bool(headed) or not PLAIN_TITLE.fullmatch(title)
    front, titled = front_matter_text(source, workout.settings, title=keep)
    shown = headed or ("" if titled else title)
    body = print_workout(replace(workout, settings=Settings())).strip("\n")
    described = any(part.describes for part in parts) and not workout.exercises
    blocks = ["\n".join(front), f"# {escaped(shown)}" if shown else "", body, "## Exercises" if described else ""]
    return "\n\n".join(block for block in blocks if block)


class _Woven:
    """A printed text into which the author's marks, comments and notes are woven."""

    def __init__(self, source: Source, workout: Workout, printed: Source, again: Workout, *, as_written: bool) -> None:
        """Know both texts and what they read as.

        Args:
            source: The author's text.
            workout: What it reads as.
            printed: The same workout printed.
            again: What that reads as: the same, in other places.
            as_written: Whether words with marks of Markdown stay as they are; otherwise only their comments do.
        """
        self._printed = printed
        self._as_written = as_written
        self._targets = {place.key: place for place in places(printed, again)}
        self._rows: dict[int, list[str]] = {}
        self._before: dict[int, list[Kept]] = {}
        self._weave(source, places(source, workout))

    def _weave(self, source: Source, written: tuple[Place, ...]) -> None:
        kept = list(kept_of(body_of(source)))
        for place in written:
            if target := self._targets.get(place.key):
                self._rows[target.first] = self._dressed(place, target)
            else:
                kept += [Kept(place.first, (comment,)) for comment in comments(" ".join(place.lines))]
        for each in sorted(kept, key=lambda each: each.line):
            behind = (place.key for place in written if place.first >= each.line and self._takes(place.key, each))
            target = self._targets.get(next(behind, ()))
            self._before.setdefault(target.first if target else 0, []).append(each)

    def _takes(self, key: Key, kept: Kept) -> bool:
        """Whether a text may stand before a thing: descriptions of exercises are printed last, with their notes."""
        return key in self._targets and (key[0] in EXERCISES or not kept.described)

    def text(self) -> str:
        """The whole text."""
        starts = {place.first: place for place in self._targets.values()}
        rows: list[str] = []
        passed = 0
        for number, row in enumerate(self._printed.lines, 1):
            for kept in self._before.get(number, ()):
                _insert(rows, kept, row, tight=kept.is_comment and _in_list(row, starts[number].key))
            if number in self._rows:
                rows += self._rows[number]
                passed = number + len(starts[number].lines)
            if number >= max(passed, 1) and number not in self._rows and (row or (rows and rows[-1])):
                rows.append(row)
        for kept in self._before.get(0, ()):
            _insert(rows, kept, "", tight=False)
        return "\n".join(rows).strip("\n") + "\n"

    def _dressed(self, place: Place, target: Place) -> list[str]:
        """The lines of a thing as they are printed, with the marks and comments of its author."""
        rows = list(self._printed.lines[target.first - 1 : target.first - 1 + max(1, len(target.lines))])
        if place.note:
            return _note(place, rows)
        words = " ".join(place.lines)
        tail = _TAIL.search(words)
        if self._as_written and marked(words[: tail.start()] if tail else words):
            return _as_written(place, rows[0])
        return [*rows[:-1], " ".join([rows[-1], *comments(words)])]


def _note(place: Place, rows: list[str]) -> list[str]:
    """A note in the lines of its author, where none of them could be another block."""
    indent = rows[0][: len(rows[0]) - len(rows[0].lstrip())]
    if place.heading:
        return [f"{indent}{'#' * max(place.heading, _NOTE_HEADING)} {' '.join(place.lines)}"]
    if not place.lines or any(BLOCK.match(line) for line in place.lines):
        return rows
    return [indent + line for line in place.lines]


def _as_written(place: Place, row: str) -> list[str]:
    """The words of a thing as its author wrote them, behind what the printed line begins with."""
    found = _LEAD.match(row)
    lead = found[0] if found else ""
    further = {"> ": lead, "- > ": lead.replace("-", " "), None: _FIELD_INDENT}
    mark = found["mark"] if found else None
    if mark not in further or any(BLOCK.match(line) for line in place.lines[1:]):
        return [lead + " ".join(place.lines)]
    return [lead + place.lines[0], *(further[mark] + line for line in place.lines[1:])]


def _in_list(row: str, key: Key) -> bool:
    """Whether a line is one of several that belong together: steps, words at a moment, fields."""
    return row.lstrip().startswith("- ") or key[0] == "field"


def _insert(rows: list[str], kept: Kept, before: str, *, tight: bool) -> None:
    """Add a text to some lines, indented as the line that it stands before."""
    indent = before[: len(before) - len(before.lstrip())]
    if rows and rows[-1] and not tight:
        rows.append("")
    rows += [f"{indent}{row}" if row else "" for row in kept.rows]
    if not tight:
        rows.append("")
