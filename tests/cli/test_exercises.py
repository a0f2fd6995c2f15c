"""``voicecoach exercises``: what a script can name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from command import voicecoach

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for one's own exercises."""
    monkeypatch.setenv("VOICECOACH_HOME", str(tmp_path))
    (tmp_path / "exercises").mkdir()
    return tmp_path / "exercises"


def test_all_are_listed_in_columns() -> None:
    result = voicecoach("exercises")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert len(lines) >= 150
    assert "Squat                       -                     quads, glutes, hamstrings" in lines


def test_a_narrow_terminal_cuts_anything_but_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    lines = voicecoach("exercises", "--equipment", "kettlebell").out.splitlines()
    assert max(map(len, lines)) <= 50
    assert any(line.startswith("Kettlebell clean and press  ketteb"[:28]) for line in lines)
    assert any(line.endswith("\u2026") for line in lines)


def test_one_that_is_named_is_shown_whole() -> None:
    result = voicecoach("exercises", "Bulgarian", "split", "squats")
    assert (result.code, result.err) == (0, "")
    labels = [line[:21].strip() for line in result.out.splitlines()[1:]]
    assert result.out.startswith("Bulgarian split squat\n")
    for label in ("set-up:", "starting position:", "action:", "form:", "sides:", "usual amount:", "equipment:"):
        assert label in labels


def test_the_only_one_found_is_shown_whole() -> None:
    assert voicecoach("exercises", "turkish").out.startswith("Turkish get-up\n")


def test_a_word_of_many_lists_them() -> None:
    lines = voicecoach("exercises", "lunge", "jump").out.splitlines()
    assert [line.split("  ")[0] for line in lines] in (["Jumping lunge"], [lines[0]]) or lines[0] == "Jumping lunge"


@pytest.mark.parametrize(
    ("options", "there", "not_there"),
    [
        (["--equipment", "band"], "Band row", "Squat"),
        (["--equipment", "none"], "Squat", "Band row"),
        (["--muscle", "grip"], "Dead hang", "Crunch"),
        (["--equipment", "kettlebell", "--muscle", "grip"], "Rack carry", "Dead hang"),
    ],
)
def test_equipment_and_muscle_choose(options: list[str], there: str, not_there: str) -> None:
    result = voicecoach("exercises", "--json", *options)
    names = [each["name"] for each in json.loads(result.out)]
    assert not_there not in names
    if options[-1] != "grip" or "--equipment" not in options:
        assert there in names


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Plnak"], 'no exercise is called "Plnak"; did you mean "Plank"?'),
        (["Quantum leap"], 'no exercise is called "Quantum leap"'),
        (["--equipment", "bnad"], 'no exercise needs "bnad"; did you mean "band"?'),
        (["--muscle", "tail"], 'no exercise trains "tail"'),
        (["Squat", "--equipment", "bike"], "no exercise is all of that; ask for less"),
    ],
)
def test_nothing_found_is_one_sentence(arguments: list[str], told: str) -> None:
    result = voicecoach("exercises", *arguments)
    assert (result.code, result.out, result.err) == (1, "", f"error: {told}\n")


def test_json_tells_everything() -> None:
    (plank,) = json.loads(voicecoach("exercises", "--json", "side", "plank", "knees").out)
    assert plank["name"] == "Side plank on your knees"
    assert plank["variation_of"] == "Side plank"
    assert plank["sides"] == ["left", "right"]
    assert plank["starts"] == "down"


@pytest.mark.parametrize("name", ["Kniebeuge", "squats"])
def test_in_another_language_they_are_found_by_names_of_both(name: str) -> None:
    result = voicecoach("exercises", "--language", "de-CH", name)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[0] == "Kniebeuge"
    assert "F\u00fc\u00dfe h\u00fcftbreit" in result.out


def test_own_exercises_come_first_and_scripts_can_name_them(own: Path, tmp_path: Path) -> None:
    (own / "mine.md").write_text("### Squat\nAction: My own squat.\n\n### Fence hop\nAction: Hop over the fence.\n")
    assert "My own squat." in voicecoach("exercises", "squat").out
    assert voicecoach("exercises").out.splitlines()[:2] == [
        "Squat                       -                     -",
        "Fence hop                   -                     -",
    ]
    (tmp_path / "a.md").write_text("- Fence hop: 20s\n")
    assert voicecoach("check", tmp_path / "a.md").err == ""


def test_what_is_wrong_with_own_exercises_is_a_warning_wherever_they_are_used(own: Path, tmp_path: Path) -> None:
    (own / "mine.md").write_text("### Fence hop\nAction: Hop.\nTempo: soon\n")
    (own / "odd.md").write_bytes(b"\xff\n")
    (tmp_path / "a.md").write_text("- Fence hop: 20s\n")
    for result in (voicecoach("exercises"), voicecoach("check", tmp_path / "a.md")):
        assert result.code == 0
        assert f'{own / "mine.md"}:3:8: warning: "soon" is no tempo [bad-tempo]' in result.err
        assert f"{own / 'odd.md'}:1:1: warning: the exercises in this file are left out: " in result.err
