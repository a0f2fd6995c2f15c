"""Whether a text is a script already: a glance, for nobody may take a script for something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from voicecoach.source import Source

__all__ = ["is_script"]

_MOST_LINES = 2_000
"""Lines that are looked at: what a text is shows long before."""

_LONGEST = 200
"""Characters of a line at most that can be a step or a heading."""

_SETTING = re.compile(r"(?:title|coach|voice|language|music|cues|seed|lead-in|get-ready|ready|switch)\s*:")
_SCHEME = re.compile(
    r"#{1,2} .*\((?:[0-9]+ ?(?:rounds?|x)|x ?[0-9]|rounds?|tabata|emom|amrap|ladder|pyramid|for time|every [0-9]"
    r"|[0-9]+ ?s ).*\)$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:[-*+]|[0-9]{1,2}[.)]) +(?P<text>\S.*)$")
_TIME = r"(?:[0-9]+(?::[0-9]{2}|\s*(?:s|secs?|seconds?|mins?|minutes?|h))(?![^\W\d_]))"
_COUNT = r"[0-9]+\s*(?:[x\u00d7](?:\s*[0-9]|\b)|(?:reps?|sets?|each|per)\b)"
_AMOUNT = rf"(?:{_COUNT}|x\s*[0-9]|{_TIME}|until ready|max reps|to failure)"
_STEP = re.compile(rf"[^\W_][^:|^]{{0,80}}?(?::\s+|\s){_AMOUNT}", re.IGNORECASE)
_REST = re.compile(rf"(?:rest|break|pause):?\s+(?:{_TIME}|until ready)\s*$", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?]\s+\S|[^\d]\.$")


def is_script(source: Source) -> bool:
    """Whether a text is a script, as far as a glance tells: by its settings, its schemes, or most of its list items."""
    lines = [line.strip() for line in source.lines[:_MOST_LINES] if len(line) <= _LONGEST]
    if _has_settings(lines) or any(_SCHEME.match(line) for line in lines):
        return True
    items = [match["text"] for line in source.lines[:_MOST_LINES] if (match := _ITEM.match(line[: _LONGEST + 1]))]
    return bool(items) and 2 * sum(map(_is_step, items)) > len(items)


def _has_settings(lines: Sequence[str]) -> bool:
    written = [line for line in lines if line][:2]
    return len(written) > 1 and written[0] == "---" and _SETTING.match(written[1]) is not None


def _is_step(item: str) -> bool:
    if len(item) > _LONGEST or _SENTENCE.search(item):
        return False
    return bool(_REST.match(item) or _STEP.match(item))
