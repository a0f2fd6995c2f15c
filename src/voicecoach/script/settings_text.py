"""Settings as the front matter of a script has them: the inverse of :mod:`voicecoach.script.front_matter`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from voicecoach.model.talk import ALL_MOMENTS
from voicecoach.model.workout import Music, Settings
from voicecoach.script.durations import spelled

if TYPE_CHECKING:
    from voicecoach.model.talk import TalkChoice

__all__ = ["changed", "settings_rows"]

_SETTINGS = (
    "title", "coach", "voice", "language", "listener", "countdown", "music", "music_level", "keep_awake", "talk",
    "seed", "lead_in", "get_ready", "ready", "switch", "cues", "lexicon",
)  # fmt: skip
_TIMES = frozenset({"lead_in", "get_ready", "ready", "switch"})
_BARE = re.compile(r"(?!null$)[A-Za-z0-9]+(?:[ .-][A-Za-z0-9]+)*", re.ASCII)
"""A text that needs no quotation marks anywhere in YAML."""


def changed(settings: Settings) -> list[str]:
    """The keys of the settings that differ from the defaults, in the order in which they are printed."""
    usual = Settings()
    names = [name for name in _SETTINGS if getattr(settings, name) != getattr(usual, name)]
    return [name.replace("_", "-") for name in names]


def settings_rows(settings: Settings, key: str) -> list[str]:
    """The lines of one setting.

    Args:
        settings: All of them.
        key: Which one, as a script writes it: ``lead-in``.
    """
    if key == "cues":
        return ["cues:", *(f"  {_yaml(cue.moment)}: {_yaml(cue.value)}" for cue in settings.cues)]
    if key == "talk":
        return _talk_rows(settings.talk)
    if key == "lexicon":
        return ["lexicon:", *(f"  {_yaml(entry.word)}: {_yaml(entry.sounds)}" for entry in settings.lexicon)]
    name = key.replace("-", "_")
    return [f"{key}: {_yaml(_value(name, getattr(settings, name)))}"]


def _talk_rows(talk: tuple[TalkChoice, ...]) -> list[str]:
    """One level for all on the line itself, others in lines of their own."""
    rows = [f"  {_yaml(choice.moment)}: {choice.level.name.lower()}" for choice in talk]
    return ["talk:", *rows] if [choice.moment for choice in talk] != [ALL_MOMENTS] else [f"talk: {rows[0].split()[-1]}"]


def _value(name: str, value: object) -> object:
    if name in _TIMES and isinstance(value, int):
        return spelled(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Music):
        if value.work == value.rest:
            return list(value.work)
        return {part: list(files) for part, files in (("work", value.work), ("rest", value.rest)) if files}
    if isinstance(value, float):
        return f"{value:g}"
    return list(value) if isinstance(value, tuple) else value


def _yaml(value: Any) -> str:  # noqa: ANN401 - text, list or table
    """A value in the notation of YAML for one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_yaml(key)}: {_yaml(told)}" for key, told in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_yaml, value)) + "]"
    if not isinstance(value, str) or _BARE.fullmatch(value):
        return str(value)
    return f'"{"".join(map(_yaml_character, value))}"'


def _yaml_character(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08x}"
