"""What the README and the docs say is so."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from command import commands, voicecoach
from voicecoach.wording.moments import EARCONS, EVERYWHERE, MOMENTS, OF_THE_SET
from voicecoach.wording.places import bundled_packs

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text("utf-8")
DOCS = sorted((ROOT / "docs").glob("*.md"))
EVERYTHING = README + "".join(path.read_text("utf-8") for path in DOCS)
COMMANDS = commands()


def fenced(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_the_readme_has_its_two_commands_where_ci_looks_for_them() -> None:
    for mark, program in (
        ("main command", "voicecoach export scripts/leg-and-glute.md"),
        ("test command", "-m pytest"),
    ):
        (command,) = fenced(README.split(f"<!-- {mark} -->")[1].split("```\n")[0] + "```\n", "sh")
        assert program in command
        assert shlex.split(command)


@pytest.mark.parametrize("text", fenced(README, "markdown"))
def test_scripts_in_the_readme_are_without_mistakes(text: str, tmp_path: Path) -> None:
    (tmp_path / "readme.md").write_text(text)
    result = voicecoach("check", tmp_path / "readme.md")
    assert (result.code, result.err) == (0, "")


def test_every_command_is_in_the_readme() -> None:
    assert [name for name in COMMANDS if " " not in name and f"`voicecoach {name}" not in README] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented(command: str) -> None:
    options = [parameter.opts for parameter in COMMANDS[command].params if parameter.opts[0].startswith("-")]
    assert [names for names in options if not any(name in EVERYTHING for name in names)] == []


def test_every_moment_pack_and_earcon_is_documented() -> None:
    text = (ROOT / "docs" / "wording.md").read_text("utf-8")
    assert [name for name in (*MOMENTS, *bundled_packs(), *EARCONS) if f"`{name}`" not in text] == []


@pytest.mark.parametrize("name", MOMENTS)
def test_the_placeholders_of_a_moment_are_documented(name: str) -> None:
    text = (ROOT / "docs" / "wording.md").read_text("utf-8")
    row = next(row for row in text.splitlines() if row.startswith("|") and f"`{name}`" in row.split("|")[1])
    everywhere = () if name == "count_in" else EVERYWHERE
    shared = {*everywhere, *(OF_THE_SET if row.endswith("| yes |") else ())}
    assert {hole for hole in MOMENTS[name].placeholders - shared if f"{{{hole}}}" not in row} == set()
    assert shared <= MOMENTS[name].placeholders


def test_the_placeholders_that_moments_share_are_documented() -> None:
    text = (ROOT / "docs" / "wording.md").read_text("utf-8").partition("## The moments")[2].partition("| moment |")[0]
    assert [hole for hole in (*EVERYWHERE, *OF_THE_SET) if f"{{{hole}}}" not in text] == []


def test_links_in_the_docs_lead_somewhere() -> None:
    broken = [
        (path.name, target)
        for path in (ROOT / "README.md", *DOCS, ROOT / "CONTRIBUTING.md")
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8"))
        if not (path.parent / target).exists()
    ]
    assert broken == []


def test_the_first_screen_about_words_changes_one_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line of front matter, and in one line of a file."""
    monkeypatch.chdir(tmp_path)
    screen = "\n".join((ROOT / "docs" / "wording.md").read_text("utf-8").splitlines()[:30])
    (own, with_pack), (pack,) = fenced(screen, "markdown"), fenced(screen, "toml")
    Path("mine.toml").write_text(pack)
    for text in (own, with_pack):
        Path("squat.md").write_text(text)
        assert '"Half of it is yours already."' in voicecoach("plan", "squat.md", "--engine", "tone").out


def test_the_commands_for_packs_do_what_the_docs_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VOICECOACH_HOME", str(tmp_path / "home"))
    (block,) = fenced((ROOT / "docs" / "wording.md").read_text("utf-8"), "sh")
    for line in block.splitlines():
        program, *arguments = shlex.split(line, comments=True)
        tone = ["--engine", "tone"] if "hear" in arguments else []
        result = voicecoach(*arguments, *tone)
        assert (program, result.code, result.err) == ("voicecoach", 0, ""), line
    assert (tmp_path / "halfway.wav").is_file()


def test_the_json_is_as_documented(tmp_path: Path) -> None:
    """The example in the docs has the fields that the command prints, and no others."""
    (tmp_path / "one.md").write_text("- Plank: 20s\n")
    printed = json.loads(voicecoach("plan", "--json", "--engine", "tone", tmp_path / "one.md").out)
    (example, *_) = map(json.loads, fenced((ROOT / "docs" / "json.md").read_text("utf-8"), "json"))
    assert printed.keys() == example.keys()
    for part in ("chapters", "steps"):
        assert printed[part][0].keys() == example[part][0].keys()
    for bus in ("voice", "earcon"):
        (shown,) = [event.keys() for event in example["events"] if event["bus"] == bus]
        assert all(event.keys() == shown for event in printed["events"] if event["bus"] == bus)


def example(command: str) -> object:
    """The example under the heading of a command in the description of the JSON."""
    text = (ROOT / "docs" / "json.md").read_text("utf-8").split(f"## `voicecoach {command}", 1)[1]
    return json.loads(fenced(text, "json")[0])


def test_check_prints_the_json_of_the_docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("leg-day.md").write_text("# Leg day\n\n- Revers lunge: 2 sets of 12 each side\n")
    result = voicecoach("check", "--json", "leg-day.md")
    assert result.code == 1
    assert json.loads(result.out) == example("check --json")


def test_list_prints_the_json_of_the_docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plank.md").write_text("# One plank\n\n- Plank: 20s\n")
    listed = json.loads(voicecoach("list", "--json").out)
    assert [each for each in listed if each["name"] == "plank.md"] == example("list --json")


def test_exercises_prints_the_json_of_the_docs() -> None:
    assert json.loads(voicecoach("exercises", "--json", "Wall sit").out) == example("exercises --json")


def test_voices_prints_the_json_of_the_docs() -> None:
    printed = json.loads(voicecoach("voices", "--json").out)
    assert [voice for voice in printed if voice in example("voices --json")] == example("voices --json")  # type: ignore[operator]


def test_cache_prints_the_fields_of_the_docs() -> None:
    printed, shown = json.loads(voicecoach("cache", "--json").out), example("cache --json")
    assert [(each["cache"], each.keys()) for each in printed] == [(each["cache"], each.keys()) for each in shown]  # type: ignore[attr-defined]


def test_history_prints_the_json_of_the_docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOICECOACH_HOME", str(tmp_path))
    shown = example("history --json")
    (tmp_path / "history.jsonl").write_text("".join(json.dumps(entry) + "\n" for entry in shown))  # type: ignore[attr-defined]
    assert json.loads(voicecoach("history", "--json").out) == shown


def test_the_picture_of_the_screen_is_light_and_needs_nothing_from_elsewhere() -> None:
    """`python tests/screenshot.py` draws it."""
    picture = (ROOT / "docs" / "screen.svg").read_text("utf-8")
    assert "(docs/screen.svg)" in README
    assert len(picture) < 20_000
    assert re.findall(r"https?://[^\"]+", picture) == ["http://www.w3.org/2000/svg"]
    assert all(f">{words}</text>" in picture for words in ("WORK", "Squat", "Legs and glutes"))
