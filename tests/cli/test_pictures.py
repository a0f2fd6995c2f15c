"""Pictures of a workout: charts in files of their own, covers and chapters in exports."""

from __future__ import annotations

import io
import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from defusedxml.ElementTree import parse
from mutagen.id3 import ID3
from mutagen.mp4 import MP4
from PIL import Image

from command import voicecoach

if TYPE_CHECKING:
    from pathlib import Path

QUICK = ("--engine", "tone", "--quick", "squat 20s, rest 15s, plank 20s")


def opened(data: bytes) -> Image.Image:
    """A picture, read to its last dot."""
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


@pytest.fixture(scope="module")
def mp3(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("pictures") / "quick.mp3"
    assert voicecoach("export", *QUICK, "-o", target).code == 0
    return target


def test_a_plan_is_drawn_in_both_kinds(tmp_path: Path) -> None:
    svg, png = tmp_path / "plan.svg", tmp_path / "plan.png"
    result = voicecoach("plan", *QUICK, "--svg", svg, "--png", png)

    assert (result.code, result.out) == (0, f"{svg}\n{png}\n")
    root = parse(svg).getroot()
    assert [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")].count("Squat") >= 1
    assert opened(png.read_bytes()).width == 2 * int(root.attrib["width"])


def test_a_picture_is_drawn_again_but_never_over_something_else(tmp_path: Path) -> None:
    ours, other = tmp_path / "plan.svg", tmp_path / "mine.png"
    other.write_bytes(b"a picture of mine")
    for _ in range(2):
        assert voicecoach("plan", *QUICK, "--svg", ours).code == 0
    refused = voicecoach("plan", *QUICK, "--png", other)

    assert refused.code == 1
    assert refused.err == (
        f'error: "{other}" is there already, and voicecoach did not make it; choose another name, '
        "or write over it with --force\n"
    )
    assert other.read_bytes() == b"a picture of mine"
    assert voicecoach("plan", *QUICK, "--png", other, "--force").code == 0
    assert voicecoach("plan", *QUICK, "--png", other).code == 0


def test_a_picture_is_never_drawn_over_the_script(tmp_path: Path) -> None:
    script = tmp_path / "legs.md"
    script.write_text("# Legs\n\n- Squat: 20s\n")
    refused = voicecoach("plan", "--engine", "tone", script, "--svg", script, "--force")

    assert (refused.code, refused.err) == (
        1,
        f'error: "{script}" is a part of the workout itself; choose another name\n',
    )
    assert script.read_text() == "# Legs\n\n- Squat: 20s\n"


def test_an_export_has_a_cover_and_a_picture_in_each_chapter(mp3: Path) -> None:
    tags = ID3(mp3)
    (cover,) = tags.getall("APIC")
    chapters = tags.getall("CHAP")

    assert (cover.mime, cover.type, opened(cover.data).size) == ("image/png", 3, (700, 700))
    assert len(cover.data) < 100_000
    assert len(chapters) == 5
    for chapter in chapters:
        (picture,) = chapter.sub_frames.getall("APIC")
        assert opened(picture.data).size == (300, 300)


@pytest.mark.peers
def test_ffprobe_reads_chapters_and_the_cover(mp3: Path) -> None:
    command = ["ffprobe", "-v", "warning", "-of", "json", "-show_chapters", "-show_streams", mp3]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)

    assert done.stderr == ""
    assert [stream["codec_name"] for stream in found["streams"]] == ["mp3", "png"]
    assert found["streams"][1]["disposition"]["attached_pic"] == 1
    assert [chapter["tags"]["title"] for chapter in found["chapters"]] == ["Start", "Squat", "Rest", "Plank", "End"]


def test_an_export_can_do_without(tmp_path: Path) -> None:
    target = tmp_path / "plain.mp3"
    assert voicecoach("export", *QUICK, "-o", target, "--no-cover").code == 0

    tags = ID3(target)
    assert not tags.getall("APIC")
    assert not any(chapter.sub_frames.getall("APIC") for chapter in tags.getall("CHAP"))


def test_a_cover_of_ones_own_stays_as_it_is(tmp_path: Path) -> None:
    own, target = tmp_path / "own.jpg", tmp_path / "own.mp3"
    Image.new("RGB", (300, 200), "red").save(own)
    assert voicecoach("export", *QUICK, "-o", target, "--cover", own).code == 0

    (cover,) = ID3(target).getall("APIC")
    assert (cover.mime, cover.data) == ("image/jpeg", own.read_bytes())


def test_a_cover_that_is_no_picture_is_refused_before_anybody_speaks(tmp_path: Path) -> None:
    own, target = tmp_path / "own.jpg", tmp_path / "own.mp3"
    own.write_text("no picture")
    refused = voicecoach("export", *QUICK, "-o", target, "--cover", own)

    assert (refused.code, refused.err) == (1, f'error: the cover "{own}" is no picture; choose a JPEG or PNG file\n')
    assert sorted(tmp_path.iterdir()) == [own]


def test_a_cover_is_not_written_over(tmp_path: Path) -> None:
    own = tmp_path / "own.mp3"
    Image.new("RGB", (30, 20), "red").save(own, "PNG")
    before = own.read_bytes()
    refused = voicecoach("export", *QUICK, "-o", own, "--cover", own, "--force")

    assert (refused.code, own.read_bytes()) == (1, before)


def test_a_cover_or_none_but_not_both(tmp_path: Path) -> None:
    refused = voicecoach("export", *QUICK, "--cover", tmp_path / "own.jpg", "--no-cover")

    assert refused.code == 2
    assert "--cover gives a picture and --no-cover wants none; leave one of them out" in refused.err


def test_files_of_an_album_have_covers_too(tmp_path: Path) -> None:
    target = tmp_path / "quick.mp3"
    assert voicecoach("export", *QUICK, "-o", target, "--split", "steps").code == 0

    parts = sorted((tmp_path / "quick").glob("*.mp3"))
    assert len(parts) == 5
    assert {opened(ID3(part).getall("APIC")[0].data).size for part in parts} == {(700, 700)}


def test_an_audiobook_has_the_cover(tmp_path: Path) -> None:
    pytest.importorskip("av")
    target = tmp_path / "quick.m4b"
    assert voicecoach("export", *QUICK, "-o", target).code == 0
    assert opened(bytes(MP4(target)["covr"][0])).size == (700, 700)
