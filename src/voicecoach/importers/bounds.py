"""What every importer asks of a text before it reads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError

if TYPE_CHECKING:
    from voicecoach.source import Source

__all__ = ["LARGEST", "MOST_STEPS", "bounded"]

LARGEST = 2 * 1024 * 1024
"""Characters of a text at most: as much as any file that is read."""

MOST_STEPS = 2_000
"""Steps of an imported workout at most: with one a minute, a day and a half."""


def bounded(source: Source, most: int = LARGEST) -> Source:
    """The source itself.

    Args:
        source: What is to be imported.
        most: Characters that make sense for its format.

    Raises:
        VoicecoachError: If it is larger.
    """
    if len(source.text) > most:
        raise VoicecoachError(f"{source.name} is too long to import: more than {most:,} characters; cut it into parts")
    return source
