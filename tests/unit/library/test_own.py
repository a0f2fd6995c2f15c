"""A folder of one's own exercises: they come first, and what is wrong with them hinders nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.diagnostics import render
from voicecoach.library import OwnExercises, own_folder
from voicecoach.script import parse_exercises, read

if TYPE_CHECKING:
    from pathlib import Path


def own(folder: Path) -> OwnExercises:
    return OwnExercises(folder, read, parse_exercises)


def test_the_environment_says_where_they_are(tmp_path: Path) -> None:
    assert own_folder({"VOICECOACH_HOME": str(tmp_path)}) == tmp_path / "exercises"
    assert own_folder({}).name == "exercises"


def test_a_folder_that_is_missing_is_empty(tmp_path: Path) -> None:
    nothing = own(tmp_path / "none")
    assert (nothing.texts, nothing.faults(())) == ((), ())


def test_files_are_read_in_order_and_others_are_left_alone(tmp_path: Path) -> None:
    for name in ("b.md", "a.md", "c.txt"):
        (tmp_path / name).write_text(f"### {name}\n")
    assert [text.name for text in own(tmp_path).texts] == [str(tmp_path / "a.md"), str(tmp_path / "b.md")]


def test_only_mistakes_of_what_is_used_are_told_and_they_are_warnings(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Mine\n\n### Hop\nAction: Hop.\nTempo: soon\n\n### Skip\nAction: Skip.\nTempo: late\n")
    folder = own(tmp_path)
    hop, _skip = parse_exercises(folder.texts[0])[0]
    (fault,) = folder.faults((hop,))
    assert render(fault, lambda _: None) == (
        f'{path}:5:8: warning: "soon" is no tempo [bad-tempo]\n'
        "  expected: three or four numbers such as 3-1-1 or 3-1-1-0, X for explosive"
    )


def test_a_file_that_is_no_text_is_left_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"### Hop\n\xff\n")
    folder = own(tmp_path)
    assert folder.texts == ()
    (fault,) = folder.faults(())
    assert render(fault, lambda _: None) == (
        f"{path}:1:1: warning: the exercises in this file are left out: "
        "2:1: this is not text: save the script as UTF-8 [unread-exercises]"
    )
