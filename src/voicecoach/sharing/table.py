"""All that can be asked for, by its address; what is not in here does not exist."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from voicecoach.errors import VoicecoachError
from voicecoach.sharing.addresses import FEED, LIST, chapters_address, cover_address, sound_address
from voicecoach.sharing.feed import feed
from voicecoach.sharing.shelf import Item
from voicecoach.sinks.chapters_json import chapters_json
from voicecoach.sinks.picture import mime_of
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Document", "Table", "table_of"]


@dataclass(frozen=True, slots=True)
class Document:
    """Something small that is in memory.

    Attributes:
        media_type: Of its bytes.
        content: These.
    """

    media_type: str
    content: bytes


Table = dict[str, Document | Item]
"""By address, relative to that of the page, which is the empty one."""

_JSON = "application/json"
_PAGE: Mapping[str, tuple[str, str]] = {
    "": ("page.html", "text/html; charset=utf-8"),
    "page.css": ("page.css", "text/css; charset=utf-8"),
    "page.js": ("page.js", "text/javascript; charset=utf-8"),
    "icon.svg": ("icon.svg", "image/svg+xml"),
}
"""The page's files by address, each with its media type."""


def table_of(items: Sequence[Item], base: str) -> Table:
    """Everything by its address.

    Args:
        items: What is shared.
        base: The address under which everything is, with its slash.
    """
    folder = files("voicecoach.sharing") / "web"
    table: Table = {address: Document(kind, (folder / name).read_bytes()) for address, (name, kind) in _PAGE.items()}
    table[FEED] = Document("application/rss+xml; charset=utf-8", feed(items, base))
    table[LIST] = Document(_JSON, json.dumps([_told(item) for item in items]).encode())
    for item in items:
        table[sound_address(item)] = item
        if item.tags.chapters:
            table[chapters_address(item)] = Document("application/json+chapters", chapters_json(item.tags).encode())
        if item.tags.cover:
            table[cover_address(item)] = Document(_picture_type(item.tags.cover), item.tags.cover)
    return table


def _told(item: Item) -> dict[str, Any]:
    """What the page has to know of a file."""
    return {
        "title": item.tags.title,
        "sound": sound_address(item),
        "name": item.file_name,
        "cover": cover_address(item) if item.tags.cover else "",
        "size": item.size,
        "seconds": item.seconds,
        "chapters": [
            {
                "title": chapter.title,
                "start": chapter.start / MS_PER_SECOND,
                "end": chapter.end / MS_PER_SECOND,
            }
            for chapter in item.tags.chapters
        ],
    }


def _picture_type(cover: bytes) -> str:
    """Its media type; a picture that nobody knows is bytes like any other."""
    try:
        return mime_of(cover)
    except VoicecoachError:
        return "application/octet-stream"
