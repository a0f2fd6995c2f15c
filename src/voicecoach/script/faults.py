"""Where the reading of a script gathers what it has to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from voicecoach.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from voicecoach.script.codes import Code
    from voicecoach.script.flaws import Flaw
    from voicecoach.script.passage import Passage
    from voicecoach.source import Span

__all__ = ["Faults"]

_MOST_ADVISED = 200
"""Passages with flaws at most for which remedies are looked for, to bound the time: beyond, something else is wrong."""


@dataclass(slots=True)
class Faults:
    """The diagnostics found so far, in the order of their discovery.

    Attributes:
        found: The diagnostics.
        flawed: In how many passages a grammar has found something wrong.
    """

    found: list[Diagnostic] = field(default_factory=list)
    flawed: int = 0

    @property
    def advises(self) -> bool:
        """Whether remedies are still looked for, which takes time."""
        return self.flawed < _MOST_ADVISED

    def error(self, code: Code, message: str, span: Span, *, expected: str = "", hint: str = "") -> None:
        """Note what keeps the script from being played."""
        self.found.append(Diagnostic(Severity.ERROR, code, message, span, expected, hint))

    def warning(self, code: Code, message: str, span: Span, *, hint: str = "") -> None:
        """Note what the author should know."""
        self.found.append(Diagnostic(Severity.WARNING, code, message, span, hint=hint))

    def flaws(self, flaws: Iterable[Flaw], passage: Passage) -> None:
        """Note what a grammar found wrong in a passage."""
        told = [flaw.at(passage) for flaw in flaws]
        self.found.extend(told)
        self.flawed += bool(told)

    def in_order(self) -> tuple[Diagnostic, ...]:
        """All of them, sorted by place."""
        return tuple(sorted(self.found, key=lambda fault: (fault.span.line, fault.span.column)))
