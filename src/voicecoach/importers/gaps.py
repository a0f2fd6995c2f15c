"""Plain spoken scripts: every line is spoken, and marks such as ``[Gap: 30 seconds]`` or ``[PAUSE:5]`` are silence.

Such a text is a recording on paper, so it is performed as one: a single long step for each of its chapters, with every
line at its time. Rests would not do, for the coach counts in and out of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.importers.bounds import MOST_STEPS, bounded
from voicecoach.importers.safe_text import cut, legal_name, one_line
from voicecoach.importers.writing import LONGEST, Entry, Script, spelled
from voicecoach.model.workout import Prescription, Timed
from voicecoach.ports import Imported
from voicecoach.units import MS_PER_SECOND, seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.ports import Importer, KnownExercises
    from voicecoach.source import Source
    from voicecoach.units import Ms

__all__ = ["GapsImporter", "load"]

_LARGEST = 400_000
"""Characters at most: seven hours of speech."""

_WORDS = r"(?:gap|pause|silence|hold|wait|break|breathe|rest|beat)"
_TIME = (
    r"(?P<count>[0-9]{1,4}(?:\.[0-9]{1,2})?)\s*(?P<unit>minutes?|mins?|m|seconds?|secs?|s|ms)?"
    r"(?:\s*(?:and\s*)?(?P<more>[0-9]{1,2})\s*(?:seconds?|secs?|s))?"
)
_MARK = re.compile(
    rf"[\[<(]\s*(?:long\s+|short\s+)?{_WORDS}(?:\s*[:=]?\s*(?:for\s+)?(?:{_TIME}))?\s*[\])>]", re.IGNORECASE
)
_SURE = re.compile(
    rf"[\[<]\s*(?:long\s+|short\s+)?{_WORDS}(?:\s*[:=]?\s*(?:for\s+)?(?:{_TIME}))?\s*[\]>]", re.IGNORECASE
)
_BARE = re.compile(r"\s*#{3,}\s*")
_CHAPTER = re.compile(r"\s*#{1,2}\s+(?P<title>\S.*)")
_COMMENT = re.compile(r"\s#\s.*$")
_STAGE = re.compile(r"\[[^\[\]]{0,80}\]")
"""Other directions in brackets, such as ``[music fades]``: nobody speaks them."""

_UNITTED = {"m": 60.0, "s": 1.0}
_USUAL: Ms = 2 * MS_PER_SECOND
"""A pause without a length, as other programs that read such marks have it."""

_PER_CHARACTER: Ms = 70
_PER_LINE: Ms = 400
"""How long a line is given: 155 words a minute are 64 ms a character, so that hardly any voice takes longer."""

_HEAD: Ms = 2 * MS_PER_SECOND
_TAIL: Ms = 5 * MS_PER_SECOND
"""Past the go beep, and before the three seconds in which nobody speaks."""

_LONGEST_LINE = 300
"""Characters spoken in one breath at most; longer paragraphs are spoken sentence by sentence."""

_SENTENCE_END = re.compile(r"(?<=[.!?]) ")
_SILENT = ("halfway", "remaining", "encourage", "form")
"""The coach's own calls, which would talk over the text."""


def load() -> Importer:
    """The importer of spoken scripts with gaps."""
    return GapsImporter()


@dataclass(slots=True)
class _Chapter:
    """A part of the text: its title, its lines with their times in ms, and how long it has become."""

    title: str
    lines: list[tuple[Ms, str]] = field(default_factory=list)
    length: Ms = _HEAD

    def say(self, text: str) -> None:
        """Speak a line at the end of what there is."""
        self.lines.append((self.length, text))
        self.length += _PER_LINE + _PER_CHARACTER * len(text)


class GapsImporter:
    """Reads spoken scripts with marks for silence."""

    name = "gaps"
    suffixes: tuple[str, ...] = ()

    def sniff(self, source: Source) -> float:
        """Two marks in brackets make a text a spoken script; one might be an accident."""
        found = sum(1 for _ in zip(_SURE.finditer(source.text, 0, _LARGEST), range(3), strict=False))
        return (0.0, 0.6, 0.9, 0.9)[found]

    def convert(self, source: Source, known: KnownExercises) -> Imported:
        """Write the script of a spoken text."""
        del known  # nothing in it is an exercise
        chapters = [chapter for chapter in _chapters(bounded(source, _LARGEST)) if chapter.lines]
        if not chapters or not _MARK.search(source.text):
            raise VoicecoachError(f"{source.name} has no lines to speak with marks such as [Gap: 30 seconds]")
        if sum(len(chapter.lines) for chapter in chapters) > MOST_STEPS:
            raise VoicecoachError(f"{source.name} has more than {MOST_STEPS:,} lines to speak; cut it into parts")
        script = Script(_title(source, chapters), cues=[(moment, "") for moment in _SILENT])
        section = script.section("Session")
        for chapter in chapters:
            name = legal_name(chapter.title, "Session")
            length = min(chapter.length + _TAIL, LONGEST)
            cues = [(f"at {spelled(at)}", told) for at, told in chapter.lines if at < length]
            section.step(name, Prescription(Timed(_whole(length))), cues)
            script.describe(Entry(name, (("Action", "Listen, and follow the words."),)))
        return Imported(script.text(source.name), _ASSUMPTIONS)


_ASSUMPTIONS = (
    "Every line is spoken at its time in one long step; the coach does not talk in between.",
    "How long a line takes is guessed from its letters, so silences can be a second or two longer than written.",
)


def _whole(time: Ms) -> Ms:
    """A time rounded up to whole seconds, within a day."""
    return min(-(-time // MS_PER_SECOND) * MS_PER_SECOND, LONGEST)


def _title(source: Source, chapters: list[_Chapter]) -> str:
    first = chapters[0].title
    named = len(chapters) == 1 or next(line for line in source.lines if line.strip()).strip("# \t") == first
    return first if named and first else "Spoken session"


def _chapters(source: Source) -> list[_Chapter]:
    chapters = [_Chapter("")]
    for line in source.lines:
        heading = _CHAPTER.fullmatch(line)
        if _BARE.fullmatch(line):
            chapters[-1].length += _USUAL
        elif heading:
            chapters.append(_Chapter(cut(heading["title"], 60)))
        else:
            for piece in _pieces(_COMMENT.sub("", line)):
                if isinstance(piece, int):
                    chapters[-1].length += piece
                else:
                    chapters[-1].say(piece)
    return chapters


def _pieces(line: str) -> Iterator[str | Ms]:
    """What a line says, and its silences in ms, in order."""
    at = 0
    for match in _MARK.finditer(line):
        yield from _spoken(line[at : match.start()])
        yield _silence(match)
        at = match.end()
    yield from _spoken(line[at:])


def _spoken(text: str) -> Iterator[str]:
    told = one_line(_STAGE.sub(" ", text)).lstrip(">*- ")
    for sentence in _SENTENCE_END.split(told) if len(told) > _LONGEST_LINE else [told]:
        if any(character.isalnum() for character in sentence):
            yield cut(sentence, _LONGEST_LINE)


def _silence(match: re.Match[str]) -> Ms:
    if not match["count"]:
        return _USUAL
    if (match["unit"] or "").casefold() == "ms":
        return round(float(match["count"]))
    unit = _UNITTED.get((match["unit"] or "s")[0].casefold(), 1.0)
    return seconds(float(match["count"]) * unit) + seconds(int(match["more"] or 0))
