"""What is heard of a workout: which of voice, beeps and music, and how loud all of it is."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.model.timeline import Bus
from voicecoach.store import Store, cache_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from voicecoach.intake import Script
    from voicecoach.mixing.bed import Bed
    from voicecoach.model.clip import Samples
    from voicecoach.model.timeline import Event, PlacedStep
    from voicecoach.rendering import Mix

__all__ = ["EXPORT_RATE", "MUSIC_RATE", "PLAIN", "Part", "Soundtrack", "open_soundtrack"]

EXPORT_RATE = 24_000
"""Frames a second of a file without music: all of a voice, and a quarter of the room for silence."""

MUSIC_RATE = 44_100
"""Frames a second of a file with music: those of nearly all music, so that it need not be resampled."""

_MEASURED_BYTES = 20_000_000
"""What was measured of music is kept between runs: of some thousand files."""


class Part(Enum):
    """What of a workout a file holds; all of them are equally long."""

    FULL = "full"
    VOICE = "voice"
    BEEPS = "beeps"
    MUSIC = "music"


_BUSES = {
    Part.FULL: frozenset(Bus),
    Part.VOICE: frozenset({Bus.VOICE}),
    Part.BEEPS: frozenset({Bus.EARCON}),
    Part.MUSIC: frozenset({Bus.MUSIC}),
}


@dataclass(frozen=True, slots=True)
class Soundtrack:
    """What is heard of a workout.

    Attributes:
        rate: Frames a second.
        part: What of it.
        bed: The music; None for none.
        awake: Whether a noise nobody hears keeps devices awake.
        files: The files of music.
    """

    rate: int = EXPORT_RATE
    part: Part = Part.FULL
    bed: Bed | None = None
    awake: bool = False
    files: tuple[Path, ...] = ()

    @property
    def channels(self) -> int:
        """Stereo for music; a coach has one mouth."""
        return 2 if self.bed else 1

    def balanced(self, steps: Iterable[PlacedStep], sounds: Callable[[Event], Samples]) -> Mix:
        """How it has to be mixed to be as loud as other programmes; called once.

        Args:
            steps: All of the workout.
            sounds: The samples of an event.
        """
        from voicecoach.mixing.leveling import Leveling  # noqa: PLC0415 - numpy
        from voicecoach.rendering import Mix  # noqa: PLC0415

        leveling = Leveling(self.rate, sounds)
        heard = _BUSES[self.part]
        end = 0
        for placed in steps:
            leveling.add(event for event in placed.events if event.bus in heard)
            end = placed.end
            if self.bed:
                self.bed.add(placed)
        if self.bed:
            self.bed.finish(end)
        gain_db = leveling.gain_db(self.bed.powers() if self.bed else None)
        return Mix(heard, gain_db, self.bed, awake=self.awake)


PLAIN = Soundtrack()
"""Voice and beeps."""


@contextmanager
def open_soundtrack(script: Script, part: Part, rate: int, notify: Callable[[str], None]) -> Iterator[Soundtrack]:
    """The soundtrack that a script asks for.

    Args:
        script: Without an error.
        part: What of it is wanted.
        rate: Frames a second; 0 for what is usual.
        notify: Is told one line for each file of music that is left out.

    Raises:
        VoicecoachError: If its music is not there or cannot be played.
    """
    settings = script.workout.settings
    wanted = settings.music
    if part is Part.MUSIC and not (wanted.work or wanted.rest):
        raise VoicecoachError("there is no music to be written; choose some with --music")
    if Bus.MUSIC not in _BUSES[part] or not (wanted.work or wanted.rest):
        yield Soundtrack(rate or EXPORT_RATE, part, awake=settings.keep_awake)
        return
    from voicecoach.mixing.bed import Bed, Passage  # noqa: PLC0415 - numpy
    from voicecoach.music.files import music_files  # noqa: PLC0415 - miniaudio
    from voicecoach.music.library import MusicShelf  # noqa: PLC0415

    rate = rate or MUSIC_RATE
    base = Path(script.source.name).parent
    shelf = MusicShelf(rate, Store(cache_folder(os.environ) / "music", ".vcm", _MEASURED_BYTES), notify)
    files = {Passage.WORK: music_files(wanted.work, base), Passage.REST: music_files(wanted.rest, base)}
    try:
        playlists = {paths: shelf.playlist(paths) for paths in set(files.values()) if paths}
        lanes = {passage: playlists[paths] for passage, paths in files.items() if paths}
        bed = Bed(rate, lanes, settings.music_level)
        yield Soundtrack(rate, part, bed, settings.keep_awake, tuple(path for paths in playlists for path in paths))
    finally:
        shelf.close()
