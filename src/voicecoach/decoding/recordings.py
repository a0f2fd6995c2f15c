"""Short recordings to clips.

Whatever miniaudio does not know, as the voice messages of phones (M4A, Opus), is read by pydub, if that and ffmpeg are
installed.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import miniaudio
import numpy as np

from voicecoach.errors import VoicecoachError
from voicecoach.model.clip import Clip

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["LONGEST_SECONDS", "decoded"]

LONGEST_SECONDS = 60
"""What is longer is no cue: more likely the wrong file."""

_FULL_SCALE = 32_768.0
_NEEDED = "install ffmpeg and `pip install voicecoach[formats]`, or save it as WAV, MP3, FLAC or Ogg Vorbis"


def decoded(path: Path) -> Clip:
    """The sound of a file, mono, at its own rate.

    Raises:
        VoicecoachError: If it is no sound, or longer than a minute.
    """
    clip = _by_miniaudio(path)
    if clip is None:
        clip = _by_pydub(path)
    if len(clip.samples) > LONGEST_SECONDS * clip.rate:
        raise VoicecoachError(f'the recording "{path}" is longer than a minute; cut it')
    return clip


def _by_miniaudio(path: Path) -> Clip | None:
    """The sound, as far as miniaudio knows the format; no more is decoded than tells that it is too long."""
    try:
        about = miniaudio.get_file_info(str(path))
        if about.duration > LONGEST_SECONDS:
            return Clip(np.zeros(LONGEST_SECONDS * about.sample_rate + 1, np.float32), about.sample_rate)
        kind = miniaudio.SampleFormat.FLOAT32
        sound = miniaudio.decode_file(str(path), kind, nchannels=1, sample_rate=about.sample_rate)
    except (miniaudio.MiniaudioError, OSError, ValueError):
        return None
    return Clip(np.array(sound.samples, np.float32), about.sample_rate)


def _by_pydub(path: Path) -> Clip:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pydub warns where ffmpeg is missing; that is told below
        try:
            from pydub import AudioSegment  # noqa: PLC0415 - an extra
            from pydub.exceptions import CouldntDecodeError  # noqa: PLC0415
        except ImportError as error:
            raise VoicecoachError(f'the recording "{path}" cannot be read; {_NEEDED}') from error
        try:
            sound = AudioSegment.from_file(path, duration=LONGEST_SECONDS + 1).set_channels(1).set_sample_width(2)
        except FileNotFoundError as error:
            raise VoicecoachError(f'the recording "{path}" cannot be read without ffmpeg; {_NEEDED}') from error
        except (CouldntDecodeError, OSError, ValueError, IndexError, KeyError) as error:
            raise VoicecoachError(f'the recording "{path}" is no sound; record it again, or remove it') from error
    return Clip(np.frombuffer(sound.raw_data, np.int16).astype(np.float32) / _FULL_SCALE, sound.frame_rate)
