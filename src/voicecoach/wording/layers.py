"""From a name to one pack: bundled packs and a user's files, what they extend, and a script's own words over them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voicecoach.diagnostics import Diagnostic, Severity, nearest
from voicecoach.errors import VoicecoachError
from voicecoach.source import Source
from voicecoach.wording.moments import MOMENTS, PHRASES
from voicecoach.wording.pack import Pack, PackFault, read_entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from voicecoach.model.workout import Settings
    from voicecoach.source import Span
    from voicecoach.wording.moments import Moment
    from voicecoach.wording.pack import Entry

__all__ = ["DEFAULT_PACK", "bundled_packs", "load_pack", "pack_of", "worded_languages"]

DEFAULT_PACK = "friendly"
"""What speaks where a script names no pack; it words every moment, so every other may extend it."""

_KEYS = ("name", "language", "extends", "cues", "phrases", "lexicon")
_LARGEST = 1 << 20
"""Bytes of a pack: words for every moment are a few thousand."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """One pack file: its text and what it holds."""

    source: Source
    data: Mapping[str, Any]


class _PackError(Exception):
    """A pack that cannot be used at all; the diagnostic says why and where, in one of the texts."""

    def __init__(self, diagnostic: Diagnostic, *sources: Source) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic
        self.sources = sources


@cache
def _files() -> dict[str, str]:
    """The bundled packs' texts by the names of their files: ``friendly``, ``friendly.es``, ``calm``."""
    folder = files("voicecoach.wording") / "packs"
    found = {entry.name.removesuffix(".toml"): entry for entry in folder.iterdir() if entry.name.endswith(".toml")}
    return {name: found[name].read_text("utf-8") for name in sorted(found)}


def bundled_packs() -> tuple[str, ...]:
    """The names of the packs that come with the program, sorted."""
    return tuple(name for name in _files() if "." not in name)


def worded_languages() -> tuple[str, ...]:
    """The languages that the default pack speaks, sorted."""
    prefix = f"{DEFAULT_PACK}."
    return tuple(sorted(("en", *(name.removeprefix(prefix) for name in _files() if name.startswith(prefix)))))


@cache
def load_pack(name: str, language: str = "en") -> Pack:
    """A bundled pack.

    Args:
        name: What ``coach:`` calls it.
        language: BCP 47 tag. A pack that is not worded in the language gives way to the default one in it, and where
            there is none either, to English.

    Raises:
        VoicecoachError: If there is none of that name.
    """
    if name not in bundled_packs():
        raise VoicecoachError(f'no cue pack is called "{name}"; {_advice(name)}')
    pack, _, _ = _stacked(_bundled(name, language), language)
    return pack


def pack_of(settings: Settings, source: Source) -> tuple[Pack, tuple[Diagnostic, ...], tuple[Source, ...]]:
    """The pack that a script asks for with the script's own words over it.

    Args:
        settings: The script's front matter; ``coach`` is a bundled pack's name, or a file beside the script.
        source: The script.

    Returns:
        The pack, what is wrong with it, and the texts that this speaks of.
    """
    asked, language = settings.coach_span or source.span(1), settings.language
    try:
        top = _found(settings.coach, Path(source.name).parent, asked, language)
        pack, faults, sources = _stacked(top, language)
    except _PackError as error:
        pack, faults, sources = load_pack(DEFAULT_PACK, language), [error.diagnostic], list(error.sources)
    faults += _foreign(settings, pack, asked)
    cues: dict[str, Entry] = {}
    for override in settings.cues:
        try:
            cues[override.moment] = read_entry(override.moment, override.value)
        except PackFault as error:
            faults.append(_error("bad-cue", error.fault.message, override.span, error.fault.hint))
    return pack.with_cues(cues), tuple(faults), tuple(sources)


def _foreign(settings: Settings, pack: Pack, asked: Span) -> Iterator[Diagnostic]:
    """A pack that cannot be had in the script's language."""
    language = _primary(settings.language)
    if settings.coach in bundled_packs() and (_primary(pack.language) != language or pack.name != settings.coach):
        message = f'the pack "{settings.coach}" is not worded in "{language}": {pack.name} speaks {pack.language}'
        hint = f"{DEFAULT_PACK} speaks {', '.join(worded_languages())}; or write a pack of your own"
        yield Diagnostic(Severity.WARNING, "pack-language", message, asked, hint=hint)


