"""What the user has decided once for all workouts: ``config.toml`` in their own folder.

A person may write in it, too, so a change leaves every other line as it is.
"""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.languages import subtags
from voicecoach.resources import home
from voicecoach.store import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["config_file", "default_voice", "default_voices", "set_default_voice"]

_HEADER = "[voices]"


def config_file(environment: Mapping[str, str]) -> Path:
    """Where it is, or would be."""
    return home(environment) / "config.toml"


def default_voices(environment: Mapping[str, str]) -> dict[str, str]:
    """The voice ids that the user has chosen, by the language that each speaks.

    Raises:
        VoicecoachError: If the file cannot be read, or says something else there.
    """
    return _voices_in(_text(config_file(environment)), config_file(environment))


def default_voice(environment: Mapping[str, str], language: str) -> str:
    """The voice id for a language, or for a wider one: ``de`` counts for ``de-AT``; empty where none is chosen.

    Raises:
        VoicecoachError: As :func:`default_voices`.
    """
    chosen = {"-".join(subtags(tag)): voice for tag, voice in default_voices(environment).items()}
    parts = subtags(language)
    while parts:
        if voice := chosen.get("-".join(parts)):
            return voice
        parts.pop()
    return ""


def set_default_voice(environment: Mapping[str, str], language: str, voice: str) -> Path:
    """Choose the voice of a language; the file it stands in.

    Args:
        environment: Says where the file is.
        language: BCP 47 tag.
        voice: A voice id; empty to choose none.

    Raises:
        VoicecoachError: If the file cannot be read or written, or is laid out in a way that only its author can change.
    """
    path = config_file(environment)
    before = _text(path)
    tag = "-".join(subtags(language))
    rest = {known: said for known, said in _voices_in(before, path).items() if "-".join(subtags(known)) != tag}
    text = "\n".join(_edited(before.splitlines(), tag, voice)) + "\n"
    if _parsed(text) != {**tomllib.loads(before), "voices": {**rest, **({tag: voice} if voice else {})}}:
        raise VoicecoachError(f'{path} is laid out in a way of its own; write {tag} = "{voice}" under {_HEADER} in it')
    try:
        replace_file(path, text.encode())
    except OSError as error:
        raise VoicecoachError(f"{path} cannot be written ({error.strerror})") from error
    return path


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise VoicecoachError(f"{path} cannot be read ({getattr(error, 'strerror', 'it is no UTF-8')})") from error


def _voices_in(text: str, path: Path) -> dict[str, str]:
    try:
        voices = tomllib.loads(text).get("voices", {})
    except tomllib.TOMLDecodeError as error:
        raise VoicecoachError(f"{path} is no TOML: {error}") from error
    if not isinstance(voices, dict) or not all(isinstance(voice, str) for voice in voices.values()):
        raise VoicecoachError(f'{path}: under {_HEADER} stand lines such as de = "pyttsx3:de"')
    return voices


def _parsed(text: str) -> dict[str, object] | None:
    try:
        return {"voices": {}, **tomllib.loads(text)}
    except tomllib.TOMLDecodeError:
        return None


def _edited(lines: list[str], tag: str, voice: str) -> Iterator[str]:
    """The lines with one language's under their header; its earlier line is gone."""
    new = [f"{tag} = {json.dumps(voice, ensure_ascii=False)}"] if voice else []
    inside = found = False
    for line in lines:
        bare = line.strip()
        if bare.startswith("["):
            inside = bare == _HEADER
        elif inside and "-".join(subtags(bare.partition("=")[0].strip().strip("\"'"))) == tag:
            continue
        yield line
        if inside and bare == _HEADER:
            found = True
            yield from new
    if not found and new:
        yield from ["", _HEADER, *new] if lines else [_HEADER, *new]
