"""Workout text of intervals.icu: steps behind hyphens, a time, and how hard.

The language, as its builder describes it: a line that begins with a hyphen is a step; the text before the first time is
its cue, ``60^text`` or ``60^30 text`` before ``<!>`` is said at that second; ``m`` is minutes and ``mtr`` meters; a
heading or a line of its own that ends in ``5x`` repeats the steps up to the next empty line. Cues may stand in several
languages, ``en/Hello fr/Bonjour``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.importers.bounds import MOST_STEPS, bounded
from voicecoach.importers.intervals_step import STEP, Step, parse_step
from voicecoach.importers.safe_text import legal_name, one_line
from voicecoach.importers.warnings import Warnings
from voicecoach.importers.writing import Entry, Script, spelled
from voicecoach.model.workout import Prescription, Timed, UntilReady
from voicecoach.ports import Imported

if TYPE_CHECKING:
    from voicecoach.importers.writing import Section
    from voicecoach.ports import Importer, KnownExercises
    from voicecoach.source import Source

__all__ = ["IntervalsImporter", "load"]

_REPEAT = re.compile(r"(?P<title>.*?)(?:^|\s)(?P<times>[0-9]{1,3})\s*x\s*:?\s*$", re.IGNORECASE)
_LONGEST_TITLE = 80
_MOST_ROUNDS = 999
_RECOVERY = 60
"""Percent of threshold up to which the easy part of an interval is a rest: Coggan's recovery zone ends at 55."""

_TELLS_LOAD = 30_000
"""A recovery longer than this, in ms, has time to say how easy it is, besides what comes next."""

_SEEN = 400
"""Lines that a first look takes in."""

_SURE = re.compile(
    r"[0-9](?:m|mtr|km|mi|')(?:[0-9]|\s|$)|[0-9]%|\bz[1-7]\b|\b[0-9]+w\b|rpm\b|\bramp\b|freeride|<!>"
    r"|press lap|\bpace\b|\bl?thr\b",
    re.IGNORECASE,
)
"""What a step of theirs has and a step of ours has not."""


def load() -> Importer:
    """The importer of intervals.icu's workout text."""
    return IntervalsImporter()


@dataclass(frozen=True, slots=True)
class _Block:
    """Steps under a heading, done so many times."""

    title: str
    times: int
    line: int
    steps: list[Step]


class IntervalsImporter:
    """Reads the workout text of intervals.icu."""

    name = "intervals.icu"
    suffixes: tuple[str, ...] = ()

    def sniff(self, source: Source) -> float:
        """Most of the list items must be steps of this language, and some must be of no other."""
        items = [line for line in source.lines[:_SEEN] if STEP.match(line)]
        steps = [line for line in items if len(line) <= _SEEN and parse_step(line, 1) is not None]
        sure = sum(_SURE.search(line) is not None for line in steps)
        if not steps or 2 * sure < len(items):
            return 0.0
        return 0.4 + 0.5 * sure / len(items)

    def convert(self, source: Source, known: KnownExercises) -> Imported:
        """Write the script of a workout text."""
        del known  # rides and runs are described by the script itself
        warnings = Warnings(bounded(source))
        number = sum(STEP.match(line) is not None for line in source.lines)
        if number > MOST_STEPS:
            raise VoicecoachError(f"{source.name} has {number:,} steps; {MOST_STEPS:,} are the most: cut it into parts")
        blocks, notes = _blocks(source, warnings)
        steps = [step for block in blocks for step in block.steps]
        if not steps:
            raise VoicecoachError(f'{source.name} has no step such as "- 10m 65%", so there is nothing to perform')
        titles = [block.title for block in blocks if block.title and not block.steps]
        script = Script(titles[0] if titles else "Intervals workout", notes=[*titles[1:], *notes])
        for block in blocks:
            if block.steps:
                usual = "Intervals" if block.times > 1 else "Workout"
                _write(script.section(block.title or usual, block.times), block)
        for step in (step for block in blocks for step in block.steps if not _rests(step, block)):
            script.describe(Entry(legal_name(step.name), (("Action", _action(step)),)))
        return Imported(script.text(source.name), _assumptions(steps), warnings.in_order())


def _blocks(source: Source, warnings: Warnings) -> tuple[list[_Block], list[str]]:
    """The blocks of the text, and the paragraphs before the first of them that are no heading."""
    blocks = [_Block("", 1, 1, [])]
    notes: list[str] = []
    for number, line in enumerate(source.lines, 1):
        told = one_line(line)
        if STEP.match(line):
            _add_step(line, number, blocks[-1], warnings)
        elif not told:
            if blocks[-1].times > 1 and blocks[-1].steps:
                blocks.append(_Block("", 1, number, []))
        else:
            blocks.append(_heading(told, number, blocks, notes))
    return blocks, notes


def _heading(told: str, number: int, blocks: list[_Block], notes: list[str]) -> _Block:
    repeat = _REPEAT.fullmatch(told) if len(told) <= _LONGEST_TITLE else None
    title = repeat["title"].strip(" :") if repeat else told.strip(" :#")
    previous = blocks[-1]
    if repeat:
        times = min(max(int(repeat["times"]), 1), _MOST_ROUNDS)
        waiting = previous.title if not previous.steps else ""
        return _Block(title or waiting, times, number, [])
    if len(told) > _LONGEST_TITLE:
        notes.append(told)
        return _Block(previous.title if not previous.steps else "", 1, number, [])
    return _Block(title, 1, number, [])


def _add_step(line: str, number: int, block: _Block, warnings: Warnings) -> None:
    step = parse_step(line, number)
    if step is None:
        hint = "a step has a time as in 10m or 30s, or a distance as in 400mtr or 5km"
        warnings.add("not-imported", number, "this step has no time and no distance, so it is left out", hint)
        return
    if step.length is None and not step.lap:
        warnings.add("distance", number, "a distance is no time; the coach waits there until you are ready")
    if step.counted:
        hint = 'write "3x" on a line of its own above the steps that it repeats'
        warnings.add("not-repeated", number, "a count before a time repeats nothing; the step is done once", hint)
    block.steps.append(step)


def _write(section: Section, block: _Block) -> None:
    for step in block.steps:
        cues = [(f"at {spelled(at)}", told) for at, told in step.cues]
        if _rests(step, block) and step.length is not None:
            called = step.name if step.named else "Easy"
            easy = f"{called}, {' and '.join(step.loads)}." if step.loads and step.length > _TELLS_LOAD else ""
            section.rest_for(step.length, cues or [("at 2s", easy)])
        else:
            amount = UntilReady() if step.length is None or step.lap else Timed(step.length)
            section.step(legal_name(step.name), Prescription(amount, loads=step.loads), cues if step.length else [])


def _rests(step: Step, block: _Block) -> bool:
    """Whether a step is a rest: called so, or the easy half of an interval."""
    easy = step.percent <= _RECOVERY and step.length is not None and not step.lap
    return easy and (step.recovery or (block.times > 1 and not step.named and step.percent > 0))


def _action(step: Step) -> str:
    if step.ramp:
        return "Change the effort evenly from the first value to the last."
    return "Hold your target." if step.loads else "Choose the effort yourself."


def _assumptions(steps: list[Step]) -> tuple[str, ...]:
    told = ["A number with m is minutes, as intervals.icu reads it."]
    if any(step.loads for step in steps):
        told.append("Targets are announced as they are written; nothing is measured or controlled.")
    if len(steps) > 1:
        told.append("Where one step follows another without a rest, a few seconds are added to announce it.")
    return tuple(told)
