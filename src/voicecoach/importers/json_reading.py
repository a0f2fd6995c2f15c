"""JSON of strangers, read safely, and its values asked for by kind."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NoReturn

from voicecoach.errors import VoicecoachError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from voicecoach.source import Source

__all__ = ["entries", "json_of", "text_of", "texts_of", "whole_of"]

_MOST_WHOLE = 10**12


def json_of(source: Source) -> Any:  # noqa: ANN401 - whatever the text holds
    """The value of a JSON text.

    Raises:
        VoicecoachError: If it is no JSON, or nested without end.
    """
    try:
        return json.loads(source.text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        message = f"this is not whole JSON: {error.msg[0].lower()}{error.msg[1:]}"
        raise VoicecoachError(f"{source.name}:{error.lineno}:{error.colno}: {message}") from None
    except (ValueError, RecursionError):
        raise VoicecoachError(f"{source.name} holds numbers or nesting that no workout has") from None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def entries(value: object) -> list[Mapping[str, Any]]:
    """The objects in a list, anything else left out."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def text_of(entry: Mapping[str, Any], key: str) -> str:
    """A text, or an empty one."""
    value = entry.get(key)
    return value if isinstance(value, str) else ""


def texts_of(entry: Mapping[str, Any], key: str) -> list[str]:
    """A list of texts; one text is a list of one."""
    value = entry.get(key)
    listed = value if isinstance(value, list) else [value]
    return [each for each in listed if isinstance(each, str) and each.strip()]


def whole_of(entry: Mapping[str, Any], key: str) -> int:
    """A whole number from 0 on that makes sense, or 0."""
    value = entry.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0
    return int(value) if 0 <= value <= _MOST_WHOLE else 0
