from __future__ import annotations

import pytest

from voicecoach.importers.prose.clearing import cleared
from voicecoach.importers.prose.lines import lines_of
from voicecoach.importers.prose.paragraphs import paragraphs_of
from voicecoach.source import Source


def kept(text: str, described: int = 0) -> list[str]:
    paragraphs = paragraphs_of(lines_of(Source("post.txt", text)))
    return [paragraph.text for paragraph in cleared(paragraphs, described)[0]]


def test_an_advert_goes_to_the_next_heading() -> None:
    text = "Hello.\n\nTODAY'S SPONSOR: CLOUD\n\nLie down and lift your feet.\n\nMOVE ONE\n\nStand tall."
    assert kept(text) == ["Hello.", "MOVE ONE", "Stand tall."]


@pytest.mark.parametrize("ruler", ["++++++", "------", "* * *", "______", "<hr>"])
def test_an_advert_between_rulers_goes_to_the_second(ruler: str) -> None:
    text = f"Hello.\n\n{ruler}\n\nFrom our friends at Bean\n\nGrind and pour.\n\n{ruler}\n\nStand tall."
    assert kept(text) == ["Hello.", "Stand tall."]


def test_a_sentence_about_sponsors_is_no_advert() -> None:
    text = "Sponsored athletes stand like this.\n\nStand tall."
    assert kept(text) == ["Sponsored athletes stand like this.", "Stand tall."]


def test_who_quotes_the_post_says_nothing_new() -> None:
    text = "Sit on the floor. Drop both knees.\n\n> Sit on the floor.\n\n> Something else.\n\nStand tall."
    assert kept(text) == ["Sit on the floor. Drop both knees.", "Something else.", "Stand tall."]


def test_comments_end_the_post_only_behind_the_first_exercise() -> None:
    text = "7 comments\n\nStand tall.\n\nAnna said:\n\nLove it."
    assert kept(text, described=1) == ["Stand tall."]
    assert kept(text, described=9) == ["Stand tall.", "Love it."]


def test_the_chapters_of_a_video_are_no_exercises_and_their_times_no_amounts() -> None:
    text = "0:00 hello\n0:45 Row\n2:10 Squat\n\nRow (0:45)\n\nHold it. (1:30)"
    assert kept(text) == ["Row", "Hold it. (1:30)"]


def test_times_that_do_not_rise_are_those_of_exercises() -> None:
    text = "0:40 Row\n0:20 Squat\n0:40 Lunge"
    assert kept(text) == ["0:40 Row", "0:20 Squat", "0:40 Lunge"]
