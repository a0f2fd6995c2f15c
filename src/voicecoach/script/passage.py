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

    def moved(self, start: int, offset: int) -> Run:
        """The rest of the run from the offset ``start`` on, now standing at ``offset`` of another passage."""
        return Run(offset, self.line, self.column + start - self.offset)


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
            runs += [run.moved(run.offset, run.offset + length) for run in piece.runs]
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
        first = self._run(start)
        end = bisect_left(self.runs, start + len(text), lo=first + 1, key=_offset)
        inner = (run.moved(run.offset, run.offset - start) for run in self.runs[first + 1 : end])
        return Passage(self.source, text, (self.runs[first].moved(start, 0), *inner))

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Where a stretch of it stands; one that runs over several lines is cut at the end of the first."""
        stop = len(self.text) if end is None else end
        line, column = self._place(start)
        if stop <= start:
            return self.source.span(line, column, column)
        last_line, last_column = self._place(stop - 1)
        if last_line == line and last_column < column:
            return self._around(start, stop)
        return self.source.span(line, column, last_column + 1 if last_line == line else None)

    def _around(self, start: int, stop: int) -> Span:
        """The place of a stretch whose pieces were put into another order on their line."""
        pieces = self.slice(start, self.text[start:stop])
        ends = [run.offset for run in pieces.runs[1:]] + [stop - start]
        first = min(run.column for run in pieces.runs)
        last = max(run.column + end - run.offset for run, end in zip(pieces.runs, ends, strict=True))
        return self.source.span(self._place(start)[0], first, min(last, len(self.source.line(self.line)) + 1))

    def _place(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at an offset."""
        _, line, column = self.runs[self._run(offset)].moved(offset, 0)
        return line, column

    def _run(self, offset: int) -> int:
        """The number of the run that an offset lies in."""
        return bisect_right(self.runs, offset, key=_offset) - 1 if len(self.runs) > 1 else 0


def _offset(run: Run) -> int:
    return run.offset
