"""From names to one pack: the bundled packs, and a script's own words over them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from voicecoach.diagnostics import Diagnostic, Severity, nearest
from voicecoach.errors import VoicecoachError
from voicecoach.wording.pack import Entry, Pack, PackFault, read_entry, read_pack

if TYPE_CHECKING:
    from voicecoach.model.workout import Settings
    from voicecoach.source import Source

__all__ = ["DEFAULT_PACK", "bundled_packs", "load_pack", "pack_of"]

DEFAULT_PACK = "friendly"
"""What speaks where a script names no pack."""


@cache
def bundled_packs() -> tuple[str, ...]:
    """The names of the packs that come with the program, sorted."""
    folder = files("voicecoach.wording") / "packs"
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


@cache
def load_pack(name: str) -> Pack:
    """A bundled pack.

    Raises:
        VoicecoachError: If there is none of that name.
    """
    if name not in bundled_packs():
        raise VoicecoachError(f'no cue pack is called "{name}"; {_advice(name)}')
    text = (files("voicecoach.wording") / "packs" / f"{name}.toml").read_text("utf-8")
    return read_pack(tomllib.loads(text))


def _advice(name: str) -> str:
    near = nearest(name, bundled_packs())
    return f'did you mean "{near}"?' if near else f"there are {', '.join(bundled_packs())}"


def pack_of(settings: Settings, source: Source) -> tuple[Pack, tuple[Diagnostic, ...]]:
    """The pack that a script asks for with the script's own words over it, and what is wrong with either."""
    try:
        base, faults = load_pack(settings.coach), []
    except VoicecoachError as error:
        message, _, hint = str(error).partition("; ")
        span = settings.coach_span or source.span(1)
        base, faults = load_pack(DEFAULT_PACK), [Diagnostic(Severity.ERROR, "unknown-pack", message, span, hint=hint)]
    cues: dict[str, Entry] = {}
    for override in settings.cues:
        try:
            cues[override.moment] = read_entry(override.moment, override.value)
        except PackFault as error:
            fault = error.fault
            faults.append(Diagnostic(Severity.ERROR, "bad-cue", fault.message, override.span, hint=fault.hint))
    return base.with_cues(cues), tuple(faults)
