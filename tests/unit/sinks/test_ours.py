from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from voicecoach.errors import VoicecoachError
from voicecoach.sinks.ours import refuse_inputs, refuse_others

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("content", [b"", b"ID3...voicecoach...", "...voicecoach".encode("utf-16")])
def test_what_we_made_may_be_written_over_and_what_is_empty(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "legs.mp3").write_bytes(content)

    refuse_others([tmp_path / "legs.mp3", tmp_path / "none.lrc", tmp_path])


def test_anything_else_stays(tmp_path: Path) -> None:
    song = tmp_path / "song.mp3"
    song.write_bytes(b"ID3...a song...")

    with pytest.raises(VoicecoachError) as caught:
        refuse_others([tmp_path / "none.mp3", song])

    assert str(caught.value) == (
        f'"{song}" is there already, and voicecoach did not make it; choose another name, or write over it with --force'
    )


def test_a_mark_at_the_end_of_a_large_file(tmp_path: Path) -> None:
    path = tmp_path / "day.wav"
    with path.open("wb") as file:
        file.truncate(40_000_000)
        file.seek(0, 2)
        file.write(b"voicecoach")

    refuse_others([path])


def test_an_input_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "link.wav").symlink_to(tmp_path / "halfway.wav")

    with pytest.raises(VoicecoachError) as caught:
        refuse_inputs([tmp_path / "legs.mp3", tmp_path / "link.wav"], [tmp_path / "x" / ".." / "halfway.wav"])

    assert str(caught.value) == f'"{tmp_path / "link.wav"}" is a part of the workout itself; choose another name'
