from __future__ import annotations

import json
from typing import TYPE_CHECKING

from command import voicecoach

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

LINE = "3 rounds: squat 40s, rest 20s, reverse lunge 10 each side, rest 30s"


def test_one_line_becomes_a_workout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = voicecoach("export", "--engine", "tone", "--quick", LINE)
    assert (result.code, result.err) == (0, "")
    assert (tmp_path / "quick.mp3").stat().st_size > 10_000


def test_it_has_the_steps_of_the_line() -> None:
    plan = json.loads(voicecoach("plan", "--engine", "tone", "--json", "--quick", LINE).out)
    works = [(step["name"], step["side"], step["round"]) for step in plan["steps"] if step["kind"] == "work"]
    each = [("Squat", None), ("Reverse lunge", "left"), ("Reverse lunge", "right")]
    assert works == [(*one, number) for number in (1, 2, 3) for one in each]
    assert plan["title"] == "Squat, Reverse lunge"


def test_a_slip_is_told_under_the_line() -> None:
    result = voicecoach("check", "--quick", "squat 40s, rset 20s")
    assert (result.code, result.out) == (1, "1 script: 1 error.\n")
    assert result.err == (
        '<quick>:1:12: error: no exercise is called "rset" [unknown-exercise]\n'
        "  1 | squat 40s, rset 20s\n"
        "    |            ^^^^\n"
        '  hint: did you mean "Rest"?\n\n'
    )


def test_a_script_and_a_line_are_too_much_and_neither_too_little(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("- Plank: 20s\n")
    for arguments in ([], [tmp_path / "a.md", "--quick", LINE]):
        result = voicecoach("plan", *arguments)
        assert result.code == 2
        assert "name a script, or write the workout behind --quick" in result.err
