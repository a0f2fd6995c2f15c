"""Text files that commands write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["write_text"]


def write_text(target: Path, text: str, *, force: bool) -> None:
    """Write a text under a name, whole or not at all.

    Args:
        target: The file.
        text: What it shall hold.
        force: Whether an older file may be replaced.

    Raises:
        VoicecoachError: If there is one and it may not, or nothing can be written there.
    """
    from voicecoach.sinks.atomic import PartFile  # noqa: PLC0415 - for those who write

    if target.exists() and not force:
        raise VoicecoachError(f"{target} is there already; --force writes over it")
    with PartFile(target) as file:
        file.write(text.encode())
