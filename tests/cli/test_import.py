from __future__ import annotations

from typing import TYPE_CHECKING

from command import voicecoach

if TYPE_CHECKING:
    from pathlib import Path

ZWO = """<workout_file><name>Short ride</name><workout>
<SteadyState Duration="60" Power="0.6"><textevent timeoffset="20" message="Spin easy."/></SteadyState>
</workout></workout_file>
"""
POST = """My two favorites

Glute bridge

Starting position: Lie on your back, knees bent, feet flat.
Action: Squeeze your glutes and lift your hips. Lower slowly. Repeat 12 times.

Plank

Starting position: On your forearms, elbows under your shoulders.
Action: Lift into one straight line and hold for 30 seconds.

Anna said...
Love these!
"""


def test_another_format_becomes_a_script_that_has_no_mistakes(tmp_path: Path) -> None:
    (tmp_path / "ride.zwo").write_text(ZWO)
    made = voicecoach("import", tmp_path / "ride.zwo", "-o", tmp_path / "ride.md")
    assert made.code == 0
    assert "at 20s: Spin easy." in (tmp_path / "ride.md").read_text()
    assert voicecoach("check", tmp_path / "ride.md").code == 0


def test_without_a_target_the_script_is_printed_and_what_was_assumed_is_told(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text(POST)
    result = voicecoach("import", tmp_path / "post.txt")
    assert result.code == 0
    assert "### " in result.out
    assert "Love these" not in result.out
    assert "2 exercises found" in result.err


def test_any_command_takes_such_a_text_and_says_in_one_line_what_it_assumed(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text(POST)
    result = voicecoach("plan", "--engine", "tone", tmp_path / "post.txt")
    assert result.code == 0
    assert "Plank" in result.out
    (told,) = [line for line in result.err.splitlines() if line.startswith(str(tmp_path))]
    assert "2 exercises found" in told


def test_an_older_file_is_kept_unless_it_is_given_up(tmp_path: Path) -> None:
    (tmp_path / "ride.zwo").write_text(ZWO)
    (tmp_path / "ride.md").write_text("mine")
    result = voicecoach("import", tmp_path / "ride.zwo", "-o", tmp_path / "ride.md")
    assert (result.code, result.err.splitlines()[-1]) == (
        1,
        f"error: {tmp_path}/ride.md is there already; --force writes over it",
    )
    assert (tmp_path / "ride.md").read_text() == "mine"
    assert voicecoach("import", "--force", tmp_path / "ride.zwo", "-o", tmp_path / "ride.md").code == 0


def test_a_script_is_no_foreign_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("- Plank: 20s\n")
    result = voicecoach("import", tmp_path / "a.md")
    assert result.code == 1
    assert "is a script already" in result.err


def test_a_damaged_file_is_one_clear_message(tmp_path: Path) -> None:
    (tmp_path / "ride.zwo").write_text(ZWO[:60])
    for command in ("import", "plan"):
        result = voicecoach(command, tmp_path / "ride.zwo")
        assert result.code == 1
        assert "Traceback" not in result.err
        assert str(tmp_path / "ride.zwo") in result.err
