"""What kind of picture a cover is."""

from __future__ import annotations

from voicecoach.errors import VoicecoachError

__all__ = ["mime_of"]

_BEGINNINGS = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}


def mime_of(cover: bytes) -> str:
    """The media type of the bytes of a picture's file.

    Raises:
        VoicecoachError: If it is neither JPEG nor PNG, which is all that players are sure to show.
    """
    for beginning, mime in _BEGINNINGS.items():
        if cover.startswith(beginning):
            return mime
    raise VoicecoachError("the cover is no picture that players show; give one in JPEG or PNG")
