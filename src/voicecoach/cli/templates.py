"""Scripts to begin with: data in ``voicecoach/templates``, fitted to what is wanted."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING

from voicecoach import pipeline
from voicecoach.script.inline import escaped
from voicecoach.source import Source

if TYPE_CHECKING:
    from voicecoach.units import Ms

__all__ = ["EQUIPMENT", "TEMPLATES", "filled"]

TEMPLATES = ("circuit", "tabata", "strength", "mobility", "emom")
EQUIPMENT = ("none", "dumbbells", "kettlebell", "band")

_TITLE = re.compile(r"^# .+$", re.MULTILINE)
_STEP = re.compile(r"^- ([^:\n]+)", re.MULTILINE)
_AMOUNT = re.compile(r"(?<=\()(?:[0-9]+(?= rounds?)|(?<=\()EMOM [0-9]+(?= min))")
_PLURAL = re.compile(r"\(1 rounds|\(([0-9]{2,}|[2-9]) round(?!s)")
_MOST = 60
_TRIED = (3, 9)
"""Rounds or minutes from whose lengths the others follow: past the first, every round is as long as the one before."""

_MINUTE: Ms = 60_000


def filled(template: str, title: str, minutes: int, equipment: str) -> str:
    """A script from a template.

    Args:
        template: One of ``TEMPLATES``.
        title: What it is called; empty for the template's own title.
        minutes: About how long it is to last: its rounds or minutes are chosen to come nearest. 0 leaves it as it is.
        equipment: One of ``EQUIPMENT``.
    """
    folder = files("voicecoach") / "templates"
    text = (folder / f"{template}.md").read_text("utf-8")
    swaps = tomllib.loads((folder / "equipment.toml").read_text("utf-8")).get(equipment, {})
    text = _STEP.sub(lambda step: f"- {swaps.get(step[1], step[1])}", text)
    if title:
        text = _TITLE.sub(lambda _: f"# {escaped(title)}", text, count=1)
    return _fitted(text, minutes * _MINUTE) if minutes else text


def _fitted(text: str, wanted: Ms) -> str:
    """The text with so many rounds, or minutes, that it lasts about as long as wanted, in ms."""
    if not _AMOUNT.search(text):
        return text
    few, many = (_length(_with_amount(text, count)) for count in _TRIED)
    each = (many - few) / (_TRIED[1] - _TRIED[0])
    count = _TRIED[0] + round((wanted - few) / each)
    return _with_amount(text, max(1, min(count, _MOST)))


def _with_amount(text: str, count: int) -> str:
    changed = _AMOUNT.sub(lambda amount: f"EMOM {count}" if amount[0].startswith("EMOM") else str(count), text)
    return _PLURAL.sub(lambda found: f"({found[1]} rounds" if found[1] else "(1 round", changed)


def _length(text: str) -> Ms:
    return pipeline.rough_total(pipeline.load(Source("template", text)))
