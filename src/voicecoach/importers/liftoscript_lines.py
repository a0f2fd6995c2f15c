"""The lines of a Liftoscript program: weeks, days, exercises, and the words about them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from voicecoach.importers.liftoscript_sets import SetGroup, Shared, set_groups, shared
from voicecoach.importers.safe_text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from voicecoach.importers.warnings import Warnings
    from voicecoach.source import Source

__all__ = ["Day", "Lift", "days_of", "is_exercise"]

_WEEK = re.compile(r"#\s+(?P<title>\S.*)")
_DAY = re.compile(r"##+\s*(?P<title>\S.*)")
_NAME = re.compile(
    r"(?:(?P<label>[\w -]{1,30}):\s+)?(?P<name>[^\W\d_][^/,\[\]{}|]{0,80}?)\s*"
    r"(?:,\s*(?P<equipment>[^/,\[\]]{1,40}?))?\s*(?:\[[0-9,\s-]{1,20}\])?"
)
_KEYWORD = re.compile(r"(?P<key>progress|update|warmup|superset|used|id|tags?)\s*:\s*(?P<value>.*)", re.IGNORECASE)
_REUSE = re.compile(
    r"\.\.\.\s*(?:[\w -]{1,30}:\s*)?(?P<name>[^\[\]/,]{1,80}?)\s*(?:,[^\[\]/]{0,40})?(?:\[[0-9:_\s]{1,12}\])?"
)
_CODE = re.compile(r"\{~.*?(?:~\}|$)")
_REUSED_WORDS = re.compile(r"//+\s*\.\.\.")
"""Words taken over from another exercise; they are no words themselves."""

_LONGEST_CHAIN = 10
"""Exercises that take over from one another at most: two that take over from each other would never end."""

_FENCE = re.compile(r"```\s*(?P<language>\w*)\s*")
_LONGEST_LINE = 2_000


@dataclass(frozen=True, slots=True)
class Lift:
    """One exercise of a day.

    Attributes:
        name: What it is called.
        equipment: With what, as written; empty for the usual.
        groups: Its sets.
        warmup: Sets before them.
        superset: The group it takes turns in; empty for none.
        words: What the program says about it.
        line: Where it stands.
    """

    name: str
    equipment: str
    groups: tuple[SetGroup, ...]
    warmup: tuple[SetGroup, ...]
    superset: str
    words: tuple[str, ...]
    line: int


@dataclass(slots=True)
class Day:
    """A day of the program, with its exercises."""

    week: str
    title: str
    lifts: list[Lift] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Sections:
    """The sections of a line behind its name."""

    groups: tuple[SetGroup, ...] = ()
    common: Shared = field(default_factory=Shared)
    keywords: Mapping[str, str] = field(default_factory=dict)
    reused: str = ""
    strange: str = ""


def is_exercise(line: str) -> bool:
    """Whether a line is an exercise with sets, or takes those of another."""
    name, slash, rest = line.partition("/")
    if not slash or len(line) > _LONGEST_LINE or not _NAME.fullmatch(name.strip()):
        return False
    return any(set_groups(part.strip()) or _REUSE.fullmatch(part.strip()) for part in rest.split("/"))


def days_of(source: Source, warnings: Warnings) -> list[Day]:
    """The days with their exercises, in order; a program without headings has one."""
    days, words, known = [Day("", "")], [], _defined(source)
    for number, line in _lines(source):
        told = line.strip()
        if told.startswith("//"):
            words += [] if told.startswith("///") or _REUSED_WORDS.match(told) else [one_line(told.lstrip("/"))]
        elif heading := _DAY.fullmatch(told):
            days.append(Day(days[-1].week, heading["title"]))
            words = []
        elif heading := _WEEK.fullmatch(told):
            days.append(Day(heading["title"], ""))
            words = []
        elif told:
            lift = _lift(told, number, known, warnings)
            if lift:
                days[-1].lifts.append(replace(lift, words=tuple(word for word in words if word)))
            words = []
    return [day for day in days if day.lifts]


def _defined(source: Source) -> dict[str, _Sections]:
    """What each name stands for where it has sets of its own: an exercise may take those of a later line."""
    found: dict[str, _Sections] = {}
    for _, line in _lines(source):
        head, _, rest = line.strip().partition("/")
        match = _NAME.fullmatch(head.strip())
        if match and rest:
            sections = _sections(rest)
            if sections.groups or sections.reused:
                found.setdefault(match["name"].casefold(), sections)
    return found


def _resolved(sections: _Sections, known: Mapping[str, _Sections]) -> _Sections:
    """Sections with those that they take over, step by step."""
    for _ in range(_LONGEST_CHAIN):
        if not sections.reused:
            break
        basis = known.get(sections.reused.casefold(), _Sections())
        sections = replace(_merged(basis, sections), reused=basis.reused)
    return sections


def _lines(source: Source) -> Iterator[tuple[int, str]]:
    """The lines without the code of progressions."""
    inside = False
    for number, line in _program(source):
        text = line[:_LONGEST_LINE]
        if inside:
            _, closing, text = text.partition("~}")
            inside = not closing
        bare = _CODE.sub(" ", text)
        inside = inside or text.rfind("{~") > text.rfind("~}")
        yield number, bare


def _program(source: Source) -> Iterator[tuple[int, str]]:
    """The numbered lines of the program: those between fences, where a page has such, else all."""
    fences = [number for number, line in enumerate(source.lines, 1) if _FENCE.fullmatch(line.strip())]
    named = (number for number in fences if "liftoscript" in source.line(number).casefold())
    start = next(named, 0)
    end = next((number for number in fences if start and number > start), len(source.lines) + 1)
    yield from ((number, line) for number, line in enumerate(source.lines, 1) if start < number < end)


def _lift(told: str, number: int, known: dict[str, _Sections], warnings: Warnings) -> Lift | None:
    head, slash, rest = told.partition("/")
    match = _NAME.fullmatch(head.strip())
    if match is None or not slash:
        warnings.add("not-imported", number, "this line is not imported: it is no exercise with sets")
        return None
    sections = _sections(rest)
    if sections.strange:
        warnings.add("not-imported", number, f'"{one_line(sections.strange)[:60]}" is not imported')
    sections = _resolved(sections, known)
    if sections.keywords.get("used", "").casefold().startswith("none"):
        return None
    if not sections.groups:
        warnings.add("no-sets", number, "no sets are written here, so it is left out", hint="write them as in / 3x8")
        return None
    groups = tuple(group.completed(sections.common) for group in sections.groups)
    warmup = set_groups(sections.keywords.get("warmup", ""))
    superset = one_line(sections.keywords.get("superset", ""))
    return Lift(match["name"], one_line(match["equipment"] or ""), groups, warmup, superset, (), number)


def _sections(text: str) -> _Sections:
    groups: tuple[SetGroup, ...] = ()
    common, reused, strange, keywords = Shared(), "", "", dict[str, str]()
    for part in map(str.strip, text.split("/")):
        keyword, reuse = _KEYWORD.fullmatch(part), _REUSE.fullmatch(part)
        if keyword:
            keywords[keyword["key"].casefold()] = keyword["value"]
        elif reuse:
            reused = reuse["name"]
        elif found := set_groups(part):
            groups = groups or found
        elif (beside := shared(part)) is not None:
            common = _completed(beside, common)
        else:
            strange = part
    return _Sections(groups, common, keywords, reused, strange)


def _completed(own: Shared, basis: Shared) -> Shared:
    """What is written for all sets, and from another place what is not."""
    rest = basis.rest if own.rest is None else own.rest
    return Shared(own.loads or basis.loads, rest, own.work or basis.work, own.past or basis.past)


def _merged(basis: _Sections, own: _Sections) -> _Sections:
    """Sections that take over what they do not say; a template's ``used: none`` is its own."""
    keywords = {key: value for key, value in basis.keywords.items() if key == "warmup"} | dict(own.keywords)
    common = _completed(own.common, basis.common)
    groups = own.groups or basis.groups
    if own.common.loads and not own.groups:
        groups = tuple(replace(group, own=replace(group.own, loads=())) for group in groups)
    return _Sections(groups, common, keywords)
