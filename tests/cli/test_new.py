"""``voicecoach new``: a script to begin with."""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path

import pytest

from command import voicecoach
from voicecoach import pipeline
from voicecoach.cli.templates import EQUIPMENT, TEMPLATES, filled
from voicecoach.source import Source


class Terminal(StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", StringIO())
    return tmp_path


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("equipment", EQUIPMENT)
def test_every_template_is_without_mistakes(template: str, equipment: str) -> None:
    Path("a.md").write_text(filled(template, "", 0, equipment))
    result = voicecoach("check", "a.md")
    assert (result.out, result.err) == ("1 script: no errors.\n", "")


def test_it_says_what_to_do_next() -> None:
    result = voicecoach("new", "Monday: legs", "--template", "circuit")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "monday-legs.md is written. Change it as you like, then:",
        "  voicecoach check monday-legs.md",
        "  voicecoach export monday-legs.md",
    ]
    assert pipeline.read(Path("monday-legs.md")).workout.settings.title == "Monday: legs"


def test_without_a_terminal_nothing_is_asked() -> None:
    assert voicecoach("new").code == 0
    assert Path("circuit.md").read_text() == filled("circuit", "", 0, "none")


def test_nothing_is_written_over() -> None:
    Path("a.md").write_text("mine")
    result = voicecoach("new", "-o", "a.md")
    assert (result.code, result.err) == (1, "error: a.md is there already; --force writes over it\n")
    assert Path("a.md").read_text() == "mine"
    assert voicecoach("new", "-o", "a.md", "--force").code == 0
    assert Path("a.md").read_text() != "mine"


def test_a_folder_that_is_missing_is_told() -> None:
    target = Path("none") / "a.md"
    assert voicecoach("new", "-o", target).err == (
        f'error: cannot write "{target}": there is no such folder; make it or choose another\n'
    )


def test_a_terminal_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("Iron day\nstrength\n30\ndumbbells\n"))
    result = voicecoach("new")
    assert result.code == 0
    script = pipeline.read(Path("iron-day.md"))
    assert script.workout.settings.title == "Iron day"
    assert "Dumbbell squat" in script.source.text
    assert script.diagnostics == ()


@pytest.mark.parametrize("minutes", [12, 20, 30])
@pytest.mark.parametrize("template", ["circuit", "emom", "mobility"])
def test_it_lasts_about_as_long_as_was_wanted(template: str, minutes: int) -> None:
    text = filled(template, "", minutes, "none")
    assert pipeline.rough_total(pipeline.load(Source("a.md", text))) == pytest.approx(minutes * 60_000, abs=180_000)
