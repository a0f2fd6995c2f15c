from __future__ import annotations

import pytest

from voicecoach.model.workout import Rounds
from voicecoach.script.schemes import in_title, parse_scheme, split_heading


def complaint(text: str) -> tuple[str, str, str]:
    scheme, (flaw,) = parse_scheme(text)
    assert scheme == Rounds()
    return str(flaw.code), text[flaw.start : flaw.end], flaw.message


def hint(text: str) -> str:
    return parse_scheme(text)[1][0].hint


@pytest.mark.parametrize(
    "text", ["3 rounds", "3x", "x3", "3 \N{MULTIPLICATION SIGN}", "3 times", "3 laps", "3 sets", "3 ROUNDS"]
)
def test_rounds(text: str) -> None:
    assert parse_scheme(text) == (Rounds(3), ())


@pytest.mark.parametrize(
    "text",
    [
        "3 rounds, rest 60s",
        "3 rounds, 60s rest between rounds",
        "3 rounds with 1 min rest",
        "rest 1:00, 3 rounds",
        "3x, rest: 60 seconds between rounds",
        "3 rounds and 60s between rounds",
    ],
)
def test_rounds_with_rest(text: str) -> None:
    assert parse_scheme(text) == (Rounds(3, 60_000), ())


@pytest.mark.parametrize(
    "text",
    [
        "tabata",
        "8 x 20s/10s",
        "20s/10s x 8",
        "40s on 20s off",
        "40s on, 20s off, x 6",
        "EMOM 10 min",
        "every 90s x 6",
        "AMRAP 12 min",
        "ladder 10-8-6-4",
        "pyramid 5-10-15-10-5",
        "for time, cap 15 min",
    ],
)
def test_schemes_to_come_are_recognized(text: str) -> None:
    assert complaint(text) == ("scheme-not-yet", text, f'blocks of the kind "{text}" cannot be played yet')


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("3 ronuds", "3 rounds"),
        ("3 round, rets 60s", "3 round, rest 60s"),
        ("tabatta", "tabata"),
        ("amrp 12 min", "amrap 12 min"),
        ("pyramd 5-10-5", "pyramid 5-10-5"),
    ],
)
def test_a_slip_of_the_pen_is_mended(text: str, better: str) -> None:
    assert complaint(text) == ("unknown-scheme", text, f'"{text}" is no scheme')
    assert hint(text) == f'did you mean "{better}"?'


def test_a_length_is_no_scheme() -> None:
    assert complaint("5 min") == ("unknown-scheme", "5 min", '"5 min" is no scheme')
    assert hint("5 min") == "a length in the title stands without parentheses"


@pytest.mark.parametrize(
    ("text", "code", "part", "message"),
    [
        ("0 rounds", "out-of-range", "0", "0 rounds are too few"),
        ("1000 rounds", "out-of-range", "1000", "1000 rounds are too many"),
        ("3 rounds, rest 0s", "out-of-range", "0s", '"0s" is too short'),
        ("3 rounds, 4 rounds", "contradiction", "4 rounds", '"4 rounds" stands here for the second time'),
        ("3x, rest 9s, rest 8s", "contradiction", "rest 8s", '"rest 8s" stands here for the second time'),
        ("1 round, rest 9s", "contradiction", "1 round, rest 9s", "one round has no rest between rounds"),
        ("rest 30s", "unknown-scheme", "rest 30s", '"rest 30s" is no scheme'),
        ("3 rounds, slowly", "unknown-scheme", "3 rounds, slowly", '"3 rounds, slowly" is no scheme'),
    ],
)
def test_mistakes(text: str, code: str, part: str, message: str) -> None:
    assert complaint(text) == (code, part, message)


def test_the_scheme_is_what_stands_in_the_last_parentheses() -> None:
    heading = "Legs (easy day) (3 rounds)"
    parted = split_heading(heading)
    assert parted.scheme is not None
    assert heading[: parted.title_end].strip() == "Legs (easy day)"
    assert heading[slice(*parted.scheme)] == "3 rounds"


@pytest.mark.parametrize("heading", ["Main (3 rounds):", "Main (3 rounds).", "Main (3 rounds)  "])
def test_punctuation_behind_the_parentheses_does_not_count(heading: str) -> None:
    assert split_heading(heading).scheme == (6, 14)


@pytest.mark.parametrize(
    "words",
    [
        "easy day",
        "week 2",
        "2",
        "best of three",
        "around the world",
        "4 weeks",
        "rest day",
        "no equipment",
        "every other day",
        "ladder drills",
        "",
        "for beginners",
    ],
)
def test_plain_words_in_parentheses_belong_to_the_title(words: str) -> None:
    heading = f"Legs ({words})"
    assert split_heading(heading).scheme is None
    assert split_heading(heading).title_end == len(heading)


@pytest.mark.parametrize("words", ["3 ronuds", "three rounds", "5 min", "tabatta", "20s/10s", "3 sets", "30s rest"])
def test_words_meant_as_a_scheme_never_end_up_in_the_title(words: str) -> None:
    assert split_heading(f"Legs ({words})").scheme is not None


def test_parentheses_in_the_middle_belong_to_the_title() -> None:
    assert split_heading("Legs (3 rounds) and arms").scheme is None


@pytest.mark.parametrize("title", ["3 rounds", "Main: 3 rounds of fun", "Tabata finisher", "3 x 12"])
def test_a_scheme_without_parentheses_is_noticed(title: str) -> None:
    assert in_title(title)


@pytest.mark.parametrize("title", ["Round two", "Warm-up, 5 min", "Day 3", "Playground"])
def test_ordinary_titles_are_left_alone(title: str) -> None:
    assert in_title(title) is None
