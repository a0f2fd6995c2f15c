"""Where packs are: beside the text that names one, in the user's own folder, and in the program."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.diagnostics import nearest
from voicecoach.languages import primary
from voicecoach.source import Source
from voicecoach.wording.pack_file import PackError, pack_error, parse_pack_file, read_pack_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.source import Span
    from voicecoach.wording.pack_file import PackFile

__all__ = ["DEFAULT_PACK", "PACK_IN_FOLDER", "Places", "bundled_file", "bundled_packs", "worded_languages"]

DEFAULT_PACK = "friendly"
"""What speaks where a script names no pack; it words every moment, so every other may extend it."""

_SUFFIX = ".toml"

PACK_IN_FOLDER = f"pack{_SUFFIX}"
"""The file of a pack that has a folder of its own, with its recordings beside it."""

_SIGNS = re.compile(r"^\s*(?:\[(?:cues|phrases)\b|cues\.|extends\s*=)", re.MULTILINE)
_LOOKED_AT = 20_000
"""Letters of a file that are looked at for signs of a pack."""


@cache
def _texts() -> dict[str, str]:
    """The bundled packs' texts by the names of their files: ``friendly``, ``friendly.es``, ``calm``."""
    folder = files("voicecoach.wording") / "packs"
    found = {entry.name.removesuffix(_SUFFIX): entry for entry in folder.iterdir() if entry.name.endswith(_SUFFIX)}
    return {name: found[name].read_text("utf-8") for name in sorted(found)}


def bundled_packs() -> tuple[str, ...]:
    """The names of the packs that come with the program, sorted."""
    return tuple(name for name in _texts() if "." not in name)


def worded_languages(name: str = DEFAULT_PACK) -> tuple[str, ...]:
    """The languages that a bundled pack speaks, sorted."""
    return tuple(sorted(("en", *(file.removeprefix(f"{name}.") for file in _texts() if file.startswith(f"{name}.")))))


@cache
def bundled_file(name: str, language: str) -> PackFile:
    """A bundled pack in a language, else the default one in it, else the English one."""
    spoken = primary(language)
    wanted = (name,) if spoken == "en" else (f"{name}.{spoken}", f"{DEFAULT_PACK}.{spoken}", name)
    found = next(file for file in wanted if file in _texts())
    return parse_pack_file(Source(f"<{found}>", _texts()[found]))


@dataclass(frozen=True, slots=True)
class Places:
    """Where packs are looked for by name.

    Attributes:
        own: The user's folder of packs, which may be missing; None for nowhere.
    """

    own: Path | None = None

    def find(self, name: str, folder: Path, asked: Span, language: str, below: PackFile | None = None) -> PackFile:
        """A pack by its name, or by its path from a folder.

        Args:
            name: ``mine`` for the file ``mine.toml``, or ``mine.de.toml`` where German is spoken, or
                ``mine/pack.toml``; or a path.
            folder: Where whoever names it lies.
            asked: Where it is named.
            language: BCP 47 tag of what is to be spoken.
            below: The pack that extends it. One that extends its own name extends the next of that name.

        Raises:
            PackError: If there is none, or it cannot be read.
        """
        if name.endswith(_SUFFIX) or "/" in name or "\\" in name:
            path = folder / _at_home(name)
            in_folder = path.is_dir() and path.suffix != _SUFFIX
            return read_pack_file(path / PACK_IN_FOLDER if in_folder else path, asked)
        paths = list(dict.fromkeys(self._paths(name, folder, language)))
        wholes = [path.resolve() for path in paths]
        if below and below.path in wholes:
            paths = paths[wholes.index(below.path) + 1 :]
        if paths:
            return read_pack_file(paths[0], asked)
        if name in bundled_packs():
            return bundled_file(name, language)
        raise PackError(
            pack_error("unknown-pack", f'no cue pack is called "{name}"', asked, self._advice(name, folder))
        )

    def names(self, folder: Path) -> dict[str, Path | None]:
        """The packs that can be named from a folder, each with its file; None for one of the program's."""
        own = sorted(self.own.glob(f"*{_SUFFIX}")) if self.own else []
        beside = [path for path in sorted(folder.glob(f"*{_SUFFIX}")) if _seems_a_pack(path)]
        files: dict[str, Path | None] = {path.name.partition(".")[0]: path for path in (*own, *beside)}
        folders = [path for place in (self.own, folder) if place for path in sorted(place.glob(f"*/{PACK_IN_FOLDER}"))]
        return dict.fromkeys(bundled_packs()) | {path.parent.name: path for path in folders} | files

    def _paths(self, name: str, folder: Path, language: str) -> Iterator[Path]:
        for place in (folder, self.own):
            for file in (f"{name}.{primary(language)}{_SUFFIX}", f"{name}{_SUFFIX}", f"{name}/{PACK_IN_FOLDER}"):
                if place and (place / file).is_file():
                    yield place / file

    def _advice(self, name: str, folder: Path) -> str:
        known = self.names(folder)
        near = nearest(name, known)
        return f'did you mean "{near}"?' if near else f"there are {', '.join(sorted(known))}; your own is a .toml file"


def _seems_a_pack(path: Path) -> bool:
    """Whether a TOML file in a folder of other things is meant to be a pack."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return bool(_SIGNS.search(file.read(_LOOKED_AT)))
    except OSError:
        return False


def _at_home(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError:  # there is no such user
        return Path(name)
