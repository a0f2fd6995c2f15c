"""Everything the program can say stands in a pack, or in the user's own texts; the code has no words of its own.

Each workout is spoken by a pack that says nothing but brackets around its placeholders. What is then spoken must be
brackets around brackets, and inside the innermost ones only numbers and what the script, or the library, says itself.
"""

from __future__ import annotations

import ast
import re
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import voicecoach
from builders import step
from command import SCRIPTS
from voicecoach import pipeline
from voicecoach.library import bundled_texts
from voicecoach.model.plan import Cue, Lead, Phrase, Priority, Values
from voicecoach.planning import plan
from voicecoach.script import read
from voicecoach.source import Source
from voicecoach.wording import Pack, Words
from voicecoach.wording.moments import MOMENTS, PHRASES, Moment
from voicecoach.wording.pack import read_entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from voicecoach.model.plan import Step
    from voicecoach.pipeline import Script
    from voicecoach.wording.pack import Entry

OPEN, CLOSE = "\u27e6", "\u27e7"
INNERMOST = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
TEXTS = sorted(SCRIPTS.glob("*.md")) + sorted((Path(__file__).parent / "valid").glob("*.md"))
QUICK = ("3 rounds: squat 40s, rest 20s", "tabata: squat, plank", "5 x plank 30s / 10s")

LIVE = {"jumped", "resumed", "waiting"}
"""Moments that no plan knows; their words are filled in from the same names."""

EVERYTHING = """
---
title: Everything
listener: Anna
---
> Welcome to it.

## Slow (2 rounds)

> Here it begins.

- Squat: 6 reps, tempo 3111
  - at 3s: Slowly now.
- rest 90s
- Reverse lunge: 3 sets of 5 reps each side, rest 60s
- Dumbbell row: 16 reps left, with dumbbells
- Plank: until ready
- rest until ready

## Minutes (EMOM 3 min)

- Squat: 5 reps

## One clock (AMRAP 8 min)

- Squat: 5 reps
- Plank: 20s

## As fast as one can (for time, cap 6 min)

- Squat: 5 reps

## Down and up (ladder 3-2-1)

- Squat

## Work and rest (30s on, 10s off, 2 rounds)

- Squat
- Reverse lunge: each side

## Round and round

- 3 rounds, rest 60s
  - Squat: 60s
  - Plank: max reps in 50s
- Press-up: to failure, cap 45s
"""


def silent_pack() -> Pack:
    """A pack without a word."""
    return Pack("test", "en", bracketed(MOMENTS), bracketed(PHRASES), countdown="voice")


def bracketed(known: Mapping[str, Moment]) -> dict[str, Entry]:
    return {name: read_entry(name, holes(moment), known) for name, moment in known.items()}


def holes(moment: Moment) -> str:
    return OPEN + "".join(f"[{OPEN}{{{name}}}{CLOSE}]" for name in sorted(moment.placeholders)) + CLOSE


def spoken(steps: Iterable[Step]) -> Iterator[str]:
    """Every text that is spoken, shown, or names a chapter."""
    for worded in Words(silent_pack(), 1).word(steps):
        yield from (wording.text for cue in worded.cues for wording in cue.wordings)
        yield from (text for text in (worded.name, worded.chapter, *(tone.text for tone in worded.tones)) if text)


def unwrapped(text: str) -> tuple[str, set[str]]:
    """What stands outside all brackets, and what stands in the innermost ones."""
    inner: set[str] = set()
    while INNERMOST.search(text):
        inner |= {found for found in INNERMOST.findall(text) if found}
        text = INNERMOST.sub("", text)
    return text, inner


def strings_in(value: object) -> Iterator[str]:
    """Every text in a workout."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings_in(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings_in(getattr(value, field.name))


def bare(text: str) -> str:
    """A text without what a sentence, an emphasis or a line's end adds to it."""
    return " ".join(re.sub(r"[*_`]", "", text.replace("\u2019", "'")).casefold().split()).rstrip(".,;:")


LIBRARY = bare(" ".join(text.text for text in bundled_texts()))


