"""How hard a block of a Zwift file is, in the words of a load."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voicecoach.importers.xml_tree import Element

__all__ = ["cadence_load", "percent", "power_loads"]

_FRACTION = re.compile(r"\s*([0-9]{1,2}(?:\.[0-9]{1,9})?|\.[0-9]{1,9})\s*")
_MOST = 10.0
"""Ten times the threshold: no higher fraction is a power."""

_WHOLE = re.compile(r"\s*([0-9]{1,3})(?:\.[0-9]{0,9})?\s*")
_ZONE = re.compile(r"\s*([1-7])\s*")
_FALLING = ("cooldown",)


def percent(element: Element, name: str) -> tuple[str, ...]:
    """The load of one attribute, or of its ``Low`` and ``High``: none, or one such as ``at 95%``."""
    single = _fraction(element, name)
    low, high = (_fraction(element, name + end) for end in ("low", "high"))
    prefix, suffix = name.removesuffix("power"), "power"
    if low is None and prefix:
        low, high = (_fraction(element, f"{suffix}{prefix}{end}") for end in ("low", "high"))
    if single is None and low is not None and high is not None and low != high:
        return (f"at {low}% to {high}%",)
    told = single if single is not None else low if low is not None else high
    return _zone(element, name) if told is None else (f"at {told}%",)


def _zone(element: Element, name: str) -> tuple[str, ...]:
    """The zone that stands in the place of a power, ``Zone`` or ``PowerOnZone``: none, or one such as ``at zone 3``."""
    prefix = name.removesuffix("power")
    match = _ZONE.fullmatch(element.attributes.get(f"power{prefix}zone" if prefix else "zone", ""))
    return (f"at zone {match[1]}",) if match else ()


def power_loads(element: Element) -> tuple[str, ...]:
    """The load of a block: a range falls in a cool-down, rises in a warm-up, and stands as written elsewhere."""
    found = percent(element, "power")
    low, high = _fraction(element, "powerlow"), _fraction(element, "powerhigh")
    if low is None or high is None or low == high:
        return found
    first, last = (low, high) if element.tag not in ("warmup", *_FALLING) else (min(low, high), max(low, high))
    if element.tag in _FALLING:
        first, last = last, first
    return (f"at {first}% to {last}%",)


def cadence_load(element: Element, name: str) -> tuple[str, ...]:
    """The cadence, or its ``Low`` and ``High``, as a load: none, or one such as ``at 90 RPM``."""
    found = (_WHOLE.fullmatch(element.attributes.get(name + end, "")) for end in ("", "low", "high"))
    single, low, high = (int(match[1]) if match else 0 for match in found)
    if not single and low and high and low != high:
        return (f"at {low} to {high} RPM",)
    told = single or low or high
    return (f"at {told} RPM",) if told else ()


def _fraction(element: Element, name: str) -> int | None:
    """A fraction of the threshold as whole percent; None where there is none that makes sense."""
    match = _FRACTION.fullmatch(element.attributes.get(name, ""))
    if match is None or not 0 < float(match[1]) <= _MOST:
        return None
    return round(float(match[1]) * 100)
