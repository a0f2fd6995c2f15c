"""``voicecoach list``: the scripts at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command import SCRIPTS, voicecoach
from voicecoach.resources import folder

READY = sorted(path.stem for path in SCRIPTS.glob("*.md"))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    return tmp_path


def names(*arguments: str) -> list[str]:
    return [entry["name"] for entry in json.loads(voicecoach("list", "--json", *arguments).out)]


@pytest.mark.usefixtures("here")
def test_what_comes_with_the_program_is_there_by_its_name() -> None:
    assert names() == READY


def test_own_scripts_come_first_and_other_texts_are_left_out(here: Path) -> None:
    (here / "b.md").write_text("# Legs\n\n- Goblet squat: 60s\n- Rest: 60s\n- Squat: 60s\n")
    (here / "README.md").write_text("# A project\n\n- build: 10 files\n- test: none\n\nWords.\n")
    (here / "letter.md").write_text("Dear all, nothing to do here.\n")
    (here / "picture.md").write_bytes(b"\xff\xfe\xff")
    assert names() == ["b.md", *READY]
    entry = json.loads(voicecoach("list", "--json").out)[0]
    assert entry.pop("duration_ms") in range(190_000, 230_000)
    assert entry == {
        "name": "b.md",
        "title": "Legs",
        "equipment": ["dumbbells"],
        "muscles": ["quads", "glutes", "abs"],
        "errors": 0,
    }


def test_a_line_says_it_all(here: Path) -> None:
    (here / "b.md").write_text("# Legs\n\n- Dumbbell squat: 60s\n- Rest: 60s\n- Dumbbell squat: 60s\n")
    (line,) = [line for line in voicecoach("list").out.splitlines() if line.startswith("b.md")]
    assert line.split() == ["b.md", "4", "min", "Legs", "dumbbells", "quads,", "glutes,", "hamstrings"]


def test_a_broken_one_is_listed_as_such(here: Path) -> None:
    (here / "a.md").write_text("- Squat: 20s\n- Plnak: 20s\n- Lunge: 12\n")
    (line,) = [line for line in voicecoach("list").out.splitlines() if line.startswith("a.md")]
    assert "?" in line.split()
    assert "2 errors: see voicecoach check" in line


def test_folders_are_looked_into_once(here: Path) -> None:
    (here / "more").mkdir()
    (here / "more" / "c.md").write_text("- Squat: 20s\n")
    assert names("more", "more") == [str(Path("more") / "c.md"), *READY]
    assert names(str(folder("scripts"))) == [str(folder("scripts") / f"{name}.md") for name in READY]


@pytest.mark.usefixtures("here")
def test_a_folder_that_is_missing_is_wrong_usage() -> None:
    result = voicecoach("list", "nowhere")
    assert result.code == 2
    assert "'nowhere' does not exist" in result.err
