"""The listening test: what it counts, and that its table is in the docs."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from voicecoach.model.clip import Clip

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def listening() -> Any:  # noqa: ANN401 - a program that is no module of the package
    spec = spec_from_file_location("listening", ROOT / "benchmarks" / "voices.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(__import__("sys").modules, "listening", module)
        spec.loader.exec_module(module)
        yield module


def test_sixty_cues_each_once(listening: Any) -> None:  # noqa: ANN401
    assert len(listening.CUES) == len(set(listening.CUES)) == 60
    assert {len(cue.split()) for cue in (*listening.WORDS, *listening.NUMBERS)} == {1}


@pytest.mark.parametrize(
    ("expected", "heard", "errors"),
    [
        ("push through your heels", "push through your heels", 0),
        ("push through your heels", "push through heels", 1),
        ("push through your heels", "push it through your heals", 2),
        ("rest", "", 1),
        ("", "and rest", 2),
        ("one two three", "two three one", 2),
    ],
)
def test_word_errors_are_words_put_in_left_out_or_changed(
    listening: Any,  # noqa: ANN401
    expected: str,
    heard: str,
    errors: int,
) -> None:
    assert listening.word_errors(expected.split(), heard.split()) == errors


def test_silence_at_the_edges_is_measured(listening: Any) -> None:  # noqa: ANN401
    parts = [np.zeros(2400), np.full(4800, 0.5), np.zeros(1200)]
    assert listening.edges(Clip(np.concatenate(parts).astype(np.float32), 24_000)) == pytest.approx((100.0, 50.0))


def test_a_hum_is_measured_without_a_recognizer(listening: Any) -> None:  # noqa: ANN401
    told = listening.score("tone:hum", None, None)
    assert (told.errors, told.words, told.grammar) == (None, None, None)
    assert (told.head, told.tail) == (0.0, 0.0)
    assert told.spread < 0.5
    assert told.speed > 1
    assert listening.row(told).startswith("| `tone:hum` | - | - | - | - | - | ")
    assert listening.row(told).count("|") == listening.HEAD.count("|")


def test_the_table_takes_the_place_of_the_one_before(listening: Any) -> None:  # noqa: ANN401
    text = f"before\n{listening.BEGIN}\nold\n{listening.END}\nbehind\n"
    once = listening.between_marks(text, "new")
    assert once == f"before\n{listening.BEGIN}\n\nnew\n\n{listening.END}\nbehind\n"
    assert listening.between_marks(once, "new") == once
    with pytest.raises(SystemExit, match="the file has no lines"):
        listening.between_marks("no marks", "new")


def test_the_table_in_the_docs_is_the_programs(listening: Any) -> None:  # noqa: ANN401
    text = (ROOT / "docs" / "voices.md").read_text("utf-8")
    table = text.partition(listening.BEGIN)[2].partition(listening.END)[0]
    assert listening.HEAD in table
    told = {match[1]: match[2] for match in re.finditer(r"^\| `([^`]+)` \| ([0-9.]+) % \|", table, re.MULTILINE)}
    assert {"natural:heart", "pyttsx3:en-us"} <= told.keys()
    assert float(told["natural:heart"]) <= 3.0
