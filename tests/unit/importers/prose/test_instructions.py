from __future__ import annotations

import pytest

from voicecoach.importers.prose.instructions import instructs, is_instruction, repeats_only, sentences


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Lower your hips.", True),
        ("Slowly lower the body.", True),
        ("With your feet apart, bend your knees.", True),
        ("Swing your arms, then stop.", True),
        ("You should keep your back straight.", True),
        ("I lowered my hips yesterday.", False),
        ("Lunges work your hips.", False),
        ("Bring some friends.", False),
    ],
)
def test_what_instructs(text: str, does: bool) -> None:
    assert instructs(text) is does


def test_a_paragraph_of_instructions_and_one_of_talk() -> None:
    assert is_instruction("Stand with your feet apart. Lower your hips. Repeat 10 times.")
    assert not is_instruction("We did squats with the bar on our shoulders. My knees hurt. Lower them, they said.")


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Repeat.", True),
        ("Repeat 10 times on each side.", True),
        ("Complete reps, then switch sides.", True),
        ("Rest 30 seconds.", True),
        ("Repeat by lowering your hips again and again.", False),
        ("Rest your head on the floor.", False),
    ],
)
def test_sentences_that_only_go_on(text: str, only: bool) -> None:
    assert repeats_only(text) is only


def test_sentences_end_where_sentences_end() -> None:
    assert sentences("Lower (slowly!) to approx. 90 degrees. Pause... Stand up.") == [
        "Lower (slowly!) to approx. 90 degrees.",
        "Pause...",
        "Stand up.",
    ]


def test_the_shape_of_a_letter_ends_a_sentence_and_an_initial_none() -> None:
    assert sentences("Hold your arms in a Y. Lift them. Ask J. Smith.") == [
        "Hold your arms in a Y.",
        "Lift them.",
        "Ask J. Smith.",
    ]
