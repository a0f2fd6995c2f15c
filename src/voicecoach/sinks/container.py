"""M4A, M4B, Opus, Ogg and FLAC files, by the encoders of FFmpeg through PyAV.

These formats want their tags before the sound, and the chapters are known only behind it. So what is encoded waits in
another file, until the container can be written. FFmpeg writes that itself: an interrupt that came while it called back
into Python would be lost.
"""

from __future__ import annotations

from contextlib import ExitStack, suppress
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING, cast

import av
import numpy as np

from voicecoach.errors import VoicecoachError
from voicecoach.sinks.atomic import PartFile, explained
from voicecoach.sinks.fidelity import kbps_of, refuse_for_lossless
from voicecoach.sinks.packets import Packets
from voicecoach.sinks.packing import begin
from voicecoach.sinks.pcm import pcm16

if TYPE_CHECKING:
    from pathlib import Path

    from av.audio.stream import AudioStream

    from voicecoach.model.clip import Block
    from voicecoach.model.timeline import Tags
    from voicecoach.sinks.fidelity import Fidelity
    from voicecoach.sinks.kinds import Kind

__all__ = ["ContainerSink"]

_PER_KILO = 1000

_REPEATABLE = {"fflags": "+bitexact"}
"""Neither a date nor a random number in the file: the same workout gives the same bytes."""


class ContainerSink:
    """A file of one of these kinds.

    Args:
        path: Where it will stand.
        kind: Which.
        rate: Frames a second.
        channels: 1 or 2.
        fidelity: What is asked for.

    Raises:
        VoicecoachError: If no file can be written there, not at that rate, or not with that fidelity.
    """

    def __init__(self, path: Path, kind: Kind, rate: int, channels: int, fidelity: Fidelity) -> None:
        """Open the encoder, and the file in which its packets wait."""
        _check(kind, rate, fidelity)
        self._path = path
        self._kind = kind
        self._rate = rate
        self._layout = "mono" if channels == 1 else "stereo"
        self._channels = channels
        self._written = 0
        # An MP4 file counts its length in ms, if it is not told to count it in frames.
        precise = {"movie_timescale": str(rate)} if kind.is_mp4 else {}
        options = {**kind.options, **precise, **_REPEATABLE}
        with ExitStack() as opened:
            self._part = PartFile(path)
            opened.callback(self._part.discard)
            with explained(path):
                self._packets = Packets(path.parent)
                opened.callback(self._let_go)
                self._container = av.open(self._part.place, "w", format=kind.format, options=options)
                opened.callback(self._close_anyhow)
                self._stream = cast("AudioStream", self._container.add_stream(kind.codec, rate, layout=self._layout))
                self._stream.time_base = Fraction(1, rate)
                if kind.kbps:
                    self._stream.bit_rate = kbps_of(fidelity, kind.kbps, channels) * _PER_KILO
            self._opened = opened.pop_all()

    def _let_go(self) -> None:
        with suppress(OSError):  # a full disk refuses what is still buffered
            self._packets.close()

    def _close_anyhow(self) -> None:
        with suppress(av.FFmpegError):  # what cannot be written any more is not wanted any more
            self._container.close()

    def write(self, block: Block) -> None:
        """Encode the next block."""
        samples = np.frombuffer(pcm16(block, self._channels), np.int16)
        if not len(samples):
            return
        frame = av.AudioFrame.from_ndarray(samples[None, :], "s16", self._layout)
        frame.rate = self._rate
        frame.time_base = Fraction(1, self._rate)
        frame.pts = self._written
        self._written += len(block)
        encoded = self._stream.encode(frame)
        with explained(self._path):
            for packet in encoded:
                self._packets.add(packet)

    def finish(self, tags: Tags) -> None:
        """Write the container with its tags, and give the file its name."""
        try:
            if not self._written:  # no player opens a file without any sound
                self.write(np.zeros((1, self._channels), np.float32))
            last = self._stream.encode(None)
            with explained(self._path):
                begin(self._container, self._stream, self._kind, tags)
                for packet in chain(self._packets.read(), last):  # FLAC's last one knows what belongs into the head
                    packet.stream = self._stream
                    self._container.mux(packet)
                self._container.close()
            self._part.commit()
        finally:
            self.abort()

    def abort(self) -> None:
        """Leave nothing behind."""
        self._opened.close()


def _check(kind: Kind, rate: int, fidelity: Fidelity) -> None:
    if kind.rates and rate not in kind.rates:
        known = ", ".join(map(str, kind.rates))
        raise VoicecoachError(f"{kind.name} cannot hold {rate} samples a second; choose one of {known}")
    if not kind.kbps:
        refuse_for_lossless(fidelity, kind.name)
