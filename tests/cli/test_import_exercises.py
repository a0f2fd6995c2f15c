"""A user's own copy of free-exercise-db becomes exercises that every script can name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from command import voicecoach

if TYPE_CHECKING:
    from pathlib import Path


def exercise(name: str) -> dict[str, object]:
    """An entry in the shape of the database."""
    return {
        "id": name.replace(" ", "_"),
        "name": name,
        "force": "pull",
        "level": "beginner",
        "mechanic": None,
        "equipment": "cable",
        "primaryMuscles": ["lats"],
        "secondaryMuscles": [],
        "instructions": ["Stand tall, facing the tower.", "Pull the rope towards your hips.", "Repeat."],
        "category": "strength",
        "images": [],
    }


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder of exercises."""
    monkeypatch.setenv("VOICECOACH_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home" / "exercises"


def database(folder: Path, *names: str, file: str = "exercises.json") -> None:
    (folder / file).write_text(json.dumps([exercise(name) for name in names]), "utf-8")


def test_a_list_is_written_to_the_users_own_folder_and_scripts_can_name_it(tmp_path: Path, home: Path) -> None:
    database(tmp_path, "Rope Tower Pulls", "Low Rope Tower Pull")
    result = voicecoach("import", "exercises.json")
    assert (result.code, result.err) == (0, "")
    assert result.out == f"exercises.json: 2 exercises added to {home / 'exercises.md'}\n"
    (tmp_path / "pull.md").write_text("- Rope tower pull: 10 reps\n- Low rope tower pull: 10 reps\n")
    assert voicecoach("check", "pull.md").err == ""
    assert "towards your hips" in voicecoach("exercises", "rope tower pull").out


def test_a_single_exercise_is_taken_as_well(tmp_path: Path, home: Path) -> None:
    (tmp_path / "rope.json").write_text(json.dumps(exercise("Rope Tower Pull")), "utf-8")
    assert voicecoach("import", "rope.json").out == f"rope.json: 1 exercise added to {home / 'rope.md'}\n"


def test_names_that_are_taken_are_left_out_and_told(tmp_path: Path, home: Path) -> None:
    database(tmp_path, "Rope Tower Pull", "Squat", "Lunge", "Plank", "Burpee")
    assert voicecoach("import", "exercises.json").out == (
        f"exercises.json: 1 exercise added to {home / 'exercises.md'}; "
        "4 left out, for their names are taken (Squat, Lunge, Plank and 1 more); --force adds them too\n"
    )


def test_a_second_time_nothing_is_new_and_nothing_changes(tmp_path: Path, home: Path) -> None:
    database(tmp_path, "Rope Tower Pull")
    voicecoach("import", "exercises.json")
    before = (home / "exercises.md").read_bytes()
    told = "nothing added; 1 left out, for their names are taken (Rope tower pull); --force adds them too"
    assert voicecoach("import", "exercises.json").out == f"exercises.json: {told}\n"
    assert {path.name: path.read_bytes() for path in home.iterdir()} == {"exercises.md": before}


def test_what_came_later_stands_beside_what_was_there(tmp_path: Path, home: Path) -> None:
    database(tmp_path, "Rope Tower Pull")
    voicecoach("import", "exercises.json")
    database(tmp_path, "Rope Tower Pull", "Low Rope Tower Pull")
    assert f"1 exercise added to {home / 'exercises-2.md'};" in voicecoach("import", "exercises.json").out
    assert sorted(path.name for path in home.iterdir()) == ["exercises-2.md", "exercises.md"]


def test_with_force_an_older_file_is_written_over_and_taken_names_come_too(tmp_path: Path, home: Path) -> None:
    database(tmp_path, "Rope Tower Pull")
    voicecoach("import", "exercises.json")
    database(tmp_path, "Squat")
    result = voicecoach("import", "--force", "exercises.json")
    assert result.out == f"exercises.json: 1 exercise added to {home / 'exercises.md'}\n"
    assert "### Squat\n" in (home / "exercises.md").read_text("utf-8")


def test_another_file_can_be_named_and_is_never_written_over_unasked(tmp_path: Path, home: Path) -> None:
    database(tmp_path, "Rope Tower Pull")
    (tmp_path / "mine.md").write_text("mine")
    result = voicecoach("import", "exercises.json", "-o", "mine.md")
    assert (result.code, result.err) == (1, "error: mine.md is there already; --force writes over it\n")
    assert (
        voicecoach("import", "exercises.json", "-o", "rope.md").out == "exercises.json: 1 exercise added to rope.md\n"
    )
    assert not home.exists()


def test_many_are_several_files(tmp_path: Path, home: Path) -> None:
    database(tmp_path, *(f"Tower pull of kind {number} and more" for number in range(101)))
    result = voicecoach("import", "exercises.json")
    assert result.out == f"exercises.json: 101 exercises added to {home / 'exercises.md'} and 1 more file\n"
    assert sorted(path.name for path in home.iterdir()) == ["exercises-2.md", "exercises.md"]


def test_what_cannot_be_used_is_counted(tmp_path: Path, home: Path) -> None:
    (tmp_path / "db.json").write_text(json.dumps([exercise("Rope Tower Pull"), {"name": "Sleep"}]), "utf-8")
    told = "1 left out without instructions, or twice the same"
    assert voicecoach("import", "db.json").out == f"db.json: 1 exercise added to {home / 'db.md'}; {told}\n"


@pytest.mark.usefixtures("home")
def test_a_damaged_database_is_one_clear_message_and_nothing_is_written(tmp_path: Path, home: Path) -> None:
    database(tmp_path, "Rope Tower Pull")
    (tmp_path / "exercises.json").write_text((tmp_path / "exercises.json").read_text("utf-8")[:-20], "utf-8")
    result = voicecoach("import", "exercises.json")
    assert result.code == 1
    assert result.err == "error: exercises.json:1:295: this is not whole JSON: unterminated string starting at\n"
    assert not home.exists()


def test_a_folder_that_cannot_be_written_is_one_clear_message(tmp_path: Path, home: Path) -> None:
    database(tmp_path, "Rope Tower Pull")
    home.parent.write_text("a file where a folder should be")
    result = voicecoach("import", "exercises.json")
    assert result.code == 1
    assert result.err == (
        f'error: cannot write "{home / "exercises.md"}": '
        "a part of the path is a file, not a folder; choose another folder\n"
    )


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("command", ["check", "plan", "export"])
def test_exercises_are_no_workout(tmp_path: Path, command: str) -> None:
    database(tmp_path, "Rope Tower Pull")
    result = voicecoach(command, "exercises.json")
    told = "exercises.json holds exercises and no workout; `voicecoach import` adds them to your own"
    assert (result.code, result.err) == (1, f"error: {told}\n")
