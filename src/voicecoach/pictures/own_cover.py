"""A picture of the listener's own, made fit for players: JPEG or PNG, not large."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from PIL import Image, ImageOps, UnidentifiedImageError

from voicecoach.errors import VoicecoachError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["own_cover"]

_KINDS = {"JPEG", "PNG"}
"""What all players show."""

_MOST_BYTES = 200_000
"""What is larger is made smaller: a cover stands before the sound, and a stream has to get past it."""

_MOST_READ = 50_000_000
"""Bytes of a file that is looked at at all."""

_SIDE = 1000
"""Dots; what phones show is not larger."""

_QUALITY = 85


def own_cover(path: Path) -> bytes:
    """The cover that a file is given.

    A JPEG or PNG picture that is small enough stays as it is; any other is turned the way its camera was held, and
    becomes a JPEG of at most 1000 dots a side.

    Args:
        path: The picture.

    Raises:
        VoicecoachError: If it cannot be read, or is no picture.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_READ + 1)
    except OSError as error:
        raise VoicecoachError(f'cannot read the cover "{path}": {error.strerror or error}') from error
    if len(data) > _MOST_READ:
        raise VoicecoachError(f'the cover "{path}" has more than 50 MB; choose a smaller picture')
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _fit(data)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise VoicecoachError(f'the cover "{path}" is no picture; choose a JPEG or PNG file') from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise VoicecoachError(f'the cover "{path}" has too many dots; choose a smaller picture') from error


def _fit(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as picture:
        kind = picture.format
        picture.load()  # to the last dot: half a picture is none
        if kind in _KINDS and len(data) <= _MOST_BYTES:
            return data
        upright = ImageOps.exif_transpose(picture).convert("RGBA")
    upright.thumbnail((_SIDE, _SIDE))
    flat = Image.new("RGB", upright.size, "white")
    flat.paste(upright, mask=upright.getchannel("A"))
    file = io.BytesIO()
    flat.save(file, "JPEG", quality=_QUALITY)
    return file.getvalue()
