"""What had to be said shorter stands in both views of a plan, and what an author loses in a warning."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from command import voicecoach

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = """- Plank: 20s
- Rest: 4s
  - at 1s: Breathe in and out.
- Plank: 20s
"""


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "planks.md").write_text(SCRIPT)
    monkeypatch.chdir(tmp_path)
    return "planks.md"


def test_the_plan_tells_what_was_said_shorter_what_not_at_all_and_what_grew(script: str) -> None:
    """The tone engine hums 300 ms and 60 ms a letter: "Plank." lasts 600 ms, behind 600 and before 4000 of silence."""
    result = voicecoach("plan", "--engine", "tone", script)
    assert [line.split("~")[1].strip() for line in result.out.splitlines() if "~" in line] == [
        "stretched: what must be said needs 0.6 s, 0.0 s left",
        'rest: not said, needs 0.6 s, 0.0 s left: "Rest."',
        'line: not said, needs 1.2 s, 0.8 s left: "Breathe in and out."',
        "next_again: name form, the longest needs 1.4 s, 0.6 s left",
    ]


def test_so_does_its_json(script: str) -> None:
    steps = json.loads(voicecoach("plan", "--json", "--engine", "tone", script).out)["steps"]
    (rest,) = [step for step in steps if step["kind"] == "rest"]
    assert (rest["fittings"][0], rest["fittings"][2]) == (
        {
            "change": "stretched",
            "moment": None,
            "form": None,
            "text": None,
            "needs_ms": 600,
            "leaves_ms": 0,
            "line": 2,
        },
        {
            "change": "dropped",
            "moment": "line",
            "form": None,
            "text": "Breathe in and out.",
            "needs_ms": 1_200,
            "leaves_ms": 850,
            "line": 3,
        },
    )


def test_warnings_name_the_line_and_the_missing_seconds(script: str) -> None:
    told = [line for line in voicecoach("plan", "--engine", "tone", script).err.splitlines() if "warning" in line]
    assert [line.partition(": warning: ")[::2] for line in told] == [
        ("planks.md:2:3", "the shortest words need 0.6 s, the rest leaves 0.0 s: stretched to 5.2 s [stretched]"),
        (
            "planks.md:3:5",
            '"Breathe in and out." needs 1.2 s, near its moment there are 0.8 s: it is not spoken [cue-dropped]',
        ),
        (
            "planks.md:2:3",
            (
                '"Plank, 20 seconds." needs 1.2 s, the rest leaves 0.6 s: '
                "used the name form, without the amount [too-short]"
            ),
        ),
    ]
