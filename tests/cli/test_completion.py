"""What the shell offers, and the line that has it offer that."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from command import voicecoach
from voicecoach.cli.group import voicecoach as group


def offered(words: list[str], incomplete: str) -> list[str]:
    shell = ShellComplete(group, {}, "voicecoach", "_VOICECOACH_COMPLETE")
    return [item.value for item in shell.get_completions(words, incomplete)]


@pytest.mark.parametrize(
    ("shell", "line"),
    [
        ("bash", 'eval "$(_VOICECOACH_COMPLETE=bash_source voicecoach)"'),
        ("zsh", 'eval "$(_VOICECOACH_COMPLETE=zsh_source voicecoach)"'),
        ("fish", "_VOICECOACH_COMPLETE=fish_source voicecoach | source"),
    ],
)
def test_the_line_for_a_shell(shell: str, line: str) -> None:
    result = voicecoach("completion", shell)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[1] == line


def test_an_unknown_shell_is_wrong_usage() -> None:
    assert voicecoach("completion", "tcsh").code == 2


def test_the_shell_gets_its_program() -> None:
    """What the line evaluates to is made by click, which writes bytes; our way of running commands must let it."""
    environment = {**os.environ, "_VOICECOACH_COMPLETE": "zsh_source"}
    command = [sys.executable, "-m", "voicecoach"]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert "_VOICECOACH_COMPLETE=zsh_complete voicecoach" in result.stdout


def test_commands_are_offered() -> None:
    assert offered([], "ex") == ["exercises", "export"]


@pytest.mark.parametrize("command", ["check", "export", "plan"])
def test_scripts_are_offered(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("legs.md", "legs.mp3", "lunch.md"):
        Path(name).touch()
    Path("later").mkdir()
    (tmp_path / "later" / "arms.md").touch()
    assert offered([command], "l") == ["later/", "legs.md", "lunch.md", "leg-and-glute"]
    assert offered([command], "later/") == [str(Path("later") / "arms.md")]
    assert offered([command], "nowhere/") == []


def test_sound_files_are_offered_where_they_are_shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("legs.md", "legs.mp3", "legs.lrc", "lunch.m4b"):
        Path(name).touch()
    assert offered(["share"], "l") == ["legs.md", "legs.mp3", "lunch.m4b", "leg-and-glute"]


def test_exercises_are_offered_whatever_the_case() -> None:
    assert "Bulgarian split squat" in offered(["exercises"], "bulg")


def test_engines_and_their_voices_are_offered() -> None:
    assert offered(["export", "--engine"], "n") == ["natural"]
    assert offered(["export", "--engine", "tone", "--voice"], "zz") == []
    assert offered(["export", "--engine", "tone", "--voice"], "") != []


def test_packs_and_moments_are_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.toml").write_text('extends = "calm"\n')
    Path("other.toml").write_text("[project]\n")
    for command in (["export", "--coach"], ["cues", "show"], ["cues", "hear", "halfway", "--pack"]):
        assert offered(command, "m") == ["mine", "minimal"]
    assert offered(["cues", "check"], "mi") == ["mine.toml", "mine", "minimal"]
    assert offered(["cues", "hear"], "la") == ["last_round", "last_minute", "last_circuit", "last_set", "last_rep"]


def test_the_group_is_a_click_group() -> None:
    assert isinstance(group, click.Group)
