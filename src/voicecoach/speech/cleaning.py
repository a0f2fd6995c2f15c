"""What no voice can say, taken out of a text in any language: markup, emoji, odd spaces, doubled punctuation."""
# ruff: noqa: RUF001 - signs that look like others are what this module is about

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import TYPE_CHECKING

from voicecoach.speech.language import is_english, is_latin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["cleaned", "speakable_only", "tidied"]

_SIGNS = " .,?!'-"
_NAMED_SIGNS = _SIGNS + "%&+°/:½¼¾×€$£@"
"""What may stay beside letters and digits: in English every sign has become a word; in other languages their voices
know what the second kind is called."""

_BORROWED = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ")
_STRANGE = {"ß": "ss", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "ng", "ø": "o"}

_TYPOGRAPHY = str.maketrans(
    {
        "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "′": "'", "`": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"',
        "‐": "-", "‑": "-", "⁃": "-", "−": "-", "‒": "–", "―": "—",
        "…": "...", "⁄": "/", "∕": "/", "\r": "\n", "\u2028": "\n", "\u2029": "\n",
        "。": ". ", "．": ".", "｡": ". ", "।": ". ", "۔": ". ",
        "，": ", ", "、": ", ", "،": ", ", "؛": ", ", "；": ", ",
        "！": "! ", "？": "? ", "؟": "? ", "\u037e": "? ", "：": ": ",
    }
)  # fmt: skip
"""Signs that only look different: quotation marks, dashes, line ends, and the stops of other scripts."""

_VARIATION_SELECTORS = range(0xFE00, 0xFE10)

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s)\]>]+", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z!?][^<>]*>")
_ITEM = re.compile(r"(?:[-*+•>]|#{1,6}|[0-9]{1,3}[.)]) +")
_PRODUCT = re.compile(r"(?<=[0-9]) ?\* ?(?=[0-9])")
_EMPHASIS = re.compile(r"[*_|\\]+|~~+")
_DASH = re.compile(r" ?(?:—|--+) ?| [-–]+(?= |$)|(?<![0-9])–|–(?![0-9])")
_LONE_HYPHEN = re.compile(r"(?<![^\W_])-+|-+(?![^\W_])")
_LONE_APOSTROPHE = re.compile(r"(?<![^\W_])'+|'+(?![^\W_])")
_STOPS = re.compile(r" ?[.,?!](?: ?[.,?!])*")
_LONG_NUMBER = re.compile(r"[0-9]{12}(?=[0-9])")
"""Beyond trillions some voices have no words."""

_LONG = re.compile(r"[\x21-\u024f]{40}(?=[\x21-\u024f])")
"""More than any word has. A voice may choke on longer strings, and no pattern here need look further."""


def cleaned(text: str) -> str:
    """The text on one line without markup, with plain quotation marks and digits.

    Links keep their words, addresses go, blank lines and list items end a sentence.
    """
    text = unescape(text.translate(_TYPOGRAPHY)).replace("\r", "\n")
    text = _TAG.sub(" ", _ADDRESS.sub(" ", _LINK.sub(r"\1", text)))
    text = "".join(map(_plain, unicodedata.normalize("NFC", _on_one_line(text))))
    text = _EMPHASIS.sub(" ", _PRODUCT.sub("×", " ".join(text.split())))
    text = _LONG_NUMBER.sub(r"\g<0> ", text)
    return " ".join(_LONG.sub(r"\g<0> ", text).split())


def _on_one_line(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return lines[0] if len(lines) == 1 else " ".join(_sentences(lines))


def _sentences(lines: Iterable[str]) -> Iterator[str]:
    """The lines, with a stop wherever a blank line, a heading or a list item parts them."""
    for line in lines:
        item = _ITEM.match(line)
        if item or not line:
            yield "."
        yield line[item.end() :] if item else line
        if line.startswith("#"):
            yield "."


def _plain(character: str) -> str:
    """A character as voices know it: nothing for marks without a width, a space for what has no sound."""
    if character.isascii():
        return character if character.isprintable() else " "
    category = unicodedata.category(character)
    if category == "Cf" or ord(character) in _VARIATION_SELECTORS:
        return ""
    if category[0] in "LMN":
        return _folded(character)
    return " " if category[0] in "CZ" or (category in ("So", "Sk") and character != "°") else character


def _folded(character: str) -> str:
    """A letter or number without its typographic form; fractions stay as they are."""
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.digit(character))
    plain = unicodedata.normalize("NFKC", character)
    return character if "⁄" in plain else plain


def speakable_only(text: str, language: str) -> str:
    """The cleaned text with a space for every character that voices of the language have no word for."""
    english = is_english(language)
    signs = _SIGNS if english else _NAMED_SIGNS
    letter = _english_letter if english else _latin_letter if is_latin(language) else _any_letter
    return "".join(c if c in signs or (c.isascii() and c.isalnum()) else letter(c) for c in text)


def _english_letter(character: str) -> str:
    """Accents of the words that English borrows ("plié") stay; letters beyond them lose what makes them strange."""
    if character in _BORROWED:
        return character.lower()
    base = _STRANGE.get(character.lower()) or unicodedata.normalize("NFD", character)[0]
    return base if base.isascii() and base.isalnum() else _latin_gap(character)


def _latin_letter(character: str) -> str:
    known = character.isalpha() and unicodedata.name(character, "").startswith("LATIN ")
    return character if known else _latin_gap(character)


def _latin_gap(character: str) -> str:
    """A mark that belongs to no letter is nothing, everything else parts two words."""
    return "" if unicodedata.category(character)[0] == "M" else " "


def _any_letter(character: str) -> str:
    return character if unicodedata.category(character)[0] in "LM" else " "


def tidied(text: str) -> str:
    """Single spaces; one stop where there were several; a dash is a comma; nothing that belongs to no word."""
    text = _DASH.sub(", ", " ".join(text.replace('"', " ").split())).replace("–", "-")
    text = _LONE_APOSTROPHE.sub(" ", _LONE_HYPHEN.sub(" ", text))
    text = _STOPS.sub(_one_stop, " ".join(text.split()))
    text = " ".join(text.split())
    return text.lstrip(" .,?!").rstrip(" ,") if any(map(str.isalnum, text)) else ""


def _one_stop(run: re.Match[str]) -> str:
    """The strongest of several stops, with a space behind it; a point or comma inside a number or name stays."""
    stops = run.group()
    before, behind = run.string[max(0, run.start() - 1) : run.start()], run.string[run.end() : run.end() + 1]
    if stops in (".", ",") and _is_inside(stops, before, behind):
        return stops
    for stop, spoken in (("?", "? "), ("!", "! "), ("..", "... "), (".", ". ")):
        if stop in stops:
            return spoken
    return ", "


def _is_inside(stop: str, before: str, behind: str) -> bool:
    if before.isdigit() and behind.isdigit():
        return True
    return stop == "." and before.isalnum() and behind.isalnum() and not (before.islower() and behind.isupper())
