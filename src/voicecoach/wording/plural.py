"""Which plural form a number takes."""

from __future__ import annotations

__all__ = ["CATEGORIES", "plural_category"]

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""The plural categories of the Unicode CLDR."""


def plural_category(count: int) -> str:
    """The CLDR category of a whole number in English: ``one`` or ``other``."""
    return "one" if count == 1 else "other"
