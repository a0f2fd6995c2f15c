"""The laws of formatting: the same workout, the same comments in the same places, and once is enough."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

import pytest

from mutations import ROOT, mutated
from voicecoach import pipeline
from voicecoach.script import format_script, parse
from voicecoach.source import Source

if TYPE_CHECKING:
    from voicecoach.diagnostics import Diagnostic
    from voicecoach.model.workout import Workout

MANUAL = (ROOT / "docs" / "script-format.md").read_text("utf-8")
DOCS = re.findall(r"^```markdown\n(.*?)^```", MANUAL, re.MULTILINE | re.DOTALL)
REAL = [
    *(path.read_text("utf-8") for path in sorted((ROOT / "scripts").glob("*.md"))),
    *(path.read_text("utf-8") for path in sorted((ROOT / "tests" / "cases" / "valid").glob("*.md"))),
    *DOCS,
]
COMMENTS = ("<!-- k{} -->", '<!-- k{}: it\'s "so" -->', "<!-- k{}\n{}\n-->", "<!-- k{}\n\n{}# - > -->")
REMARKS = ("# k{}", '# k{}: it\'s "so"', '#k{} "')


def read(source: Source) -> tuple[Workout, tuple[Diagnostic, ...]]:
    return parse(source, library=pipeline.library)


def meaning(text: str) -> Workout | None:
    """The workout of a text without errors all of which is read."""
    workout, found = read(Source("x.md", text))
    return None if any(fault.is_error or fault.code == "not-read" for fault in found) else workout


def formatted(text: str) -> str:
    source = Source("x.md", text)
    told = format_script(source, read(source)[0], read)
    assert told is not None, text
    return told


def shown(text: str) -> list[str]:
    """The lines that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


CANONICAL = [formatted(text) for text in REAL]


def strewn(seed: int) -> tuple[str, str]:
    """A script in its usual form, and the same with comments and remarks above, behind and within its lines."""
    chance = Random(seed)  # noqa: S311 - reproducible, not secret
    script = chance.choice(CANONICAL)
    lines = script.rstrip("\n").split("\n")
    for number in range(chance.randint(1, 6)):
        front = lines.index("---", 1) if lines[0] == "---" else 0
        at = chance.randrange(min(front, 1), len(lines))
        line = lines[at]
        indent = " " * (len(line) - len(line.lstrip()))
        put = REMARKS if at <= front and front else COMMENTS
        told = chance.choice(put).format(number, indent)
        where = chance.choice(["above", "behind", "within"])
        if where == "above":
            lines[at:at] = (indent + told).split("\n")
        elif "\n" not in told and line and line != "---":
            words = line.split(" ")
            words.insert(len(words) if where == "behind" or put is REMARKS else chance.randint(1, len(words)), told)
            lines[at] = " ".join(words)
    return script, "\n".join(lines) + "\n"


def check(seed: int) -> bool:
    """Whether the comments left the workout as it was; whatever they did, none may get lost."""
    script, text = strewn(seed)
    workout = meaning(text)
    if workout is None:
        return False
    told = formatted(text)
    assert meaning(told) == workout
    assert formatted(told) == told
    assert sorted(re.findall(r"k[0-9]", told)) == sorted(re.findall(r"k[0-9]", text))
    if workout != meaning(script):
        return False
    assert shown(told) == shown(text)
    return True


def test_comments_stay_where_they_are() -> None:
    assert sum(map(check, range(300))) > 150


@pytest.mark.fuzz
@pytest.mark.parametrize("start", range(1_000, 3_000, 500))
def test_thousands_of_comments_stay_where_they_are(start: int) -> None:
    assert sum(map(check, range(start, start + 500))) > 250


@pytest.mark.fuzz
@pytest.mark.parametrize("start", range(0, 3_000, 500))
def test_what_is_left_of_a_script_is_formatted_once_and_for_all(start: int) -> None:
    for seed in range(start, start + 500):
        text = mutated(seed)
        if workout := meaning(text):
            told = formatted(text)
            assert meaning(told) == workout
            assert formatted(told) == told
