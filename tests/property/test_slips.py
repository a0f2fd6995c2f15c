"""A one-letter slip in any word of the language has the right suggestion.

Each keyword, setting, field, moment and name of an exercise is written with a letter left out, one too many, a wrong
one, or two swapped. What the hint suggests must be what was meant. Where it is not, it must be a text that is as near
to what was written and reads without a mistake: then nobody could tell ("12 reks" may be "12 reps" or "12 secs").
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from slips import edits, every_slip, four_slips
from voicecoach import pipeline
from voicecoach.names import same_name
from voicecoach.script import parse, parse_exercises
from voicecoach.script.fields import LABELS
from voicecoach.script.front_matter import SETTINGS
from voicecoach.script.names import Catalog
from voicecoach.source import Source
from voicecoach.wording.layers import bundled_packs

if TYPE_CHECKING:
    from voicecoach.diagnostics import Diagnostic
    from voicecoach.model.workout import Workout

KNOWN_LABELS = {same_name(label) for labels in LABELS.values() for label in labels}
PRESCRIPTIONS = (
    """
12 reps|1 rep|12 repetitions|3 sets of 12|3 sets of 40s|40 sec|40 secs|40 seconds|2 mins|2 min|2 minutes|1 hour|2 hours
10 reps each side|10 reps per side|10 reps every side|10 reps both sides|10 reps each leg|10 reps per arm
10 reps each hand|10 reps each foot|10 reps each way|10 reps each direction|10 reps, left|10 reps, right
10 reps on the left side
8 reps, tempo 3-1-1|3 sets of 12, rest 30s|3 sets of 12, 30s rest between sets|3 x 12, rest 1 min
10 reps with a band|10 reps holding a plate|10 reps using a band|10 reps at 20 kg|10 reps, RPE 8
max reps in 40s|maximum reps in 40s|to failure, cap 60s|until ready|until ready, each side|hold 40s|20s each side
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
SCHEMES = (
    """
3 rounds|3 rounds, rest 60s|3 rounds, 60s rest between rounds|3 rounds with 1 min rest|3 sets|3 laps|3 circuits|3 times
tabata|40s on 20s off|20s on 10s off x 8|40s work 20s rest|40 sec on 20 sec off, 3 rounds|EMOM 10 min|10 min EMOM
E2MOM 12 min|every 90s x 6|every 90 secs x 6|every 90s for 9 min|every minute for 10 min|AMRAP 12 min|12 min AMRAP
as many rounds as possible in 10 min|for time, cap 15 min|for time, cap 15 mins
ladder 10-8-6-4|ladder 10-8-6-4, rest 60s|pyramid 5-10-15-10-5
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
MOMENTS = ["at 10s", "at 10 sec", "after 10s", "halfway", "half way", "last 5s", "in the last 5s", "last 5 secs"]
RESTS = ["Rest: 30s", "Rest: 30 secs", "Rest: 1 min", "Rest: until ready", "Rest 30s"]
FREE = re.compile(r"\b(?:band|plate|kg)\b|\b[axs]\b|(?<=[0-9])s\b|\bE(?=[0-9])")
"""Words that may be any other (what stands for a load), and those of a single letter."""


@cache
def read(text: str) -> tuple[Workout, tuple[Diagnostic, ...]]:
    workout, found = parse(Source("x.md", text), library=pipeline.library)
    return workout, tuple(fault for fault in found if fault.is_error)


def mended(text: str) -> list[str]:
    """The texts that following the hints would give; the hint for a block may speak of all its parentheses."""
    results = []
    for fault in read(text)[1]:
        lines = text.split("\n")
        line = lines[fault.span.line - 1]
        spans = [(fault.span.column - 1, fault.span.end - 1)]
        spans += [(found.start() + 1, found.end() - 1) for found in [re.search(r"\(.*\)", line)] if found]
        for meant in re.findall(r'(?:did you mean|write|or) "([^"]*)"', fault.hint):
            for start, end in spans:
                lines[fault.span.line - 1] = line[:start] + meant + line[end:]
                results.append("\n".join(lines).casefold())
    return results


def assert_suggested(template: str, words: str) -> None:
    right = template.format(words)
    meaning, faults = read(right)
    assert faults == (), right
    for slip in every_slip(words):
        if FREE.findall(slip) != FREE.findall(words):
            continue
        wrong = template.format(slip)
        told = mended(wrong)
        as_near = any(edits(text, wrong.casefold()) == 1 and not read(text)[1] for text in told)
        assert right.casefold() in told or as_near or read(wrong) == (meaning, ()), (slip, read(wrong)[1])


@pytest.mark.parametrize("words", PRESCRIPTIONS)
def test_prescriptions(words: str) -> None:
    assert_suggested("- Squat: {}\n", words)


@pytest.mark.parametrize("words", SCHEMES)
def test_schemes(words: str) -> None:
    assert_suggested("## A ({})\n- Squat\n", words)


@pytest.mark.parametrize("words", MOMENTS)
def test_moments(words: str) -> None:
    assert_suggested("- Squat: 40s\n  - {}: Go.\n", words)


@pytest.mark.parametrize("words", RESTS)
def test_rests(words: str) -> None:
    assert_suggested("- Squat: 40s\n- {}\n- Squat: 40s\n", words)


def hint(text: str) -> str:
    (fault,) = read(text)[1]
    return fault.hint


@pytest.mark.parametrize("key", SETTINGS)
def test_settings(key: str) -> None:
    for slip in every_slip(key):
        assert hint(f"---\n{slip}: a\n---\n- Squat: 5s\n") == f'did you mean "{key}"?'


@pytest.mark.parametrize("labels", LABELS.values(), ids=LABELS)
def test_fields(labels: tuple[str, ...]) -> None:
    for slip in [slip for label in labels for slip in every_slip(label)]:
        found = parse_exercises(Source("x.md", f"### Hop\n{slip}: a\n"))[1]
        hints = {fault.hint for fault in found if fault.code == "unknown-field"}
        assert hints & {f'did you mean "{label}"?' for label in labels} or same_name(slip) in KNOWN_LABELS, (
            slip,
            hints,
        )


@pytest.mark.parametrize("way", ["up", "down"])
def test_ways(way: str) -> None:
    for slip in every_slip(way):
        (fault, *_) = (
            each for each in parse_exercises(Source("x.md", f"### Hop\nStarts: {slip}\n"))[1] if each.is_error
        )
        assert fault.hint == f'did you mean "{way}"?'


@pytest.mark.parametrize("pack", bundled_packs())
def test_packs(pack: str) -> None:
    for slip in every_slip(pack):
        script = pipeline.load(Source("x.md", f"---\ncoach: {slip}\n---\n- Squat: 5s\n"))
        (fault,) = (each for each in script.diagnostics if each.is_error)
        assert f'"{pack}"' in fault.hint, (slip, fault)


NAMES = tuple(pipeline.library().names())
EIGHTHS = 8


@pytest.mark.parametrize("start", [0, *(pytest.param(start, marks=pytest.mark.fuzz) for start in range(1, EIGHTHS))])
def test_names_of_exercises(start: int) -> None:
    """Each name and alias, with a slip of each kind; a slip may be another name, or as near to one.

    An eighth of them in every run, the others with the fuzz group.
    """
    for name in NAMES[start::EIGHTHS]:
        catalog = Catalog((), pipeline.library())  # one answers only so many questions
        for slip in four_slips(name):
            near = catalog.near(slip)
            assert near is not None or catalog.find(slip), (name, slip)
            if near and near != name and not catalog.find(slip):
                assert edits(plain(near), plain(slip)) <= edits(plain(name), plain(slip)), (name, slip, near)


def plain(name: str) -> str:
    return name.casefold().replace("-", " ")
