"""What is wrong inside one text, before it is known where in a file the text stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from voicecoach.script.codes import Code
    from voicecoach.script.passage import Passage

__all__ = ["Flaw", "FlawError"]


@dataclass(frozen=True, slots=True)
class Flaw:
    """A fault and the stretch of text it concerns.

    Attributes:
        code: What kind.
        message: A sentence in the author's words, without a full stop.
        start: Offset of its first character.
        end: Offset behind its last.
        expected: What would have been right there.
        hint: What to do about it.
    """

    code: Code
    message: str
    start: int
    end: int
    expected: str = ""
    hint: str = ""

    def at(self, passage: Passage) -> Diagnostic:
        """The fault with its place, where ``passage`` is the text."""
        span = passage.span(self.start, self.end)
        return Diagnostic(Severity.ERROR, self.code, self.message, span, self.expected, self.hint)


class FlawError(Exception):
    """Ends the reading of one phrase; never leaves the module that reads a grammar."""

    def __init__(self, flaw: Flaw) -> None:
        """Carry the flaw."""
        super().__init__(flaw.message)
        self.flaw = flaw
