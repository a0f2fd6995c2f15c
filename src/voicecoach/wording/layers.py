"""Packs over packs: a file, what it extends, the language's base, and a script's own words over them all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.diagnostics import Diagnostic, Severity
from voicecoach.errors import VoicecoachError
from voicecoach.languages import primary
from voicecoach.names import thing_key
from voicecoach.pronunciation import PronunciationError, read_pronunciation
from voicecoach.wording.moments import MOMENTS, PHRASES
from voicecoach.wording.pack import COUNTDOWNS, Pack, PackFault, read_entry
from voicecoach.wording.pack_file import PackError, pack_error, place_of_mark
from voicecoach.wording.places import (
    DEFAULT_PACK,
    PACK_IN_FOLDER,
    Places,
    bundled_file,
    bundled_packs,
    worded_languages,
)
from voicecoach.wording.recordings import recorded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from voicecoach.model.workout import CueOverride, Settings
    from voicecoach.source import Source, Span
    from voicecoach.wording.moments import Moment
    from voicecoach.wording.pack import Entry
    from voicecoach.wording.pack_file import PackFile

__all__ = ["Stack", "load_pack", "pack_of", "stack_of"]


@dataclass(frozen=True, slots=True)
class Stack:
    """A pack over all that it extends.

    Attributes:
        pack: What can be said; the nearest word counts.
        files: Where it comes from: the pack itself first, the base of its language last.
        faults: What is wrong in the files.
    """

    pack: Pack
    files: tuple[PackFile, ...]
    faults: tuple[Diagnostic, ...]

    def origin(self, table: str, name: str) -> PackFile:
        """The file whose words count for an entry of ``cues`` or ``phrases``."""
        return next((file for file in self.files if name in file.data.get(table, {})), self.files[-1])


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
        raise VoicecoachError(f'no cue pack is called "{name}"; there are {", ".join(bundled_packs())}')
    return stack_of(bundled_file(name, language), Places(), language).pack


def pack_of(
    settings: Settings, source: Source, own: Path | None = None
) -> tuple[Pack, tuple[Diagnostic, ...], tuple[Source, ...]]:
    """The pack that a script asks for with the script's own words over it.

    Args:
        settings: The script's front matter; ``coach`` is a pack's name, or a file beside the script.
        source: The script.
        own: The user's folder of packs; None for none.

    Returns:
        The pack, what is wrong with it, and the texts that this speaks of.
    """
    asked, language, places = settings.coach_span or source.span(1), settings.language, Places(own)
    faults: list[Diagnostic] = []
    try:
        found = stack_of(places.find(settings.coach, Path(source.name).parent, asked, language), places, language)
    except PackError as error:
        pack, sources = load_pack(DEFAULT_PACK, language), error.sources
        faults.append(error.diagnostic)
    else:
        pack, sources = found.pack, tuple(file.source for file in found.files)
        faults += (*found.faults, *_foreign(settings, found, asked))
    cues: dict[str, Entry] = {}
    for override in settings.cues:
        try:
            cues[override.moment] = read_entry(override.moment, override.value)
        except PackFault as error:
            place = _place_in_script(source, override, error.fault.mark)
            faults.append(pack_error("bad-cue", error.fault.message, place, error.fault.hint))
    lexicon: dict[str, str] = {}
    for entry in settings.lexicon:
        if fault := _unsaid(entry.word, entry.sounds, entry.span):
            faults.append(fault)
        else:
            lexicon[entry.word] = entry.sounds
    return pack.with_cues(cues).said(lexicon, settings.countdown), tuple(faults), sources


def _place_in_script(source: Source, override: CueOverride, mark: str) -> Span:
    """Where in the front matter a part of an own wording stands; lines that belong to it stand further in."""
    margin = override.span.column - 1
    return place_of_mark(source, override.span, mark, lambda line: not line[: margin + 1].isspace())


def _foreign(settings: Settings, found: Stack, asked: Span) -> Iterator[Diagnostic]:
    """A pack that cannot be had in the script's language."""
    language, pack, coach = primary(settings.language), found.pack, settings.coach
    if found.files[0].path:
        if primary(pack.language) != language:
            message = f'the pack "{coach}" speaks {pack.language}, the script {settings.language}'
            hint = f'write "language: {pack.language}" into the script, or choose another coach'
            yield Diagnostic(Severity.WARNING, "pack-language", message, asked, hint=hint)
    elif primary(pack.language) != language or pack.name != coach:
        message = f'the pack "{coach}" is not worded in "{language}": {pack.name} speaks {pack.language}'
        hint = f"{DEFAULT_PACK} speaks {', '.join(worded_languages())}; or write a pack of your own"
        yield Diagnostic(Severity.WARNING, "pack-language", message, asked, hint=hint)


