from __future__ import annotations

import wave
from typing import TYPE_CHECKING

from command import voicecoach

if TYPE_CHECKING:
    from pathlib import Path


def test_a_line_becomes_a_sound_of_its_length(tmp_path: Path) -> None:
    """The hum lasts 300 ms and 60 for each of the eleven letters."""
    target = tmp_path / "line.wav"
    result = voicecoach("say", "--engine", "tone", "Switch sides", "-o", target)
    assert (result.code, result.out) == (0, f"{target}: 1.0 s\n")
    with wave.open(str(target)) as file:
        assert file.getnframes() / file.getframerate() == 0.96


def test_nothing_to_say_is_told(tmp_path: Path) -> None:
    result = voicecoach("say", "--engine", "tone", "...", "-o", tmp_path / "line.wav")
    assert (result.code, result.err) == (1, 'error: there is nothing to say in "..."; write words\n')
    assert not (tmp_path / "line.wav").exists()
