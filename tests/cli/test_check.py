from __future__ import annotations

import json
from typing import TYPE_CHECKING

from command import SCRIPTS, voicecoach

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_good_scripts_are_said_to_be_good() -> None:
    scripts = sorted(SCRIPTS.glob("*.md"))
    result = voicecoach("check", *scripts)
    assert (result.code, result.out, result.err) == (0, f"{len(scripts)} scripts: no errors.\n", "")


def test_mistakes_of_all_scripts_are_told_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("- Plnak: 20s\n")
    (tmp_path / "b.md").write_text("- Squat: 20ss\n")
    result = voicecoach("check", tmp_path / "a.md", tmp_path / "b.md", tmp_path / "c.md")
    assert result.code == 1
    assert "a.md:1:3: error" in result.err
    assert "b.md:1:10: error" in result.err
    assert "c.md" in result.err


def test_json_is_what_editors_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Legs\n\n- Plnak: 20s\n")
    result = voicecoach("check", "--json", tmp_path / "a.md")
    assert result.code == 1
    assert json.loads(result.out) == [
        {
            "file": str(tmp_path / "a.md"),
            "range": {"start": {"line": 2, "character": 2}, "end": {"line": 2, "character": 7}},
            "severity": "error",
            "code": "unknown-exercise",
            "message": 'no exercise is called "Plnak"',
            "expected": "",
            "hint": 'did you mean "Plank"?',
        }
    ]


def test_a_rest_too_short_for_its_words_is_a_warning_and_plays(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("- Squat: 20s\n- Rest: 4s\n- Bulgarian split squat: 20s each side\n")
    result = voicecoach("check", tmp_path / "a.md")
    assert result.code == 0
    assert "a.md:2:3: warning" in result.err
    assert "[stretched]" in result.err


def test_own_words_are_checked_at_their_place(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ncues:\n  halfwya: Half.\n---\n- Squat: 20s\n")
    result = voicecoach("check", tmp_path / "a.md")
    assert result.code == 1
    assert 'a.md:3:3: error: no moment is called "halfwya" [bad-cue]' in result.err
    assert 'hint: did you mean "halfway"?' in result.err


def test_a_ready_script_goes_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert voicecoach("check", "core-twelve").out == "1 script: no errors.\n"
    (tmp_path / "core-twelve").write_text("- Squat: 20ss\n")
    assert "core-twelve:1:10: error" in voicecoach("check", "core-twelve").err
    assert voicecoach("check", "core-thirteen").err == "error: core-thirteen: there is no such file\n"
