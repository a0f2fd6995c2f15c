"""Flat dataclasses as lines of JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

__all__ = ["line_of", "parsed"]

_Record = TypeVar("_Record", bound="DataclassInstance")

_KINDS = {"bool": bool, "int": int, "Ms": int, "str": str}
"""What the types of the fields are called in the source."""


def line_of(record: DataclassInstance) -> bytes:
    """A record as one line, its end included."""
    return json.dumps(asdict(record), ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def parsed(kind: type[_Record], line: bytes) -> _Record | None:
    """The record in a line; None where it holds none, or not a whole one. Fields of others mean nothing here."""
    try:
        told = json.loads(line.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict):
        return None
    found = {field.name: told.get(field.name) for field in fields(kind)}
    whole = all(type(found[field.name]) is _KINDS[str(field.type)] for field in fields(kind))
    return kind(**found) if whole else None
