"""``--coach`` and ``--listener``: another coach, or another name, without changing the script."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command import voicecoach

SCRIPT = "---\ncues:\n  ending: Well done, {listener}!\n---\n# Legs\n\n- Plank: 40s\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("legs.md").write_text(SCRIPT)
    return tmp_path


def spoken(*options: str) -> list[str]:
    result = voicecoach("plan", "--json", "--engine", "tone", *options)
    assert (result.code, result.err) == (0, "")
    return [event["text"] for event in json.loads(result.out)["events"] if event["bus"] == "voice"]


def test_a_coach_is_chosen_by_name_over_the_scripts(here: Path) -> None:
    assert not spoken("legs.md")[0].endswith("Take a slow breath.")
    assert spoken("legs.md", "--coach", "calm")[0].endswith("Take a slow breath.")
    assert spoken("--quick", "plank 40s", "--coach", "calm")[0].endswith("Take a slow breath.")


def test_a_coach_is_chosen_by_its_file_from_the_current_folder(here: Path) -> None:
    Path("deeper").mkdir()
    Path("deeper/legs.md").write_text(SCRIPT)
    Path("mine.toml").write_text('[cues]\nhalfway = "Half, my friend."\n')
    assert "Half, my friend." in spoken("deeper/legs.md", "--coach", "mine.toml")


def test_the_listener_is_called_by_name_or_not_at_all() -> None:
    assert spoken("legs.md")[-1] == "Well done!"
    assert spoken("legs.md", "--listener", "Anna")[-1] == "Well done, Anna!"


@pytest.mark.parametrize("command", ["check", "plan", "export"])
def test_a_coach_that_nobody_knows_is_told_where_it_was_named(command: str) -> None:
    result = voicecoach(command, "legs.md", "--coach", "frindly")
    assert result.code == 1
    assert result.err.startswith(
        '<--coach>:1:1: error: no cue pack is called "frindly" [unknown-pack]\n'
        "  1 | frindly\n"
        "    | ^^^^^^^\n"
        '  hint: did you mean "friendly"?\n'
    )
