"""Which sound files of a pack's folder say what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from voicecoach.source import Source
from voicecoach.wording.pack_file import PackFile
from voicecoach.wording.recordings import recorded

if TYPE_CHECKING:
    from pathlib import Path


def found(folder: Path, *names: str, file: str = "mine.toml") -> dict[str, str]:
    """What each recording says, where these files lie beside a pack."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"sound")
    told = recorded(PackFile(Source(file, ""), {}, folder / file))
    assert told.faults == []
    return {words: str(path.relative_to(folder)) for words, path in told.files.items()}


def test_recordings_lie_in_the_folder_of_the_packs_name(tmp_path: Path) -> None:
    assert found(tmp_path, "mine/halfway.wav", "halfway.wav", "other/rest.wav") == {"halfway wav": "mine/halfway.wav"}


def test_recordings_lie_beside_the_pack_of_a_folder_of_its_own(tmp_path: Path) -> None:
    assert found(tmp_path, "halfway.wav", file="pack.toml") == {"halfway wav": "halfway.wav"}


def test_words_in_folders_are_what_their_names_say(tmp_path: Path) -> None:
    names = ("exercises/Double-leg bridge.mp3", "numbers/2.5.ogg", "words/each_side.wav", "words/Next.flac")
    assert found(tmp_path, *names, file="pack.toml") == {
        "double leg bridge": names[0],
        "2.5": names[1],
        "each side": names[2],
        "next": names[3],
    }


def test_moments_may_be_written_with_hyphens_and_in_any_case(tmp_path: Path) -> None:
    (tmp_path / "Last-Rep 3.WAV").write_bytes(b"sound")
    assert list(recorded(PackFile(Source("pack.toml", ""), {}, tmp_path / "pack.toml")).cues) == ["last_rep"]


@pytest.mark.parametrize("name", ["readme.txt", ".halfway.wav", "cover.jpg", "numbers/notes.md"])
def test_other_files_are_none_of_its_business(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, name, file="pack.toml") == {}


def test_a_pack_of_the_program_has_none() -> None:
    assert recorded(PackFile(Source("<friendly>", ""), {})).files == {}
