"""Each script here has beside it what ``check`` says of it beyond the grammar: words, lengths, sizes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from codes import codes
from command import voicecoach

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = sorted((Path(__file__).parent / "noticed").glob("*.md"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_check_tells(case: Path, golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case.parent)
    result = voicecoach("check", case.name)
    assert result.code == int(": error: " in result.err)
    golden(case.with_suffix(".txt"), result.err + result.out)


def test_every_code_has_a_case() -> None:
    told = "".join(case.with_suffix(".txt").read_text("utf-8") for case in CASES)
    assert codes()
    for elsewhere in ("unit/library/test_own.py", "cli/test_cues.py", "cli/test_recordings.py"):  # folders, no scripts
        told += (Path(__file__).parents[1] / elsewhere).read_text("utf-8")
    assert [code for code in sorted(codes()) if f"[{code}]" not in told] == []
