"""Words at a moment of a step: the lines nested under it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from voicecoach.model.workout import TimedCue, TimedMoment
from voicecoach.script.codes import Code
from voicecoach.script.durations import duration, spelled
from voicecoach.script.flaws import FlawError
from voicecoach.script.inline import plain
from voicecoach.script.prescription import parse_prescription
from voicecoach.script.scanner import Scanner, quoted, words
from voicecoach.script.slips import Vocabulary, corrections, with_seconds
from voicecoach.units import seconds

if TYPE_CHECKING:
    from voicecoach.script.faults import Faults
    from voicecoach.script.passage import Passage
    from voicecoach.units import Ms

__all__ = ["colon", "is_moment", "timed_cue"]

_COLON = re.compile(r"(?<![0-9]):|:(?![0-9])")
_AT = words("at", "after")
_LAST = words("last", "in the last", "the last")
_HALFWAY = words("halfway", "half way", "half-way", "at halfway", "at half")
_EXPECTED = '"at 10s: text", "halfway: text" or "last 5s: text"'
_MISPLACED = 'a step stands at the margin; a heading with "##" makes several a block'
_KEYWORDS = Vocabulary((
    "at", "after", "halfway", "half", "way", "last", "in", "the", "seconds", "second", "secs", "sec", "s", "minutes",
    "minute", "mins", "min",
))  # fmt: skip
_LONGEST = 40
"""Characters of a moment at most in which a slip of the pen is looked for."""


def colon(text: str) -> int:
    """Offset of the first colon that is not part of a time such as 1:30; -1 for none."""
    match = _COLON.search(text)
    return match.start() if match else -1


def timed_cue(passage: Passage, length: Ms | None, faults: Faults) -> TimedCue | None:
    """Read one nested line: ``cue = moment ":" text``.

    Args:
        passage: The line.
        length: How long the step (or each of its sides) lasts, in ms; None where that is not known yet.
        faults: Takes what is wrong.

    Returns:
        The cue, or None for a line that is none: it has been reported.
    """
    at = colon(passage.text)
    if at < 0 and not is_moment(passage.text):
        hint = f"write {_EXPECTED} for something to say, or a paragraph for a note"
        faults.warning(
            Code.NOT_READ, "this line under a step is not read: it names no moment", passage.span(), hint=hint
        )
        return None
    if at < 0:
        message = "a colon is missing between the moment and the words"
        faults.error(Code.BAD_MOMENT, message, passage.span(), expected=_EXPECTED)
        return None
    moment, told = passage.part(0, at), plain(passage.part(at + 1)).part()
    try:
        kind, offset = _moment(plain(moment).text, length)
    except FlawError as error:
        misplaced = "" if error.flaw.hint or parse_prescription(told.text, advise=False)[1] else _MISPLACED
        faults.flaws([replace(error.flaw, hint=misplaced) if misplaced else error.flaw], plain(moment))
        return None
    if not told.text:
        faults.error(Code.BAD_MOMENT, "nothing is to be said here", passage.span(), expected=_EXPECTED)
        return None
    return TimedCue(kind, offset, told.text, passage.span())


def is_moment(text: str) -> bool:
    """Whether a line begins as words at a moment do."""
    scanner = Scanner(text)
    return any(scanner.sees(pattern) for pattern in (_HALFWAY, _LAST, _AT))


def _moment(text: str, length: Ms | None) -> tuple[TimedMoment, Ms]:
    """The moment of a text, with a remedy where it is none."""
    try:
        return _read(text, length)
    except FlawError as error:
        if error.flaw.hint or not (meant := _meant(text, length)):
            raise
        raise FlawError(replace(error.flaw, hint=meant)) from None


def _read(text: str, length: Ms | None) -> tuple[TimedMoment, Ms]:
    """``moment = "halfway" | "at" duration | "last" duration``."""
    scanner = Scanner(text)
    if scanner.take(_HALFWAY) and scanner.done:
        return TimedMoment.HALFWAY, 0
    kind = TimedMoment.LAST if scanner.take(_LAST) else TimedMoment.AT if scanner.take(_AT) else None
    offset = duration(scanner, least=0 if kind is TimedMoment.AT else seconds(1)) if kind else None
    whole = (0, len(text))
    if kind is None or offset is None or not scanner.done:
        raise scanner.flaw(Code.BAD_MOMENT, f"{quoted(text)} is no moment of a step", whole, _EXPECTED)
    beyond = length is not None and (offset > length or (kind is TimedMoment.AT and offset == length))
    if beyond and length is not None:
        message = f"{quoted(text)} lies outside the step, which lasts {spelled(length)}"
        raise scanner.flaw(Code.BAD_MOMENT, message, whole)
    return kind, offset


def _meant(text: str, length: Ms | None) -> str:
    """The moment with a slip of the pen mended, as a question."""
    if len(text) > _LONGEST:
        return ""
    readable = (
        better for better in chain(corrections(text, _KEYWORDS.near), with_seconds(text)) if _is_right(better, length)
    )
    return next((f'did you mean "{better}"?' for better in readable), "")


def _is_right(text: str, length: Ms | None) -> bool:
    try:
        _read(text, length)
    except FlawError:
        return False
    return True
