"""One file of a pack: TOML, with the place of everything in it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from voicecoach.diagnostics import Diagnostic, Severity, nearest
from voicecoach.source import Source
from voicecoach.wording.pack import COUNTDOWNS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from voicecoach.source import Span

__all__ = ["TABLES", "PackError", "PackFile", "pack_error", "parse_pack_file", "place_of_mark", "read_pack_file"]

TABLES = ("cues", "phrases", "nouns", "equipment", "lexicon")
_TEXTS = ("name", "about", "language", "extends", "countdown", "voice")

_LARGEST = 1 << 20
"""Bytes of a pack: words for every moment are a few thousand."""

_HEADER = re.compile(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?$")
_KEY = re.compile(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")


class PackError(Exception):
    """A pack that cannot be used at all; the diagnostic says why and where, in one of the texts."""

    def __init__(self, diagnostic: Diagnostic, *sources: Source) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic
        self.sources = sources


def pack_error(code: str, message: str, span: Span, hint: str = "") -> Diagnostic:
    """An error in a pack, or about one; what a pack has in odd characters is told without them."""
    shown = "".join(character if character.isprintable() else " " for character in message)
    return Diagnostic(Severity.ERROR, code, shown, span, hint=hint)


@dataclass(frozen=True, slots=True)
class PackFile:
    """A pack as it stands in one file.

    Attributes:
        source: Its text.
        data: What it holds: texts, and the tables of cues, phrases and respellings.
        path: Where it lies, without links; None for one that comes with the program.
    """

    source: Source
    data: Mapping[str, Any]
    path: Path | None = None

    def text(self, key: str) -> str:
        """One of its texts, such as ``name`` or ``extends``; empty where it has none."""
        return str(self.data.get(key, ""))

    def place(self, *keys: str, mark: str = "") -> Span:
        """Where a key stands, ``place("cues", "rest")``, or a marked part of its value; else where its table begins."""
        for depth in range(len(keys), 0, -1):
            found = _place(self.source, ".".join(keys[:depth]))
            if found:
                return place_of_mark(self.source, found, mark, _begins_another)
        return self.source.span(1)


def read_pack_file(path: Path, asked: Span) -> PackFile:
    """Read a pack from a file; ``asked`` is where it is named.

    Raises:
        PackError: If it cannot be read, or is no pack.
    """
    try:
        if path.exists() and not path.is_file():
            raise PackError(pack_error("bad-pack", f'"{path}" is no file', asked, "name a TOML file"))
        if path.stat().st_size > _LARGEST:
            raise PackError(pack_error("bad-pack", f'"{path}" is too large for a cue pack', asked, "name a TOML file"))
        text = path.read_text("utf-8")
    except OSError as error:
        told = error.strerror or str(error)
        raise PackError(pack_error("unknown-pack", f'"{path}" cannot be read: {told}', asked)) from error
    except UnicodeDecodeError as error:
        raise PackError(pack_error("bad-pack", f'"{path}" is no text', asked, "name a TOML file")) from error
    return parse_pack_file(Source(str(path), text), path.resolve())


def parse_pack_file(source: Source, path: Path | None = None) -> PackFile:
    """Read the text of a pack.

    Raises:
        PackError: If it is no TOML, or holds what no pack has.
    """
    try:
        data = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(_no_toml(source, str(error)), source) from error
    except ValueError as error:  # Python reads no number of thousands of digits
        raise PackError(pack_error("bad-pack", "a number in this is far too long", source.span(1)), source) from error
    except RecursionError as error:
        raise PackError(pack_error("bad-pack", "this is nested too deeply", source.span(1)), source) from error
    file = PackFile(source, data, path)
    for key, value in data.items():
        fault = _fault_of(key, value)
        if fault:
            raise PackError(pack_error("bad-pack", fault[0], file.place(key), fault[1]), source)
    return file


def _no_toml(source: Source, told: str) -> Diagnostic:
    where = re.search(r"line (\d+), column (\d+)", told)
    line, column = (int(where[1]), int(where[2])) if where else (len(source.lines), 1)
    message = f"this is no TOML: {told.partition(' (at')[0].lower()}"
    return pack_error("bad-pack", message, source.span(line, column), 'words stand in quotes: halfway = "Half."')


def _fault_of(key: str, value: object) -> tuple[str, str] | None:
    """What is wrong with a key at the top of a pack, and what to do; None for nothing."""
    if key in TABLES:
        fits, expected = isinstance(value, dict), f"write [{key}] in a line of its own"
    elif key == "countdown":
        fits, expected = value in COUNTDOWNS, f"it is {' or '.join(COUNTDOWNS)}"
    elif key in _TEXTS:
        fits, expected = isinstance(value, str), "write a text in quotes"
    else:
        near = nearest(key, (*_TEXTS, *TABLES))
        known = f"keys are {', '.join((*_TEXTS, *TABLES))}; words stand under [cues]"
        return f'a pack has no key "{key}"', f'did you mean "{near}"?' if near else known
    return None if fits else (f'"{key}" cannot be that', expected)


def _place(source: Source, wanted: str) -> Span | None:
    """The line of a key, or of the header of a table; ``wanted`` is its whole path, with points."""
    table = ""
    for number, line in enumerate(source.lines, 1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            table = _bare(header[1])
            found = (table, header, header[1])
        elif key:
            found = (f"{table}.{_bare(key[1])}".lstrip("."), key, key[1])
        else:
            continue
        path, match, written = found
        if path == wanted or path.startswith(f"{wanted}."):
            start = match.start(1) + 1
            return source.span(number, start, start + len(written))
    return None


def _bare(path: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in path.split("."))


def _begins_another(line: str) -> bool:
    return bool(_HEADER.match(line) or _KEY.match(line))


def place_of_mark(source: Source, start: Span, mark: str, ends: Callable[[str], bool]) -> Span:
    """Where a part of a value stands.

    Args:
        source: The text.
        start: The key of the value.
        mark: What to look for; empty for the key itself.
        ends: Whether a line below the key's belongs to the value no more.

    Returns:
        The place of the part; that of the key where it cannot be found.
    """
    for number in range(start.line, len(source.lines) + 1) if mark else ():
        line = source.line(number)
        if number > start.line and ends(line):
            break
        at = line.find(mark, start.end - 1 if number == start.line else 0)
        if at >= 0:
            return source.span(number, at + 1, at + 1 + len(mark))
    return start
