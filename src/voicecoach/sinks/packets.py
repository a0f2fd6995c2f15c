"""Encoded packets that wait in a nameless file until their container can be written."""

from __future__ import annotations

import struct
import tempfile
from typing import TYPE_CHECKING

import av

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction
    from pathlib import Path

    from av.stream import Stream

__all__ = ["Packets"]

_HEAD = struct.Struct("<qqqI")
"""Time of presentation, of decoding, and length, in units of the time base, and how many bytes follow."""


class Packets:
    """Packets of one stream, in constant memory; what stands beside their bytes and times is lost.

    Args:
        folder: On the disk with room for them.

    Raises:
        OSError: If no file can be written there.
    """

    def __init__(self, folder: Path) -> None:
        """Open the file."""
        self._time_base: Fraction | None = None
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed by close

    def add(self, packet: av.Packet[Stream]) -> None:
        """Keep a packet.

        Raises:
            OSError: If there is no room for it.
        """
        self._time_base = packet.time_base
        self._file.write(_HEAD.pack(packet.pts, packet.dts, packet.duration or 0, packet.size))
        self._file.write(bytes(packet))

    def read(self) -> Iterator[av.Packet[Stream]]:
        """All packets, in the order in which they came.

        Raises:
            OSError: If what is still buffered cannot be written.
        """
        self._file.seek(0)
        while head := self._file.read(_HEAD.size):
            pts, dts, duration, size = _HEAD.unpack(head)
            packet = av.Packet(self._file.read(size))
            if self._time_base:
                packet.time_base = self._time_base
            packet.pts, packet.dts, packet.duration = pts, dts, duration
            packet.is_keyframe = True  # of sound every packet is
            yield packet

    def close(self) -> None:
        """Let go of them.

        Raises:
            OSError: If what is still buffered cannot be written.
        """
        self._file.close()
