"""What a file says of the steps in it: chapters, the list of them, and lyrics with what is now and what is next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.model.timeline import Bus, Chapter, LyricLine, Tags
from voicecoach.units import clock

if TYPE_CHECKING:
    from voicecoach.model.timeline import Event, PlacedStep
    from voicecoach.units import Ms

__all__ = ["Telling"]

_NEXT = " \u2192 "
"""Between what is now and what is next; an arrow is read in every language."""


class Telling:
    """Gathers what a file says about itself, from one step after another.

    Each step has a line of lyrics, its chapter and the next one's, and so has each sentence. Words that fall on a beat
    have none: a line for each count would push away what one looks for.

    Args:
        start: Where the file begins in the workout, in ms.
    """

    def __init__(self, start: Ms = 0) -> None:
        """Nothing is known yet."""
        self._start = start
        self._openers: list[tuple[Ms, str]] = []
        self._told: list[tuple[Ms, str]] = []
        self._steps: list[tuple[Ms, int]] = []
        self._end: Ms = 0

    def add(self, placed: PlacedStep) -> None:
        """Take the next step."""
        start = placed.start - self._start
        if placed.chapter or not self._openers:
            self._openers.append((start, placed.chapter or placed.name))
        self._steps.append((start, len(self._openers) - 1))
        self._told += [(event.start - self._start, _one_line(event.name)) for event in placed.events if _shown(event)]
        self._end = placed.end - self._start

    def tags(self, whole: Tags, upcoming: str = "") -> Tags:
        """The tags of the file.

        Args:
            whole: Its title, artist, album, language, cover and track.
            upcoming: What comes behind the file; empty for nothing.
        """
        chapters = self._chapters()
        return Tags(
            whole.title,
            whole.artist,
            whole.album,
            whole.language,
            self._end,
            chapters,
            "\n".join(f"{_whole_seconds(chapter.start)} {chapter.title}" for chapter in chapters),
            self._lyrics(upcoming),
            whole.cover,
            whole.track,
            whole.tracks,
        )

    def _chapters(self) -> tuple[Chapter, ...]:
        """Each chapter reaches to where the next one begins, the last to the end."""
        stops = [start for start, _ in self._openers[1:]] + [self._end]
        return tuple(Chapter(title, start, stop) for (start, title), stop in zip(self._openers, stops, strict=True))

    def _lyrics(self, upcoming: str) -> tuple[LyricLine, ...]:
        titles = [title for _, title in self._openers] + [upcoming]
        steps = [
            LyricLine(start, _NEXT.join(filter(None, titles[opener : opener + 2]))) for start, opener in self._steps
        ]
        told = [LyricLine(start, text) for start, text in self._told]
        return tuple(sorted(steps + told, key=lambda line: line.start))


def _shown(event: Event) -> bool:
    return event.bus is Bus.VOICE and event.beat is None


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _whole_seconds(time: Ms) -> str:
    """A moment as players find it in a description: ``0:07``, ``1:02:03``."""
    return clock(time).partition(".")[0]
