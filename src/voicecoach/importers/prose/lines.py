"""The lines of a post, freed of HTML, Markdown and ornament: what each says, and what kind of line it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from voicecoach.importers.prose import markup
from voicecoach.importers.prose.markup import without_html
from voicecoach.importers.safe_text import one_line

if TYPE_CHECKING:
    from voicecoach.source import Source

__all__ = ["Kind", "Line", "lines_of"]


class Kind(Enum):
    """What a line looks like."""

    TEXT = "text"
    HEADING = "heading"
    BULLET = "bullet"
    NUMBERED = "numbered"
    BLANK = "blank"
    RULER = "ruler"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the post.

    Attributes:
        number: Its line in the source, from 1; several may stand on one line of HTML.
        text: What it says, without marks.
        kind: What it looks like.
        lead: The words in bold at its beginning, where more follows; empty for none.
        ordinal: Whether a number stood before it.
        indented: Whether it is indented, as the continuation of a list item is.
        hard: Whether HTML began it, so that it continues nothing.
        quoted: Whether it stands behind the marks of a quotation.
    """

    number: int
    text: str
    kind: Kind
    lead: str = ""
    ordinal: bool = False
    indented: bool = False
    hard: bool = False
    quoted: bool = False


_MOST_LINES = 6_000
_LONGEST = 6_000
"""Characters of a line that are read: a page's whole text on one line is cut by its tags first."""

_KEYCAP = re.compile("([0-9])\ufe0f?\u20e3")
_ORNAMENT = re.compile(
    "[\u00a9\u00ae\u2190-\u21ff\u2300-\u23ff\u25a0-\u25ff\u2600-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d"
    "\ufe00-\ufe0f\u200d\u20e3\U0001f000-\U0001faff]"
)
_URL = re.compile(r"(?:https?://|www\.)\S+")
_IMAGE = re.compile(r"!\[[^\[\]]{0,300}\]\([^()\s]{0,1000}(?:\s+\"[^\"]{0,300}\")?\)")
_LINK = re.compile(r"\[(?P<label>[^\[\]]{0,300})\]\([^()\s]{0,1000}(?:\s+\"[^\"]{0,300}\")?\)")
_SHORTCODE = re.compile(r"\[/?[a-z][a-z_-]{2,30}(?:\s[^\[\]]{0,300})?=?[^\[\]\s]{0,100}\]|\[/[a-z_-]{2,30}\]")
_CITED = re.compile(r"\s?\[[0-9]{1,3}(?:[,\s-]+[0-9]{1,3}){0,20}\]")
_MD_BOLD = re.compile(r"(?<![\w*_])(?P<mark>\*\*|__)(?=\S)(?P<inside>[^*_\n]{1,300}?)(?<=\S)(?P=mark)(?![\w*])")
_MD_ITALIC = re.compile(
    r"(?<![\w*_])(?P<mark>\*|_)(?=[^\s*_])(?P<inside>[^*_\n]{1,300}?)(?<=[^\s*_])(?P=mark)(?![\w*_])"
)
_MD_HEADING = re.compile(r"#{1,6}\s+(?P<text>.*?)\s*#*")
_RULER = re.compile(r"(?:[-=~_*+#.\u2014\u2022\u00b7]\s?){3,}")
_UNDERLINE = re.compile(r"[-=~]{3,}")
_BULLET = re.compile(
    r"(?:[-*+\u2022\u2023\u25e6\u2043\u2219\u00b7\u2013\u2014\u25aa\u25cf\u203a\u00bb]|o(?=\s[A-Z]))\s+(?P<text>\S.*)"
)
_NUMBERED = re.compile(
    r"(?P<mark>\(?[0-9]{1,2}[.)]|[0-9]{1,2}\s?[-:\u2013](?=\s)|#[0-9]{1,2}[.:)]?(?=\s))\s*(?P<text>[^\s0-9].*)"
)
_QUOTE = re.compile(r"(?:>\s?)+")
_TABLE_RULER = re.compile(r"\|?[\s:|-]*-{2,}[\s:|-]*\|?")
_SPLIT = re.compile(f"{markup.BREAK}+")
_BOLD_LEAD = re.compile(f"{markup.BOLD_ON}(?P<inside>[^{markup.BOLD_OFF}]*){markup.BOLD_OFF}(?P<rest>.*)", re.DOTALL)
_BOLD = re.compile(f"[{markup.BOLD_ON}{markup.BOLD_OFF}]")
_HEADING_WORDS = 12
"""A whole line in bold or capitals with more words is shouted, not a heading."""

_UNDERLINED_WORDS = 10
_MOST_SETTINGS = 60
_TITLE = re.compile(r"""title\s*:\s*["']?(?P<text>.*?)["']?\s*""", re.IGNORECASE)


def lines_of(source: Source) -> list[Line]:
    """The lines of a post that say something, and one blank line for each gap between them; of a book, the first."""
    found: list[Line] = []
    rows = without_html(source.text).split("\n")
    title, start = _front_matter(rows)
    if title:
        found.append(Line(1, title, Kind.HEADING))
    for number, raw in enumerate(rows[start:], start + 1):
        if len(found) >= _MOST_LINES:
            break
        pieces = _SPLIT.split(raw)
        for place, piece in enumerate(pieces):
            line = _line(number, piece[:_LONGEST], hard=place > 0)
            if line.kind is Kind.BLANK and len(pieces) > 1 and place not in (0, len(pieces) - 1):
                continue
            if _underlines(piece, found):
                found[-1] = replace(found[-1], kind=Kind.HEADING)
            elif line.kind is not Kind.BLANK or (found and found[-1].kind is not Kind.BLANK):
                found.append(line)
    return found


