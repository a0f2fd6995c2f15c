from __future__ import annotations

import pytest

from voicecoach.sinks.fidelity import Fidelity, kbps_of, v_scale_of


@pytest.mark.parametrize(
    ("fidelity", "rate", "channels", "step"),
    [
        (Fidelity(), 24_000, 1, 4),
        (Fidelity(quality=0), 24_000, 1, 0),
        (Fidelity(bitrate=320), 24_000, 1, 0),
        (Fidelity(bitrate=64), 24_000, 1, 4),
        (Fidelity(bitrate=64), 48_000, 1, 5),
        (Fidelity(bitrate=128), 48_000, 2, 6),
        (Fidelity(bitrate=8), 24_000, 1, 9),
    ],
)
def test_an_mp3_file_takes_no_more_than_asked_for(fidelity: Fidelity, rate: int, channels: int, step: int) -> None:
    assert v_scale_of(fidelity, rate, channels) == step


@pytest.mark.parametrize(
    ("fidelity", "channels", "kbps"),
    [(Fidelity(), 1, 30), (Fidelity(), 2, 75), (Fidelity(quality=9), 1, 5), (Fidelity(bitrate=96), 2, 96)],
)
def test_two_channels_get_more_unless_a_bit_rate_is_asked_for(fidelity: Fidelity, channels: int, kbps: int) -> None:
    table = (50, 45, 40, 35, 30, 25, 20, 15, 10, 5)

    assert kbps_of(fidelity, table, channels) == kbps
