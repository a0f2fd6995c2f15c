from __future__ import annotations

import pytest

from voicecoach.script.inline import plain
from voicecoach.script.passage import Passage
from voicecoach.source import Source


def on_line(text: str) -> Passage:
    return Passage.on_line(Source("x.md", text), 1, 1, text)


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("plain words", "plain words"),
        ("*one* and **two** and ***three***", "one and two and three"),
        ("_one_ and __two__", "one and two"),
        ("**bold *inside* it**", "bold inside it"),
        ("a `code` word and ``two ` ticks``", "a code word and two ` ticks"),
        ("see [the page](http://x.y) now", "see the page now"),
        ('[**bold** link](http://x.y "title")', "bold link"),
        ("![a picture](x.png)", "a picture"),
        ("[text][reference]", "text"),
        ("<https://x.y>", "https://x.y"),
        ("a<br>b <b>c</b> <!-- note -->d", "ab c d"),
        ("R&amp;R, 3 &times; 4", "R&R, 3 \N{MULTIPLICATION SIGN} 4"),
        (r"\*not emphasis\*", "*not emphasis*"),
        ("3 * 12 * 2", "3 * 12 * 2"),
        ("snake_case_name", "snake_case_name"),
        ("*open only", "*open only"),
        ("a [bracket] alone", "a [bracket] alone"),
        ("5 < 6 & 7 > 6", "5 < 6 & 7 > 6"),
        ("`open only", "`open only"),
        ("****", "****"),
        ("", ""),
    ],
)
def test_marks_are_taken_away(written: str, spoken: str) -> None:
    assert plain(on_line(written)).text == spoken


@pytest.mark.parametrize("text", ["a **bold** word", "[link](x) word", "`a` _b_ word", "&amp; word", r"\* word"])
def test_what_remains_still_knows_its_place(text: str) -> None:
    found = plain(on_line(text))
    at = found.text.index("word")
    span = found.span(at, at + 4)
    assert text[span.column - 1 : span.end - 1] == "word"


def test_emphasis_over_two_lines_is_taken_away() -> None:
    source = Source("x.md", "**one\ntwo** three")
    lines = Passage.joined([Passage.on_line(source, 1, 1, "**one"), Passage.on_line(source, 2, 1, "two** three")])
    found = plain(lines)
    assert found.text == "one two three"
    assert found.span(8, 13) == source.span(2, 7, 12)
    assert found.span(4, 7) == source.span(2, 1, 4)
