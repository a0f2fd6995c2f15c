"""The listener's own cover. It is read from a file, which these tests write."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from voicecoach.errors import VoicecoachError
from voicecoach.pictures.own_cover import own_cover

if TYPE_CHECKING:
    from pathlib import Path


def saved(path: Path, size: tuple[int, int], kind: str, **how: object) -> Path:
    noise = np.random.default_rng(1).integers(0, 255, (size[1], size[0], 3), np.uint8)
    Image.fromarray(noise).save(path, kind, **how)  # type: ignore[arg-type]
    return path


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_small_picture_stays_as_it_is(tmp_path: Path, kind: str) -> None:
    path = saved(tmp_path / "own", (100, 80), kind)
    assert own_cover(path) == path.read_bytes()


@pytest.mark.parametrize(("kind", "size"), [("WEBP", (100, 80)), ("GIF", (100, 80)), ("PNG", (500, 400))])
def test_any_other_becomes_a_jpeg_of_the_same_size(tmp_path: Path, kind: str, size: tuple[int, int]) -> None:
    picture = Image.open(io.BytesIO(own_cover(saved(tmp_path / "own", size, kind))))
    assert (picture.format, picture.size) == ("JPEG", size)


def test_a_large_picture_becomes_smaller_and_keeps_its_shape(tmp_path: Path) -> None:
    picture = Image.open(io.BytesIO(own_cover(saved(tmp_path / "own", (2000, 1500), "JPEG"))))
    assert picture.size == (1000, 750)


def test_a_picture_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # a quarter turn, in the tag of EXIF for orientation
    path = saved(tmp_path / "own", (1200, 900), "JPEG", exif=exif)
    assert Image.open(io.BytesIO(own_cover(path))).size == (750, 1000)


def test_what_can_be_seen_through_becomes_white(tmp_path: Path) -> None:
    path = tmp_path / "own.webp"
    Image.new("RGBA", (20, 20), (255, 0, 0, 0)).save(path)
    assert Image.open(io.BytesIO(own_cover(path))).getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0" + bytes(100)])
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "own.png"
    path.write_bytes(data)
    with pytest.raises(
        VoicecoachError, match=re.escape(f'the cover "{path}" is no picture; choose a JPEG or PNG file')
    ):
        own_cover(path)


def test_half_a_picture_is_none(tmp_path: Path) -> None:
    path = saved(tmp_path / "own.png", (100, 80), "PNG")
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(VoicecoachError, match="is no picture"):
        own_cover(path)


def test_a_picture_of_too_many_dots_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.png"
    Image.new("1", (20_000, 10_000)).save(path)
    with pytest.raises(VoicecoachError, match="has too many dots; choose a smaller picture"):
        own_cover(path)


def test_what_is_not_there_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(VoicecoachError, match=r"cannot read the cover .*: No such file or directory"):
        own_cover(tmp_path / "none.png")
