"""Numbers as English-speaking coaches write them, in words: sets, times, ranges, tempo, fractions, units."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Spoken = str | Callable[[re.Match[str]], str]

__all__ = ["spoken_figures"]

_UNITS: dict[str, tuple[str, str]] = {
    "s": ("second", "seconds"),
    "sec": ("second", "seconds"),
    "secs": ("second", "seconds"),
    "min": ("minute", "minutes"),
    "mins": ("minute", "minutes"),
    "h": ("hour", "hours"),
    "hr": ("hour", "hours"),
    "hrs": ("hour", "hours"),
    "kg": ("kilo", "kilos"),
    "kgs": ("kilo", "kilos"),
    "g": ("gram", "grams"),
    "lb": ("pound", "pounds"),
    "lbs": ("pound", "pounds"),
    "oz": ("ounce", "ounces"),
    "m": ("meter", "meters"),
    "km": ("kilometer", "kilometers"),
    "cm": ("centimeter", "centimeters"),
    "mm": ("millimeter", "millimeters"),
    "mi": ("mile", "miles"),
    "ft": ("foot", "feet"),
    "yd": ("yard", "yards"),
    "yds": ("yard", "yards"),
    "ml": ("milliliter", "milliliters"),
    "l": ("liter", "liters"),
    "cal": ("calorie", "calories"),
    "cals": ("calorie", "calories"),
    "kcal": ("calorie", "calories"),
    "km/h": ("kilometer an hour", "kilometers an hour"),
    "kph": ("kilometer an hour", "kilometers an hour"),
    "mph": ("mile an hour", "miles an hour"),
    "bpm": ("beat a minute", "beats a minute"),
    "rpm": ("turn a minute", "turns a minute"),
    "deg": ("degree", "degrees"),
    "°": ("degree", "degrees"),
    "°c": ("degree Celsius", "degrees Celsius"),
    "°f": ("degree Fahrenheit", "degrees Fahrenheit"),
    "%": ("percent", "percent"),
}
"""What stands behind a number, and its words for one and for several."""

_CURRENCIES = {"$": ("dollar", "dollars"), "€": ("euro", "euros"), "£": ("pound", "pounds")}

_FRACTIONS = {
    "1/2": "half",
    "1/3": "a third",
    "2/3": "two thirds",
    "1/4": "a quarter",
    "3/4": "three quarters",
    "1/5": "a fifth",
    "1/8": "an eighth",
}
"""Fractions with a name of their own; others are "3 of 8"."""

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_START = r"(?<![\w.])"
_UNIT = "|".join(
    f"(?-i:{unit})" if len(unit) == 1 else re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True)
)
_TIME_UNIT = r"(?:s|secs?|mins?)"
_NUMBERED = "set|round|block|part|circuit|step|lap|week|day|phase|rep|side|exercise|interval|section|minute|station"
_PHASE = r"(?:[0-9]{1,3}|x)"
_CLOCK = rf"{_START}([0-9]{{1,2}}):([0-5][0-9])(?::([0-5][0-9]))?"
_FRACTION_SLASH = "\u2044"
_DASH = r"[-\u2013]"
_BY = r"[x\u00d7]"


def spoken_figures(text: str) -> str:
    """The text with its figures in words, or in plain digits where every voice reads those alike."""
    for pattern, spoken in _READINGS:
        text = pattern.sub(spoken, text)
    return text


def _counted(number: str, words: tuple[str, str]) -> str:
    return f"{number} {words[number != '1']}"


def _clock(match: re.Match[str]) -> str:
    """``1:30`` in minutes and seconds; ``1:02:03`` in hours as well."""
    numbers = [str(int(number)) for number in match.groups() if number is not None]
    units = {2: ("minute", "second"), 3: ("hour", "minute", "second")}[len(numbers)]
    told = [_counted(number, (unit, f"{unit}s")) for number, unit in zip(numbers, units, strict=True) if number != "0"]
    return " ".join(told) or "0 seconds"


def _time_of_day(match: re.Match[str]) -> str:
    hour, minutes, half = match.groups()
    return f"{hour}{f' {minutes}' if minutes and minutes != '00' else ''} {half.upper()}M"


def _row(match: re.Match[str]) -> str:
    """A tempo, a ladder or a countdown: each number by itself."""
    if not any(map(str.isdigit, match[0])):
        return match[0]
    return ", ".join(map(_phase, re.split(f" ?{_DASH} ?", match[0])))


def _tempo(match: re.Match[str]) -> str:
    return f"{match[1]} {', '.join(map(_phase, match[2]))}"


def _times(match: re.Match[str]) -> str:
    return _counted(match[1], ("time", "times"))


def _phase(sign: str) -> str:
    return "explosive" if sign in "xX" else sign


def _vulgar(match: re.Match[str]) -> str:
    return f" {unicodedata.normalize('NFKC', match[1]).replace(_FRACTION_SLASH, '/')}"


def _mixed(match: re.Match[str]) -> str:
    part = _FRACTIONS[match[2]]
    return f"{match[1]} and {'a half' if part == 'half' else part}"


def _part_of(match: re.Match[str]) -> str:
    """``2/4`` is "2 of 4"; ``8/8`` and ``8/4`` are just two numbers."""
    part, whole = match.groups()
    return f"{part} of {whole}" if int(part) < int(whole) else f"{part} {whole}"


def _quantity(match: re.Match[str]) -> str:
    """``30s`` is "30 seconds", ``30-s`` is "30 second" and something."""
    number, joint, unit = match.groups()
    words = _UNITS[unit.casefold()]
    return f"{number} {words[0]}" if joint == "-" else _counted(number, words)


def _readings() -> Iterator[tuple[str, Spoken]]:
    """What is read how, in the order in which it must be: each reading leaves the later ones less to mistake."""
    fraction = "|".join(_FRACTIONS)
    yield r"(?<![\w.,])[0-9]{1,3}(?:,[0-9]{3})+(?![\w,])", lambda match: match[0].replace(",", "")
    yield r"(?<=[0-9]),(?=[0-9])", ", "
    yield r"(?<![\w.])\.(?=[0-9])", "0."
    yield r" ?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])", _vulgar
    yield rf"{_CLOCK}(?![\w:])(?: ?(?:minutes|min|m)\b)?(?! ?[ap]\.?m\b)", _clock
    yield rf"{_START}([0-9]{{1,2}})(?::([0-9]{{2}}))? ?([ap])\.?m\b(?:\.(?=,| (?-i:[a-z])))?", _time_of_day
    yield r"\b(tempo):? ([0-9x]{3,4})\b", _tempo
    yield rf"(?<![\w.-]){_PHASE}(?: ?{_DASH} ?{_PHASE}){{2,}}(?![\w-])", _row
    yield rf"\b(sets?) ?{_BY} ?(?=[0-9])", r"\1 of "
    yield rf"{_START}([0-9]+) ?{_BY} ?(?=[0-9])", lambda match: f"{_counted(match[1], ('set', 'sets'))} of "
    yield rf"{_START}([0-9]+) ?{_BY}(?!\w)", _times
    yield rf"(?<!\w){_BY} ?([0-9]+)\b", _times
    yield rf"\b((?:{_NUMBERED})s?) ([0-9]+) ?/ ?([0-9]+)(?!\w)", r"\1 \2 of \3"
    yield rf"{_START}([0-9]+)[ -]({fraction})(?![\w/])", _mixed
    yield rf"(?<![\w/.])({fraction})(?![\w/])", lambda match: _FRACTIONS[match[1]]
    yield rf"{_START}({_NUMBER} ?{_TIME_UNIT}) ?/ ?({_NUMBER} ?{_TIME_UNIT})(?!\w)", r"\1 on, \2 off"
    yield r"(?<![\w/.])([1-9]) ?/ ?([1-9]|10)(?![\w/])", _part_of
    yield r"(?<=[0-9]) ?/ ?(?=[0-9])", " "
    yield r"(?<=[0-9]):(?=[0-9])", " to "
    yield rf"{_START}({_NUMBER}) ?(?:{_UNIT})? ?{_DASH} ?(?={_NUMBER}(?!{_DASH}))", r"\1 to "
    yield rf"([$€£]) ?({_NUMBER})\b", lambda match: _counted(match[2], _CURRENCIES[match[1]])
    yield rf"(?<!\w)({_NUMBER})( ?|-)({_UNIT})(?![a-z°%])(?:\.(?=,| (?-i:[a-z0-9])))?", _quantity


_READINGS = tuple((re.compile(pattern, re.IGNORECASE), spoken) for pattern, spoken in _readings())
