"""The kinds of files that FFmpeg makes for us."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FLAC", "M4A", "M4B", "OPUS", "Kind"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    Attributes:
        name: As in messages, with its article.
        format: FFmpeg's name of the container.
        codec: FFmpeg's name of the encoder.
        rates: Frames a second that it can hold; empty for any.
        kbps: Kbit/s of each step of the scale of quality, for a voice in one channel; empty where nothing is lost.
        options: Of the finished container.
    """

    name: str
    format: str
    codec: str
    rates: tuple[int, ...] = ()
    kbps: tuple[int, ...] = ()
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_mp4(self) -> bool:
        """Whether it is an MP4 file."""
        return self.format == "mp4"

    @property
    def is_ogg(self) -> bool:
        """Whether it is an Ogg file."""
        return self.format == "opus"


_AAC_RATES = (8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000)
_OPUS_RATES = (8_000, 12_000, 16_000, 24_000, 48_000)

_AAC_KBPS = (112, 96, 80, 64, 48, 40, 32, 28, 24, 20)
_OPUS_KBPS = (96, 64, 48, 40, 32, 28, 24, 20, 16, 12)
"""The fourth step is what audiobooks usually have: 48 kbit/s of AAC, 32 of Opus."""

_FASTSTART = "+faststart"
"""The tables before the sound, so that a file can be played while it is still loading."""

M4A = Kind("an M4A file", "mp4", "aac", _AAC_RATES, _AAC_KBPS, {"brand": "M4A ", "movflags": _FASTSTART})
M4B = Kind("an M4B file", "mp4", "aac", _AAC_RATES, _AAC_KBPS, {"brand": "M4B ", "movflags": _FASTSTART})
OPUS = Kind("an Opus file", "opus", "libopus", _OPUS_RATES, _OPUS_KBPS)
FLAC = Kind("a FLAC file", "flac", "flac")
