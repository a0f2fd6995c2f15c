"""What is answered: the listed files and what belongs to them, and nothing else."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from shared import PNG, SOUND, TAGS, TOKEN, client_of, sound_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shared import Client

NAME = "Legs-and-more.mp3"
SOUND_ADDRESS = f"/{TOKEN}/1/{NAME}"


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    (tmp_path / "secret.mp3").write_bytes(b"a secret")
    return sound_file(tmp_path / "Legs and more.mp3")


@pytest.fixture
def client(shared: Path) -> Iterator[Client]:
    with client_of(shared) as client:
        yield client


def test_the_whole_file(client: Client, shared: Path) -> None:
    answer = client.get(SOUND_ADDRESS)
    assert (answer.status_code, answer.content) == (200, shared.read_bytes())
    assert answer.headers["content-type"] == "audio/mpeg"
    assert answer.headers["accept-ranges"] == "bytes"
    assert int(answer.headers["content-length"]) == shared.stat().st_size


@pytest.mark.parametrize(
    ("header", "part"),
    [("bytes=0-0", slice(0, 1)), ("bytes=70000-140000", slice(70_000, 140_001)), ("bytes=-300", slice(-300, None))],
)
def test_a_part_of_it(client: Client, shared: Path, header: str, part: slice) -> None:
    whole = shared.read_bytes()
    answer = client.get(SOUND_ADDRESS, headers={"Range": header})
    first, stop, _ = part.indices(len(whole))
    assert (answer.status_code, answer.content) == (206, whole[part])
    assert answer.headers["content-range"] == f"bytes {first}-{stop - 1}/{len(whole)}"


@pytest.mark.parametrize(
    "header", ["bytes=0-1,1-2", "bytes=5-1", "bytes=--1", "bytes=" + ",".join(["0-"] * 1300), "bytes=" + "9" * 5000]
)
def test_a_part_that_makes_no_sense_is_the_whole(client: Client, shared: Path, header: str) -> None:
    answer = client.get(SOUND_ADDRESS, headers={"Range": header})
    assert (answer.status_code, len(answer.content)) == (200, shared.stat().st_size)


def test_a_part_behind_the_end(client: Client, shared: Path) -> None:
    answer = client.get(SOUND_ADDRESS, headers={"Range": "bytes=999999999-"})
    assert (answer.status_code, answer.content) == (416, b"")
    assert answer.headers["content-range"] == f"bytes */{shared.stat().st_size}"


def test_the_head_alone(client: Client, shared: Path) -> None:
    answer = client.head(SOUND_ADDRESS, headers={"Range": "bytes=0-9"})
    assert (answer.status_code, answer.content) == (200, b"")
    assert int(answer.headers["content-length"]) == shared.stat().st_size


@pytest.mark.parametrize("validator", ["etag", "last-modified"])
def test_a_part_of_what_it_was_before(client: Client, validator: str) -> None:
    known = client.head(SOUND_ADDRESS).headers[validator]
    again = client.get(SOUND_ADDRESS, headers={"Range": "bytes=0-9", "If-Range": known})
    assert (again.status_code, len(again.content)) == (206, 10)


@pytest.mark.parametrize("validator", ['"another"', 'W/"weak"', "Thu, 01 Jan 1970 00:00:00 GMT", "nonsense", ""])
def test_a_part_of_something_older_is_the_whole(client: Client, shared: Path, validator: str) -> None:
    answer = client.get(SOUND_ADDRESS, headers={"Range": "bytes=0-9", "If-Range": validator})
    assert (answer.status_code, len(answer.content)) == (200, shared.stat().st_size)


def test_the_page_and_what_belongs_to_it(client: Client) -> None:
    types = {"": "text/html", "page.css": "text/css", "page.js": "text/javascript", "icon.svg": "image/svg+xml"}
    for address, kind in types.items():
        answer = client.get(f"/{TOKEN}/{address}")
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(kind)
        assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'; ")
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_page_needs_nobody_else(client: Client) -> None:
    for address in ("", "page.css", "page.js"):
        text = client.get(f"/{TOKEN}/{address}").text
        assert re.findall(r"https?://\w|@import|url\(", text) == []
        assert re.findall(r"<style|\bstyle=|<[^>]*\son\w+=|<script(?! src=.page.js.)", text) == []


def test_the_list(client: Client, shared: Path) -> None:
    (told,) = client.get(f"/{TOKEN}/workouts.json").json()
    assert told == {
        "title": TAGS.title,
        "sound": f"1/{NAME}",
        "name": NAME,
        "cover": "1/cover.png",
        "size": shared.stat().st_size,
        "seconds": 90.0,
        "chapters": [
            {"title": "Squat", "start": 0.0, "end": 40.0},
            {"title": "Rest", "start": 40.0, "end": 60.5},
            {"title": "Plank", "start": 60.5, "end": 90.0},
        ],
    }


def test_cover_and_chapters(client: Client) -> None:
    cover = client.get(f"/{TOKEN}/1/cover.png")
    assert (cover.content, cover.headers["content-type"]) == (PNG, "image/png")
    chapters = client.get(f"/{TOKEN}/1/chapters.json")
    assert chapters.headers["content-type"] == "application/json+chapters"
    assert [chapter["startTime"] for chapter in chapters.json()["chapters"]] == [0, 40, 60.5]


@pytest.mark.parametrize(
    "address",
    [
        "/",
        f"/{TOKEN}x/",
        f"/{TOKEN[:-1]}/",
        f"/{TOKEN.upper()}/",
        "/aaaa-bbbb-cccc-dddé/",
        f"//{TOKEN}/",
        f"/{TOKEN}//",
        f"/{TOKEN}/0/{NAME}",
        f"/{TOKEN}/2/{NAME}",
        f"/{TOKEN}/-1/{NAME}",
        f"/{TOKEN}/1/",
        f"/{TOKEN}/1",
        f"/{TOKEN}/1/secret.mp3",
        f"/{TOKEN}/1/{NAME}/",
        f"/{TOKEN}/1/{NAME}%00",
        f"/{TOKEN}/1/{NAME}%00.html",
        f"/{TOKEN}/../{TOKEN}x/",
        f"/{TOKEN}/1/../secret.mp3",
        f"/{TOKEN}/1/%2e%2e/secret.mp3",
        f"/{TOKEN}/1/..%2fsecret.mp3",
        f"/{TOKEN}/1/..%5csecret.mp3",
        f"/{TOKEN}/%252e%252e/secret.mp3",
        f"/{TOKEN}/..;/secret.mp3",
        f"/{TOKEN}/secret.mp3",
        f"/{TOKEN}//etc/passwd",
        f"/{TOKEN}/%2fetc%2fpasswd",
        f"/{TOKEN}/file:///etc/passwd",
        f"/{TOKEN}/page.py",
        f"/{TOKEN}/page.html",
        f"/{TOKEN}/web/page.css",
        "/favicon.ico",
        "/robots.txt",
        f"/1/{NAME}",
    ],
)
def test_nothing_else_is_there(client: Client, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.text) == (404, "There is nothing here.\n")


def test_every_path_of_the_computer_is_unknown(client: Client, shared: Path) -> None:
    for path in (shared, shared.parent / "secret.mp3"):
        assert client.get(f"/{TOKEN}{path}").status_code == 404
        assert client.get(f"/{TOKEN}/{path.name}").status_code == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_it_can_only_be_read(client: Client, method: str) -> None:
    answer = client.request(method, SOUND_ADDRESS)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
    assert client.request(method, "/nobody/").status_code == 404


def test_the_address_without_its_slash_leads_to_the_page(client: Client) -> None:
    answer = client.get(f"/{TOKEN}")
    assert (answer.status_code, answer.headers["location"]) == (307, f"/{TOKEN}/")


def test_a_link_that_is_turned_elsewhere_later_leads_nowhere_else(tmp_path: Path) -> None:
    shared = sound_file(tmp_path / "real.mp3")
    link = tmp_path / "link.mp3"
    link.symlink_to(shared)
    (tmp_path / "secret.mp3").write_bytes(b"a secret")
    with client_of(link) as client:
        link.unlink()
        link.symlink_to(tmp_path / "secret.mp3")
        assert client.get(f"/{TOKEN}/1/link.mp3").content == shared.read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a file that is open")
def test_a_file_that_is_replaced_is_served_as_it_was(client: Client, shared: Path) -> None:
    before = shared.read_bytes()
    shared.unlink()
    shared.write_bytes(b"another one")
    assert client.get(SOUND_ADDRESS).content == before


def test_on_this_computer_there_is_no_token(shared: Path) -> None:
    with client_of(shared, token="") as client:
        assert client.get("/").status_code == 200
        assert client.get(f"/1/{NAME}").content.endswith(SOUND)
        assert client.get("/nothing").status_code == 404


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "localhost:8734", "LOCALHOST:1", "[::1]:8734", "[::1]"])
def test_on_this_computer_it_is_called_by_names_of_its_own(shared: Path, host: str) -> None:
    with client_of(shared, token="") as client:
        assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8734", "127.0.0.1.evil.example", "localhost.", ""])
def test_a_name_that_only_points_here_is_not_answered(shared: Path, host: str) -> None:
    with client_of(shared, token="") as client:
        assert client.get("/", headers={"Host": host}).status_code == 404
