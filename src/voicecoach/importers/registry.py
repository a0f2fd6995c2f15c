"""Which importers there are, and which of them reads a text.

The program's own stand in one table. Others come by the entry point group ``voicecoach.importers``: each entry point
names something callable without arguments that gives a :class:`voicecoach.ports.Importer`.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from voicecoach.importers.scripts import is_script
from voicecoach.plugins import Plugins

if TYPE_CHECKING:
    from voicecoach.ports import Importer
    from voicecoach.source import Source

__all__ = ["BUILT_IN", "importer_for", "importer_names", "load_importer"]

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


_IMPORTERS: Plugins[Importer] = Plugins("importer", "voicecoach.importers", BUILT_IN)


def importer_names() -> tuple[str, ...]:
    """All importers by name, our own first."""
    return _IMPORTERS.names()


def load_importer(name: str) -> Importer:
    """An importer by its name.

    Raises:
        VoicecoachError: If there is none of this name, or it cannot be loaded.
    """
    return _IMPORTERS.load(name)


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
