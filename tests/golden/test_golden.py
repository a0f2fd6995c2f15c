"""Ready scripts as timelines, and the help of every command. Change with --update-golden, and read the difference."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from command import SCRIPTS, commands, voicecoach

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
READY = sorted(SCRIPTS.glob("*.md"))


@pytest.mark.parametrize("script", READY, ids=lambda path: path.stem)
def test_a_ready_script_has_its_timeline(script: Path, golden: Callable[[Path, str], None]) -> None:
    """With the tone engine every text has a known length, so the times are exact on every machine."""
    result = voicecoach("plan", "--engine", "tone", script)
    assert (result.code, result.err) == (0, "")
    golden(HERE / "scripts" / f"{script.stem}.txt", result.out)


@pytest.mark.parametrize("command", ["", *commands()])
def test_every_command_explains_itself(command: str, golden: Callable[[Path, str], None]) -> None:
    result = voicecoach(*command.split(), "--help")
    assert (result.code, result.err) == (0, "")
    golden(HERE / "help" / f"{command.replace(' ', '-') or 'voicecoach'}.txt", result.out)
