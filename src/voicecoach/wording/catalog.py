"""The packs at hand: those of the program, the user's own, and those in a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.source import Source
from voicecoach.wording.layers import stack_of
from voicecoach.wording.pack_file import PackError
from voicecoach.wording.places import worded_languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.wording.layers import Stack
    from voicecoach.wording.places import Places

__all__ = ["AtHand", "open_pack", "packs_at_hand"]

_DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class AtHand:
    """A pack in a list.

    Attributes:
        name: What ``coach:`` calls it.
        languages: What it speaks; empty where it cannot be read.
        path: Its file; None for one that comes with the program.
        about: What it is, in a few words.
    """

    name: str
    languages: tuple[str, ...]
    path: Path | None
    about: str


def packs_at_hand(places: Places, folder: Path) -> Iterator[AtHand]:
    """Every pack that a script in a folder can name, in order of names."""
    for name, path in sorted(places.names(folder).items()):
        try:
            found = open_pack(name, places, folder=folder)
        except PackError:
            yield AtHand(name, (), path, "")
            continue
        languages = _files_languages(path, found) if path else worded_languages(name)
        yield AtHand(name, languages, path, found.files[0].text("about"))


def _files_languages(path: Path, found: Stack) -> tuple[str, ...]:
    """What a pack of the user's speaks: its own file's language, and those of the files beside it."""
    name = path.name.partition(".")[0]
    beside = {file.name.removeprefix(f"{name}.").removesuffix(".toml") for file in path.parent.glob(f"{name}.*.toml")}
    return tuple(sorted({found.pack.language, *beside}))


def open_pack(name: str, places: Places, language: str = "", folder: Path = Path()) -> Stack:
    """A pack by its name, or by its path from a folder, with all that it extends.

    Args:
        name: Its name or path.
        places: Where packs are.
        language: BCP 47 tag of what is to be spoken; empty for the pack's own.
        folder: From where it is looked for.

    Raises:
        PackError: If there is none, or it cannot be used at all.
    """
    asked = Source("<pack>", name)
    try:
        top = places.find(name, folder, asked.span(1), language or _DEFAULT_LANGUAGE)
        return stack_of(top, places, language or top.text("language") or _DEFAULT_LANGUAGE)
    except PackError as error:
        raise PackError(error.diagnostic, asked, *error.sources) from error
