"""Put encoded sound and its tags into the file that players get, packet by packet, through PyAV."""

from __future__ import annotations

import io
from fractions import Fraction
from typing import TYPE_CHECKING

import av
from av.stream import Disposition

from voicecoach.sinks.comments import flat_picture, mp4_texts, vorbis_texts
from voicecoach.sinks.picture import mime_of

if TYPE_CHECKING:
    from pathlib import Path

    from av.container import OutputContainer

    from voicecoach.model.timeline import Tags
    from voicecoach.sinks.kinds import Kind

__all__ = ["REPEATABLE", "pack"]

REPEATABLE = {"fflags": "+bitexact"}
"""Neither a date nor a random number in the file: the same workout gives the same bytes."""

_MILLISECONDS = Fraction(1, 1000)


def pack(bare: Path, target: Path, kind: Kind, tags: Tags) -> None:
    """Write the finished file.

    Args:
        bare: A file of this kind, without tags.
        target: A file that is written over.
        kind: Of both.
        tags: What the file says about itself.

    Raises:
        OSError: If the target cannot be written.
    """
    with av.open(bare) as source:
        sound = source.streams.audio[0]
        # An MP4 file counts its length in ms, if it is not told to count it in frames.
        precise = {"movie_timescale": str(sound.rate)} if kind.format == "mp4" else {}
        with av.open(target, "w", format=kind.format, options={**kind.options, **precise, **REPEATABLE}) as packed:
            stream = packed.add_stream_from_template(sound)
            texts = mp4_texts(tags) if kind.format == "mp4" else vorbis_texts(tags)
            if tags.cover and kind.format == "opus":
                texts["METADATA_BLOCK_PICTURE"] = flat_picture(tags.cover)
            packed.metadata.update(texts)
            if kind.format == "opus":  # whose comments belong to the stream
                stream.metadata.update(texts)
            if kind.format == "mp4":
                _set_chapters(packed, tags)
            if tags.cover and kind.format != "opus":
                _attach(packed, tags.cover)
            packed.start_encoding()
            for packet in source.demux(sound):
                if packet.dts is not None:  # the last one is empty
                    packet.stream = stream
                    packed.mux(packet)


def _set_chapters(packed: OutputContainer, tags: Tags) -> None:
    packed.set_chapters(
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


def _attach(packed: OutputContainer, cover: bytes) -> None:
    """Add a stream of one picture."""
    mime_of(cover)
    with av.open(io.BytesIO(cover), "r") as picture:
        stream = packed.add_stream_from_template(picture.streams.video[0])
        stream.disposition = Disposition.attached_pic
        packet = next(picture.demux(video=0))
    packet.stream = stream
    packet.pts = packet.dts = 0
    packed.mux(packet)
