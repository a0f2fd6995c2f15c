"""Which importers there are, and which of them reads a text.

The program's own stand in one table. Others come by the entry point group ``voicecoach.importers``: each entry point
names something callable without arguments that gives a :class:`voicecoach.ports.Importer`.
"""

from __future__ import annotations

import importlib
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, cast

from voicecoach.diagnostics import nearest
from voicecoach.errors import VoicecoachError
from voicecoach.importers.scripts import is_script

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.metadata import EntryPoint

    from voicecoach.ports import Importer
    from voicecoach.source import Source

__all__ = ["BUILT_IN", "ENTRY_POINT_GROUP", "importer_for", "importer_names", "load_importer"]

ENTRY_POINT_GROUP = "voicecoach.importers"

BUILT_IN: dict[str, str] = {
    "zwo": "voicecoach.importers.zwo:load",
    "json-plan": "voicecoach.importers.json_plan:load",
    "intervals.icu": "voicecoach.importers.intervals_icu:load",
    "liftoscript": "voicecoach.importers.liftoscript:load",
    "gaps": "voicecoach.importers.gaps:load",
    "prose": "voicecoach.importers.prose:load",
}
"""Where each of our own importers is loaded from."""

_SURE_ENOUGH = 0.2
"""Below this an importer only guesses."""

_BY_SUFFIX = 0.15
"""What the ending of a file's name adds, so that of two that are as sure the ending decides."""


def importer_names() -> tuple[str, ...]:
    """All importers by name, our own first."""
    others = (name for name in sorted(_entry_points()) if name not in BUILT_IN)
    return (*BUILT_IN, *others)


def load_importer(name: str) -> Importer:
    """An importer by its name.

    Raises:
        VoicecoachError: If there is none of this name, or it cannot be loaded.
    """
    loader = _loader(name)
    try:
        return loader()
    except ImportError as error:
        raise VoicecoachError(f'the importer "{name}" cannot be used: {error}') from error


def importer_for(source: Source) -> Importer | None:
    """The importer that is surest of a text; None for a script, and for what nobody can read.

    Args:
        source: The text; the ending of its name counts where it belongs to a format.
    """
    suffix = PurePath(source.name).suffix.lower()
    importers = tuple(load_importer(name) for name in importer_names())
    if not any(suffix in importer.suffixes for importer in importers) and is_script(source):
        return None
    rated = [(importer.sniff(source) + _BY_SUFFIX * (suffix in importer.suffixes), importer) for importer in importers]
    best, importer = max(rated, key=lambda each: each[0])
    return importer if best >= _SURE_ENOUGH else None


def _loader(name: str) -> Callable[[], Importer]:
    if name in BUILT_IN:
        return partial(_imported, BUILT_IN[name])
    others = _entry_points()
    if name not in others:
        near = nearest(name, importer_names())
        hint = f'did you mean "{near}"?' if near else f"there are {', '.join(importer_names())}"
        raise VoicecoachError(f'no importer is called "{name}"; {hint}')
    return partial(_made, others[name])


def _imported(place: str) -> Importer:
    module, _, attribute = place.partition(":")
    return cast("Importer", getattr(importlib.import_module(module), attribute)())


def _made(point: EntryPoint) -> Importer:
    return cast("Importer", point.load()())


def _entry_points() -> dict[str, EntryPoint]:
    from importlib.metadata import entry_points  # noqa: PLC0415 - 20 ms, for those who import

    return {point.name: point for point in entry_points(group=ENTRY_POINT_GROUP)}
