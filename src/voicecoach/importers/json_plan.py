"""Our own ``plan --json`` back to a script, as far as a plan knows: steps, rests, sides, sets, rounds, spoken lines.

A plan is what a script has become: loads, tempos and descriptions are in it only as words, so they are lost.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, Any, TypeAlias

from voicecoach.errors import VoicecoachError
from voicecoach.importers.bounds import MOST_STEPS, bounded
from voicecoach.importers.json_reading import entries, json_of, text_of, whole_of
from voicecoach.importers.safe_text import legal_name, one_line
from voicecoach.importers.writing import LONGEST, Script
from voicecoach.model.workout import Prescription, Reps, Sides, Timed
from voicecoach.ports import Imported
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from voicecoach.importers.writing import Section
    from voicecoach.ports import Importer, KnownExercises
    from voicecoach.source import Source
    from voicecoach.units import Ms

__all__ = ["PlanImporter", "load"]

_SEEN = 2_000
_MOST_REPS = 10_000
_MOST_ROUNDS = 999
_SECOND = 2
"""The round with which the first one is over."""

_SIDES = {"left": Sides.LEFT, "right": Sides.RIGHT}
_COACH = "Coach"
"""What a plan calls a step in which the coach only speaks lines of the script."""

_ASSUMPTIONS = (
    "A plan does not know loads, tempos and descriptions; exercises are taken from the library by their names.",
)


def load() -> Importer:
    """The importer of plans."""
    return PlanImporter()


@dataclass(frozen=True, slots=True)
class _Bout:
    """A step of the script: what of it has been seen in the plan.

    Attributes:
        name: The exercise.
        prescription: How much of it.
        line: Its line in the script the plan was made of; sets and sides of one step share it.
        side: The side that was seen last.
    """

    name: str
    prescription: Prescription
    line: int
    side: str


_Item: TypeAlias = "_Bout | Ms | str"
"""What stands in a section: a step, a rest in ms, a spoken line."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A section of the script."""

    title: str
    rounds: int
    rest: Ms
    items: tuple[_Item, ...]


class PlanImporter:
    """Reads what ``voicecoach plan --json`` prints."""

    name = "json-plan"
    suffixes: tuple[str, ...] = (".json",)

    def sniff(self, source: Source) -> float:
        """A plan begins with an object, and its keys come early."""
        start = source.text[:_SEEN].lstrip()
        return 0.95 if start.startswith("{") and '"duration_ms"' in start and '"title"' in start else 0.0

    def convert(self, source: Source, known: KnownExercises) -> Imported:
        """Write a script whose plan would have these steps."""
        plan = json_of(bounded(source))
        steps = entries(plan.get("steps")) if isinstance(plan, dict) else []
        works = sum(text_of(step, "kind") == "work" for step in steps)
        if not works:
            raise VoicecoachError(f"{source.name} is no plan with steps, as `voicecoach plan --json` prints it")
        if works > MOST_STEPS:
            raise VoicecoachError(f"{source.name} has {works:,} steps; {MOST_STEPS:,} are the most")
        parts = list(_parts(steps, _said(entries(plan.get("events")))))
        script = Script(text_of(plan, "title"))
        for part in parts:
            _write(script.section(part.title or "Workout", part.rounds, part.rest), part)
        script.name_only((item.name for part in parts for item in part.items if isinstance(item, _Bout)), known)
        return Imported(script.text(source.name), _ASSUMPTIONS)


def _said(events: list[Mapping[str, Any]]) -> dict[int, list[str]]:
    """What is said in each step."""
    said: dict[int, list[str]] = {}
    for event in events:
        if text_of(event, "bus") == "voice":
            said.setdefault(whole_of(event, "step"), []).append(one_line(text_of(event, "text")))
    return said


def _parts(steps: list[Mapping[str, Any]], said: dict[int, list[str]]) -> Iterator[_Part]:
    """The sections: runs of steps under one title, of which the first round stands for all."""
    for title, run in groupby(enumerate(steps), key=lambda each: one_line(text_of(each[1], "section"))):
        numbered = list(run)
        rounds = min(max(whole_of(step, "rounds") for _, step in numbered), _MOST_ROUNDS)
        first = list(takewhile(lambda each: whole_of(each[1], "round") < _SECOND, numbered))
        items: list[_Item] = []
        for number, step in first:
            _take(items, step, said.get(number, []))
        if not any(isinstance(item, _Bout) for item in items):
            continue
        rest = _trailing_rest(items) if rounds > 1 and len(first) < len(numbered) else 0
        yield _Part(title, max(rounds, 1), rest, tuple(items))


def _trailing_rest(items: list[_Item]) -> Ms:
    """Take the rests off the end: they stand between two rounds."""
    rest = 0
    while items and isinstance(pause := items[-1], int):
        rest += pause
        items.pop()
    return min(rest, LONGEST)


def _take(items: list[_Item], step: Mapping[str, Any], told: list[str]) -> None:
    """Add what a step of the plan says about its section."""
    kind = text_of(step, "kind")
    length = min(max(whole_of(step, "end_ms") - whole_of(step, "start_ms"), 0), LONGEST)
    if kind == "work" and length >= MS_PER_SECOND:
        _take_bout(items, step, length)
    elif kind == "rest" and length >= MS_PER_SECOND:
        items.append(length)
    elif kind == "say" and text_of(step, "name") == _COACH:
        items += told


def _take_bout(items: list[_Item], step: Mapping[str, Any], length: Ms) -> None:
    """Add a bout, or what it tells of the step before it: another side, another set."""
    reps, line, side = whole_of(step, "reps"), whole_of(step, "line"), text_of(step, "side")
    name, number = legal_name(text_of(step, "name")), whole_of(step, "set")
    at = next((i for i in reversed(range(len(items))) if isinstance(items[i], _Bout)), -1)
    before = items[at] if at >= 0 else None
    if isinstance(before, _Bout) and line and (before.line, before.name) == (line, name):
        found = before.prescription
        if number > found.sets:
            pauses = [item for item in items[at + 1 :] if isinstance(item, int)]
            found = replace(found, sets=min(number, _MOST_ROUNDS), rest=found.rest or min(sum(pauses), LONGEST))
        if side != before.side:
            found = replace(found, sides=Sides.EACH)
        items[at:] = [replace(before, prescription=found, side=side)]
        return
    amount = Reps(min(reps, _MOST_REPS)) if reps else Timed(length)
    sides = _SIDES.get(side, Sides.EACH if side else Sides.NONE)
    items.append(_Bout(name, Prescription(amount, sides=sides), line, side))


def _write(section: Section, part: _Part) -> None:
    for item in part.items:
        if isinstance(item, _Bout):
            section.step(item.name, item.prescription)
        elif isinstance(item, int):
            section.rest_for(item)
        else:
            section.say(item)
