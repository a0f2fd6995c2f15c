"""How much the coach says."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voicecoach.source import Span

__all__ = ["ALL_MOMENTS", "TalkChoice", "TalkLevel"]

ALL_MOMENTS = "all"
"""What stands in the place of a moment where every moment is meant."""


class TalkLevel(IntEnum):
    """How much is said, from nothing to all there is room for."""

    NONE = 0
    FEW = 1
    NORMAL = 2
    MANY = 3


@dataclass(frozen=True, slots=True)
class TalkChoice:
    """A level for one moment, or for all that have none of their own.

    Attributes:
        level: How much.
        moment: Its name in the cue pack, or :data:`ALL_MOMENTS`.
        span: Where it is written; None where it is written nowhere.
    """

    level: TalkLevel
    moment: str = ALL_MOMENTS
    span: Span | None = field(default=None, compare=False)
