"""An address as a picture of squares that a phone's camera reads."""

from __future__ import annotations

from io import StringIO

import segno

__all__ = ["qr_text"]

_COLORS, _USUAL = "\x1b[97;40m", "\x1b[0m"
"""White on black, for what is drawn are the light squares; and back. Source: ECMA-48, 8.3.117."""


def qr_text(address: str) -> str:
    """The lines of a QR code, dark on light in a terminal of any colors."""
    text = StringIO()
    segno.make(address, error="l", micro=False).terminal(text, compact=True)
    return "".join(f"{_COLORS}{line}{_USUAL}\n" for line in text.getvalue().splitlines())
