"""What is imported is a script like any other: printed anew it is the same workout, and ``check`` accepts it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command import voicecoach
from unit.importers.knowledge import errors, imported, read
from voicecoach import pipeline
from voicecoach.importers import importer_names, load_importer
from voicecoach.script import print_workout
from voicecoach.source import Source

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

HERE = Path(__file__).parent
SCRIPTS = sorted((HERE.parents[2] / "scripts").glob("*.md"))
POSTS = sorted(path for path in (HERE / "prose").iterdir() if path.suffix != ".expected")

WORDS = st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from(
    ["Push on.", "- Rest", "1. Now", "# Go", "> Up", "a: b", "Half way *there*", "[x] done", "`code`", "3 rounds", ""]
)
SECONDS = st.integers(1, 4_000)
POWER = st.floats(0, 3, allow_nan=False).map(lambda power: f"{power:.2f}")


@st.composite
def zwo(draw: st.DrawFn) -> str:
    """A Zwift workout of blocks with texts."""

    def block() -> str:
        kind = draw(st.sampled_from(["Warmup", "SteadyState", "IntervalsT", "FreeRide", "Ramp", "MaxEffort"]))
        length = f'Duration="{draw(SECONDS)}" Power="{draw(POWER)}" PowerLow="{draw(POWER)}" PowerHigh="{draw(POWER)}"'
        if kind == "IntervalsT":
            times = f'OnDuration="{draw(SECONDS)}" OffDuration="{draw(SECONDS)}"'
            length = f'Repeat="{draw(st.integers(1, 6))}" {times} OnPower="{draw(POWER)}" OffPower="{draw(POWER)}"'
        told = st.lists(st.tuples(SECONDS, WORDS), max_size=3)
        texts = "".join(f'<textevent timeoffset="{at}" message={quoteattr(_xml(say))}/>' for at, say in draw(told))
        return f"<{kind} {length}>{texts}</{kind}>"

    blocks = "\n".join(block() for _ in range(draw(st.integers(1, 5))))
    name = draw(st.sampled_from(["Hills", "A &amp; B"]))
    return f"<workout_file><name>{name}</name><workout>{blocks}</workout></workout_file>"


def _xml(text: str) -> str:
    """Only what XML can hold."""
    return "".join(character for character in text if character >= " " and character not in "\ufffe\uffff")


@st.composite
def intervals(draw: st.DrawFn) -> str:
    """A workout of intervals.icu: headings with repeats, steps with times and targets."""
    targets = st.sampled_from(["", "75%", "Z2", "80-90%", "220w", "90rpm", "ramp 50-75%", "70% HR", "5:00/km Pace"])
    times = st.sampled_from(["10m", "30s", "1m30", "1h", "5'", "400mtr", "2km", "1h15m", "90s"])
    rows = []
    for _ in range(draw(st.integers(1, 4))):
        heading = draw(st.sampled_from(["Warmup", "Main set 4x", "3x", "Cooldown"]))
        steps = (f"- {draw(WORDS)} {draw(times)} {draw(targets)}" for _ in range(draw(st.integers(1, 3))))
        rows.append("\n".join([heading, *(" ".join(step.split()) for step in steps)]))
    return "\n\n".join(rows) + "\n"


@st.composite
def gaps(draw: st.DrawFn) -> str:
    """A spoken script with its silences."""
    marks = st.sampled_from(["[Gap: 30 seconds]", "[PAUSE:5]", "[pause 1 min]", "[GAP 2s]", "(pause 10 seconds)"])
    rows = [f"Breathe in. {draw(WORDS)}\n{draw(marks)}" for _ in range(draw(st.integers(1, 6)))]
    return "\n".join(["[Gap: 4 seconds]", *rows, draw(WORDS)])


@st.composite
def liftoscript(draw: st.DrawFn) -> str:
    """A day of Liftoscript."""
    names = st.sampled_from(["Squat", "Bench Press, Barbell", "t1: Deadlift", "Plank", "Lat Pulldown, Cable"])
    sets = st.sampled_from(
        ["3x8 60kg", "3x8-12", "1x5, 1x3 @9", "5x5+ 80%", "3x1 60s|30s", "4x6 / 67% / 60s", "2x10 40lb 90s"]
    )
    rows = [f"{draw(names)} / {draw(sets)}" for _ in range(draw(st.integers(1, 6)))]
    return "\n".join(["# Week 1", "## Day 1", "Squat / 3x8 60kg", *rows]) + "\n"


@st.composite
def plan(draw: st.DrawFn) -> str:
    """A plan of steps such as ``plan --json`` prints."""
    at, steps = 0, []
    for _ in range(draw(st.integers(1, 8))):
        length = draw(st.integers(1, 120)) * 1_000
        kind, reps = draw(st.sampled_from(["work", "work", "rest"])), draw(st.integers(0, 20))
        side, line = draw(st.sampled_from(["", "left", "right"])), draw(st.integers(0, 5))
        where = {"section": "Main", "round": 1, "rounds": draw(st.integers(0, 3)), "set": 1, "line": line}
        name = draw(st.sampled_from(["Squat", "Lunge", "Plank", "Odd: thing"]))
        span = {"start_ms": at, "end_ms": at + length}
        steps.append({"kind": kind, "name": name, "reps": reps, "side": side, **where, **span})
        at += length
    steps.append({"kind": "work", "name": "Squat", "reps": 5, "start_ms": at, "end_ms": at + 9_000})
    return json.dumps({"title": draw(WORDS), "duration_ms": at, "steps": steps, "events": []})


@st.composite
def post(draw: st.DrawFn) -> str:
    """A post with labelled exercises and talk between them."""
    names = st.sampled_from(["Squats", "2. Reverse Lunge", "## Glute Bridge", "**Plank**", "Towel wring", ""])
    actions = st.sampled_from(
        ["Lower your hips and stand up.", "Lift your right leg, then switch sides.", "Hold for 30 seconds."]
    )
    rows = ["My moves"]
    for _ in range(draw(st.integers(1, 4))):
        rows += [draw(names), f"Starting position: Stand with your feet apart. {draw(WORDS)}"]
        rows += [f"Action: {draw(actions)} Repeat {draw(st.integers(1, 30))} times.", draw(WORDS)]
    return "\n\n".join(" ".join(row.split()) for row in rows)


GENERATED: dict[str, SearchStrategy[str]] = {
    "zwo": zwo(),
    "json-plan": plan(),
    "intervals.icu": intervals(),
    "liftoscript": liftoscript(),
    "gaps": gaps(),
    "prose": post(),
}


def assert_the_same_when_printed(script: str) -> None:
    """The law: no error, and parse(print(parse(x))) equals parse(x)."""
    assert errors(script) == []
    workout, _ = read(script)
    again, found = read(print_workout(workout))
    assert [fault.message for fault in found if fault.is_error] == []
    assert again == workout


def test_every_importer_is_tried() -> None:
    assert tuple(GENERATED) == importer_names()


@pytest.mark.parametrize("name", GENERATED)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_generated_texts_of_each_format(name: str, data: st.DataObject) -> None:
    text = data.draw(GENERATED[name])
    assert_the_same_when_printed(imported(load_importer(name), text).text)


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.stem)
def test_posts(path: Path) -> None:
    assert_the_same_when_printed(imported(load_importer("prose"), path.read_text("utf-8"), path.name).text)


@pytest.mark.parametrize("name", ["ride.zwo", "run.zwo", "intervals.txt", "lifting.txt", "nameless.txt"])
def test_texts_of_other_programs(name: str) -> None:
    path = HERE / "told" / name
    source = Source(name, path.read_text("utf-8"))
    found = pipeline.imported(source)
    assert found is not None
    assert_the_same_when_printed(found.text)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_the_plans_of_the_ready_scripts(path: Path) -> None:
    printed = voicecoach("plan", "--json", "--engine", "tone", path).out
    assert_the_same_when_printed(imported(load_importer("json-plan"), printed, "plan.json").text)
