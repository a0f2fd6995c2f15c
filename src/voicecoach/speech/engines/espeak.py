"""espeak-ng in this process: the one module that touches the library and data of ``espeakng_loader``.

espeak-ng keeps its state in globals. So there is one lock, the library is set up once, and voice and parameters are set
anew before every utterance. It is asked for synchronous output: the samples arrive in a callback while the call runs.
An exception must never unwind through C, so the callback keeps it and the caller raises it.
"""

from __future__ import annotations

import ctypes
import os
import threading
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import espeakng_loader

from voicecoach.diagnostics import nearest
from voicecoach.errors import VoicecoachError

__all__ = [
    "RATE",
    "EspeakVoice",
    "Manner",
    "Speech",
    "SpokenWord",
    "find_voice",
    "phonemes",
    "synthesize",
    "version",
    "voices",
]

RATE = 22_050
"""Frames a second of everything espeak-ng says."""

_SYNCHRONOUS = 2
_DO_NOT_EXIT = 0x8000
"""Without it espeak-ng ends the whole process when its data are missing."""

_UTF8 = 1
_PHONEMES = 0x100
"""What stands in double brackets is read as phonemes."""

_IPA = 2
_POSITION_CHARACTER = 1
_OK = 0
_EVENT_END_OF_LIST, _EVENT_WORD = 0, 1
_PARAMETER_RATE, _PARAMETER_VOLUME, _PARAMETER_PITCH, _PARAMETER_WORD_GAP = 1, 2, 3, 7
"""The numbers of speak_lib.h."""

_USUAL_WPM = 175

_UNFINISHED = frozenset({"fo", "kaa", "xex"})
"""Voices that espeak-ng 1.52 lists without a dictionary for them: they complain on stderr and spell."""

_GENDERS = {1: "male", 2: "female"}


@dataclass(frozen=True, slots=True)
class EspeakVoice:
    """A voice as espeak-ng lists it.

    Attributes:
        name: Its first language tag, lower case: ``en-us``.
        title: What it is called: ``English (America)``.
        identifier: What espeak-ng finds it by.
        languages: The tags it serves, each with its rank; the lower, the better.
        gender: ``female``, ``male`` or empty.
    """

    name: str
    title: str
    identifier: str
    languages: tuple[tuple[int, str], ...]
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Manner:
    """How to speak.

    Attributes:
        voice: An identifier, with ``+variant`` behind it if wanted.
        rate: Words a minute, 80 to 450.
        pitch: 0 to 100.
        volume: 0 to 200; 100 is usual.
        word_gap: More silence between words, in units of 10 ms.
    """

    voice: str
    rate: int
    pitch: int = 50
    volume: int = 100
    word_gap: int = 0


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """Where a word stands in the text, from 0, and how many characters it has."""

    location: int
    length: int


@dataclass(frozen=True, slots=True)
class Speech:
    """16-bit mono samples in the machine's byte order, and the words in them."""

    pcm: bytes
    words: tuple[SpokenWord, ...]


class _EventName(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _EventName),
    )


class _Voice(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_void_p),
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("unused", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(_Event))

_lock = threading.RLock()


class _Recorder:
    """Collects what one utterance sounds like."""

    def __init__(self) -> None:
        self.chunks: list[bytes] = []
        self.words: list[SpokenWord] = []
        self.error: BaseException | None = None

    def hear(self, samples: int | None, count: int, events: Any) -> int:  # noqa: ANN401 - a ctypes array
        """What espeak-ng calls: 0 to go on, 1 to stop."""
        try:
            if samples and count > 0:
                self.chunks.append(ctypes.string_at(samples, count * 2))
            self._note_words(events)
        except BaseException as error:  # noqa: BLE001 - C code lies between here and the caller, who raises it
            self.error = error
            return 1
        return 0

    def _note_words(self, events: Any) -> None:  # noqa: ANN401 - a ctypes array
        number = 0
        while events and events[number].type != _EVENT_END_OF_LIST:
            event = events[number]
            if event.type == _EVENT_WORD:
                self.words.append(SpokenWord(event.text_position - 1, event.length))
            number += 1


def synthesize(text: str, manner: Manner) -> Speech:
    """Speak.

    Args:
        text: Any characters; NUL is taken for a space, and what stands in double brackets for phonemes.
        manner: With an identifier from :func:`find_voice`.

    Returns:
        The sound at :data:`RATE`; nothing for text without anything to pronounce.

    Raises:
        VoicecoachError: If espeak-ng refuses the voice or the text.
    """
    encoded = text.replace("\0", " ").encode("utf-8", "replace")
    with _lock:
        library = _library()
        _settle(library, manner)
        recorder = _Recorder()
        callback = _Callback(recorder.hear)
        library.espeak_SetSynthCallback(callback)
        status = library.espeak_Synth(
            encoded, len(encoded) + 1, 0, _POSITION_CHARACTER, 0, _UTF8 | _PHONEMES, None, None
        )
        library.espeak_SetSynthCallback(_Callback())
    if recorder.error is not None:
        raise recorder.error
    if status != _OK:
        raise VoicecoachError(f"espeak-ng could not speak (status {status})")
    return Speech(b"".join(recorder.chunks), tuple(recorder.words))


