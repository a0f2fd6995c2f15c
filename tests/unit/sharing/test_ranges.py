"""Which bytes a header asks for, after RFC 9110."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.sharing.ranges import UNSATISFIABLE, wanted_range

SIZE = 1000


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("bytes=0-0", range(1)),
        ("bytes=0-999", range(1000)),
        ("bytes=10-19", range(10, 20)),
        ("bytes=990-", range(990, 1000)),
        ("bytes=990-5000", range(990, 1000)),
        ("bytes=999-999999999999999999", range(999, 1000)),
        ("bytes=-1", range(999, 1000)),
        ("bytes=-5000", range(1000)),
        ("Bytes= 5-6 ", range(5, 7)),
    ],
)
def test_one_range(header: str, wanted: range) -> None:
    assert wanted_range(header, SIZE) == wanted


@pytest.mark.parametrize("header", ["bytes=1000-", "bytes=1000-2000", "bytes=-0", "bytes=999999999999999999-"])
def test_what_lies_behind_the_end(header: str) -> None:
    assert wanted_range(header, SIZE) is UNSATISFIABLE


@pytest.mark.parametrize(
    "header",
    [
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=20-10",
        "bytes=--5",
        "bytes=-5-",
        "bytes=0x1-0x2",
        "bytes=1.5-2",
        "bytes=٣-٤",
        "lines=1-2",
        "bytes=0-1,3-4",
        "bytes=" + ",".join(["0-"] * 5000),
        "bytes=0-" + "9" * 5000,
        "bytes=" + " " * 5000 + "x",
    ],
)
def test_what_makes_no_sense_or_is_several_is_the_whole_file(header: str) -> None:
    assert wanted_range(header, SIZE) is None


@pytest.mark.parametrize("header", ["bytes=0-", "bytes=-1", "bytes=0-0"])
def test_an_empty_file_has_no_bytes_to_ask_for(header: str) -> None:
    assert wanted_range(header, 0) is UNSATISFIABLE


@given(st.from_regex(r"bytes=\d{0,20}-\d{0,20}", fullmatch=True), st.integers(0, 10**12))
def test_a_range_is_never_outside_the_file(header: str, size: int) -> None:
    wanted = wanted_range(header, size)
    assert wanted is None or wanted is UNSATISFIABLE or 0 <= wanted.start < wanted.stop <= size
