"""Warnings with their places in the original text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from voicecoach.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from voicecoach.source import Source

__all__ = ["MOST_WARNINGS", "Warnings"]

MOST_WARNINGS = 50
"""Warnings of one text at most: a user reads no more, and something else is wrong with such a text."""


@dataclass(slots=True)
class Warnings:
    """Collects warnings about one source."""

    source: Source
    _found: dict[tuple[int, str], Diagnostic] = field(default_factory=dict)

    def add(self, code: str, line: int, message: str, hint: str = "") -> None:
        """Warn of a line, from 1, once for each kind.

        Args:
            code: The kind, in kebab-case.
            line: Where, from 1.
            message: A sentence without a full stop.
            hint: What to do about it.
        """
        if len(self._found) < MOST_WARNINGS:
            text = self.source.line(line)
            span = self.source.span(line, len(text) - len(text.lstrip()) + 1)
            self._found.setdefault((line, code), Diagnostic(Severity.WARNING, code, message, span, hint=hint))

    def in_order(self) -> tuple[Diagnostic, ...]:
        """All of them by line."""
        return tuple(sorted(self._found.values(), key=lambda found: found.span.line))