def stack_of(top: PackFile, places: Places, language: str) -> Stack:
    """A pack over all that it extends.

    Args:
        top: The pack.
        places: Where others are.
        language: BCP 47 tag of what is to be spoken.

    Raises:
        PackError: If it extends what is not there, or itself.
    """
    files = list(_extended(top, places, language))
    cues: dict[str, Entry] = {}
    phrases: dict[str, Entry] = {}
    lexicon: dict[str, str] = {}
    recordings: dict[str, Path] = {}
    nouns: dict[str, str] = {}
    equipment: dict[str, str] = {}
    faults: list[Diagnostic] = []
    for file in reversed(files):
        cues |= _entries(file, "cues", MOMENTS, faults)
        phrases |= _entries(file, "phrases", PHRASES, faults)
        nouns |= _things(file, "nouns", faults)
        equipment |= _things(file, "equipment", faults)
        lexicon |= _respellings(file, faults)
        own = recorded(file)
        cues |= own.cues
        recordings |= own.files
        faults += own.faults
    name = top.text("name") or _name_of(Path(top.source.name))
    spoken = next((file.text("language") for file in files if file.text("language")), "en")
    countdown = next((file.text("countdown") for file in files if file.text("countdown")), COUNTDOWNS[0])
    pack = Pack(name, spoken, cues, phrases, lexicon, countdown, recordings, nouns, equipment, _voice(files, spoken))
    return Stack(pack, tuple(files), tuple(faults))


def _voice(files: Iterable[PackFile], spoken: str) -> str:
    """The voice of the topmost file that names one; files of another language speak with another voice."""
    told = (file for file in files if primary(file.text("language") or spoken) == primary(spoken))
    return next((file.text("voice") for file in told if file.text("voice")), "")


def _name_of(path: Path) -> str:
    """What a pack is called after its file, or after the folder that is all its own."""
    return path.absolute().parent.name if path.name == PACK_IN_FOLDER else path.name.partition(".")[0]


def _extended(top: PackFile, places: Places, language: str) -> Iterator[PackFile]:
    """A pack and those below it, down to the base of the language."""
    seen: list[PackFile] = []
    file: PackFile | None = top
    while file:
        seen.append(file)
        yield file
        file = _below(file, seen, places, language)
    base = bundled_file(DEFAULT_PACK, language)
    if base not in seen:
        yield base


def _below(file: PackFile, seen: list[PackFile], places: Places, language: str) -> PackFile | None:
    """What a pack extends, which must not be one of those above it; None for nothing."""
    name = file.text("extends")
    if not name:
        return None
    asked = file.place("extends")
    folder = Path(file.source.name).parent if file.path else Path()
    try:
        found = places.find(name, folder, asked, language, file)
    except PackError as error:
        raise PackError(error.diagnostic, *error.sources, file.source) from error
    if any(found.path == other.path and found.source.name == other.source.name for other in seen):
        message = f'"{name}" extends a pack that extends it'
        raise PackError(pack_error("bad-pack", message, asked, "end the loop"), file.source)
    return found


def _entries(file: PackFile, table: str, known: Mapping[str, Moment], faults: list[Diagnostic]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for name, value in file.data.get(table, {}).items():
        try:
            found[name] = read_entry(name, value, known)
        except PackFault as error:
            span = file.place(table, name, mark=error.fault.mark)
            faults.append(pack_error("bad-cue", error.fault.message, span, error.fault.hint))
    return found


def _things(file: PackFile, table: str, faults: list[Diagnostic]) -> dict[str, str]:
    """What a table says about things."""
    found: dict[str, str] = {}
    for thing, told in file.data.get(table, {}).items():
        if isinstance(told, str) and told.strip():
            found[thing_key(thing)] = told
        else:
            message, hint = f'"{thing}" has no words', 'write them in quotes: mat = "a mat"'
            faults.append(pack_error("bad-cue", message, file.place(table, thing), hint))
    return found


def _respellings(file: PackFile, faults: list[Diagnostic]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word, respelled in file.data.get("lexicon", {}).items():
        if fault := _unsaid(word, respelled, file.place("lexicon", word)):
            faults.append(fault)
        else:
            found[word] = respelled
    return found


def _unsaid(word: str, sounds: object, span: Span) -> Diagnostic | None:
    """What is wrong with an entry of a lexicon; None for nothing."""
    try:
        read_pronunciation(sounds if isinstance(sounds, str) else "")
    except PronunciationError as error:
        hint = 'write it as it sounds, "am rap", or its sounds between slashes, "/ˈæmɹæp/"'  # noqa: RUF001 - IPA
        return pack_error("bad-cue", f'"{word}" has no pronunciation: {error}', span, hint)
    return None
