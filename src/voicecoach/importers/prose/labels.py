"""The labels that posts put before the parts of an exercise, in the many words people have for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from voicecoach.importers.prose.vocabulary import table
from voicecoach.names import same_name

__all__ = ["Label", "Role", "label_of", "role_of"]


class Role(Enum):
    """What a part of a post is for."""

    NAME = "name"
    SETUP = "setup"
    ACTION = "action"
    FORM = "form"
    VARIATION = "variation"
    EASIER = "easier"
    HARDER = "harder"
    MISTAKE = "mistake"
    MUSCLES = "muscles"
    EQUIPMENT = "equipment"
    AMOUNT = "amount"
    REST = "rest"
    WARM_UP = "warm-up"
    OTHER = "other"


_ROLES = {same_name(word): role for role in Role for word in table("labels")[role.value]}

_LABEL = re.compile(
    r"(?P<label>[^\W\d_][\w'/. &-]{0,48}?)\s*(?:\([^()]{0,40}\)\s*)?"
    r"(?P<mark>[:?]|\s[-\u2013\u2014](?=\s)|\s?[\u2013\u2014])\s*(?P<rest>.*)",
    re.DOTALL,
)
_STEP_WORD = re.compile(r"step\s+(?:[0-9]{1,2}|one|two|three|four|five|six)\b\s*[:.)\u2013-]?\s*", re.IGNORECASE)
_MEASURED = re.compile(r"[0-9]+ ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hours?)\b", re.IGNORECASE)
"""How long it takes to get ready, as "Prep: 2 mins" of a card: no way to stand."""

_HOW_TO = re.compile(
    r"(?:here's |here is )?how (?:to|do you) (?:do|perform|execute)"
    r"(?: (?:a|an|the|this|these|it|them|proper|correct|perfect))*"
    r"(?: [\w-]+){0,5}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label and what stands behind it.

    Attributes:
        role: What it is for.
        rest: What stands behind it; empty where it stands alone.
        step: Whether it is one of several steps.
    """

    role: Role
    rest: str
    step: bool = False


def role_of(words: str) -> Role | None:
    """The role of some words that may be a label, or None."""
    bare = words.strip(" :.!-\u2013\u2014()*\"'").replace("&", "and")
    return _ROLES.get(same_name(bare))


def label_of(text: str, lead: str = "") -> Label | None:
    """The label at the beginning of a paragraph, or None.

    Args:
        text: The paragraph.
        lead: Its first words, where they are in bold.
    """
    if step := _STEP_WORD.match(text):
        return Label(Role.ACTION, text[step.end() :], step=True)
    if role := role_of(text):
        return Label(role, "")
    if lead and text.startswith(lead) and (role := role_of(lead)):
        return Label(role, text[len(lead) :].lstrip(" :.\u2013\u2014-"))
    match = _LABEL.match(text)
    if match is None:
        return None
    role = role_of(match["label"])
    if role is None and match["mark"] == ":" and _HOW_TO.fullmatch(match["label"]):
        role = Role.ACTION
    if match["mark"] == "?" and role not in (Role.EASIER, Role.HARDER):
        return None
    if role is Role.SETUP and _MEASURED.match(match["rest"]):
        role = Role.OTHER
    return Label(role, match["rest"]) if role else None
