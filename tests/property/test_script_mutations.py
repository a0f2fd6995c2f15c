"""Thousands of real scripts with things cut out, doubled and thrown in."""

from __future__ import annotations

from time import process_time

import pytest

from mutations import FRONTS, THROWN_IN, mutated
from reader import parsed
from voicecoach import pipeline
from voicecoach.diagnostics import render
from voicecoach.script import parse_exercises
from voicecoach.source import Source

SLOWEST = 2.0
"""Seconds of CPU that an answer may take, whatever the text."""


def answer(text: str) -> None:
    """Read a text in every way, and show all that is wrong with it."""
    source = Source("x.md", text)
    began = process_time()
    found = (*parsed(source.text)[1], *parse_exercises(source)[1])
    assert process_time() - began < SLOWEST
    for fault in found:
        assert 1 <= fault.span.column <= fault.span.end <= len(source.line(fault.span.line)) + 1, text
        assert render(fault, {source.name: source}.get)


@pytest.mark.parametrize("front", FRONTS, ids=range(len(FRONTS)))
def test_odd_settings_have_an_answer(front: str) -> None:
    answer(f"{front}- Squat: 5s\n")


@pytest.mark.parametrize("piece", THROWN_IN, ids=range(len(THROWN_IN)))
def test_odd_characters_have_an_answer_wherever_they_stand(piece: str) -> None:
    text = "---\ntitle: a\n---\n## A (3 rounds)\n- Squat: 12 reps\n  - at 5s: b\n> c\n\n## Exercises\n### D\nForm: e\n"
    for at in range(len(text)):
        answer(text[:at] + piece + text[at:])


@pytest.mark.fuzz
@pytest.mark.parametrize("start", range(0, 20_000, 1_000))
def test_a_mutated_script_has_an_answer(start: int) -> None:
    for seed in range(start, start + 1_000):
        answer(mutated(seed))


@pytest.mark.fuzz
@pytest.mark.parametrize("start", range(0, 20_000, 2_000))
def test_a_mutated_script_is_planned_or_refused(start: int) -> None:
    """Every tenth goes on to a plan and its timeline, in which a text without errors may still be too much."""
    for seed in range(start, start + 2_000, 10):
        began = process_time()
        script = pipeline.load(Source("x.md", mutated(seed)))
        if script.playable:
            pipeline.rehearse(script)
        assert process_time() - began < SLOWEST, seed
