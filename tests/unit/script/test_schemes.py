from __future__ import annotations

import re

import pytest

from voicecoach.model.workout import Clock, Every, Intervals, Ladder, Rounds
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


TABATA = Intervals(20_000, 10_000, count=8)


@pytest.mark.parametrize(
    "text",
    [
        "tabata",
        "Tabata",
        "8 x 20s/10s",
        "8x20s/10s",
        "8 \N{MULTIPLICATION SIGN} 20 s / 10 s",
        "8 x 20/10",
        "8 x 20s on 10s off",
        "8 x 20 seconds work, 10 seconds rest",
    ],
)
def test_a_number_in_front_counts_intervals(text: str) -> None:
    assert parse_scheme(text) == (TABATA, ())


@pytest.mark.parametrize(
    "text", ["40s on 20s off", "40s on, 20s off", "40s work 20s rest", "40s/20s", "40/20", "40 on 20 off", "0:40/0:20"]
)
def test_intervals_go_through_the_list_once(text: str) -> None:
    assert parse_scheme(text) == (Intervals(40_000, 20_000, passes=1), ())


@pytest.mark.parametrize(
    "text",
    [
        "40s on 20s off x 3",
        "40s on 20s off, 3 rounds",
        "40s on 20s off x3",
        "40s work, 20s rest, x 3",
        "3 rounds, 40s on 20s off",
        "40s/20s 3x",
    ],
)
def test_rounds_of_intervals_go_through_the_list_so_often(text: str) -> None:
    assert parse_scheme(text) == (Intervals(40_000, 20_000, passes=3), ())


@pytest.mark.parametrize(
    "text",
    [
        "EMOM 10 min",
        "EMOM 10",
        "10 min EMOM",
        "10-minute EMOM",
        "emom for 10 minutes",
        "EMOM x 10",
        "EMOM: 10 rounds",
        "every minute for 10 min",
        "every 60s x 10",
        "E1MOM 10 min",
    ],
)
def test_every_minute(text: str) -> None:
    assert parse_scheme(text) == (Every(60_000, 10), ())


@pytest.mark.parametrize("text", ["every 90s x 6", "every 90s for 9 min", "every 1:30, 6 rounds", "every 1.5 min x6"])
def test_every_so_often(text: str) -> None:
    assert parse_scheme(text) == (Every(90_000, 6), ())


@pytest.mark.parametrize("text", ["E2MOM 12 min", "12 min E2MOM", "E2MOM x 6", "every 2 min for 12 min"])
def test_every_other_minute(text: str) -> None:
    assert parse_scheme(text) == (Every(120_000, 6), ())


@pytest.mark.parametrize(
    "text",
    ["AMRAP 12 min", "12 min AMRAP", "12-minute AMRAP", "amrap in 12:00", "as many rounds as possible in 12 min"],
)
def test_as_much_as_possible(text: str) -> None:
    assert parse_scheme(text) == (Clock(720_000), ())


@pytest.mark.parametrize(
    "text", ["for time, cap 15 min", "for time, 15 min cap", "For time cap 15:00", "for time, time cap of 15 min"]
)
def test_for_time(text: str) -> None:
    assert parse_scheme(text) == (Clock(900_000, for_time=True), ())


@pytest.mark.parametrize(
    ("text", "reps", "rest"),
    [
        ("ladder 10-8-6-4", (10, 8, 6, 4), 0),
        ("ladder: 10, 8, 6, 4 reps", (10, 8, 6, 4), 0),
        ("ladder 10/8/6/4, rest 60s", (10, 8, 6, 4), 60_000),
        ("10-8-6-4 ladder", (10, 8, 6, 4), 0),
        ("ladder 10-8-6, 60s rest between rungs", (10, 8, 6), 60_000),
        ("ladder 10, 5", (10, 5), 0),
        ("ladder 1-2-3-2-3", (1, 2, 3, 2, 3), 0),
        ("pyramid 5-10-15-10-5", (5, 10, 15, 10, 5), 0),
        ("pyramid 5\N{EN DASH}10\N{EN DASH}10\N{EN DASH}5 rest 60s", (5, 10, 10, 5), 60_000),
        ("pyramid 15-10-5-10-15", (15, 10, 5, 10, 15), 0),
    ],
)
def test_ladders_and_pyramids(text: str, reps: tuple[int, ...], rest: int) -> None:
    assert parse_scheme(text) == (Ladder(reps, rest), ())


WELL_WRITTEN = [
    "tabata",
    "8 x 20s/10s",
    "40s on 20s off",
    "40s work 20s rest",
    "40s on 20s off, 3 rounds",
    "EMOM 10 min",
    "E2MOM 12 min",
    "every 90s x 6",
    "every 90s for 9 min",
    "AMRAP 12 min",
    "for time, cap 15 min",
    "ladder 10-8-6-4, rest 60s",
    "pyramid 5-10-15-10-5",
    "3 rounds",
    "3 laps",
    "3 circuits",
    "3 times",
    "3 rounds, rest 60s",
    "3 rounds with 60s between",
    "3 rounds, rest 2 minutes",
    "3 rounds, rest 30 seconds",
]


