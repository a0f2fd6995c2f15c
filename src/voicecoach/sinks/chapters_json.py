"""Chapters in a file of their own, for podcasts.

After "JSON Chapters", version 1.2.0, of Podcasting 2.0 (github.com/Podcastindex-org/podcast-namespace).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from voicecoach.model.timeline import Tags

__all__ = ["chapters_json"]

_VERSION = "1.2.0"


def chapters_json(tags: Tags) -> str:
    """The file for the chapters of a workout; its times are seconds.

    Args:
        tags: Title, artist and chapters.
    """
    chapters = [
        {
            "startTime": chapter.start / MS_PER_SECOND,
            "endTime": chapter.end / MS_PER_SECOND,
            "title": chapter.title,
        }
        for chapter in tags.chapters
    ]
    told = {"version": _VERSION, "title": tags.title, "author": tags.artist, "chapters": chapters}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
