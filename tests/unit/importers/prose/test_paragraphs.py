from __future__ import annotations

import pytest

from voicecoach.importers.prose.lines import Kind, lines_of
from voicecoach.importers.prose.paragraphs import Paragraph, paragraphs_of
from voicecoach.source import Source


def paragraphs(text: str) -> list[Paragraph]:
    return paragraphs_of(lines_of(Source("post.txt", text)))


def headings(*texts: str) -> list[str]:
    return [each.text for each in paragraphs("\n\n".join(f"## {text}" for text in texts)) if each.kind is Kind.HEADING]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (("1 Squat", "2 Lunge", "3 Plank"), ["Squat", "Lunge", "Plank"]),
        (("3 Squat", "2 Lunge", "1 Plank"), ["Squat", "Lunge", "Plank"]),
        (("1 Squat", "Why", "2 Lunge", "2 thoughts"), ["Squat", "Why", "Lunge", "2 thoughts"]),
        (("20 Squats", "10 Lunges"), ["20 Squats", "10 Lunges"]),
        (("1 Squat",), ["1 Squat"]),
        (("90/90 switch", "2 Lunge"), ["90/90 switch", "2 Lunge"]),
    ],
)
def test_headings_that_are_counted_lose_their_numbers(written: tuple[str, ...], read: list[str]) -> None:
    assert headings(*written) == read


def test_a_paragraph_knows_what_stands_before_it() -> None:
    one, two, three = paragraphs("One.\n> Two.\n\n+++\nThree.")
    assert (one.ruled, one.quoted) == (False, False)
    assert (two.quoted, two.apart) == (True, False)
    assert (three.ruled, three.apart) == (True, True)


def test_wrapped_lines_are_one_paragraph() -> None:
    text = "Stand with your feet as wide as your hips and your\narms at your sides.\nBreathe."
    assert [each.text for each in paragraphs(text)] == [
        "Stand with your feet as wide as your hips and your arms at your sides.",
        "Breathe.",
    ]
