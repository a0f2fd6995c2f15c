"""A pack without a workout: its words with examples in their holes."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from voicecoach.model.plan import Cue, Lead, Phrase, Priority
from voicecoach.wording.words import Words

if TYPE_CHECKING:
    from voicecoach.model.plan import Value, Values
    from voicecoach.wording.pack import Pack

__all__ = ["example_cue", "example_phrase", "example_values"]

_SEED = 0


def example_cue(pack: Pack, moment: str) -> Cue:
    """What a pack says at a moment, from the longest wording to the shortest."""
    cue = Cue(moment, Lead(), Priority.HELPFUL, example_values("cues", moment))
    return Words(pack, _SEED).cue(cue)


def example_phrase(pack: Pack, key: str) -> str:
    """What a pack makes of a phrase."""
    return Words(pack, _SEED).phrase(Phrase(key, example_values("phrases", key)))


def example_values(table: str, name: str) -> Values:
    """What stands in the holes of an entry of ``cues`` or ``phrases``."""
    told = _told()
    return {hole: _value(value) for hole, value in {**told["values"], **told[table].get(name, {})}.items()}


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((files("voicecoach.wording") / "examples.toml").read_text("utf-8"))


def _value(told: Any) -> Value:  # noqa: ANN401 - as TOML gives it
    if isinstance(told, dict):
        ((key, value),) = told.items()
        return Phrase(key, {key: value})
    return tuple(map(_value, told)) if isinstance(told, list) else told
