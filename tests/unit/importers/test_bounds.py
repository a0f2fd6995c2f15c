"""No text of a stranger is read without end: each importer says in one sentence what is too much."""

from __future__ import annotations

import json

import pytest

from unit.importers.knowledge import imported
from voicecoach.errors import VoicecoachError
from voicecoach.importers import database_of, load_importer
from voicecoach.source import Source

TWO_MIB = 2 * 1024 * 1024
BLOCK = '<SteadyState Duration="60"/>'
WORK = {"kind": "work", "name": "Squat", "start_ms": 0, "end_ms": 9_000}


def zwo(blocks: str) -> str:
    return f"<workout_file><workout>{blocks}</workout></workout_file>"


def too_long(most: int) -> str:
    return f"x.txt is too long to import: more than {most:,} characters; cut it into parts"


POST = "Exercise {}\nStarting position: Stand with your feet wide apart.\nAction: Lower your hips and stand up.\n\n"

TOO_MUCH = {
    "zwo, characters": ("zwo", zwo(" " * 1_000_000), too_long(1_000_000)),
    "zwo, steps": ("zwo", zwo(BLOCK * 2_001), "x.txt has 2,001 steps; 2,000 are the most: cut it into parts"),
    "zwo, depth": (
        "zwo",
        "<workout_file>" * 41,
        "x.txt declares entities, or its elements have no end: such XML is not read",
    ),
    "zwo, elements": (
        "zwo",
        zwo("<a/>" * 50_000),
        "x.txt declares entities, or its elements have no end: such XML is not read",
    ),
    "zwo, entities": (
        "zwo",
        '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + zwo(BLOCK),
        "x.txt declares entities, or its elements have no end: such XML is not read",
    ),
    "plan, characters": ("json-plan", " " * (TWO_MIB + 1), too_long(TWO_MIB)),
    "plan, steps": ("json-plan", json.dumps({"steps": [WORK] * 2_001}), "x.txt has 2,001 steps; 2,000 are the most"),
    "plan, nesting": ("json-plan", "[" * 100_000, "x.txt holds numbers or nesting that no workout has"),
    "plan, numbers": ("json-plan", "9" * 5_000, "x.txt holds numbers or nesting that no workout has"),
    "intervals.icu, characters": ("intervals.icu", " " * (TWO_MIB + 1), too_long(TWO_MIB)),
    "intervals.icu, steps": (
        "intervals.icu",
        "- 1m 50%\n" * 2_001,
        "x.txt has 2,001 steps; 2,000 are the most: cut it into parts",
    ),
    "liftoscript, characters": ("liftoscript", " " * 500_001, too_long(500_000)),
    "liftoscript, steps": (
        "liftoscript",
        "".join(f"Squat / {', '.join(['1x5'] * 100)}\n" for _ in range(21)),
        "x.txt has 2,100 steps; 2,000 are the most",
    ),
    "gaps, characters": ("gaps", " " * 400_001, too_long(400_000)),
    "gaps, lines": (
        "gaps",
        "In.\n[Gap: 1 second]\n" * 2_001,
        "x.txt has more than 2,000 lines to speak; cut it into parts",
    ),
    "prose, characters": ("prose", " " * 1_000_001, too_long(1_000_000)),
    "prose, exercises": (
        "prose",
        "".join(map(POST.format, range(61))),
        "x.txt has more than 60 exercises; cut it into parts",
    ),
}


@pytest.mark.parametrize(("name", "text", "message"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_what_is_too_much_is_one_sentence(name: str, text: str, message: str) -> None:
    with pytest.raises(VoicecoachError) as caught:
        imported(load_importer(name), text)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("zwo", zwo(BLOCK * 2_000)),
        ("json-plan", json.dumps({"steps": [WORK] * 2_000})),
        ("intervals.icu", "- 1m 50%\n" * 2_000),
        ("gaps", "In.\n[Gap: 1 second]\n" * 2_000),
        ("prose", "".join(map(POST.format, range(60)))),
    ],
)
def test_as_much_as_is_allowed_is_read(name: str, text: str) -> None:
    assert imported(load_importer(name), text).text


def test_repeats_are_bounded_too() -> None:
    text = zwo('<IntervalsT Repeat="999999" OnDuration="10" OffDuration="10"><textevent message="Go"/></IntervalsT>')
    with pytest.raises(VoicecoachError) as caught:
        imported(load_importer("zwo"), text)
    assert str(caught.value) == "x.txt has 4,002 steps; 2,000 are the most: cut it into parts"


def test_a_database_without_end_is_not_read() -> None:
    with pytest.raises(VoicecoachError) as caught:
        database_of(Source("x.txt", " " * 1_500_001))
    assert str(caught.value) == too_long(1_500_000)
