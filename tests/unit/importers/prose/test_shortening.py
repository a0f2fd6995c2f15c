from __future__ import annotations

import re

import pytest

from voicecoach.importers.prose.shortening import brief, long_setup, plain_words, short_action, short_setup


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Supine on the floor", "lie on your back on the floor"),
        ("Squeeze your buttox w/ a dumb bell", "Squeeze your glutes with a dumbbells"),
        ("It is sooooo BIG!!!", "It is so big!"),
        ("bent to 90\u00b0", "bent to 90 degrees"),
    ],
)
def test_plain_words(written: str, said: str) -> None:
    assert plain_words(written) == said


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Standing with feet shoulder-width apart.", "Stand with feet shoulder-width apart."),
        ("Begin by lying on your back, knees bent.", "Lie on your back, knees bent."),
        ("Stand tall, make sure your feet are hip-width apart.", "Stand tall, feet hip-width apart."),
        (
            "Lie on your back on the floor, with your knees bent, feet flat on the floor, arms at your sides.",
            "Lie on your back on the floor, with your knees bent.",
        ),
        (
            "Stand an arm's length from a wall with your palms flat against it.",
            "Stand an arm's length from a wall with your palms flat.",
        ),
        ("", ""),
    ],
)
def test_a_short_set_up_has_twelve_words_and_is_a_sentence(text: str, short: str) -> None:
    assert short_setup(text) == short
    assert len(short.split()) <= 12


def test_a_long_action_is_cut_at_a_clause() -> None:
    told = short_action(
        "Step forward and lower your body until both knees are bent. Push through your front heel, bring the back foot "
        "forward to meet the other one, and step straight into the next lunge with the other leg."
    )
    assert len(told.split()) <= 30
    assert told.startswith("Step forward and lower your body until both knees are bent. Push through your front heel")
    assert not re.search(r"\b(?:and|the|with|to)\.$", told)


def test_a_long_set_up_stays_in_sentences() -> None:
    assert long_setup("standing tall. Now hold the bar") == "Stand tall. Hold the bar."


def test_no_cut_sentence_ends_in_a_word_that_wants_another() -> None:
    assert (
        brief("Put your hands on the edge of the very old chair that my aunt had", 6) == "Put your hands on the edge."
    )