def _stacked(top: _Layer, language: str) -> tuple[Pack, list[Diagnostic], list[Source]]:
    """A pack over all that it extends; the nearest word counts."""
    layers = [top]
    while "extends" in layers[-1].data:
        below = layers[-1]
        span = _place(below.source, "", "extends")
        name = str(below.data["extends"])
        try:
            layer = _found(name, Path(below.source.name).parent, span, language)
        except _PackError as error:
            raise _PackError(error.diagnostic, *error.sources, below.source) from error
        if any(layer.source.name == other.source.name for other in layers):
            message = f'"{name}" extends a pack that extends it'
            raise _PackError(_error("bad-pack", message, span, "end the loop"), below.source)
        layers.append(layer)
    base = _bundled(DEFAULT_PACK, language)
    if base.source.name not in [layer.source.name for layer in layers]:
        layers.append(base)
    cues: dict[str, Entry] = {}
    phrases: dict[str, Entry] = {}
    lexicon: dict[str, str] = {}
    faults: list[Diagnostic] = []
    for layer in reversed(layers):
        cues |= _entries(layer, "cues", MOMENTS, faults)
        phrases |= _entries(layer, "phrases", PHRASES, faults)
        lexicon |= _respellings(layer, faults)
    name = str(top.data.get("name", Path(top.source.name).stem))
    spoken = next((str(layer.data["language"]) for layer in layers if "language" in layer.data), "en")
    return Pack(name, spoken, cues, phrases, lexicon), faults, [layer.source for layer in layers]


def _entries(layer: _Layer, table: str, known: Mapping[str, Moment], faults: list[Diagnostic]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for name, value in layer.data.get(table, {}).items():
        try:
            found[name] = read_entry(name, value, known)
        except PackFault as error:
            span = _place(layer.source, table, name)
            faults.append(_error("bad-cue", error.fault.message, span, error.fault.hint))
    return found


def _respellings(layer: _Layer, faults: list[Diagnostic]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word, respelled in layer.data.get("lexicon", {}).items():
        if isinstance(respelled, str) and respelled.strip():
            found[word] = respelled
        else:
            span = _place(layer.source, "lexicon", word)
            faults.append(_error("bad-cue", f'"{word}" needs a respelling', span, "write it as it sounds, in quotes"))
    return found


def _found(name: str, folder: Path, asked: Span, language: str) -> _Layer:
    """A pack by its name, or by its path from a folder."""
    if name in bundled_packs():
        return _bundled(name, language)
    if not name.endswith(".toml"):
        raise _PackError(_error("unknown-pack", f'no cue pack is called "{name}"', asked, _advice(name)))
    path = folder / Path(name).expanduser()
    try:
        if path.stat().st_size > _LARGEST:
            raise _PackError(_error("bad-pack", f'"{path}" is too large for a cue pack', asked, "name a TOML file"))
        text = path.read_text("utf-8")
    except OSError as error:
        told = error.strerror or str(error)
        raise _PackError(_error("unknown-pack", f'"{path}" cannot be read: {told}', asked)) from error
    except UnicodeDecodeError as error:
        raise _PackError(_error("bad-pack", f'"{path}" is no text', asked, "name a TOML file")) from error
    return _read(Source(str(path), text))


@cache
def _bundled(name: str, language: str) -> _Layer:
    """A bundled pack in a language, else the default one in it, else the English one."""
    primary = _primary(language)
    wanted = (name,) if primary == "en" else (f"{name}.{primary}", f"{DEFAULT_PACK}.{primary}", name)
    found = next(file for file in wanted if file in _files())
    return _read(Source(f"packs/{found}.toml", _files()[found]))


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].casefold()


def _read(source: Source) -> _Layer:
    try:
        data = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = (int(where[1]), int(where[2])) if where else (len(source.lines), 1)
        message = f"this is no TOML: {str(error).partition(' (at')[0].lower()}"
        raise _PackError(_error("bad-pack", message, source.span(line, column)), source) from error
    for key, value in data.items():
        if key not in _KEYS:
            near = nearest(key, _KEYS)
            hint = f'did you mean "{near}"?' if near else f"keys are {', '.join(_KEYS)}; words stand under [cues]"
            raise _PackError(_error("bad-pack", f'a pack has no key "{key}"', _place(source, "", key), hint), source)
        if (key in ("cues", "phrases", "lexicon")) != isinstance(value, dict):
            hint = f"write [{key}] in a line of its own" if not isinstance(value, dict) else "write a text"
            raise _PackError(_error("bad-pack", f'"{key}" cannot be that', _place(source, "", key), hint), source)
    return _Layer(source, data)


def _place(source: Source, table: str, key: str) -> Span:
    """Where a key of a table stands; ``table`` is empty for the top of the file."""
    inside = ""
    for number, line in _lines(source):
        header = re.match(r"\s*\[([^\]]+)\]", line)
        inside = header[1].strip() if header else inside
        found = re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]", line)
        if (found and inside == table) or (header and not table and inside == key):
            start = line.index(key) + 1
            return source.span(number, start, start + len(key))
    return source.span(1)


def _lines(source: Source) -> Iterator[tuple[int, str]]:
    return enumerate(source.lines, 1)


def _advice(name: str) -> str:
    near = nearest(name, bundled_packs())
    known = f"there are {', '.join(bundled_packs())}; your own is a file that ends in .toml"
    return f'did you mean "{near}"?' if near else known


def _error(code: str, message: str, span: Span, hint: str = "") -> Diagnostic:
    return Diagnostic(Severity.ERROR, code, message, span, hint=hint)
