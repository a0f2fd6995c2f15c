"""Zwift's workout files (``.zwo``): XML with a block for each part of a ride or run, and texts at moments of it.

Zwift publishes no specification; elements and attributes are those that files in use have, in any spelling of their
case. A power is a fraction of the rider's threshold power; it is announced as a percentage.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.importers.bounds import MOST_STEPS, bounded
from voicecoach.importers.safe_text import one_line
from voicecoach.importers.warnings import Warnings
from voicecoach.importers.writing import LONGEST, Entry, Script, spelled
from voicecoach.importers.zwo_power import cadence_load, percent, power_loads
from voicecoach.model.workout import Prescription, Timed, UntilReady
from voicecoach.ports import Imported
from voicecoach.units import MS_PER_SECOND, seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.importers.writing import Section
    from voicecoach.importers.xml_tree import Element
    from voicecoach.ports import Importer, KnownExercises
    from voicecoach.source import Source
    from voicecoach.units import Ms

__all__ = ["ZwoImporter", "load"]

_LARGEST = 1_000_000
"""Characters of a file at most: Zwift's own have some ten thousand."""

_ROOT = re.compile(r"<workout_file[\s>]", re.IGNORECASE)
_SEEN = 4_000
"""Characters within which the root element must stand."""

_NUMBER = re.compile(r"\s*[0-9]{1,9}(?:\.[0-9]{0,9})?\s*")
_RECOVERY = 60
"""Percent of threshold up to which the easy part of an interval is a rest: Coggan's recovery zone ends at 55."""

_EVENTS = ("textevent", "textnotification")
_SPORTS = {"run": "run", "running": "run"}


def load() -> Importer:
    """The importer of ``.zwo`` files."""
    return ZwoImporter()


