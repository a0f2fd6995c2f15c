"""Words at a moment of a step: the lines nested under it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from voicecoach.diagnostics import nearest
from voicecoach.model.workout import TimedCue, TimedMoment
from voicecoach.script.codes import Code
from voicecoach.script.durations import duration, spelled
from voicecoach.script.flaws import FlawError
from voicecoach.script.inline import plain
from voicecoach.script.prescription import parse_prescription
from voicecoach.script.scanner import Scanner, quoted, words
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
_KEYWORDS = ("at", "halfway", "last")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


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
        misplaced = "" if error.flaw.hint or parse_prescription(told.text)[1] else _MISPLACED
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
    """``moment = "halfway" | "at" duration | "last" duration``."""
    scanner = Scanner(text)
    if scanner.take(_HALFWAY) and scanner.done:
        return TimedMoment.HALFWAY, 0
    kind = TimedMoment.LAST if scanner.take(_LAST) else TimedMoment.AT if scanner.take(_AT) else None
    offset = duration(scanner, least=0 if kind is TimedMoment.AT else seconds(1)) if kind else None
    whole = (0, len(text))
    if kind is None or offset is None or not scanner.done:
        raise scanner.flaw(Code.BAD_MOMENT, f"{quoted(text)} is no moment of a step", whole, _EXPECTED, _meant(text))
    beyond = length is not None and (offset > length or (kind is TimedMoment.AT and offset == length))
    if beyond and length is not None:
        raise scanner.flaw(
            Code.BAD_MOMENT, f"{quoted(text)} lies outside the step, which lasts {spelled(length)}", whole
        )
    return kind, offset


def _meant(text: str) -> str:
    match = _FIRST_WORD.match(text)
    near = nearest(match[0], _KEYWORDS) if match and len(match[0]) > 1 else None
    if match is None or near is None or near == match[0].casefold():
        return ""
    return f'did you mean "{near}{text[match.end() :]}"?'
