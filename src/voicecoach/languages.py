"""Tags of languages, as BCP 47 has them: ``de``, ``en-GB``."""

from __future__ import annotations

__all__ = ["primary", "subtags"]


def subtags(tag: str) -> list[str]:
    """The parts of a tag, in lower case: ``en``, ``us`` for ``en-US``; an underscore parts them as well."""
    return tag.casefold().replace("_", "-").split("-")


def primary(tag: str) -> str:
    """The language itself, without region and script."""
    return subtags(tag)[0]
