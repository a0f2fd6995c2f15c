"""Laws of cue packs, whatever somebody writes into one."""

from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from voicecoach.source import Source
from voicecoach.wording.layers import stack_of
from voicecoach.wording.moments import MOMENTS
from voicecoach.wording.new_pack import toml_value
from voicecoach.wording.pack import entry_data, read_entry
from voicecoach.wording.pack_file import PackError, parse_pack_file
from voicecoach.wording.places import Places, bundled_file
from voicecoach.wording.template import parse_template

HOLES = tuple(sorted(MOMENTS["remaining"].placeholders))
PIECES = st.sampled_from(["Go", " now", ", ", ".", "{{", "]]", "\u00e9", *(f"{{{hole}}}" for hole in HOLES)])
WORDINGS = st.lists(PIECES | PIECES.map(lambda piece: f"[{piece}]" if "]" not in piece else piece), max_size=5).map(
    "".join
)
PLURALS = st.fixed_dictionaries({"other": WORDINGS}, optional={"one": WORDINGS, "few": WORDINGS})
VARIANTS = WORDINGS | PLURALS | st.lists(WORDINGS | PLURALS, max_size=3)
ENTRIES = VARIANTS | st.dictionaries(st.sampled_from(["long", "full", "brief", "short", "name"]), VARIANTS, min_size=1)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)


@given(ENTRIES)
def test_an_entry_written_and_read_again_is_the_same(value: object) -> None:
    entry = read_entry("remaining", value)
    assert read_entry("remaining", entry_data(entry)) == entry


@given(TEXTS | st.lists(TEXTS, max_size=3) | st.dictionaries(st.sampled_from(["one", "other"]), TEXTS))
def test_a_value_written_as_toml_is_read_as_the_same(value: object) -> None:
    assert tomllib.loads(f"x = {toml_value(value)}") == {"x": value}


@given(st.lists(PIECES, max_size=6).map("".join), st.dictionaries(st.sampled_from(HOLES), TEXTS))
def test_filling_leaves_no_hole_no_mark_and_no_double_space(source: str, values: dict[str, str]) -> None:
    text, told = parse_template(source).fill(lambda name: values.get(name, ""))
    assert "  " not in text
    assert not text.startswith(" ")
    assert told <= {name for name, value in values.items() if value}


@given(st.data())
def test_whatever_damages_a_pack_is_told_and_raises_nothing_else(data: st.DataObject) -> None:
    whole = bundled_file("drill", "en").source.text
    at = data.draw(st.integers(0, len(whole)))
    cut = data.draw(st.integers(0, 30))
    put = data.draw(
        st.sampled_from(['"', "[", "{", "}", "=", "\n", "extends = 3\n", "\\u001b", "[[cues]]\n", ".", "#"]) | TEXTS
    )
    try:
        stack = stack_of(parse_pack_file(Source("mine.toml", whole[:at] + put + whole[at + cut :])), Places(), "en")
    except PackError as error:
        faults = (error.diagnostic,)
    else:
        assert set(stack.pack.cues) == set(MOMENTS)
        faults = stack.faults
    for fault in faults:
        assert fault.message.isprintable()
        assert fault.span.line >= 1
