"""One step of intervals.icu's workout text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.importers.safe_text import one_line
from voicecoach.importers.writing import LONGEST
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from voicecoach.units import Ms

__all__ = ["STEP", "Step", "parse_step"]

STEP = re.compile(r"\s{0,3}-\s*(?=\S)(?!-)")
"""How a step begins."""

_LONGEST_LINE = 1_000
_NAME_WORDS = 4
"""A cue of more words is no name; it is spoken when the step has begun."""

_CUE_AT: Ms = 2 * MS_PER_SECOND
"""Past the go beep."""

_TIME = re.compile(
    r"(?<![\w.^:/-])(?:"
    r"(?P<hours>[0-9]{1,2})h(?:\s?(?P<hm>[0-9]{1,3})m)?(?:\s?(?P<hs>[0-9]{1,2})s)?"
    r"|(?P<minutes>[0-9]{1,4}(?:\.[0-9]{1,2})?)(?:m|min|mins)(?:(?P<ms>[0-9]{1,2})s?|\s(?P<mss>[0-9]{1,2})s)?"
    r"|(?P<ticks>[0-9]{1,4})'(?:(?P<ts>[0-9]{1,2})\"?|\s(?P<tss>[0-9]{1,2})\")?"
    r"|(?P<seconds>[0-9]{1,5})(?:s|sec|secs|\"|'')"
    r")(?![\w%.])",
    re.IGNORECASE,
)
_DISTANCE = re.compile(
    r"(?<![\w.^:/-])(?P<count>[0-9]{1,6}(?:\.[0-9]{1,3})?)\s?(?P<unit>mtrs?|meters?|metres?|km|mi|miles?|yrds?|yds?|y)(?![\w%/])",
    re.IGNORECASE,
)
_DISTANCES = {"m": "meters", "k": "kilometers", "y": "yards"}
_TIMED_CUE = re.compile(r"(?:^|\s)(?P<at>[0-9]{1,5})\^(?:[0-9]{1,4}\s)?")
_SEPARATOR = "<!>"
_LANGUAGE = re.compile(r"(?:^|\s)(?P<tag>[a-z]{2})/(?=\S)")
_LAP = re.compile(r"\bpress\s+lap\b", re.IGNORECASE)
_COUNTED = re.compile(r"[0-9]{1,3}\s?x", re.IGNORECASE)
_RAMP = re.compile(r"\bramp\b", re.IGNORECASE)
_FREE = re.compile(r"\bfree\s?ride\b", re.IGNORECASE)
_REST = re.compile(r"(?:rest|recovery|recover|easy|off)", re.IGNORECASE)
_POWER = r"[0-9]{1,4}(?:\.[0-9])?"
_TARGETS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), told)
    for pattern, told in (
        (rf"(?P<a>{_POWER})%?\s?-\s?(?P<b>{_POWER})%(?P<of>\s?(?:l?thr|hr|pace|ftp|mmp))?", "at {a}% to {b}%{of}"),
        (rf"(?P<a>{_POWER})%(?P<of>\s?(?:l?thr|hr|pace|ftp|mmp))?", "at {a}%{of}"),
        (rf"(?P<a>{_POWER})w?\s?-\s?(?P<b>{_POWER})w\b", "at {a} to {b} watts"),
        (rf"(?P<a>{_POWER})w\b", "at {a} watts"),
        (r"\bz(?P<a>[1-7])\s?-\s?z(?P<b>[1-7])(?P<of>\s?(?:hr|pace))?\b", "at zone {a} to {b}{of}"),
        (r"\bz(?P<a>[1-7])(?P<of>\s?(?:hr|pace))?\b", "at zone {a}{of}"),
        (
            r"(?P<a>[0-9]{1,2}:[0-9]{2})\s?-\s?(?P<b>[0-9]{1,2}:[0-9]{2})(?:\s?/\s?(?P<per>km|mi|[0-9]{2,4}[my]))?",
            "at {a} to {b}{per}",
        ),
        (r"(?P<a>[0-9]{1,2}:[0-9]{2})(?:\s?/\s?(?P<per>km|mi|[0-9]{2,4}[my]))", "at {a}{per}"),
    )
)
_CADENCE = re.compile(r"(?P<a>[0-9]{2,3})(?:\s?-\s?(?P<b>[0-9]{2,3}))?\s?rpm\b", re.IGNORECASE)
_RPE = re.compile(r"\brpe\s?(?P<a>10|[1-9])\b", re.IGNORECASE)
_PERCENT = re.compile(r"([0-9]+)(?:\.[0-9])?%")
_OF = {"hr": "heart rate", "lthr": "threshold heart rate", "pace": "pace", "ftp": "", "mmp": "best power"}
_PER = {"km": "kilometer", "mi": "mile"}


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        name: Its cue, or what its target is called.
        length: Its time in ms; None for a distance.
        loads: Its targets in the words of a load.
        cues: What is said at which moment, in ms from its start.
        lap: Whether it ends when the listener says so.
        named: Whether it has a cue of its own.
        recovery: Whether its cue calls it a rest or a recovery.
        ramp: Whether the effort changes evenly.
        percent: The highest percentage of its targets; 0 for none.
        line: Where it stands.
        counted: Whether a count such as "3x" stands before its time, which repeats nothing.
    """

    name: str
    length: Ms | None
    loads: tuple[str, ...]
    cues: tuple[tuple[Ms, str], ...]
    lap: bool
    named: bool
    recovery: bool
    ramp: bool
    percent: int
    line: int
    counted: bool = False


