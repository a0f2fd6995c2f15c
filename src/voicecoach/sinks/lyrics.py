"""Lyrics: what a player shows while a file sounds, as text and as an LRC file.

LRC has no standard; the lines ``[mm:ss.xx]text`` and the headings ``[ti:...]`` are what its readers agree on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from voicecoach.model.timeline import LyricLine, Tags
    from voicecoach.units import Ms

__all__ = ["lrc_lines", "lrc_text", "plain_lines"]


def plain_lines(lyrics: Iterable[LyricLine]) -> list[str]:
    """The lines without their times; one that comes again at once stands there once."""
    kept: list[str] = []
    for line in lyrics:
        if kept[-1:] != [line.text]:
            kept.append(line.text)
    return kept


def lrc_lines(lyrics: Iterable[LyricLine]) -> Iterator[str]:
    """The lines with their times; a minute may have three digits."""
    for line in lyrics:
        yield f"[{_stamp(line.start)}]{line.text}"


def lrc_text(tags: Tags) -> str:
    """A whole LRC file.

    Args:
        tags: Title, artist, album, length and lyrics.
    """
    heads = (("ti", tags.title), ("ar", tags.artist), ("al", tags.album), ("length", _stamp(tags.duration)))
    headings = [f"[{name}:{' '.join(text.split())}]" for name, text in heads]
    return "\n".join([*headings, "[re:voicecoach]", *lrc_lines(tags.lyrics), ""])


def _stamp(time: Ms) -> str:
    """A moment, rounded down to hundredths."""
    hundredths = time // 10
    return f"{hundredths // 6000:02}:{hundredths // 100 % 60:02}.{hundredths % 100:02}"
