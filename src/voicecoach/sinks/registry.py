"""Which sink writes which kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from voicecoach.errors import VoicecoachError
from voicecoach.sinks.fidelity import USUAL, refuse_for_lossless, v_scale_of
from voicecoach.sinks.kinds import FLAC, M4A, M4B, OPUS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from voicecoach.ports import Sink
    from voicecoach.sinks.fidelity import Fidelity
    from voicecoach.sinks.kinds import Kind
    from voicecoach.store import Store

__all__ = ["SINKS", "SinkFactory", "open_sink"]


_THREADS = 2
"""That encode a signal without silence; what mixes meanwhile keeps the other cores."""


class SinkFactory(Protocol):
    """Opens a sink for a file."""

    def __call__(self, path: Path, rate: int, channels: int, fidelity: Fidelity, store: Store | None) -> Sink:
        """Open it; nothing stands under the name before it is finished.

        ``store`` is where work may be kept between runs.
        """
        ...


def _mp3(path: Path, rate: int, channels: int, fidelity: Fidelity, store: Store | None) -> Sink:
    from voicecoach.sinks.mp3 import Mp3Sink  # noqa: PLC0415 - loads the encoder, for those who want it

    quality = v_scale_of(fidelity, rate, channels)
    return Mp3Sink(path, rate, channels, quality=quality, threads=_THREADS, store=store)


def _wav(path: Path, rate: int, channels: int, fidelity: Fidelity, store: Store | None) -> Sink:  # noqa: ARG001 - nothing to keep
    from voicecoach.sinks.wav import WavSink  # noqa: PLC0415 - as above

    refuse_for_lossless(fidelity, "a WAV file")
    return WavSink(path, rate, channels)


def _by_ffmpeg(kind: Kind) -> SinkFactory:
    def factory(path: Path, rate: int, channels: int, fidelity: Fidelity, store: Store | None) -> Sink:  # noqa: ARG001
        try:
            from voicecoach.sinks.container import ContainerSink  # noqa: PLC0415 - as above, and it is an extra
        except ImportError as error:
            raise VoicecoachError(
                f"{kind.name} needs PyAV, which is not there ({error}); install it with "
                "`pip install 'voicecoach[formats]'`, or choose a name in .mp3"
            ) from error
        return ContainerSink(path, kind, rate, channels, fidelity)

    return factory


SINKS: Mapping[str, SinkFactory] = {
    ".mp3": _mp3,
    ".m4a": _by_ffmpeg(M4A),
    ".m4b": _by_ffmpeg(M4B),
    ".opus": _by_ffmpeg(OPUS),
    ".ogg": _by_ffmpeg(OPUS),
    ".flac": _by_ffmpeg(FLAC),
    ".wav": _wav,
}
"""By the ending of the file's name, in lower case."""


def open_sink(path: Path, rate: int, channels: int, *, fidelity: Fidelity = USUAL, store: Store | None = None) -> Sink:
    """Open the sink for a file by the ending of its name.

    Args:
        path: Where the file will stand.
        rate: Frames a second.
        channels: 1 or 2.
        fidelity: How much of the sound it keeps.
        store: Where a sink may keep its work between runs; None for nowhere.

    Raises:
        VoicecoachError: If no sink writes that kind of file, or not so, something it needs is not installed, or the
            file cannot be written.
    """
    factory = SINKS.get(path.suffix.lower())
    if factory is None:
        *first, last = SINKS
        known = f"{', '.join(first)} or {last}"
        raise VoicecoachError(f'cannot tell what kind of file "{path}" shall be; end its name in {known}')
    return factory(path, rate, channels, fidelity, store)
