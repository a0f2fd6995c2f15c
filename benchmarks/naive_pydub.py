"""A workout as it is usually put together: the cues one after the other with pydub, silence between them.

    python benchmarks/naive_pydub.py CUES.json TARGET.mp3

``CUES.json`` is a list of objects with ``start_ms`` and ``file``, a WAV file, and holds the length as its last
``start_ms``. It needs pydub, and ffmpeg on the path.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pydub import AudioSegment


def main(cues: Path, target: Path) -> None:
    *events, end = json.loads(cues.read_text())
    track = AudioSegment.empty()
    for event in events:
        gap = max(0, event["start_ms"] - len(track))
        track += AudioSegment.silent(duration=gap, frame_rate=24_000)
        track += AudioSegment.from_wav(event["file"])
    track += AudioSegment.silent(duration=max(0, end["start_ms"] - len(track)), frame_rate=24_000)
    track.export(target, format="mp3", parameters=["-q:a", "4"])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
