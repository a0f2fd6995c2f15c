"""Tell a container of FFmpeg's what it holds, before its sound is written."""

from __future__ import annotations

import io
from fractions import Fraction
from typing import TYPE_CHECKING

import av
from av.stream import Disposition

from voicecoach.sinks.comments import flat_picture, mp4_texts, vorbis_texts
from voicecoach.sinks.picture import mime_of

if TYPE_CHECKING:
    from av.container import OutputContainer
    from av.stream import Stream
    from av.video.stream import VideoStream

    from voicecoach.model.timeline import Tags
    from voicecoach.sinks.kinds import Kind

__all__ = ["begin"]

_MILLISECONDS = Fraction(1, 1000)


def begin(container: OutputContainer, sound: Stream, kind: Kind, tags: Tags) -> None:
    """Write the head of a file.

    Args:
        container: Of which nothing is written yet.
        sound: Its stream of sound.
        kind: Its kind.
        tags: What the file says about itself.

    Raises:
        VoicecoachError: If the cover is no picture that players show.
        OSError: If the file cannot be written.
    """
    texts = mp4_texts(tags) if kind.is_mp4 else vorbis_texts(tags)
    if tags.cover and kind.is_ogg:
        texts["METADATA_BLOCK_PICTURE"] = flat_picture(tags.cover)
    container.metadata.update(texts)
    if kind.is_ogg:  # where comments belong to the stream
        sound.metadata.update(texts)
    if kind.is_mp4:
        _set_chapters(container, tags)
    picture = _attached(container, tags.cover) if tags.cover and not kind.is_ogg else None
    container.start_encoding()
    if picture:
        container.mux(picture)


def _set_chapters(container: OutputContainer, tags: Tags) -> None:
    container.set_chapters(
        [
            {
                "id": number,
                "start": chapter.start,
                "end": chapter.end,
                "time_base": _MILLISECONDS,
                "metadata": {"title": chapter.title},
            }
            for number, chapter in enumerate(tags.chapters)
        ]
    )


def _attached(container: OutputContainer, cover: bytes) -> av.Packet[VideoStream]:
    """Add a stream of one picture; what it consists of."""
    mime_of(cover)
    with av.open(io.BytesIO(cover), "r") as picture:
        stream = container.add_stream_from_template(picture.streams.video[0])
        stream.disposition = Disposition.attached_pic
        packet = next(picture.demux(video=0))
    packet.stream = stream
    packet.pts = packet.dts = 0
    return packet
