"""What miniaudio cannot read, made into WAV by an installed ffmpeg."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from voicecoach.decoding.stream import DecodingError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["converted"]

_LONGEST_SECONDS = 6 * 3600
"""What a WAV file can hold of stereo at 44.1 kHz; of a longer file the beginning is enough for any workout."""


def converted(path: Path, target: Path) -> None:
    """Write the sound of a file as stereo WAV, a little at a time.

    Args:
        path: Any file that ffmpeg knows.
        target: A new file.

    Raises:
        DecodingError: If ffmpeg is not there or finds no sound in the file.
    """
    program = shutil.which("ffmpeg")
    if program is None:
        raise DecodingError("install ffmpeg for other kinds than MP3, FLAC, WAV and Ogg Vorbis")
    command = [program, "-nostdin", "-v", "error", "-y", "-i", f"file:{path}", "-t", str(_LONGEST_SECONDS)]
    command += ["-map", "0:a:0", "-ac", "2", "-c:a", "pcm_s16le", "-bitexact", str(target)]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - a fixed command, and a file
    if done.returncode:
        target.unlink(missing_ok=True)
        raise DecodingError("ffmpeg finds no sound in it")
