"""Programs in Liftoscript, the language of the Liftosaur app: one line an exercise, its parts between slashes.

What a voice can lead through is imported: sets by repetitions or time, weights, efforts, rests, supersets and the words
of ``//`` lines. Of a program for several days the first is the workout; how it progresses is not imported. Source: the
public documentation of the language.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.importers.bounds import MOST_STEPS, bounded
from voicecoach.importers.liftoscript_lines import Day, Lift, days_of, is_exercise
from voicecoach.importers.safe_text import legal_name
from voicecoach.importers.warnings import Warnings
from voicecoach.importers.writing import Script
from voicecoach.model.workout import Prescription
from voicecoach.ports import Imported
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.importers.liftoscript_sets import SetGroup
    from voicecoach.importers.writing import Section
    from voicecoach.ports import Importer, KnownExercises
    from voicecoach.source import Source
    from voicecoach.units import Ms

__all__ = ["LiftoscriptImporter", "load"]

_LARGEST = 500_000
_USUAL_REST: Ms = 90 * MS_PER_SECOND
"""Rest where none is written: long enough for most lifts, and short enough to keep warm."""

_MOST_SETS = 50
_EMPHASIS = re.compile(r"[*_`]+")
_FENCED = re.compile(r"^```\s*liftoscript\s*$", re.IGNORECASE | re.MULTILINE)
_SEEN = 500
_SPOKEN_WORDS = 25
"""Words about an exercise that the coach may say before it; more are for reading."""

_NO_CUES: tuple[tuple[str, str], ...] = ()

_EQUIPMENT = {
    "barbell": "with a barbell",
    "dumbbell": "with dumbbells",
    "cable": "with a cable",
    "kettlebell": "with a kettlebell",
    "band": "with a band",
    "ez bar": "with an EZ bar",
    "trap bar": "with a trap bar",
    "smith machine": "with the Smith machine",
    "leverage machine": "with the machine",
    "medicine ball": "with a medicine ball",
    "stability ball": "with a stability ball",
}
"""How the coach names the app's equipment; what is not here is not announced."""


def load() -> Importer:
    """The importer of Liftoscript."""
    return LiftoscriptImporter()


class LiftoscriptImporter:
    """Reads Liftoscript."""

    name = "liftoscript"
    suffixes: tuple[str, ...] = (".liftoscript",)

    def sniff(self, source: Source) -> float:
        """Most lines that are no comment and no heading must be exercises between slashes."""
        if _FENCED.search(source.text, 0, _LARGEST):
            return 0.9
        lines = [line.strip() for line in source.lines[:_SEEN]]
        told = [line for line in lines if line and not line.startswith(("//", "#"))]
        found = sum(map(is_exercise, told))
        return 0.4 + 0.5 * found / len(told) if found and 2 * found >= len(told) else 0.0

    def convert(self, source: Source, known: KnownExercises) -> Imported:
        """Write the script of the first day of a program."""
        warnings = Warnings(bounded(source, _LARGEST))
        days = days_of(source, warnings)
        if not days:
            raise VoicecoachError(
                f'{source.name} has no exercise such as "Squat / 3x8", so there is nothing to perform'
            )
        day = days[0]
        script = Script(", ".join(part for part in (day.week, day.title) if part) or "Strength workout")
        written = [_write_group(script, lifts) for lifts in _grouped(day)]
        if sum(written) > MOST_STEPS:
            raise VoicecoachError(f"{source.name} has {sum(written):,} steps; {MOST_STEPS:,} are the most")
        script.name_only((lift.name for lift in day.lifts), known)
        return Imported(script.text(source.name), tuple(_assumptions(days)), warnings.in_order())


def _grouped(day: Day) -> Iterator[list[Lift]]:
    """The day's exercises: those of one superset together, at the place of its first; others in rows."""
    done: set[str] = set()
    row: list[Lift] = []
    for lift in day.lifts:
        if not lift.superset:
            row.append(lift)
            continue
        if row:
            yield row
            row = []
        if lift.superset not in done:
            done.add(lift.superset)
            yield [each for each in day.lifts if each.superset == lift.superset]
    if row:
        yield row