def slips(text: str) -> list[str]:
    """A text with one letter of a keyword of three or more letters lost, doubled, swapped or wrong."""
    found = []
    for word in re.finditer(r"[A-Za-z]{3,}", text):
        for at in range(*word.span()):
            found += [text[:at] + text[at + 1 :], text[: at + 1] + text[at:], text[:at] + "q" + text[at + 1 :]]
            if at + 1 < word.end() and text[at] != text[at + 1]:
                found.append(text[:at] + text[at + 1] + text[at] + text[at + 2 :])
    return sorted(set(found))


@pytest.mark.parametrize("text", WELL_WRITTEN)
def test_a_slip_in_any_keyword_is_mended(text: str) -> None:
    right, flaws = parse_scheme(text)
    assert flaws == ()
    for slip in slips(text):
        scheme, found = parse_scheme(slip)
        if found:
            better = re.fullmatch(r'did you mean "(.*)"\?', found[0].hint)
            assert better, slip
            scheme = parse_scheme(better[1])[0]
        assert scheme == right, slip
        assert split_heading(f"Main ({slip})").scheme, slip


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("3 ronuds", "3 rounds"),
        ("3 round, rets 60s", "3 round, rest 60s"),
        ("tabatta", "tabata"),
        ("amrp 12 min", "AMRAP 12 min"),
        ("pyramd 5-10-5", "pyramid 5-10-5"),
        ("40s om 20s off", "40s on 20s off"),
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
        ("tabata x 2", "unknown-scheme", "x 2", '"x 2" is not understood behind "tabata"'),
        ("40s on", "unknown-scheme", "40s on", 'a time of rest is missing behind "40s on"'),
        ("3 x 2/1", "unknown-scheme", "2/1", '"2/1" could be seconds or minutes'),
        ("8 x 20s/10s, 3 rounds", "contradiction", ", 3 rounds", '", 3 rounds" contradicts the number in front'),
        (
            "8 rounds of 20s/10s",
            "unknown-scheme",
            "8 rounds of 20s/10s",
            "these rounds could be intervals or times through the list",
        ),
        ("EMOM", "unknown-scheme", "EMOM", '"EMOM" does not say how many minutes'),
        ("E2MOM 12", "unknown-scheme", "E2MOM 12", '"E2MOM 12" does not say how many minutes'),
        ("EMOM 90s", "contradiction", "90s", "1 min 30s is no whole number of periods of 1 min"),
        ("every 90s for 10 min", "contradiction", "10 min", "10 min is no whole number of periods of 1 min 30s"),
        ("every 90s", "unknown-scheme", "every 90s", '"every 90s" does not say how often'),
        ("every 90 x 6", "unknown-scheme", "every 90 x 6", '"every 90 x 6" does not say how long a period is'),
        ("every 90s x 1000", "out-of-range", "1000", "1000 rounds are too many"),
        ("AMRAP", "unknown-scheme", "AMRAP", '"AMRAP" does not say how long'),
        ("AMRAP 12", "unknown-scheme", "AMRAP 12", '"AMRAP 12" does not say how long'),
        ("for time", "unknown-scheme", "for time", '"for time" has no cap: the clock must end somewhere'),
        ("3 rounds for time", "unknown-scheme", "3 rounds for time", "rounds are not counted under one clock"),
        ("ladder 10", "unknown-scheme", "ladder 10", '"ladder 10" does not say how many on each rung'),
        ("ladder 1-10", "unknown-scheme", "1-10", '"1-10" could be two rungs or all between'),
        ("ladder 10-0-10", "out-of-range", "0", "0 repetitions are too few"),
        (
            "pyramid 5-10-15",
            "unknown-scheme",
            "5-10-15",
            '"5-10-15" is no pyramid: it goes one way, turns once and comes back',
        ),
    ],
)
def test_mistakes(text: str, code: str, part: str, message: str) -> None:
    assert complaint(text) == (code, part, message)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("tabata x 2", 'a tabata is 8 intervals of 20s and 10s rest; write "16 x 20s/10s" for others'),
        ("3 x 2/1", 'write the units: "20s/10s"'),
        (
            "8 rounds of 20s/10s",
            'write "8 x 20s/10s" for 8 intervals, "20s/10s, 8 rounds" for whole rounds',
        ),
        ("EMOM 90s", "write 1 min or 2 min"),
        ("every 90s for 10 min", "write 9 min or 10 min 30s"),
        ("AMRAP 12", 'write "AMRAP 12 min"'),
        ("3 rounds for time", 'write "for time, cap 15 min", and the steps as often as they are done'),
        ("ladder 1-10", 'write every rung, or "1, 10" for these two'),
        ("pyramid 5-10-15", 'write "pyramid 5-10-15-10-5"'),
        ("pyramid 5-10-5-10", 'a "ladder" may go up and down as it likes'),
        ("three rounds", "write the number in digits"),
    ],
)
def test_remedies(text: str, remedy: str) -> None:
    assert hint(text) == remedy


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
        "part 1/2",
        "1/2",
        "for time trials",
        "on and off",
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