def parse_step(line: str, number: int) -> Step | None:
    """Read one step; None where it has neither time nor distance.

    Args:
        line: The line, with its hyphen.
        number: Which line of the text it is.
    """
    text = one_line(STEP.sub("", line[:_LONGEST_LINE], count=1))
    prompts, separator, rest = text.partition(_SEPARATOR)
    if not separator:
        prompts, rest = "", text
    time, distance = _TIME.search(rest), _DISTANCE.search(rest)
    amount = min((found for found in (time, distance) if found), key=lambda found: found.start(), default=None)
    if amount is None:
        return None
    length = _length(time) if amount is time and time else None
    if length is not None and not MS_PER_SECOND <= length <= LONGEST:
        return None
    return _step(rest, amount, prompts, number, length)


def _step(rest: str, amount: re.Match[str], prompts: str, number: int, length: Ms | None) -> Step:
    """The step around an amount: its cue stands before it, its targets behind."""
    behind = rest[amount.end() :]
    cue, timed = _prompts(prompts or rest[: amount.start()])
    cue, loads = one_line(_LAP.sub("", cue)), _loads(behind)
    counted = _COUNTED.fullmatch(cue)
    cue = "" if counted else cue
    name = cue if 0 < len(cue.split()) <= _NAME_WORDS else _unnamed(behind, loads)
    if cue and name != cue:
        timed.insert(0, (_CUE_AT, cue))
    return Step(
        name if length is not None else f"{name}, {_distance(amount)}",
        length,
        loads,
        tuple((at, told) for at, told in timed if length is not None and at < length),
        lap=_LAP.search(rest) is not None,
        named=bool(cue),
        recovery=_REST.fullmatch(cue) is not None,
        ramp=_RAMP.search(behind) is not None,
        percent=max((int(each) for load in loads for each in _PERCENT.findall(load)), default=0),
        line=number,
        counted=counted is not None,
    )


def _length(match: re.Match[str]) -> Ms:
    found = match.groupdict(default="0")
    total = int(found["hours"]) * 3600 + int(found["hm"]) * 60 + int(found["hs"])
    total += round(float(found["minutes"]) * 60) + int(found["ms"]) + int(found["mss"])
    total += int(found["ticks"]) * 60 + int(found["ts"]) + int(found["tss"]) + int(found["seconds"])
    return total * MS_PER_SECOND


def _distance(match: re.Match[str]) -> str:
    unit = match["unit"].casefold()
    word = "miles" if unit.startswith("mi") else _DISTANCES[unit[0]]
    return f"{match['count']} {word if match['count'] != '1' else word[:-1]}"


def _prompts(text: str) -> tuple[str, list[tuple[Ms, str]]]:
    """The cue itself, and what is said at which moment; of several languages the first."""
    starts = list(_TIMED_CUE.finditer(text))
    if not starts:
        return _one_language(text), []
    ends = [match.start() for match in starts[1:]] + [len(text)]
    timed = [
        (int(match["at"]) * MS_PER_SECOND, _one_language(text[match.end() : end]))
        for match, end in zip(starts, ends, strict=True)
    ]
    return _one_language(text[: starts[0].start()]), timed


def _one_language(text: str) -> str:
    """The English words of a text in several languages, else those of its first; all of a text without tags."""
    tags = list(_LANGUAGE.finditer(text))
    if not tags or text[: tags[0].start()].strip():
        return text.strip()
    ends = [match.start() for match in tags[1:]] + [len(text)]
    told = {match["tag"]: text[match.end() : end].strip() for match, end in zip(tags, ends, strict=True)}
    return told.get("en") or next(iter(told.values()))


def _loads(text: str) -> tuple[str, ...]:
    """The targets behind the time, each in the words of a load."""
    found = next(((pattern, told, match) for pattern, told in _TARGETS if (match := pattern.search(text))), None)
    loads = [_told(found[1], found[2])] if found else []
    cadence = _CADENCE.search(text)
    if cadence:
        loads.append(f"at {' to '.join(each for each in cadence.groups() if each)} RPM")
    rpe = _RPE.search(text)
    if rpe:
        loads.append(f"RPE {rpe['a']}")
    return tuple(loads)


def _told(pattern: str, match: re.Match[str]) -> str:
    groups = match.groupdict(default="")
    of = _OF.get(groups.get("of", "").strip().casefold(), "")
    per = groups.get("per", "").casefold()
    return pattern.format(
        a=groups["a"],
        b=groups.get("b", ""),
        of=f" of {of}" if of else "",
        per=f" per {_PER.get(per, per)}" if per else "",
    )


def _unnamed(behind: str, loads: tuple[str, ...]) -> str:
    """What a step without a cue is called."""
    if _FREE.search(behind):
        return "Free ride"
    if _RAMP.search(behind):
        return "Ramp"
    return "Steady" if loads else "Go on"
