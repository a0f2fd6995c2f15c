"""Text cut out of a source that still knows where each of its characters stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from voicecoach.source import Source, Span

__all__ = ["Passage", "Run"]


class Run(NamedTuple):
    """From ``offset`` of the passage on, the characters stand side by side from ``line`` and ``column``."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A text put together from pieces of a source.

    Attributes:
        source: Where the pieces come from.
        text: The words.
        runs: Where each piece stands, by rising offset; the first has offset 0.
    """

    source: Source
    text: str
    runs: tuple[Run, ...]

    @staticmethod
    def on_line(source: Source, line: int, column: int, text: str) -> Passage:
        """A piece of one line; line and column from 1."""
        return Passage(source, text, (Run(0, line, column),))

    @staticmethod
    def joined(pieces: Iterable[Passage], gap: str = " ") -> Passage:
        """Several pieces, at least one, with ``gap`` between each two."""
        first, *others = pieces
        if not others:
            return first
        runs, length = list(first.runs), len(first.text)
        for piece in others:
            length += len(gap)
            runs += [Run(run.offset + length, run.line, run.column) for run in piece.runs]
            length += len(piece.text)
        return Passage(first.source, gap.join(piece.text for piece in (first, *others)), tuple(runs))

    @property
    def line(self) -> int:
        """The line on which the passage begins, from 1."""
        return self.runs[0].line

    def part(self, start: int = 0, end: int | None = None) -> Passage:
        """A stretch of it, trimmed of white space; offsets as in slices, neither negative."""
        piece = self.text[start:end]
        return self.slice(start + len(piece) - len(piece.lstrip()), piece.strip())

    def slice(self, start: int, text: str) -> Passage:
        """The stretch that begins at ``start``, reading ``text`` (shorter where marks were taken away)."""
        if len(self.runs) == 1:
            return Passage(self.source, text, (Run(0, *self._place(start)),))
        low = bisect_right(self.runs, start, key=_offset)
        high = bisect_left(self.runs, start + len(text), lo=low, key=_offset)
        inner = (Run(run.offset - start, run.line, run.column) for run in self.runs[low:high])
        return Passage(self.source, text, (Run(0, *self._place(start)), *inner))

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Where a stretch of it stands; one that runs over several lines is cut at the end of the first."""
        stop = len(self.text) if end is None else end
        line, column = self._place(start)
        if stop <= start:
            return self.source.span(line, column, column)
        last_line, last_column = self._place(stop - 1)
        return self.source.span(line, column, last_column + 1 if last_line == line else None)

    def _place(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at an offset."""
        run = self.runs[bisect_right(self.runs, offset, key=_offset) - 1] if len(self.runs) > 1 else self.runs[0]
        return run.line, run.column + offset - run.offset


def _offset(run: Run) -> int:
    return run.offset
