"""A text with a name, and places in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePath

__all__ = ["Source", "Span"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one line of a named text.

    Attributes:
        file: The text's name as the user knows it: a path, or a name such as ``<quick>``.
        line: Line number, from 1.
        column: First character, from 1, counted in characters of the line as it stands.
        end: The column behind the last character; ``end - column`` characters are meant, none where they are equal.
    """

    file: str
    line: int
    column: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A named text, by lines.

    Line ends of every system count as one and are no part of a line; nor is a byte order mark part of the text.

    Attributes:
        name: What diagnostics call the text.
        text: All of it.
        lines: Its lines, without their ends.
    """

    name: str
    text: str
    lines: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Normalize line ends and cut the lines once."""
        text = self.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "lines", tuple(text.split("\n")))

    @property
    def title(self) -> str:
        """What a text is called that does not say so itself: the name of its file, as words."""
        words = " ".join(re.findall(r"[^\W_]+", PurePath(self.name).stem))
        return words[:1].upper() + words[1:]

    def line(self, number: int) -> str:
        """The text of a line, from 1; empty where there is no such line."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def span(self, line: int, column: int = 1, end: int | None = None) -> Span:
        """A place in this text; without ``end`` it reaches to the end of the line."""
        return Span(self.name, line, column, len(self.line(line)) + 1 if end is None else end)
