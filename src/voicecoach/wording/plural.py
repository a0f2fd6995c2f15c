"""Which plural form a number takes."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.plural import PluralRule

__all__ = ["CATEGORIES", "categories_of", "plural_category"]

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""The plural categories of the Unicode CLDR."""


@lru_cache(maxsize=1024)
def plural_category(count: int, language: str) -> str:
    """The CLDR category of a whole number: ``one`` for 1 in English, also for 0 in French.

    Args:
        count: The number.
        language: BCP 47 tag; one that nobody knows counts as English does.
    """
    return str(_rule(language)(count))


def categories_of(language: str) -> tuple[str, ...]:
    """The categories that a language has, in the order of the CLDR."""
    tags = {*_rule(language).tags, "other"}
    return tuple(category for category in CATEGORIES if category in tags)


@cache
def _rule(language: str) -> PluralRule:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - 40 ms, for those who word something

    try:
        return Locale.parse(language.replace("-", "_")).plural_form
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en").plural_form