def phonemes(text: str, voice: str) -> str:
    """The sounds of a text in IPA.

    Args:
        text: Without phonemes in double brackets.
        voice: An identifier from :func:`find_voice`.

    Raises:
        VoicecoachError: If espeak-ng refuses the voice.
    """
    with _lock:
        library = _library()
        _settle(library, Manner(voice, _USUAL_WPM))
        rest = ctypes.c_char_p(text.replace("\0", " ").encode("utf-8", "replace"))
        clauses: list[bytes] = []
        while rest.value is not None:
            clauses.append(library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _IPA))
    return " ".join(clause.decode("utf-8") for clause in clauses if clause)


def _settle(library: ctypes.CDLL, manner: Manner) -> None:
    if library.espeak_SetVoiceByName(manner.voice.encode("utf-8")) != _OK:
        raise VoicecoachError(f'espeak-ng has no voice "{manner.voice}"')
    for parameter, value in (
        (_PARAMETER_RATE, manner.rate),
        (_PARAMETER_PITCH, manner.pitch),
        (_PARAMETER_VOLUME, manner.volume),
        (_PARAMETER_WORD_GAP, manner.word_gap),
    ):
        library.espeak_SetParameter(parameter, value, 0)


@cache
def voices() -> tuple[EspeakVoice, ...]:
    """All voices that can speak, in espeak-ng's order."""
    with _lock:
        listed = _library().espeak_ListVoices(None)
        found: list[EspeakVoice] = []
        while listed[len(found)]:
            found.append(_read_voice(listed[len(found)].contents))
    return tuple(voice for voice in found if voice.name not in _UNFINISHED)


def _read_voice(raw: _Voice) -> EspeakVoice:
    languages: list[tuple[int, str]] = []
    at = raw.languages
    while rank := ctypes.string_at(at, 1)[0]:
        tag = ctypes.string_at(at + 1)
        languages.append((rank, tag.decode("utf-8")))
        at += len(tag) + 2
    title, identifier = raw.name.decode("utf-8").strip(), raw.identifier.decode("utf-8")
    return EspeakVoice(languages[0][1].casefold(), title, identifier, tuple(languages), _GENDERS.get(raw.gender, ""))


def find_voice(name: str) -> str:
    """The identifier of a voice.

    Args:
        name: A voice's name, or one with a variant: ``en-us+f3``. Case does not count.

    Raises:
        VoicecoachError: If there is no such voice or variant.
    """
    base, plus, variant = name.partition("+")
    by_name = {voice.name: voice.identifier for voice in reversed(voices())}  # of two of a name the first counts
    identifier = by_name.get(base.casefold())
    if identifier is None:
        raise VoicecoachError(_unknown("voice", base, by_name))
    if not plus:
        return identifier
    known = {file.casefold(): file for file in _variants()}
    if variant.casefold() not in known:
        raise VoicecoachError(_unknown("variant", variant, known))
    return f"{identifier}+{known[variant.casefold()]}"


def _unknown(kind: str, name: str, known: dict[str, str]) -> str:
    near = nearest(name, known)
    hint = f'did you mean "{near}"?' if near else "`voicecoach voices` lists all there are"
    return f'espeak-ng has no {kind} "{name}"; {hint}'


def version() -> str:
    """The version of espeak-ng, such as ``1.52.0``."""
    with _lock:
        library = _library()
        library.espeak_Info.restype = ctypes.c_char_p
        told: bytes = library.espeak_Info(None)
    return told.decode("utf-8").partition(" ")[0]


@cache
def _variants() -> tuple[str, ...]:
    return tuple(sorted(file.name for file in (_data() / "voices" / "!v").iterdir()))


def _data() -> Path:
    return Path(espeakng_loader.get_data_path())


@cache
def _library() -> ctypes.CDLL:
    """The library, set up once; the caller holds the lock."""
    try:
        library = ctypes.CDLL(espeakng_loader.get_library_path())
    except OSError as error:
        raise VoicecoachError(f"the espeak-ng library cannot be loaded ({error})") from error
    if library.espeak_Initialize(_SYNCHRONOUS, 0, os.fsencode(_data()), _DO_NOT_EXIT) != RATE:
        raise VoicecoachError(f"espeak-ng cannot read its data in {_data()}; install espeakng-loader again")
    library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_Voice))
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    library.espeak_TextToPhonemes.argtypes = (ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int)
    library.espeak_Synth.argtypes = (
        ctypes.c_char_p,
        ctypes.c_size_t,
        ctypes.c_uint,
        ctypes.c_int,
        ctypes.c_uint,
        ctypes.c_uint,
        ctypes.c_void_p,
        ctypes.c_void_p,
    )
    return library
