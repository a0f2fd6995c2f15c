from __future__ import annotations

import numpy as np
import pytest

from voicecoach.sinks.crc import crc16, crc16_joined


def bit_by_bit(data: bytes) -> int:
    """CRC-16/ARC as it is defined: a shift register."""
    register = 0
    for byte in data:
        register ^= byte
        for _ in range(8):
            register = register >> 1 ^ (0xA001 if register & 1 else 0)
    return register


def test_the_published_check_value() -> None:
    assert crc16(b"123456789") == 0xBB3D


@pytest.mark.parametrize("size", [0, 1, 2, 255, 256, 257, 512, 1000, 4097])
def test_every_length_agrees_with_the_definition(size: int) -> None:
    data = np.random.default_rng(size).bytes(size)

    assert crc16(data) == bit_by_bit(data)


@pytest.mark.parametrize("cut", [0, 1, 2, 100, 256, 700, 1500])
def test_a_checksum_goes_on_where_it_stopped(cut: int) -> None:
    data = np.random.default_rng(1).bytes(1500)

    assert crc16(data[cut:], crc16(data[:cut])) == bit_by_bit(data)


@pytest.mark.parametrize("cut", [0, 1, 2, 100, 256, 700, 1499, 1500])
def test_checksums_are_joined_without_the_bytes(cut: int) -> None:
    data = np.random.default_rng(2).bytes(1500)

    assert crc16_joined(crc16(data[:cut]), crc16(data[cut:]), 1500 - cut) == bit_by_bit(data)
