"""How much is said, and which variants: options over what a script says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from command import voicecoach

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = """---
talk: {all: normal, halfway: none}
---
## Main (3 rounds)

- Squat: 40s
  - at 30s: Breathe.
- Rest: 20s
"""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "squats.md"
    path.write_text(SCRIPT)
    return path


def said(*arguments: str | Path) -> list[str]:
    result = voicecoach("plan", "--json", "--engine", "tone", *arguments)
    assert (result.code, result.err) == (0, "")
    return [event["text"] for event in json.loads(result.out)["events"] if event["bus"] == "voice"]


def test_the_scripts_own_level_for_a_moment(script: Path) -> None:
    assert "Breathe." in said(script)
    assert not [text for text in said(script) if "half" in text.casefold()]


def test_the_command_line_takes_the_place_of_what_the_script_says(script: Path) -> None:
    assert [text for text in said(script, "--talk", "normal") if "half" in text.casefold()]


def test_none_is_beeps_alone(script: Path) -> None:
    assert said(script, "--talk", "none") == []
    assert said(script, "--talk", "none", "--talk", "line=few") == ["Breathe."] * 3


def test_from_level_to_level_more_is_said(script: Path) -> None:
    amounts = [len(" ".join(said(script, "--talk", level))) for level in ("none", "few", "normal", "many")]
    assert amounts == sorted(set(amounts))


def test_another_seed_takes_other_variants_and_the_same_seed_the_same(script: Path) -> None:
    assert said(script, "--seed", "3") == said(script, "--seed", "3")
    assert len({tuple(said(script, "--talk", "many", "--seed", str(seed))) for seed in range(5)}) > 1


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("loud", '"loud" is no level; there are none, few, normal, many'),
        ("halfwey=few", 'no moment is called "halfwey"; did you mean "halfway"?'),
    ],
)
def test_a_level_or_moment_that_there_is_not(script: Path, given: str, told: str) -> None:
    result = voicecoach("plan", script, "--talk", given)
    assert result.code == 2
    assert f"Error: Invalid value for '--talk': {told}" in result.err
