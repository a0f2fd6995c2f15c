"""HTML in a text, taken away: what it meant for the lines stays as marks.

Posts come as whole pages, as remnants of them, or as plain text with a stray tag. Nothing here needs the HTML to be
whole, and every line break stays, so that a line keeps its number.
"""

from __future__ import annotations

import re
from html import unescape

from voicecoach.importers.prose.vocabulary import words_of

__all__ = ["BOLD_OFF", "BOLD_ON", "BREAK", "BULLET", "HEADING", "NUMBERED", "without_html"]

BREAK = "\ue000"
"""A new line begins, where HTML has no line break of its own."""

HEADING, BULLET, NUMBERED = "\ue001", "\ue002", "\ue003"
"""The line is a heading, a list item, an item of a numbered list."""

BOLD_ON, BOLD_OFF = "\ue004", "\ue005"

_RULER = "---"
"""What stands for a ruler of HTML."""

_MARKS = re.compile("[\ue000-\ue00f]")
_TOKEN = re.compile(
    r"<(?:(?P<comment>!--)|[!?][A-Za-z\[][^<>]{0,1000}>|(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]{0,30})(?P<rest>(?:\s[^<>]{0,3000})?)/?>)"
)
_COMMENT_CLOSES = "-->"
_UNREAD = words_of("markup", "unread")
"""Elements with nothing to read inside, or nothing of the text."""

_BLOCKS = words_of("markup", "blocks")
_HEADINGS = words_of("markup", "headings")
_BOLD = words_of("markup", "bold")
_COMMENTS = re.compile(
    r"""(?:id|class)\s*=\s*["']?(?:[^"'>]*\s)?(?:comments|comments-area|comment-list|commentlist|disqus_thread)["'\s>]""",
    re.IGNORECASE,
)


def without_html(text: str) -> str:
    """The text without tags, comments and entities, with marks for what they meant."""
    bare = _MARKS.sub(" ", text)
    if "<" not in bare:
        return _plain(bare)
    return "".join(_Reader(bare).pieces())


def _plain(text: str) -> str:
    """Text without entities; a second look finds those that were escaped twice."""
    if "&" not in text:
        return text
    once = unescape(text)
    return _MARKS.sub(" ", unescape(once) if "&" in once else once)


class _Reader:
    """Goes through a text from tag to tag, once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lists: list[str] = []
        self._last_comment_closes = text.rfind(_COMMENT_CLOSES)
        closing = (match for match in _TOKEN.finditer(text) if match["close"])
        self._last_closing = {match["name"].lower(): match.start() for match in closing}

    def pieces(self) -> list[str]:
        """The text between the tags, and the marks in their places."""
        text, at, found = self._text, 0, []
        while match := _TOKEN.search(text, at):
            found.append(_plain(text[at : match.start()]))
            if match["name"] is None:
                at = self._behind_comment(match.end()) if match["comment"] else match.end()
            elif match["name"].lower() in _UNREAD and not match["close"]:
                found.append(BREAK)
                at = self._behind(match["name"].lower(), match.end())
            else:
                found.append(self._mark(match["name"].lower(), match["rest"], closes=bool(match["close"])))
                at = match.end()
            found.append("\n" * text.count("\n", match.start(), at))
        found.append(_plain(text[at:]))
        return found

    def _behind_comment(self, at: int) -> int:
        """Where the text goes on behind a comment; at once where it has no end."""
        closing = self._text.find(_COMMENT_CLOSES, at) if at < self._last_comment_closes else -1
        return at if closing < 0 else closing + len(_COMMENT_CLOSES)

    def _behind(self, name: str, at: int) -> int:
        """Where the text goes on behind an element that is not read; at once where it has no end."""
        if self._last_closing.get(name, -1) < at:
            return at
        for match in _TOKEN.finditer(self._text, at):
            if match["close"] and match["name"].lower() == name:
                return match.end()
        return at

    def _mark(self, name: str, attributes: str, *, closes: bool) -> str:
        """What a tag means."""
        if name in ("ul", "ol"):
            self._nest(name, closes=closes)
        if name == "li":
            return BREAK if closes else BREAK + (NUMBERED if self._lists[-1:] == ["ol"] else BULLET)
        if name == "hr":
            return f"{BREAK}{_RULER}{BREAK}"
        if name in _BOLD:
            return BOLD_OFF if closes else BOLD_ON
        begins_comments = not closes and bool(attributes) and _COMMENTS.search(attributes + ">")
        told = f"{BREAK}{HEADING}Comments{BREAK}" if begins_comments else ""
        if name in _HEADINGS:
            return told + BREAK + ("" if closes else HEADING)
        return told + (BREAK if name in _BLOCKS else "")

    def _nest(self, name: str, *, closes: bool) -> None:
        if not closes:
            self._lists.append(name)
        elif self._lists:
            self._lists.pop()
