"""Words in, finished clips out: the one door to this room."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from voicecoach.model.clip import Utterance
from voicecoach.ports import Phonemizer
from voicecoach.speech.cache import key_of
from voicecoach.speech.explanation import Explanation
from voicecoach.speech.finish import PROCESSING_VERSION, finished
from voicecoach.speech.memory import ClipMemory
from voicecoach.speech.normalize import normalize, readings
from voicecoach.speech.onset import voiced_onset
from voicecoach.speech.pcm import Pcm
from voicecoach.speech.phonemes import sounds_in
from voicecoach.speech.recorded import joined
from voicecoach.units import ms_spanned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from voicecoach.model.clip import Clip
    from voicecoach.speech.cache import ClipCache
    from voicecoach.speech.fallback import Chosen, EngineChain
    from voicecoach.speech.phonemes import Sounds
    from voicecoach.speech.recorded import Recordings
    from voicecoach.units import Ms

__all__ = ["Manner", "Speaker"]

_WORKERS = 2
"""Clips made at a time: the natural voice uses one core a clip, and leaves the others to whoever mixes."""

_NOTHING = Pcm(np.zeros(0, np.int16), 24_000)


@dataclass(frozen=True, slots=True)
class Manner:
    """How everything is spoken.

    Attributes:
        language: BCP 47 tag.
        rate: Words a minute; 0 for the engine's own pace.
        seed: What chance an engine may use is drawn by.
        lexicon: Words and how they are said (:mod:`voicecoach.pronunciation`), over the program's own.
    """

    language: str = "en"
    rate: int = 0
    seed: int = 0
    lexicon: Mapping[str, str] | None = None


class Speaker:
    """Speaks texts, each once: normalized, trimmed, faded and of one loudness; safe for several threads.

    A text always gives the same clip while the speaker lives, even where the engine would speak it differently a second
    time or another engine has taken over since.
    """

    def __init__(
        self,
        engines: EngineChain,
        manner: Manner | None = None,
        cache: ClipCache | None = None,
        recordings: Recordings | None = None,
    ) -> None:
        """Speak nothing yet.

        Args:
            engines: Who speaks; closed with the speaker.
            manner: How; English at the engine's own pace by default.
            cache: Where clips are kept between runs; None for nowhere.
            recordings: Words that somebody has recorded; they go before what an engine would speak.
        """
        self._recordings = recordings
        self._heard: set[Path] = set()
        self._engines = engines
        self._manner = manner or Manner()
        self._cache = cache
        self._lock = threading.Lock()
        self._memory = ClipMemory()
        self._making: dict[str, Future[Pcm]] = {}
        self._warming: threading.Thread | None = None
        self._keys: dict[str, str] = {}
        self._durations: dict[str, Ms] = {}
        self._onsets: dict[str, Ms] = {}
        self._spoken_by: Counter[str] = Counter()

    @property
    def spoken_by(self) -> Mapping[str, int]:
        """How many different clips each engine spoke, in this run or before; ``recorded`` for recordings."""
        with self._lock:
            recorded = {"recorded": len(self._heard)} if self._heard else {}
            return {**self._spoken_by, **recorded}

    def clip(self, text: str) -> Clip:
        """The finished clip of a text, from memory, from disk, or spoken now; empty for nothing to say."""
        pcm = self._with_recordings(text)
        with self._lock:
            self._durations[text] = ms_spanned(len(pcm.samples), pcm.rate)
        return pcm.clip()

    def duration(self, text: str) -> Ms:
        """How long the clip of a text lasts, in ms; 0 for nothing to say."""
        with self._lock:
            known = self._durations.get(text)
        if known is None:
            self.clip(text)
            with self._lock:
                known = self._durations[text]
        return known

    def onset(self, text: str) -> Ms:
        """How long after its first sound the voice of a text sets in, in ms; 0 for nothing to say."""
        with self._lock:
            known = self._onsets.get(text)
        if known is None:
            known = voiced_onset(self.clip(text))
            with self._lock:
                self._onsets[text] = known
        return known

    def prefetch(self, texts: Iterable[str], progress: Callable[[int], None] | None = None) -> None:
        """Have the clips of all texts made.

        Args:
            texts: In any order; each once is enough.
            progress: Is told, in the caller's thread, how many are done.
        """
        waiting = dict.fromkeys(texts)
        pool = ThreadPoolExecutor(_WORKERS, thread_name_prefix="speaker")
        try:
            for done, made in enumerate(as_completed([pool.submit(self.duration, text) for text in waiting]), 1):
                made.result()
                if progress is not None:
                    progress(done)
        finally:
            pool.shutdown(cancel_futures=True)

    def has(self, text: str) -> bool:
        """Whether the clip of a text is at hand, with nothing left to speak."""
        if pieces := self._recordings.pieces(text) if self._recordings else ():
            return all(self._has(said) for said, _ in pieces if isinstance(said, str))
        return self._has(text)

    def _has(self, text: str) -> bool:
        words = self._words(text)
        with self._lock:
            known = not words or self._memory.get(words) is not None
        return known or self._find(words) is not None

    def explain(self, text: str) -> Explanation:
        """What becomes of a text before it is spoken, and who would speak it how."""
        language, lexicon = self._manner.language, self._manner.lexicon or {}
        words, steps = self._words(text), tuple(readings(text, language, lexicon))
        chosen = self._engines.chosen()
        if chosen is None:
            return Explanation(steps, words, self._sounds(words), "", "", "")
        told = replace(self._utterance(words), voice=chosen.voice)
        heard = chosen.engine.phonemes(told) if words and isinstance(chosen.engine, Phonemizer) else ""
        return Explanation(steps, words, told.phonemes, chosen.engine.name, chosen.voice, heard)

    def warm(self) -> None:
        """Let the engine load in the background, by a word that nobody hears; worth it where clips must be spoken."""
        word = Utterance("Ready.", language=self._manner.language)
        self._warming = threading.Thread(target=self._engines.speak, args=(word,), name="warm", daemon=True)
        self._warming.start()

    def close(self) -> None:
        """Close the engines, none while it loads: a program that ended under it would be aborted."""
        if self._warming is not None:
            self._warming.join()
        self._engines.close()

    def _words(self, text: str) -> str:
        """The words of a text; empty where there is nothing to say."""
        words = normalize(text, self._manner.language, self._manner.lexicon or {})
        return words if any(map(str.isalnum, words)) else ""

    def _with_recordings(self, text: str) -> Pcm:
        """The clip of a text, with all that somebody has recorded."""
        recordings = self._recordings
        pieces = recordings.pieces(text) if recordings else ()
        if recordings is None or not pieces:
            return self._pcm(text)
        with self._lock:
            self._heard |= {said for said, _ in pieces if not isinstance(said, str)}
        return joined(
            [(self._pcm(said) if isinstance(said, str) else recordings.pcm(said), pause) for said, pause in pieces]
        )

    def _pcm(self, text: str) -> Pcm:
        words = self._words(text)
        if not words:
            return _NOTHING
        with self._lock:
            known = self._memory.get(words)
            if known is not None:
                return known
            making = self._making.get(words)
            if making is None:
                mine = self._making[words] = Future()
        return making.result() if making is not None else self._make_once(words, mine)

    def _make_once(self, words: str, mine: Future[Pcm]) -> Pcm:
        """Make a clip while others that want the same one wait for it."""
        try:
            pcm, pinned = self._find_or_make(words)
        except BaseException as error:
            mine.set_exception(error)
            with self._lock:
                del self._making[words]
            raise
        with self._lock:
            self._memory.put(words, pcm, pinned=pinned)
            del self._making[words]
        mine.set_result(pcm)
        return pcm

    def _find_or_make(self, words: str) -> tuple[Pcm, bool]:
        """The clip, and whether it stands nowhere but in memory."""
        found = self._find(words)
        if found is not None:
            return found, False
        clip, chosen = self._engines.speak(self._utterance(words))
        if chosen is None:
            return _NOTHING, True
        pcm = Pcm.of(finished(clip))
        key = self._key(words, chosen)
        self._count(words, key, chosen)
        kept = self._cache is not None and self._cache.put(key, pcm, chosen.engine.name)
        return pcm, not kept

    def _find(self, words: str) -> Pcm | None:
        """The clip on disk: by whoever spoke it in this run, else by whoever speaks now."""
        if self._cache is None:
            return None
        with self._lock:
            known = self._keys.get(words)
        if known is not None:
            return self._cache.get(known)
        chosen = self._engines.chosen()
        if chosen is None:
            return None
        key = self._key(words, chosen)
        found = self._cache.get(key)
        if found is not None:
            self._count(words, key, chosen)
        return found

    def _key(self, words: str, chosen: Chosen) -> str:
        manner, engine = self._manner, chosen.engine
        sounds = (engine.name, engine.version, chosen.voice, manner.language, manner.rate, manner.seed)
        told = (part for pair in self._sounds(words) for part in pair)
        return key_of((PROCESSING_VERSION, *sounds, words, *told))

    def _utterance(self, words: str) -> Utterance:
        manner = self._manner
        return Utterance(words, "", manner.language, manner.rate, manner.seed, self._sounds(words))

    def _sounds(self, words: str) -> Sounds:
        return sounds_in(words, self._manner.language, self._manner.lexicon or {})

    def _count(self, words: str, key: str, chosen: Chosen) -> None:
        with self._lock:
            if words not in self._keys:
                self._spoken_by[chosen.engine.name] += 1
            self._keys[words] = key