def _front_matter(rows: list[str]) -> tuple[str, int]:
    """The title in the settings at the top of a post, as static sites have them, and how many rows they take."""
    if rows[0].strip() != "---":
        return "", 0
    end = next((number for number, row in enumerate(rows[1:_MOST_SETTINGS], 1) if row.strip() == "---"), 0)
    titles = (match["text"] for row in rows[1:end] if (match := _TITLE.fullmatch(row)))
    return _clean(next(titles, "")), end + 1 if end else 0


def _underlines(piece: str, found: list[Line]) -> bool:
    """Whether a row of hyphens or the like underlines the line before it."""
    if not found or not _UNDERLINE.fullmatch(piece.strip()):
        return False
    before = found[-1]
    return before.kind is Kind.TEXT and len(before.text.split()) <= _UNDERLINED_WORDS


def _line(number: int, raw: str, *, hard: bool) -> Line:
    """One line, read from the outside in: quote marks, rulers, headings, lists, numbers, bold, the rest."""
    told = _KEYCAP.sub(r"\1. ", raw).strip()
    quote = _QUOTE.match(told)
    kind, told = _kind(told[quote.end() :] if quote else told)
    if kind is Kind.RULER:
        return Line(number, "", kind, hard=hard)
    bold = _MD_BOLD.sub(rf"{markup.BOLD_ON}\g<inside>{markup.BOLD_OFF}", told)
    lead, rest = _lead(bold)
    text = _clean(_BOLD.sub("", bold))
    if not _says(text):
        return Line(number, "", Kind.BLANK, hard=hard)
    ordinal = _NUMBERED.fullmatch(text) if kind in (Kind.TEXT, Kind.HEADING) else None
    text, kind = (ordinal["text"], kind) if ordinal else (text, kind)
    whole = bool(lead) and not _says(rest)
    if kind is Kind.TEXT and len(text.split()) <= _HEADING_WORDS and (whole or _shouted(text)):
        kind = Kind.HEADING
    elif ordinal and kind is Kind.TEXT:
        kind = Kind.NUMBERED
    lead = "" if whole else _lead_text(lead)
    return Line(number, text, kind, lead, bool(ordinal), indented=raw[:1] in (" ", "\t"), hard=hard, quoted=bool(quote))


def _says(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _lead_text(lead: str) -> str:
    told = _clean(lead)
    ordinal = _NUMBERED.fullmatch(told)
    return ordinal["text"] if ordinal else told


_STARTS = {
    markup.HEADING: Kind.HEADING,
    markup.BULLET: Kind.BULLET,
    markup.NUMBERED: Kind.NUMBERED,
}


def _kind(told: str) -> tuple[Kind, str]:
    """The kind of a line by its first characters, and the line without them."""
    if told[:1] in _STARTS:
        return _STARTS[told[0]], told[1:].strip("# ")
    if _RULER.fullmatch(told):
        return Kind.RULER, ""
    if _TABLE_RULER.fullmatch(told):
        return Kind.BLANK, ""
    if heading := _MD_HEADING.fullmatch(told):
        return Kind.HEADING, heading["text"]
    bare = _ORNAMENT.sub("", told).strip() if _ORNAMENT.match(told) else told
    if bullet := _BULLET.fullmatch(bare):
        return Kind.BULLET, bullet["text"]
    return Kind.TEXT, _row(bare)


def _row(told: str) -> str:
    """A row of a table as a line: the first cell, and the others behind a colon."""
    if not (told.startswith("|") and told.endswith("|") and told.count("|") > 2):  # noqa: PLR2004 - two cells have three bars
        return told
    first, *others = (cell.strip() for cell in told.strip("|").split("|"))
    return f"{first}: {', '.join(cell for cell in others if cell)}"


def _lead(bold: str) -> tuple[str, str]:
    """The words in bold at the beginning, and what follows them."""
    match = _BOLD_LEAD.match(bold.lstrip(" \t*_"))
    return (match["inside"], match["rest"]) if match else ("", "")


def _clean(text: str) -> str:
    """Words only: no links, images, addresses, ornaments, marks of emphasis; plain quotation marks."""
    for pattern, instead in (
        (_IMAGE, " "),
        (_LINK, r"\g<label>"),
        (_SHORTCODE, " "),
        (_CITED, ""),
        (_URL, " "),
        (_ORNAMENT, " "),
    ):
        text = pattern.sub(instead, text)
    text = _MD_ITALIC.sub(r"\g<inside>", text).replace("`", "").replace("\u2019", "'").replace("\u2018", "'")
    return one_line(text.replace("\u201c", '"').replace("\u201d", '"').replace("**", "")).strip("*_| ")


def _shouted(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 3 and all(character.isupper() for character in letters)  # noqa: PLR2004 - "ABS" alone is a word
