"""Reading a script's file, with one clear sentence for everything that can be wrong with it."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from voicecoach.diagnostics import nearest
from voicecoach.errors import VoicecoachError
from voicecoach.source import Source

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["LARGEST", "read"]

LARGEST = 2 * 1024 * 1024
"""Bytes of a script at most: a hundred times the longest that a person has any use for."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read(path: Path) -> Source:
    """Read a file of text: UTF-8, with or without a byte order mark, or UTF-16 with one.

    Args:
        path: The file; its name as given is the source's name.

    Returns:
        The text.

    Raises:
        VoicecoachError: If there is no such file, it cannot be read, is too large, or is no text.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise VoicecoachError(f"{path}: there is no such file{_suggestion(path)}") from None
    except (OSError, ValueError) as error:
        if path.is_dir():
            raise VoicecoachError(f"{path} is a folder: name a script inside it") from None
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise VoicecoachError(f"{path} cannot be read: {reason}") from None
    if len(data) > LARGEST:
        raise VoicecoachError(f"{path} is larger than 2 MiB: that is no exercise script")
    return Source(str(path), _decoded(path, data))


def _suggestion(path: Path) -> str:
    """The file in the same folder that may have been meant."""
    try:
        names = sorted(entry.name for entry in path.parent.iterdir() if entry.is_file())
    except OSError:
        return ""
    near = nearest(path.name, names) or next((name for name in names if name.rpartition(".")[0] == path.name), None)
    return f'; did you mean "{path.parent / near}"?' if near else ""


def _decoded(path: Path, data: bytes) -> str:
    encoding = "utf-16" if data.startswith(_UTF16) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        raise VoicecoachError(f"{path}:{_place(before)}: this is not text: save the script as UTF-8") from None
    if "\0" in text:
        before = text.partition("\0")[0]
        raise VoicecoachError(f"{path}:{_place(before)}: a NUL byte, so this is not text: save the script as UTF-8")
    return text


def _place(before: str) -> str:
    """Line and column, from 1, of what follows a text."""
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return f"{len(lines)}:{len(lines[-1]) + 1}"
