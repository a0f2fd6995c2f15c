"""A reading position in one short text, for the hand-written grammars of prescriptions, schemes and moments.

Each rule of a grammar is a function that takes a scanner. Where the text does not begin with what the rule describes,
it returns None and the position stays; where it begins so and goes wrong, it raises :class:`FlawError`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from voicecoach.script.flaws import Flaw, FlawError

if TYPE_CHECKING:
    from voicecoach.script.codes import Code

__all__ = ["Scanner", "quoted", "words"]

_LONGEST_QUOTE = 60
"""Characters of the author's text that a message repeats at most; the line itself is shown below it."""

_SPACE = re.compile(r"\s*")


def words(*alternatives: str) -> re.Pattern[str]:
    """A pattern for whole words in either case; a space in an alternative stands for any white space."""
    told = "|".join(r"\s+".join(map(re.escape, each.split())) for each in sorted(alternatives, key=len, reverse=True))
    return re.compile(rf"(?:{told})(?![^\W\d_])", re.IGNORECASE)


def quoted(text: str) -> str:
    """A text in quotation marks, cut where it is long, for a message."""
    told = " ".join(text.split())
    return f'"{told}"' if len(told) <= _LONGEST_QUOTE else f'"{told[:_LONGEST_QUOTE]}…"'


class Scanner:
    """A text and how far it is read.

    Attributes:
        text: The whole text.
        at: Offset of the next character; white space before it is passed over.
    """

    __slots__ = ("at", "text")

    def __init__(self, text: str) -> None:
        """Begin at the first character that is no white space."""
        self.text = text
        self.at = 0
        self._skip()

    @property
    def done(self) -> bool:
        """Whether nothing is left."""
        return self.at >= len(self.text)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Read what matches here, with the white space behind it."""
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()
            self._skip()
        return match

    def sees(self, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern matches here; nothing is read."""
        return pattern.match(self.text, self.at) is not None

    def skip_to(self, pattern: re.Pattern[str]) -> None:
        """Pass over everything before the next match; ``pattern`` must match the end of the text."""
        match = pattern.search(self.text, self.at)
        self.at = match.start() if match else len(self.text)

    def since(self, start: int) -> tuple[int, int]:
        """The stretch from an offset to the last character read."""
        return start, start + len(self.text[start : self.at].rstrip())

    def quoted(self, start: int) -> str:
        """What was read since an offset, in quotation marks, for a message."""
        return quoted(self.text[start : self.at])

    def flaw(self, code: Code, message: str, span: tuple[int, int], expected: str = "", hint: str = "") -> FlawError:
        """An error to raise, about a stretch of the text."""
        return FlawError(Flaw(code, message, *span, expected, hint))

    def _skip(self) -> None:
        space = _SPACE.match(self.text, self.at)
        self.at = space.end() if space else self.at
