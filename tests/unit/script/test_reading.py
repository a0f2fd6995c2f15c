from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest

from voicecoach.errors import VoicecoachError
from voicecoach.script import read
from voicecoach.script.reading import LARGEST
from voicecoach.source import Source

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "## Caf\N{LATIN SMALL LETTER E WITH ACUTE}\n- Squat: 40s\n"


def refusal(path: Path) -> str:
    with pytest.raises(VoicecoachError) as caught:
        read(path)
    return str(caught.value)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
    ],
)
def test_text_in_several_encodings(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(data)
    assert read(path) == Source(str(path), TEXT)


def test_a_missing_file_suggests_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "leg-day.md").write_text("x")
    assert refusal(tmp_path / "leg-dya.md") == (
        f'{tmp_path}/leg-dya.md: there is no such file; did you mean "{tmp_path}/leg-day.md"?'
    )


def test_a_missing_extension_is_suggested(tmp_path: Path) -> None:
    (tmp_path / "leg-day.md").write_text("x")
    assert refusal(tmp_path / "leg-day").endswith(f'did you mean "{tmp_path}/leg-day.md"?')


def test_a_missing_file_in_a_missing_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none" / "x.md") == f"{tmp_path}/none/x.md: there is no such file"


def test_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"{tmp_path} is a folder: name a script inside it"


def test_a_file_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("x")
    assert refusal(tmp_path / "x.md" / "y.md") == f"{tmp_path}/x.md/y.md cannot be read: Not a directory"


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a\0b").endswith("cannot be read: embedded null byte")


def test_the_largest_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(b"x" * LARGEST)
    assert len(read(path).text) == LARGEST


def test_a_larger_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(b"x" * (LARGEST + 1))
    assert refusal(path) == f"{path} is larger than 2 MiB: that is no exercise script"


def test_a_byte_that_is_no_text_is_pointed_at(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(b"- Squat\r\n- Caf\xe9: 10 reps\n")
    assert refusal(path) == f"{path}:2:6: this is not text: save the script as UTF-8"


def test_a_nul_byte_is_pointed_at(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(b"- Squat\n\0")
    assert refusal(path) == f"{path}:2:1: a NUL byte, so this is not text: save the script as UTF-8"
