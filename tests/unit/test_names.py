from __future__ import annotations

import pytest

from voicecoach.names import same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Push-ups", "push up"),
        ("Pull ups", "pull-up"),
        ("Crunches", "crunch"),
        ("Bench presses", "Bench press"),
        ("Glute squeezes", "glute squeeze"),
        ("Child\u2019s pose", "Child's pose"),
        ("Single\u2011leg  bridge", "single-leg bridge"),
        ("ABS", "abs"),
        ("Fente arri\u00e8re", "fente arriere"),
        ("R\u00fcckenstrecker", "Ru\u0308ckenstrecker"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert same_name(one) == same_name(other)


@pytest.mark.parametrize(("one", "other"), [("Press", "Pre"), ("Leg raise", "Leg raised"), ("V-up", "Vup")])
def test_names_that_differ(one: str, other: str) -> None:
    assert same_name(one) != same_name(other)
