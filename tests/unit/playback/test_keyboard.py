from __future__ import annotations

import pytest

from voicecoach.playback.keyboard import COMMANDS, HELP, named


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        (b" ", ["space"]),
        (b"\n\r", ["enter", "enter"]),
        (b"\x1b[C\x1bOD", ["right", "left"]),
        (b"\x1b[A\x1b[B", ["up", "down"]),
        (b"R+-mq?", ["r", "+", "-", "m", "q", "?"]),
        (b"[]\x1b[5~\x1b[6~\xe0I\xe0Q", ["[", "]", "[", "]", "[", "]"]),
        (b"\x1bq", ["\x1b", "q"]),
        (b"\xe0H\xe0P", ["up", "down"]),
        (b"", []),
    ],
)
def test_keys_have_names(typed: bytes, keys: list[str]) -> None:
    assert list(named(typed)) == keys


def test_the_help_names_every_key() -> None:
    assert [key for key in COMMANDS if key not in HELP] == []
