"""Words without the marks of Markdown: what a voice may say.

The block structure comes from a Markdown library; within a line this module takes away emphasis, code marks, links,
HTML tags, escapes and entities, and keeps where every remaining character stands. No pattern looks at a character
more than a bounded number of times, so that no text takes long.
"""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from voicecoach.script.passage import Passage, Run

__all__ = ["comments", "escaped", "marked", "plain"]

_MARKS = re.compile(r"[\\`*_\[<&]")

_TOKEN = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])                         # a backslash before punctuation
    | (?P<ticks>`+)
    | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    | <!--[^<>]{0,1000}-->
    | <(?P<autolink>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,1000})>
    | </?[A-Za-z][^<>]{0,1000}>                              # a tag
    | !?\[(?P<label>[^\[\]]{0,1000})\](?:\([^()\s]{0,1000}(?:\s+"[^"]{0,300}")?\)|\[[^\[\]]{0,300}\])
    | (?P<run>\*+|(?<![^\W_])_+|_+(?![^\W_]))                # not an underscore inside a word
    """,
    re.VERBOSE,
)

_LONGEST_CODE = 1000
"""Characters between backticks at most, to bound the search for the closing ones."""


_MARK = re.compile(r"[\\`*_\[\]<>&#]")
_BLOCK_MARK = re.compile(r"[-+=~]|[0-9]{1,9}(?=[.)])")


_WRITTEN = re.compile(r"\\[!-/:-@\[-`{-~]|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
"""Characters that are written in another way, as opposed to marks around words."""


class _Piece(NamedTuple):
    """Text to be kept, and where it starts in the passage; ``mark`` for a run of ``*`` or ``_``."""

    start: int
    text: str
    mark: bool = False


def plain(passage: Passage) -> Passage:
    """The passage as it would be read aloud: without Markdown marks, white space as it stands."""
    if not _MARKS.search(passage.text):
        return passage
    pieces: list[_Piece] = []
    _cut(passage.text, 0, len(passage.text), pieces)
    return _assembled(passage, _without_emphasis(passage.text, pieces))


def marked(text: str) -> bool:
    """Whether a text holds emphasis, code, links, tags or comments, so that :func:`plain` takes something away."""
    bare = _WRITTEN.sub("x", text)
    pieces: list[_Piece] = []
    _cut(bare, 0, len(bare), pieces)
    return "".join(piece.text for piece in _without_emphasis(bare, pieces)) != bare


def comments(text: str) -> tuple[str, ...]:
    """The HTML comments inside a text, as :func:`plain` takes them away."""
    found: list[str] = []
    at = 0
    while match := _TOKEN.search(text, at):
        at = match.end()
        if match["ticks"]:
            at = _cut_code(text, match.start(), at, [])
        elif match[0].startswith("<!--"):
            found.append(match[0])
    return tuple(found)


def escaped(text: str) -> str:
    """The inverse of :func:`plain`: Markdown that reads as a text of one line, wherever in a block it stands."""
    marked = _MARK.sub(r"\\\g<0>", text)
    start = _BLOCK_MARK.match(marked)
    if start is None:
        return marked
    kept = start[0] if start[0].isdigit() else ""
    return f"{kept}\\{marked[len(kept) :]}"


def _cut(text: str, start: int, end: int, pieces: list[_Piece]) -> None:
    """Add what is kept of a stretch of text, and the runs that may be emphasis."""
    at = start
    while match := _TOKEN.search(text, at, end):
        if match.start() > at:
            pieces.append(_Piece(at, text[at : match.start()]))
        at = match.end()
        if match["ticks"]:
            at = _cut_code(text, match.start(), at, pieces)
        elif match["label"] is not None:
            _cut(text, *match.span("label"), pieces)
        elif match["run"]:
            pieces.append(_Piece(match.start(), match["run"], mark=True))
        elif match["entity"]:
            pieces.append(_Piece(match.start(), unescape(match["entity"])))
        else:
            name = "escaped" if match["escaped"] else "autolink"
            pieces.append(_Piece(match.start(name), match[name] or ""))
    pieces.append(_Piece(at, text[at:end]))


def _cut_code(text: str, start: int, opened: int, pieces: list[_Piece]) -> int:
    """Add what stands between equally many backticks; returns where reading goes on."""
    ticks = text[start:opened]
    closing = text.find(ticks, opened, opened + _LONGEST_CODE)
    if closing < 0:
        pieces.append(_Piece(start, ticks))
        return opened
    pieces.append(_Piece(opened, text[opened:closing]))
    return closing + len(ticks)


def _without_emphasis(text: str, pieces: list[_Piece]) -> list[_Piece]:
    """Take away runs of ``*`` and ``_`` that open and close; those without a partner are ordinary characters."""
    left = [len(piece.text) for piece in pieces]
    openers: dict[str, list[int]] = {"*": [], "_": []}
    for i, piece in enumerate(pieces):
        if not piece.mark:
            continue
        opens, closes = _flanks(text, piece)
        waiting = openers[piece.text[0]]
        while closes and waiting and left[i]:
            taken = min(left[i], left[waiting[-1]])
            left[i] -= taken
            left[waiting[-1]] -= taken
            if not left[waiting[-1]]:
                waiting.pop()
        if opens and left[i]:
            waiting.append(i)
    return [
        _Piece(piece.start, piece.text[: left[i]]) if left[i] < len(piece.text) else piece
        for i, piece in enumerate(pieces)
    ]


def _flanks(text: str, run: _Piece) -> tuple[bool, bool]:
    """Whether a run can open and can close emphasis: the flanking rules of CommonMark 0.31, section 6.2."""
    before = text[run.start - 1 : run.start] or " "
    after = text[run.start + len(run.text) : run.start + len(run.text) + 1] or " "
    word_before, word_after = before.isalnum(), after.isalnum()
    opens = not after.isspace() and (word_after or not word_before)
    closes = not before.isspace() and (word_before or not word_after)
    if run.text[0] == "_":
        return opens and not word_before, closes and not word_after
    return opens, closes


def _assembled(passage: Passage, pieces: list[_Piece]) -> Passage:
    """The kept pieces as one passage; both are in order, so one walk over the passage's runs places them all."""
    runs: list[Run] = []
    length = at = end = 0
    for piece in pieces:
        if not piece.text:
            continue
        while at + 1 < len(passage.runs) and passage.runs[at + 1].offset <= piece.start:
            at += 1
        if piece.start != end or not runs or passage.runs[at].offset == piece.start:
            runs.append(passage.runs[at].moved(piece.start, length))
        end = piece.start + len(piece.text)
        while at + 1 < len(passage.runs) and passage.runs[at + 1].offset < end:
            at += 1
            runs.append(passage.runs[at].moved(passage.runs[at].offset, length + passage.runs[at].offset - piece.start))
        length += len(piece.text)
    return Passage(passage.source, "".join(piece.text for piece in pieces), tuple(runs) or passage.runs[:1])
