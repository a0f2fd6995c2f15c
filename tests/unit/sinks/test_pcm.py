from __future__ import annotations

import numpy as np
import pytest

from voicecoach.sinks.pcm import pcm16


def test_samples_are_rounded_and_clipped() -> None:
    block = np.array([[0.0], [0.5], [-0.5], [1.0], [-1.0], [7.0], [-7.0], [1.6 / 32768], [-1.4 / 32768]], np.float32)

    assert np.frombuffer(pcm16(block, 1), "<i2").tolist() == [0, 16384, -16384, 32767, -32768, 32767, -32768, 2, -1]


def test_channels_alternate() -> None:
    block = np.array([[0.25, -0.25], [0.5, -0.5]], np.float32)

    assert np.frombuffer(pcm16(block, 2), "<i2").tolist() == [8192, -8192, 16384, -16384]


def test_no_frames_are_no_bytes() -> None:
    assert pcm16(np.zeros((0, 2), np.float32), 2) == b""


@pytest.mark.parametrize("shape", [(4,), (4, 1), (4, 3)])
def test_a_block_of_other_channels_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="does not fit a file of 2 channels"):
        pcm16(np.zeros(shape, np.float32), 2)
