"""Thousands of real scripts with things cut out, doubled and thrown in."""

from __future__ import annotations

from pathlib import Path
from random import Random
from time import perf_counter

import pytest

from reader import parsed
from voicecoach.diagnostics import render
from voicecoach.script import parse_exercises
from voicecoach.source import Source

pytestmark = pytest.mark.fuzz

ROOT = Path(__file__).parents[2]
SCRIPTS = [
    path.read_text("utf-8") for folder in ("scripts", "tests/cases/valid") for path in (ROOT / folder).glob("*.md")
]
THROWN_IN = [
    "\n",
    "\n- ",
    "\n  - ",
    "\n## ",
    "\n### ",
    "\n> ",
    "\n\n",
    "---\n",
    ":",
    "(",
    ")",
    ",",
    "`",
    "*",
    "\0",
    "\t",
    "<",
]
SLOWEST = 2.0
"""Seconds that reading may take, whatever the text."""


def mutated(seed: int) -> str:
    chance = Random(seed)  # noqa: S311 - reproducible, not secret
    text = chance.choice(SCRIPTS)
    for _ in range(chance.randint(1, 12)):
        at, length = chance.randrange(len(text) + 1), chance.randint(1, 40)
        piece = chance.choice(["", text[at : at + length], chance.choice(THROWN_IN)])
        text = text[:at] + piece + text[at + (0 if piece else length) :]
    return text


@pytest.mark.parametrize("start", range(0, 20_000, 1_000))
def test_a_mutated_script_has_an_answer(start: int) -> None:
    for seed in range(start, start + 1_000):
        source = Source("x.md", mutated(seed))
        began = perf_counter()
        found = (*parsed(source.text)[1], *parse_exercises(source)[1])
        assert perf_counter() - began < SLOWEST
        for fault in found:
            assert 1 <= fault.span.column <= fault.span.end <= len(source.line(fault.span.line)) + 1, seed
            assert render(fault, {source.name: source}.get)