def foreign(texts: Iterable[str], written: str, workout: object) -> set[str]:
    """What is spoken, and is neither a number nor a text of the workout that its author, or the library, wrote."""
    own = {bare(text) for text in strings_in(workout)}
    own |= {told.partition(" ")[2] for told in own if told.startswith(("with ", "using ", "holding ", "at "))}
    found: set[str] = set()
    for text in texts:
        outside, inner = unwrapped(text)
        found |= {outside} - {""}
        for value in inner:
            told = bare(value)
            known = any(each.startswith(told) for each in own) and (told in bare(written) or told in LIBRARY)
            found |= set() if value.isdecimal() or known else {value}
    return found


@cache
def loaded(path: Path) -> Script:
    return pipeline.load(read(path))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_script_is_spoken_in_the_words_of_packs_and_authors_alone(path: Path) -> None:
    script = loaded(path)
    written = f"{script.source.text} {script.source.title}"
    assert foreign(spoken(plan(script.workout)), written, script.workout) == set()


@pytest.mark.parametrize("text", QUICK)
def test_a_workout_on_one_line_is_too(text: str) -> None:
    """Its title, which stands nowhere in the line, is left to where it is given."""
    script = pipeline.quick(text)
    assert script.playable
    written = f"{text} {script.workout.settings.title}"
    assert foreign(spoken(plan(script.workout)), written, script.workout) == set()


def test_every_moment_of_an_export_is_looked_at() -> None:
    script = pipeline.load(Source("everything.md", EVERYTHING.lstrip()))
    assert [fault.message for fault in script.diagnostics if fault.is_error] == []
    steps = list(plan(script.workout))
    assert foreign(spoken(steps), EVERYTHING, script.workout) == set()
    steps += [step for path in TEXTS for step in plan(loaded(path).workout)]
    counted = {"count_in" for step in steps for tone in step.tones if tone.number}
    assert {cue.moment for step in steps for cue in step.cues} | counted == set(MOMENTS) - LIVE


@pytest.mark.parametrize(
    ("moment", "values"),
    [
        ("halfway", {"exercise": "Well done"}),
        ("line", {"text": "Squat down, my friend."}),
        ("section", {"moves": (Phrase("move", {"amount": "lots", "exercise": "Squat"}),)}),
    ],
)
def test_words_of_the_code_would_be_found(moment: str, values: Values) -> None:
    """The proof itself can fail."""
    prose = step(Cue(moment, Lead(), Priority.ESSENTIAL, values))
    workout = pipeline.quick("squat 40s").workout
    assert len(foreign(spoken([prose]), "squat 40s", workout)) == 1


@pytest.mark.parametrize("room", ["planning", "scheduling"])
def test_the_rooms_that_decide_what_is_said_hold_names_only(room: str) -> None:
    """A text in them is a name or a mark, unless it stands in a message to the author of a script."""
    root = Path(voicecoach.__file__).parent / room
    told = {"faults.py", "report.py"}
    found = [
        f"{path.name}:{node.lineno}: {node.value!r}"
        for path in sorted(root.rglob("*.py"))
        if path.name not in told
        for node in texts_in(ast.parse(path.read_text("utf-8")))
        if not re.fullmatch(r"[a-z]+(?:[_-][a-z]+)*_?|\W*", node.value)
    ]
    assert found == []


def makes_diagnostics(function: ast.FunctionDef) -> bool:
    """Whether a function speaks to the author of a script, whom it may tell something in words."""
    return any(isinstance(node, ast.Name) and node.id == "Diagnostic" for node in ast.walk(function))


def texts_in(tree: ast.Module) -> Iterator[ast.Constant]:
    """The texts of a module that are neither docstrings nor annotations nor names it exports."""
    dropped: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            dropped |= set(ast.walk(node))
        annotation = getattr(node, "annotation", None)
        if annotation:
            dropped |= set(ast.walk(annotation))
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            dropped |= set(ast.walk(node))
        if isinstance(node, ast.FunctionDef) and makes_diagnostics(node):
            dropped |= set(ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in dropped:
            yield node
