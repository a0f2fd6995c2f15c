"""Recorded words in the place of spoken ones.

A text is parted where it has stops. A part that recordings can say as a whole, one for all of it or several in a row,
is said by them; what lies between is spoken by the voice. So "Next: Squat, 12 reps." may be a voice's "Next", a
recorded "Squat", and a recorded "12" and "reps".
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from voicecoach.errors import VoicecoachError
from voicecoach.model.clip import Clip
from voicecoach.names import same_name, spoken_key
from voicecoach.resampling import resample
from voicecoach.speech.cache import key_of
from voicecoach.speech.finish import PROCESSING_VERSION, finished
from voicecoach.speech.pcm import Pcm
from voicecoach.speech.phrases import SENTENCE_PAUSE
from voicecoach.speech.trim import is_silent, trimmed_of_noise
from voicecoach.units import frames_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from voicecoach.speech.cache import ClipCache
    from voicecoach.units import Ms

__all__ = ["Piece", "Recordings", "joined"]

_RATE = 24_000
"""Frames a second of a recording once it is finished: that of the natural voice."""

_WORD_PAUSE: Ms = 50
_CLAUSE_PAUSE: Ms = 150
"""Silence between two recorded words, and behind a comma or colon: each was spoken by itself."""

_STOPS = re.compile(r"(?<=[.,:;!?\u2026])\s+")

Piece: TypeAlias = "tuple[str | Path, Ms]"
"""Words for the voice, or a recording, and the silence behind it in ms."""


class Recordings:
    """The recordings of a pack, finished like spoken clips: trimmed, faded, of the same loudness."""

    def __init__(self, files: Mapping[str, Path], cache: ClipCache | None = None) -> None:
        """Read them all, so that one that cannot be used is told before anything is spoken.

        Args:
            files: By the words they say, as :func:`voicecoach.names.spoken_key` has them.
            cache: Where finished ones are kept between runs, by what is in the file; None for nowhere.

        Raises:
            VoicecoachError: If one of them is no sound, longer than a minute, or silent.
        """
        self._files = {**{same_name(words): path for words, path in files.items()}, **files}
        self._longest = max((len(words.split()) for words in self._files), default=0)
        self._sounds = {path: _finished(path, cache) for path in dict.fromkeys(files.values())}

    def pcm(self, path: Path) -> Pcm:
        """The finished sound of a file."""
        return self._sounds[path]

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """What a text is made of, in order; empty where the voice speaks all of it."""
        whole = self._files.get(spoken_key(text))
        if whole:
            return ((whole, 0),)
        pieces: list[Piece] = []
        for clause in _STOPS.split(text):
            pieces += self._said(clause)
        if all(isinstance(said, str) for said, _ in pieces):
            return ()
        return tuple(_gathered(pieces))

    def _said(self, clause: str) -> Iterator[Piece]:
        """Who says a part of a text."""
        pause = SENTENCE_PAUSE if clause[-1:] in ".!?\u2026" else _CLAUSE_PAUSE
        paths = self._covering(spoken_key(clause).split())
        if not paths:
            yield clause, pause
            return
        yield from ((path, _WORD_PAUSE) for path in paths[:-1])
        yield paths[-1], pause

    def _covering(self, words: Sequence[str]) -> list[Path]:
        """The recordings that say all of the words, the longest first wherever there is a choice; none if any lacks."""
        found: list[Path] = []
        at = 0
        while at < len(words):
            ends = range(min(len(words), at + self._longest), at, -1)
            taken = next(((end, path) for end in ends if (path := self._of(words[at:end]))), None)
            if taken is None:
                return []
            at, path = taken
            found.append(path)
        return found

    def _of(self, words: Sequence[str]) -> Path | None:
        told = " ".join(words)
        return self._files.get(told) or self._files.get(same_name(told))


def _gathered(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighboring words for the voice as one text: it knows best how they go together."""
    waiting: list[str] = []
    pause: Ms = 0
    for said, after in pieces:
        if isinstance(said, str):
            waiting.append(said)
            pause = after
            continue
        if waiting:
            yield " ".join(waiting), pause
            waiting = []
        yield said, after
    if waiting:
        yield " ".join(waiting), pause


def joined(parts: Sequence[tuple[Pcm, Ms]]) -> Pcm:
    """Sounds in a row, each with the silence behind it in ms; none behind the last that sounds."""
    sounding = [(pcm, pause) for pcm, pause in parts if len(pcm.samples)]
    if not sounding:
        return Pcm(np.zeros(0, np.int16), _RATE)
    rate = max(pcm.rate for pcm, _ in sounding)
    pieces = []
    for number, (pcm, pause) in enumerate(sounding, 1):
        silence = frames_of(pause, rate) if number < len(sounding) else 0
        pieces += [resample(pcm.clip(), rate).samples, np.zeros(silence, np.float32)]
    return Pcm.of(Clip(np.concatenate(pieces), rate))


def _finished(path: Path, cache: ClipCache | None) -> Pcm:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise VoicecoachError(f'the recording "{path}" cannot be read: {error.strerror or error}') from error
    key = key_of((PROCESSING_VERSION, "recorded", _VERSION, blake2b(content, digest_size=20).hexdigest()))
    known = cache.get(key) if cache else None
    if known is not None:
        return known
    from voicecoach.decoding.recordings import decoded  # noqa: PLC0415 - miniaudio, for recordings that are new

    clip = trimmed_of_noise(resample(decoded(path), _RATE))
    if is_silent(clip):
        raise VoicecoachError(f'the recording "{path}" is silent; record it again, or remove it')
    made = Pcm.of(finished(clip))
    if cache:
        cache.put(key, made, "recorded")
    return made


_VERSION = "1"
"""Changes whenever recordings are finished in another way."""
