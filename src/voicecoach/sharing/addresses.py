"""Where everything is, below the address that is handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voicecoach.sharing.shelf import Item

__all__ = ["FEED", "LIST", "chapters_address", "cover_address", "sound_address"]

FEED = "feed.xml"
LIST = "workouts.json"

_PNG = b"\x89PNG"


def sound_address(item: Item) -> str:
    """Of the file; with its name, which some podcast programs look at."""
    return f"{item.number}/{item.file_name}"


def chapters_address(item: Item) -> str:
    """Of its chapters."""
    return f"{item.number}/chapters.json"


def cover_address(item: Item) -> str:
    """Of its cover; with the ending without which some podcast programs show none."""
    return f"{item.number}/cover.{'png' if item.tags.cover.startswith(_PNG) else 'jpg'}"
