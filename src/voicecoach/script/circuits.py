"""Rounds inside a block: a list item that is nothing but a scheme, with the steps nested under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from voicecoach.script.moments import is_moment
from voicecoach.script.rests import parse_rest
from voicecoach.script.schemes import parse_scheme, repeats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from voicecoach.model.workout import Scheme
    from voicecoach.script.blocks import Block
    from voicecoach.script.flaws import Flaw

__all__ = ["nested_scheme"]

_BEGINS = re.compile(
    r"[0-9]|[xX×]\s*[0-9]|(?:tabata|e[0-9]*mom|amrap|every|ladder|pyramid|for\s+time)\b",  # noqa: RUF001 - people do write the sign
    re.IGNORECASE,
)
_CLOSING = " \t:"


def nested_scheme(head: str, nested: Sequence[Block], *, advise: bool = True) -> tuple[Scheme, tuple[Flaw, ...]] | None:
    """Read the head of a list item as a scheme: ``3 rounds``, ``3 rounds, rest 30s``, ``3x:``.

    Args:
        head: The item's own words.
        nested: The items nested under it.
        advise: Whether remedies are looked for, which takes time.

    Returns:
        The scheme and what is wrong with it; or None where the item is a step. What is not understood counts as a
        scheme only if steps stand under it.
    """
    text = head.rstrip(_CLOSING)
    rest = parse_rest(head, advise=False)
    if not (_BEGINS.match(text) and repeats(text)) or (rest and not rest[1]):
        return None
    scheme, flaws = parse_scheme(text, advise=advise)
    if flaws and not any(_is_step(item) for item in nested):
        return None
    return scheme, flaws


def _is_step(item: Block) -> bool:
    return any(block.lines and not is_moment(block.text.text) for block in item.children[:1])
