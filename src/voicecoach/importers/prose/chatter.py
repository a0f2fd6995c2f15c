"""What of a post is nobody's exercise: comments, greetings, adverts, buttons, dates, and talk about oneself."""

from __future__ import annotations

import re

from voicecoach.importers.prose.vocabulary import any_of, pattern_of
from voicecoach.importers.safe_text import one_line

__all__ = ["begins_advert", "begins_comments", "is_chatter", "is_furniture", "speaks_of_self"]

_LONGEST = 140
"""Characters of a line of the page at most: a longer one is a paragraph."""

_NAME = r"(?:[a-z][a-z-]{0,20}[0-9_.][\w.-]{0,20}|[A-Z0-9@][\w.'@-]{0,25}(?: [A-Z&@(][\w.'()@-]{0,25}){0,3})"
_MONTH = any_of("chatter", "months")
_DATE = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    rf"(?:{_MONTH}\.? [0-9]{{1,2}}(?:st|nd|rd|th)?,?(?: [0-9]{{2,4}})?"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\.?,?(?: [0-9]{{2,4}})?"
    r"|[0-9]{1,2}[./][0-9]{1,2}[./](?:[0-9]{4}|[0-9]{2})|[0-9]{4}-[0-9]{2}-[0-9]{2})"
)
_HOUR = r"(?:\s?(?:at|@|\||,|-)?\s?[0-9]{1,2}[:.][0-9]{2}(?:\s?[ap]\.?m\.?)?)?"
_AGO = r"(?:[0-9]+|an?|one) (?:minute|hour|day|week|month|year)s? ago|yesterday|today"
_WHEN = rf"(?:{_DATE}{_HOUR}|{_AGO})"

_ADVERTS = re.compile(any_of("chatter", "advert_headings"), re.IGNORECASE)
_COMMENTS = re.compile(any_of("chatter", "comments"), re.IGNORECASE)
_SAID = re.compile(rf"{_NAME} {any_of('chatter', 'said')}\s?(?:on )?(?i:{_WHEN})?\s?(?:\.\.\.|\u2026|:|,)?")
_SAID_WHEN = re.compile(
    rf"(?:by |from )?{_NAME}\s?(?:[|,\u00b7\u2022-]|\bon\b|\bat\b)?\s?(?i:{_WHEN})\s?"
    r"(?:\bat\b.{0,12})?(?:reply)?[:.]?"
)
_BUTTON = any_of("chatter", "buttons")
_FURNITURE = re.compile(
    rf"{any_of('chatter', 'furniture')}|{_WHEN}|{_BUTTON}(?:\s?[|/\u00b7\u2022,:&-]?\s?{_BUTTON})*\s?[.!:]?|\W*",
    re.IGNORECASE,
)
_BY_LINE = re.compile(r"[Bb]y [A-Z][\w.'-]+(?: [A-Z][\w.'-]*){0,2}(?:\s?[|,-].{0,60})?")
_BARS = re.compile(r"\s+[|\u00b7\u2022]\s+")
_ADVERT = pattern_of("chatter", "adverts")
_SIGNS = re.compile(r"% off\b|\u00a9")
_SELF = pattern_of("chatter", "self")


def begins_comments(text: str) -> bool:
    """Whether a line begins what readers, or machines, have added below a post."""
    told = one_line(text)
    if len(told) > _LONGEST:
        return False
    return any(pattern.fullmatch(told) for pattern in (_COMMENTS, _SAID, _SAID_WHEN))


def begins_advert(text: str) -> bool:
    """Whether a heading, or the first line behind a ruler, is that of an advert."""
    told = one_line(text)
    return len(told) <= _LONGEST and _ADVERTS.fullmatch(told) is not None


def is_furniture(text: str) -> bool:
    """Whether a line belongs to the page rather than to the post: a date, a button, a by-line."""
    told = one_line(text)
    pieces = _BARS.split(told) if len(told) <= _LONGEST else []
    return bool(pieces) and all(_FURNITURE.fullmatch(each) or _BY_LINE.fullmatch(each) for each in pieces)


def is_chatter(text: str) -> bool:
    """Whether a sentence is talk or advertising, and not an instruction."""
    told = text.strip()
    return told.endswith("?") or any(pattern.search(told) for pattern in (_ADVERT, _SIGNS)) or is_furniture(told)


def speaks_of_self(text: str) -> bool:
    """Whether a sentence speaks of its author, greets, or speaks to many."""
    return _SELF.search(text) is not None
