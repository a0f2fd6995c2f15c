"""Each script here has beside it what ``check`` says of it beyond the grammar: words, lengths, sizes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import voicecoach as package
from command import voicecoach

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = sorted((Path(__file__).parent / "noticed").glob("*.md"))
SOURCES = [path for path in Path(package.__file__).parent.rglob("*.py") if "script" not in path.parts]
CODES = {
    code
    for path in SOURCES
    for code in re.findall(r'(?:Severity\.\w+,|_warning\()\s*"([a-z-]+)"', path.read_text("utf-8"))
}


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_check_tells(case: Path, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case.parent)
    result = voicecoach("check", case.name)
    assert result.code == int(": error: " in result.err)
    golden(case.with_suffix(".txt"), result.err + result.out)


def test_every_code_has_a_case() -> None:
    told = "".join(case.with_suffix(".txt").read_text("utf-8") for case in CASES)
    assert CODES
    assert [code for code in sorted(CODES) if f"[{code}]" not in told] == []
