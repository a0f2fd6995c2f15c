"""Which bytes of a file a request asks for, after RFC 9110, section 14."""

from __future__ import annotations

import re

__all__ = ["UNSATISFIABLE", "wanted_range"]

UNSATISFIABLE = range(0)
"""Nothing of the file is asked for."""

_ONE = re.compile(r"bytes=\s*(\d{0,18})-(\d{0,18})\s*", re.ASCII | re.IGNORECASE)
"""One range; 18 digits are more bytes than there are anywhere."""


def wanted_range(header: str, size: int) -> range | None:
    """The bytes that a ``Range`` header asks for.

    Args:
        header: Empty for none.
        size: Of the file, in bytes.

    Returns:
        The bytes, of which there are :data:`UNSATISFIABLE` none where all that is asked for lies behind the end. None
        for the whole file: where nothing is asked for, where it makes no sense, and where it is more than one range,
        which a server is free to overlook, and which costs nothing that way, however many there are.
    """
    found = _ONE.fullmatch(header)
    if not found:
        return None
    first, last = found.groups()
    if not first:
        return _suffix(int(last), size) if last else None
    if last and int(last) < int(first):
        return None
    stop = min(int(last) + 1, size) if last else size
    return range(int(first), stop) if int(first) < size else UNSATISFIABLE


def _suffix(length: int, size: int) -> range:
    """The last bytes of a file."""
    return range(max(0, size - length), size) if length and size else UNSATISFIABLE
