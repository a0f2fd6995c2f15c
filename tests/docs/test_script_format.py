"""What the documentation of the script language says is so."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from codes import codes
from voicecoach.model.workout import Exercise, Rounds, Settings
from voicecoach.pipeline import library, load
from voicecoach.script import parse_exercises, parse_prescription, parse_quick
from voicecoach.script.codes import Code
from voicecoach.script.schemes import parse_scheme
from voicecoach.source import Source

TEXT = (Path(__file__).parents[2] / "docs" / "script-format.md").read_text("utf-8")
PROSE = re.sub(r"^```.*?^```", "", TEXT, flags=re.MULTILINE | re.DOTALL)
EXAMPLES = re.findall(r"^```markdown\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)

ONE_LINERS = re.search(r"One line can be .*?```\n(.*?)```", TEXT, re.DOTALL)[1].splitlines()  # type: ignore[index]


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its head."""
    section = re.split(r"^#+ ", PROSE.split(f"# {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def written(heading: str) -> list[str]:
    """What is written as code in the first column of the table under a heading."""
    return [code for row in rows(heading) for code in re.findall(r"`([^`]+)`", row[0])]


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_are_without_mistakes(example: str) -> None:
    script = load(Source("example.md", example))
    assert script.diagnostics == ()


@pytest.mark.parametrize("text", written("How much"))
def test_prescriptions_are_understood(text: str) -> None:
    found, flaws = parse_prescription(text)
    assert flaws == ()
    assert found.amount


@pytest.mark.parametrize("text", written("Blocks that repeat"))
def test_schemes_are_understood(text: str) -> None:
    scheme, flaws = parse_scheme(text.strip("()"))
    assert flaws == ()
    assert scheme != Rounds()


@pytest.mark.parametrize("line", ONE_LINERS)
def test_one_liners_are_without_mistakes(line: str) -> None:
    assert parse_quick(line, library=library())[1] == ()


def test_there_are_one_liners() -> None:
    assert len(ONE_LINERS) == 4


def test_every_setting_is_documented_with_its_default() -> None:
    keys = {field.name.replace("_", "-") for field in fields(Settings)} - {"coach-span"}
    assert set(written("Settings")) == keys


@pytest.mark.parametrize("label", written("Exercises of your own"))
def test_every_documented_field_is_read(label: str) -> None:
    text = f"### Hop\n{label} up, down\n" if label != "Tempo:" else "### Hop\nTempo: 1-0-1\n"
    if label in ("Starts:", "Prescription:"):
        text = f"### Hop\n{label} {'up' if label == 'Starts:' else '5 reps'}\n"
    ((hop,), _) = parse_exercises(Source("x.md", text))
    assert hop != Exercise("Hop")


def test_every_field_is_documented() -> None:
    known = {field.name for field in fields(Exercise)} - {"name", "variation_of", "span"}
    assert len(written("Exercises of your own")) == len(known)


def test_every_code_is_documented() -> None:
    assert written("Errors and warnings") == sorted({str(code) for code in Code} | codes())
