"""The feed, as a podcast program reads it."""

from __future__ import annotations

import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from shared import TAGS, TOKEN, client_of, sound_file
from voicecoach.model.timeline import Tags

if TYPE_CHECKING:
    from pathlib import Path

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    feedparser: Any = pytest.importorskip("feedparser")

BASE = f"http://192.0.2.7:8734/{TOKEN}/"


def feed_of(*paths: Path) -> Any:  # noqa: ANN401 - as feedparser has it
    with client_of(*paths) as client:
        answer = client.get(f"/{TOKEN}/feed.xml")
    assert answer.headers["content-type"] == "application/rss+xml; charset=utf-8"
    told = feedparser.parse(answer.content)
    assert not told.bozo, told.get("bozo_exception")
    return told


def test_an_episode_for_each_file(tmp_path: Path) -> None:
    first = sound_file(tmp_path / "one.mp3")
    second = sound_file(tmp_path / "zwei Über.mp3", replace(TAGS, title="Zwei", cover=b"", chapters=()))
    told = feed_of(first, second)
    assert (told.feed.title, told.feed.link) == ("Workouts", BASE)
    assert [entry.title for entry in told.entries] == [TAGS.title, "Zwei"]
    assert [dict(entry.enclosures[0]) for entry in told.entries] == [
        {"href": f"{BASE}1/one.mp3", "length": str(first.stat().st_size), "type": "audio/mpeg"},
        {"href": f"{BASE}2/zwei-Uber.mp3", "length": str(second.stat().st_size), "type": "audio/mpeg"},
    ]
    assert told.entries[0].itunes_duration == "90"
    assert told.entries[0].description == TAGS.description
    assert told.feed.image.href == f"{BASE}1/cover.png"
    assert told.entries[0].image.href == f"{BASE}1/cover.png"
    assert told.entries[0].podcast_chapters == {"url": f"{BASE}1/chapters.json", "type": "application/json+chapters"}
    assert "podcast_chapters" not in told.entries[1]


def test_every_address_in_the_feed_is_answered(tmp_path: Path) -> None:
    told = feed_of(sound_file(tmp_path / "one.mp3"))
    entry = told.entries[0]
    with client_of(tmp_path / "one.mp3") as client:
        for address in (entry.enclosures[0].href, entry.image.href, entry.podcast_chapters["url"], told.feed.link):
            assert client.get(urlsplit(address).path).status_code == 200


def test_an_episode_is_known_again_by_another_address(tmp_path: Path) -> None:
    path, other = sound_file(tmp_path / "one.mp3"), sound_file(tmp_path / "two.mp3")
    ids = [entry.id for entry in feed_of(path, other).entries]
    assert [entry.id for entry in feed_of(other, path).entries] == ids[::-1]
    assert len(set(ids)) == 2


def test_a_title_that_no_xml_can_hold(tmp_path: Path) -> None:
    strange = Tags("a\x07b\ufffe]]>&<c", "", "", "en", 0)
    told = feed_of(sound_file(tmp_path / "one.mp3", strange))
    assert told.entries[0].title == "ab]]>&<c"


def test_a_file_that_says_nothing_of_itself(tmp_path: Path) -> None:
    path = tmp_path / "Walk.ogg"
    path.write_bytes(b"OggS")
    (entry,) = feed_of(path).entries
    assert (entry.title, entry.enclosures[0].type) == ("Walk", "audio/ogg")
    assert "itunes_duration" not in entry