def _write_group(script: Script, lifts: list[Lift]) -> int:
    """Write a section; the number of its steps."""
    if lifts[0].superset and len(lifts) > 1:
        return _write_superset(script, lifts)
    section = script.section("Strength")
    steps, rest = 0, 0
    for lift in lifts:
        warming = [(_prescription(lift, group, warms=True), _NO_CUES) for group in lift.warmup]
        working = [(_prescription(lift, group), _counted(group)) for group in lift.groups]
        for number, (prescription, cues) in enumerate([*warming, *working]):
            if rest:
                section.rest_for(rest)
            if not number:
                _say(section, lift)
            section.step(legal_name(lift.name), prescription, cues)
            rest = prescription.rest
            steps += 1
    return steps


def _write_superset(script: Script, lifts: list[Lift]) -> int:
    """A superset is a circuit: one set of each in turn."""
    sets = [_unrolled(lift) for lift in lifts]
    alike = all(len(set(own)) == 1 and len(own) == len(sets[0]) for own in sets)
    rest = _rest(lifts[-1].groups[-1])
    section = script.section(f"Superset {lifts[0].superset}", len(sets[0]) if alike else 1, rest)
    for lift in lifts:
        _say(section, lift)
    for turn in range(1 if alike else max(map(len, sets))):
        if turn:
            section.rest_for(rest)
        _write_turn(section, [(lift, own[turn]) for lift, own in zip(lifts, sets, strict=True) if turn < len(own)])
    return sum(map(len, sets))


def _write_turn(section: Section, turn: list[tuple[Lift, SetGroup]]) -> None:
    """One set of each exercise of a superset; between them only the rests that are written."""
    for number, (lift, group) in enumerate(turn, 1):
        section.step(legal_name(lift.name), replace(_prescription(lift, group), sets=1), _counted(group))
        if number < len(turn) and group.own.rest:
            section.rest_for(group.own.rest)


def _unrolled(lift: Lift) -> list[SetGroup]:
    return [group for group in lift.groups for _ in range(min(group.sets, _MOST_SETS))]


def _say(section: Section, lift: Lift) -> None:
    words = " ".join(_EMPHASIS.sub("", word) for word in lift.words)
    if len(words.split()) <= _SPOKEN_WORDS:
        section.say(words)
    else:
        section.note(words)


def _prescription(lift: Lift, group: SetGroup, *, warms: bool = False) -> Prescription:
    loads = [f"{load} of the working weight" if warms and "%" in load else load for load in group.own.loads]
    equipment = _EQUIPMENT.get(lift.equipment.casefold())
    loads += [equipment] if equipment else []
    return Prescription(group.amount, sets=min(group.sets, _MOST_SETS), rest=_rest(group), loads=tuple(loads))


def _counted(group: SetGroup) -> tuple[tuple[str, str], ...]:
    """What the coach says in a timed set that has repetitions as well."""
    return (("at 1s", f"{group.counted} reps, then wait for the time."),) if group.counted else _NO_CUES


def _rest(group: SetGroup) -> Ms:
    """The rest behind each of some sets."""
    return _USUAL_REST if group.own.rest is None else max(group.own.rest, MS_PER_SECOND)


def _assumptions(days: list[Day]) -> Iterator[str]:
    groups = [group for lift in days[0].lifts for group in lift.groups]
    if len(days) > 1:
        yield f"The first of {len(days)} days is imported; put another day into a file of its own to play that."
    if any(group.own.rest is None for group in groups):
        yield f"Where no rest is written, it is {_USUAL_REST // MS_PER_SECOND} seconds."
    if any(group.ranged for group in groups):
        yield "Of a range of repetitions the lower number is counted; do more if you can."
    if any(group.most for group in groups):
        yield "Sets with a plus are as many as you can, at most a minute where no time is written."
