"""What may be written over: files of our own making, and nothing else of the user's.

Every file that this program writes says so in its tags. So a workout is exported again and again under one name, and a
song of that name stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.sinks.atomic import explained

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["is_ours", "refuse_inputs", "refuse_others"]

_NAME = "voicecoach"
_MARKS = (_NAME.encode(), _NAME.encode("utf-16-le"))
"""As the artist, in the encodings of the kinds of tags."""

_SEARCHED = 1 << 24
"""Bytes at either end of a file in which it would stand: in an M4A file behind tables that are megabytes for a day."""


def is_ours(path: Path) -> bool:
    """Whether a file was written by this program, or is empty.

    Raises:
        OSError: If it cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(_SEARCHED)
        size = path.stat().st_size
        file.seek(max(len(head), size - _SEARCHED))
        tail = file.read()
    return not size or any(mark in part for mark in _MARKS for part in (head, tail))


def refuse_others(paths: Iterable[Path]) -> None:
    """Make sure that nothing of the user's would be written over.

    Args:
        paths: Where files are to be written; there may be none yet, or something that is no file.

    Raises:
        VoicecoachError: If one of them is there and not ours.
    """
    for path in paths:
        with explained(path):
            mine = not path.is_file() or is_ours(path)
        if not mine:
            raise VoicecoachError(
                f'"{path}" is there already, and voicecoach did not make it; choose another name, '
                "or write over it with --force"
            )


def refuse_inputs(paths: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Make sure that nothing is written over that the workout is made of.

    Args:
        paths: Where files are to be written.
        inputs: What is read.

    Raises:
        VoicecoachError: If a file is both.
    """
    read = {path.resolve() for path in inputs}
    for path in paths:
        if path.resolve() in read:
            raise VoicecoachError(f'"{path}" is a part of the workout itself; choose another name')
