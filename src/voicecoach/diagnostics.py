"""Faults of a user's text, as values: where, how grave, what, and what to do.

A diagnostic renders itself in the form compilers have taught editors to click on::

    scripts/leg-day.md:9:3: error: no exercise is called "Revers lunge" [unknown-exercise]
      9 | - Revers lunge: 2 sets of 12 each side
        |   ^^^^^^^^^^^^
      hint: did you mean "Reverse lunge"?
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from voicecoach.source import Source, Span

__all__ = ["Diagnostic", "Severity", "distinct", "nearest", "render", "summary"]

_EXCERPT_WIDTH = 160
"""Characters of a line shown at most: longer lines are cut around the place."""


class Severity(Enum):
    """How grave: an error plays nothing, a warning plays."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault with its place.

    Attributes:
        severity: Error or warning.
        code: Stable name, in kebab-case, for tools and searches.
        message: A sentence in the author's words, without a full stop.
        span: Where.
        expected: What would have been right there; empty for nothing to say.
        hint: What to do about it; empty for nothing to say.
    """

    severity: Severity
    code: str
    message: str
    span: Span
    expected: str = ""
    hint: str = ""

    @property
    def is_error(self) -> bool:
        """Whether the script cannot be played."""
        return self.severity is Severity.ERROR


def distinct(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each fault of a line once, however many rounds repeat it."""
    found: dict[tuple[str, Span], Diagnostic] = {}
    for diagnostic in diagnostics:
        found.setdefault((diagnostic.code, diagnostic.span), diagnostic)
    return tuple(found.values())


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that a slip of the pen away from ``name``, or None.

    Near means an edit distance of one, and one more for every six letters beyond the sixth; case does not count. A
    letter swapped with its neighbour is one edit. Of several the nearest counts, then the first.
    """
    folded = name.casefold()
    limit = 1 + max(0, len(folded) - 6) // 6
    best: tuple[int, str] | None = None
    for candidate in known:
        other = candidate.casefold()
        if abs(len(other) - len(folded)) > limit:
            continue
        distance = _distance(folded, other)
        if distance <= limit and (best is None or distance < best[0]):
            best = (distance, candidate)
    return best[1] if best else None


def _distance(a: str, b: str) -> int:
    """Edits between two strings: insert, delete, replace, swap neighbours (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            cost = min(row[j] + 1, current[j - 1] + 1, row[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        before, row = row, current
    return row[-1]


def render(diagnostic: Diagnostic, source_of: Callable[[str], Source | None]) -> str:
    """The diagnostic as text of several lines, with the line it speaks of and a marker under the place.

    Args:
        diagnostic: What to show.
        source_of: The text of a file's name; None where it is not at hand, then the line is left out.
    """
    span = diagnostic.span
    rows = [
        f"{span.file}:{span.line}:{span.column}: {diagnostic.severity.value}: {diagnostic.message} [{diagnostic.code}]"
    ]
    source = source_of(span.file)
    if source is not None:
        rows += _excerpt(source.line(span.line), span)
    rows += [f"  {label}: {text}" for label, text in _advice(diagnostic) if text]
    return "\n".join(rows)


def _advice(diagnostic: Diagnostic) -> tuple[tuple[str, str], ...]:
    return ("expected", diagnostic.expected), ("hint", diagnostic.hint)


def _excerpt(line: str, span: Span) -> list[str]:
    start = min(span.column - 1, len(line))
    first = max(0, start - _EXCERPT_WIDTH // 2) if len(line) > _EXCERPT_WIDTH else 0
    shown = "".join(c if c.isprintable() else " " for c in line[first : first + _EXCERPT_WIDTH])
    lead = _width(shown[: start - first])
    marked = max(1, _width(shown[start - first : max(start, span.end - 1) - first]))
    number = str(span.line)
    gutter = " " * len(number)
    return [f"  {number} | {shown}".rstrip(), f"  {gutter} | {' ' * lead}{'^' * marked}"]


def _width(text: str) -> int:
    """Columns of a terminal that a text takes."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def summary(diagnostics: Collection[Diagnostic], consequence: str = "") -> str:
    """How many of each, and what follows, such as ``1 error, 2 warnings. Nothing was played or written.``."""
    errors = sum(d.is_error for d in diagnostics)
    counts = ((errors, "error"), (len(diagnostics) - errors, "warning"))
    told = ", ".join(f"{n} {word}{'s' * (n != 1)}" for n, word in counts if n) or "no errors"
    return f"{told}. {consequence}".rstrip()
