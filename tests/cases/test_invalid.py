"""Each script here has beside it the full text of what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader import parsed
from voicecoach.diagnostics import render, summary
from voicecoach.script.codes import Code
from voicecoach.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = sorted((Path(__file__).parent / "invalid").glob("*.md"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_an_invalid_script_has_its_diagnostics(case: Path, golden: Callable[[Path, str], None]) -> None:
    text = case.read_text("utf-8")
    source = Source(case.name, text)
    found = parsed(text, case.name)[1]
    assert found
    told = [render(fault, lambda _: source) for fault in found]
    golden(case.with_suffix(".txt"), "\n".join([*told, "", summary(found), ""]))


@pytest.mark.parametrize("code", Code)
def test_every_code_has_a_case(code: Code) -> None:
    assert any(f"[{code}]" in case.with_suffix(".txt").read_text("utf-8") for case in CASES)


def test_every_diagnostics_has_its_script() -> None:
    assert sorted(path.stem for path in (Path(__file__).parent / "invalid").glob("*.txt")) == [
        case.stem for case in CASES
    ]
