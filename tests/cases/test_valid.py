"""Each script here has its timeline beside it, with lengths of words that the tone engine invents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from command import voicecoach

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = sorted((Path(__file__).parent / "valid").glob("*.md"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_valid_script_has_its_timeline(
    case: Path, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(case.parent)
    result = voicecoach("plan", "--engine", "tone", case.name)
    assert result.code == 0
    golden(case.with_suffix(".txt"), result.out + result.err)
