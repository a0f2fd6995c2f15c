"""Text files that commands write."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["write_text", "write_texts"]


def write_text(target: Path, text: str, *, force: bool) -> None:
    """Write a text under a name, whole or not at all.

    Args:
        target: The file.
        text: What it shall hold.
        force: Whether an older file may be replaced.

    Raises:
        VoicecoachError: If there is one and it may not, or nothing can be written there.
    """
    write_texts({target: text}, force=force)


def write_texts(texts: Mapping[Path, str], *, force: bool) -> None:
    """Write several texts, none of them before all of them could be written.

    Args:
        texts: What shall stand in which file.
        force: Whether older files may be replaced.

    Raises:
        VoicecoachError: If there is one and it may not, or nothing can be written there.
    """
    from voicecoach.sinks.atomic import PartFile  # noqa: PLC0415 - for those who write

    for target in texts:
        if target.exists() and not force:
            raise VoicecoachError(f"{target} is there already; --force writes over it")
    with ExitStack() as files:
        for target, text in texts.items():
            files.enter_context(PartFile(target)).write(text.encode())
