"""Live sound by simpleaudio, as well as it can: whole buffers, one behind the other.

It knows no stream. Each buffer is opened as a sound of its own, so between two there is a gap of about 50 ms, a pause
or a jump is heard when the buffer ends, and there is no choice of devices. From Python 3.12 on it ends the program when
a sound is over, so it is not used there.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from voicecoach.errors import VoicecoachError
from voicecoach.ports import DeviceInfo
from voicecoach.sinks.speakers import WITHOUT_DEVICE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from voicecoach.model.clip import Block
    from voicecoach.ports import Fill

    _Play: TypeAlias = Callable[..., Any]

__all__ = ["SimpleaudioBackend", "SimpleaudioDevice"]

_BUFFER_SECONDS = 1.0
"""Short enough to pause by, long enough for the gaps to be few."""

_LAST = (3, 12)
"""The first version of Python on which it crashes."""

_FULL_SCALE = 32_767.0


class SimpleaudioBackend:
    """The system's device by simpleaudio.

    Raises:
        ImportError: If it is not installed, or would crash here.
    """

    name = "simpleaudio"
    limits = (
        "Python below 3.12 only. It plays a second at a time with short gaps between, so beeps come late, a pause or a "
        "jump waits for the end of that second, and no device can be chosen."
    )

    def __init__(self) -> None:
        """See whether it can be used."""
        if sys.version_info >= _LAST:
            raise ImportError("it crashes from Python 3.12 on")
        import simpleaudio  # noqa: PLC0415 - not before it is known to be harmless

        self._play: _Play = simpleaudio.play_buffer
        self._failure: type[Exception] = simpleaudio._simpleaudio.SimpleaudioError  # noqa: SLF001 - it has no other name

    def devices(self) -> Sequence[DeviceInfo]:
        """The system's choice is all it knows."""
        return (DeviceInfo("default", default=True),)

    def open(self, fill: Fill, rate: int, channels: int, device: str) -> SimpleaudioDevice:
        """Play a moment of silence to see whether that can be done, and begin."""
        if device:
            raise VoicecoachError("simpleaudio plays on the system's device only; leave out --device, or use miniaudio")
        try:
            self._played(np.zeros((rate // 100, channels), np.float32), rate)
        except self._failure as error:
            raise VoicecoachError(f"no sound device can be opened ({error}); {WITHOUT_DEVICE}") from error
        return SimpleaudioDevice(self._played, fill, rate, channels)

    def _played(self, block: Block, rate: int) -> None:
        """Play a block to its end."""
        samples = np.clip(block * _FULL_SCALE, -_FULL_SCALE, _FULL_SCALE).astype(np.int16)
        self._play(samples, block.shape[1], samples.itemsize, rate).wait_done()


class SimpleaudioDevice:
    """Plays one buffer after another, each as a sound of its own.

    Args:
        play: Plays a block at a rate to its end.
        fill: What it asks.
        rate: Frames a second.
        channels: Of a block.
    """

    name = "default"

    def __init__(self, play: Callable[[Block, int], None], fill: Fill, rate: int, channels: int) -> None:
        """Begin."""
        self._play = play
        self._fill = fill
        self._rate = rate
        self._block = np.zeros((round(rate * _BUFFER_SECONDS), channels), np.float32)
        self._running = threading.Event()
        self._over = False
        self._running.set()
        self._thread = threading.Thread(target=self._run, name="simpleaudio", daemon=True)
        self._thread.start()

    @property
    def lost(self) -> bool:
        """Whether its device could not be played on any more."""
        return not (self._over or self._thread.is_alive())

    def pause(self) -> None:
        """Play nothing behind this buffer."""
        self._running.clear()

    def resume(self) -> None:
        """Play again."""
        self._running.set()

    def close(self) -> None:
        """End with this buffer."""
        self._over = True
        self._running.set()

    def _run(self) -> None:
        while self._running.wait() and not self._over:
            self._fill(self._block)
            self._play(self._block, self._rate)
