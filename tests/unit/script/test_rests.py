from __future__ import annotations

import pytest

from voicecoach.script.rests import parse_rest


@pytest.mark.parametrize(
    "text",
    [
        "Rest: 30s",
        "Rest 30s",
        "rest:30s",
        "Rest for 30 seconds",
        "Rest - 30s",
        "Break: 30s",
        "Pause: 0:30",
        "Recover: 30s",
        "30s rest",
    ],
)
def test_a_rest(text: str) -> None:
    assert parse_rest(text) == (30_000, ())


@pytest.mark.parametrize("text", ["Rest: until ready", "Rest until you are ready"])
def test_a_rest_until_ready(text: str) -> None:
    assert parse_rest(text) == (None, ())


@pytest.mark.parametrize(
    "text", ["Pause squat: 10 reps", "Recovery breathing: 1 min", "Restorative twist: 30s", "Squat"]
)
def test_a_longer_name_is_an_exercise(text: str) -> None:
    assert parse_rest(text) is None


@pytest.mark.parametrize(
    ("text", "code", "part", "message"),
    [
        ("Rest", "no-amount", "Rest", "it is not written how long this rest is"),
        ("Rest:", "no-amount", "Rest:", "it is not written how long this rest is"),
        ("Rest: 30", "bad-prescription", "30", '"30" is not understood'),
        ("Rest: 30s, walk", "bad-prescription", ", walk", '", walk" is not understood'),
        ("Rest: a while", "bad-prescription", "a while", '"a while" is not understood'),
        ("Rest: 0s", "out-of-range", "0s", '"0s" is too short'),
    ],
)
def test_a_rest_that_is_wrong(text: str, code: str, part: str, message: str) -> None:
    found = parse_rest(text)
    assert found
    _, (flaw,) = found
    assert (str(flaw.code), text[flaw.start : flaw.end], flaw.message) == (code, part, message)


def test_a_bare_number_gets_its_unit() -> None:
    found = parse_rest("Rest: 30")
    assert found
    assert found[1][0].hint == 'write "30s"'
