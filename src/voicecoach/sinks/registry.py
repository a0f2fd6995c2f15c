"""Which sink writes which kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from voicecoach.errors import VoicecoachError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from voicecoach.ports import Sink
    from voicecoach.store import Store

__all__ = ["SINKS", "SinkFactory", "open_sink"]


_THREADS = 2
"""That encode a signal without silence; what mixes meanwhile keeps the other cores."""


class SinkFactory(Protocol):
    """Opens a sink for a file."""

    def __call__(self, path: Path, rate: int, channels: int, store: Store | None = None) -> Sink:
        """Open it; nothing stands under the name before it is finished.

        ``store`` is where work may be kept between runs.
        """
        ...


def _mp3(path: Path, rate: int, channels: int, store: Store | None = None) -> Sink:
    from voicecoach.sinks.mp3 import Mp3Sink  # noqa: PLC0415 - loads the encoder, for those who want it

    return Mp3Sink(path, rate, channels, threads=_THREADS, store=store)


def _wav(path: Path, rate: int, channels: int, store: Store | None = None) -> Sink:  # noqa: ARG001 - nothing to keep
    from voicecoach.sinks.wav import WavSink  # noqa: PLC0415 - as above

    return WavSink(path, rate, channels)


SINKS: Mapping[str, SinkFactory] = {".mp3": _mp3, ".wav": _wav}
"""By the ending of the file's name, in lower case."""


def open_sink(path: Path, rate: int, channels: int, store: Store | None = None) -> Sink:
    """Open the sink for a file by the ending of its name.

    Args:
        path: Where the file will stand.
        rate: Frames a second.
        channels: 1 or 2.
        store: Where a sink may keep its work between runs; None for nowhere.

    Raises:
        VoicecoachError: If no sink writes that kind of file, or the file cannot be written.
    """
    factory = SINKS.get(path.suffix.lower())
    if factory is None:
        known = " or ".join(SINKS)
        raise VoicecoachError(f'cannot tell what kind of file "{path}" shall be; end its name in {known}')
    return factory(path, rate, channels, store)
