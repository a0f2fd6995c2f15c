"""Names of files that every system takes, those of Windows and of FAT among them."""

from __future__ import annotations

import re

__all__ = ["safe_name"]

_COLON = re.compile(r"\s*:\s+")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
"""Source: "Naming Files, Paths, and Namespaces" (Microsoft)."""

_MOST_BYTES = 120
"""Of a name without its number and ending: other names in the same path need room, too."""


def safe_name(title: str) -> str:
    """A title as a part of a file's name, at most 120 bytes long; empty where nothing of it can stand there.

    Neither a point nor a space stands at its ends, for Windows drops those.
    """
    whole = title.encode("utf-8", "replace").decode()
    plain = _FORBIDDEN.sub("-", _COLON.sub(" - ", " ".join(whole.split())))
    short = plain.encode()[:_MOST_BYTES].decode("utf-8", "ignore")
    return short.strip(" .-")