@dataclass(frozen=True, slots=True)
class _Part:
    """Something with a length: a name, how long (None for a distance), how hard, whether it is only for recovery."""

    name: str
    length: Ms | None
    loads: tuple[str, ...]
    line: int
    recovery: bool = False
    cues: tuple[tuple[Ms, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Repeat:
    """Parts that are done in turn so many times."""

    parts: tuple[_Part, ...]
    times: int


class ZwoImporter:
    """Reads Zwift's workout files."""

    name = "zwo"
    suffixes: tuple[str, ...] = (".zwo",)

    def sniff(self, source: Source) -> float:
        """A text is one by its root element."""
        return 0.95 if _ROOT.search(source.text, 0, _SEEN) else 0.0

    def convert(self, source: Source, known: KnownExercises) -> Imported:
        """Write the script of a workout file."""
        from voicecoach.importers.xml_tree import tree_of  # noqa: PLC0415 - an XML parser, for those who have XML

        del known  # rides and runs are described by the script itself
        root = tree_of(bounded(source, _LARGEST))
        workout = root.first("workout")
        if root.tag != "workout_file" or workout is None:
            raise VoicecoachError(
                f"{source.name} is XML, but no Zwift workout: it has no <workout_file> with a <workout>"
            )
        reader = _Reader(root, Warnings(source))
        blocks = reader.with_events(list(reader.blocks(workout)), workout)
        steps = sum(len(block.parts) for block in blocks)
        if not steps:
            raise VoicecoachError(f"{source.name} has no block with a duration, so there is nothing to perform")
        if steps > MOST_STEPS:
            raise VoicecoachError(f"{source.name} has {steps:,} steps; {MOST_STEPS:,} are the most: cut it into parts")
        script = _script(root, blocks, reader.sport)
        return Imported(script.text(source.name), _assumptions(blocks, reader.sport), reader.warnings.in_order())


class _Reader:
    """Reads the elements of one workout."""

    def __init__(self, root: Element, warnings: Warnings) -> None:
        sport = root.first("sporttype")
        kind = root.first("durationtype")
        self.sport = _SPORTS.get(sport.text.lower() if sport else "", "ride")
        self.warnings = warnings
        self._by_distance = kind is not None and kind.text.lower() == "distance"

    def blocks(self, workout: Element) -> Iterator[_Repeat]:
        """Every block of the workout, in order."""
        for element in workout.children:
            if element.tag == "intervalst":
                yield from self._intervals(element)
            elif element.tag in _BLOCKS:
                part = self._part(element)
                if part:
                    yield _Repeat((part,), 1)
            elif element.tag not in _EVENTS:
                self.warnings.add("not-imported", element.line, f'"{one_line(element.written)}" is not imported')

    def with_events(self, blocks: list[_Repeat], workout: Element) -> list[_Repeat]:
        """The blocks with the texts that stand between them, whose times count from the start of the workout."""
        if self._by_distance or not any(workout.all(*_EVENTS)):
            return blocks
        whole = sum(part.length or 0 for block in blocks for part in block.parts * block.times)
        events = list(self._events(workout, whole))
        found: list[_Repeat] = []
        start = 0
        for block in blocks:
            end = start + block.times * sum(part.length or 0 for part in block.parts)
            own = [(at - start, told) for at, told in events if start <= at < end]
            found += _unrolled(block.parts, block.times, own) if own else [block]
            start = end
        return found

    def _part(self, element: Element) -> _Part | None:
        length = self._length(element, "duration")
        if length is None:
            return None
        loads = (*power_loads(element), *cadence_load(element, "cadence"))
        part = self._timed(_BLOCKS[element.tag].format(sport=self.sport), length, loads, element)
        return self._with_events(part, element)

    def _intervals(self, element: Element) -> Iterator[_Repeat]:
        on, off = self._length(element, "onduration"), self._length(element, "offduration", least=0)
        if on is None or off is None:
            return
        times = min(int(self._number(element, "repeat") or 1), MOST_STEPS + 1) or 1
        hard = self._timed("Hard", on, (*percent(element, "onpower"), *cadence_load(element, "cadence")), element)
        loads = (*percent(element, "offpower"), *cadence_load(element, "cadenceresting"))
        easy = self._timed("Easy", off, loads, element)
        powers = [int(found) for load in percent(element, "offpower") for found in re.findall(r"[0-9]+", load)]
        parts = (hard, replace(easy, recovery=max(powers, default=0) <= _RECOVERY)) if off else (hard,)
        events = list(self._events(element, times * (on + off)))
        if events and not self._by_distance:
            yield from _unrolled(parts, times, events)
        else:
            yield _Repeat(parts, times)

    def _timed(self, name: str, amount: Ms, loads: tuple[str, ...], element: Element) -> _Part:
        """A part whose amount is ms, or meters times a thousand where the file counts distance."""
        if not self._by_distance:
            return _Part(name, amount, loads, element.line)
        meters = amount // MS_PER_SECOND
        self.warnings.add(
            "distance", element.line, f"{meters} meters are no time; the coach waits there until you are ready"
        )
        return _Part(f"{name} {meters} meters", None, loads, element.line)

    def _with_events(self, part: _Part, element: Element) -> _Part:
        return replace(part, cues=tuple(self._events(element, part.length)))

    def _events(self, element: Element, length: Ms | None) -> Iterator[tuple[Ms, str]]:
        """The texts of an element, by time; those that would never be seen are reported."""
        found = []
        for event in element.all(*_EVENTS):
            told = one_line(event.attributes.get("message") or event.attributes.get("text", ""))
            offset = seconds(self._number(event, "timeoffset") or 0)
            if told and length is not None and offset < length:
                found.append((offset, told))
            elif told:
                where = "behind the end of its block" if length is not None else "at a place, not at a time,"
                self.warnings.add("outside-block", event.line, f"this text lies {where} and is left out")
        yield from sorted(found, key=lambda each: each[0])

    def _length(self, element: Element, name: str, least: Ms = MS_PER_SECOND) -> Ms | None:
        number = self._number(element, name)
        length = None if number is None else seconds(number)
        if length is None or not least <= length <= LONGEST:
            message = f"this block has no {name} that makes sense, so it is left out"
            self.warnings.add("no-duration", element.line, message, hint="a duration is a number of seconds")
            return None
        return length

    @staticmethod
    def _number(element: Element, name: str) -> float | None:
        written = element.attributes.get(name, "")
        return float(written) if _NUMBER.fullmatch(written) else None


_BLOCKS = {
    "warmup": "Warm-up {sport}",
    "cooldown": "Cool-down {sport}",
    "steadystate": "Steady {sport}",
    "ramp": "Ramp {sport}",
    "freeride": "Free {sport}",
    "maxeffort": "All-out {sport}",
    "solidstate": "Steady {sport}",
}
"""What each kind of block is called; SolidState is an old spelling."""

_ACTIONS = {
    "Warm-up": "Start easy and let the effort rise bit by bit.",
    "Cool-down": "Let the effort sink bit by bit until you breathe easily.",
    "Steady": "Hold one effort from beginning to end.",
    "Ramp": "Change the effort evenly from the first value to the last.",
    "Free": "Choose the effort yourself.",
    "All-out": "Give everything you have.",
    "Hard": "Go hard, as evenly as you can.",
    "Easy": "Ease off and breathe, but keep moving.",
}


def _unrolled(parts: tuple[_Part, ...], times: int, events: list[tuple[Ms, str]]) -> Iterator[_Repeat]:
    """Every repetition for itself, with the texts that belong to it: their times run over all repetitions."""
    start = 0
    for _ in range(times):
        own = []
        for part in parts:
            end = start + (part.length or 0)
            more = ((at - start, told) for at, told in events if start <= at < end)
            own.append(replace(part, cues=tuple(sorted((*part.cues, *more), key=lambda cue: cue[0]))))
            start = end
        yield _Repeat(tuple(own), 1)


def _script(root: Element, blocks: list[_Repeat], sport: str) -> Script:
    title, description = root.first("name"), root.first("description")
    script = Script(one_line(title.text if title else "") or f"Zwift {sport}")
    if description:
        script.notes += [paragraph for paragraph in description.text.split("\n\n") if paragraph.strip()]
    section: Section | None = None
    for number, block in enumerate(blocks):
        if block.times > 1:
            _write(script.section("Intervals", block.times), block)
            section = None
        else:
            section = section or script.section(_title(blocks[number:], sport))
            _write(section, block)
    for name in dict.fromkeys(part.name for block in blocks for part in block.parts if not _rests(part)):
        script.describe(Entry(name, (("Action", _ACTIONS[name.split()[0]]),)))
    return script


def _title(blocks: list[_Repeat], sport: str) -> str:
    """What the section is called that begins with these blocks and reaches to the next intervals."""
    upcoming = []
    for block in blocks:
        if block.times > 1:
            break
        upcoming += [part.name.split()[0] for part in block.parts]
    kinds = set(upcoming)
    return upcoming[0] if len(kinds) == 1 and kinds <= {"Warm-up", "Cool-down"} else sport.capitalize()


def _rests(part: _Part) -> bool:
    return part.recovery and part.length is not None


def _write(section: Section, block: _Repeat) -> None:
    for part in block.parts:
        cues = [(f"at {spelled(at)}", told) for at, told in part.cues]
        if _rests(part):
            easy = f"Spin easily, {' and '.join(part.loads)}." if part.loads else "Easy."
            section.rest_for(part.length or 0, cues or [("at 2s", easy)] if (part.length or 0) > _TELLS_LOAD else cues)
        else:
            amount = UntilReady() if part.length is None else Timed(part.length)
            section.step(part.name, Prescription(amount, loads=part.loads), cues)


_TELLS_LOAD: Ms = 30_000
"""A recovery longer than this has time to say how easy it is, besides what comes next."""


def _assumptions(blocks: list[_Repeat], sport: str) -> tuple[str, ...]:
    told = [f"Powers are announced as percent of your threshold power; the {sport} is not controlled."]
    if sum(len(block.parts) * block.times for block in blocks) > 1:
        told.append("Where one block follows another without a recovery, a few seconds are added to announce it.")
    if any(part.recovery for block in blocks for part in block.parts):
        told.append(
            f"The easy parts of intervals, up to {_RECOVERY} percent, are rests, so that their times are exact."
        )
    return tuple(told)
