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
    from collections.abc import Iterable

    from voicecoach.model.workout import CueOverride

__all__ = ["bundled_packs", "load_pack", "reworded"]


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
        near = nearest(name, bundled_packs())
        known = ", ".join(bundled_packs())
        advice = f'Did you mean "{near}"?' if near else f"Known: {known}."
        raise VoicecoachError(f'No cue pack is called "{name}". {advice}')
    text = (files("voicecoach.wording") / "packs" / f"{name}.toml").read_text("utf-8")
    return read_pack(tomllib.loads(text))


def reworded(pack: Pack, overrides: Iterable[CueOverride]) -> tuple[Pack, tuple[Diagnostic, ...]]:
    """A pack with a script's own words over it, and what is wrong with them."""
    cues: dict[str, Entry] = {}
    faults: list[Diagnostic] = []
    for override in overrides:
        try:
            cues[override.moment] = read_entry(override.moment, override.value)
        except PackFault as error:
            faults.append(
                Diagnostic(Severity.ERROR, "bad-cue", error.fault.message, override.span, hint=error.fault.hint)
            )
    return pack.with_cues(cues), tuple(faults)
