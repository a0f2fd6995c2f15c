"""Engines in a row: where one fails, the next one speaks for the rest of the run.

An engine is foreign code. It may be missing, raise, hang, or answer with nothing, so it is asked in a thread of its own
with a deadline, its answer is looked at, and the listener is told in one line when another voice takes over.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from voicecoach.errors import VoicecoachError
from voicecoach.model.clip import Clip
from voicecoach.speech.phrases import speak_in_phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from voicecoach.model.clip import Utterance
    from voicecoach.ports import SpeechEngine

__all__ = ["Candidate", "Chosen", "EngineChain", "answered"]

_Answer = TypeVar("_Answer")

_DEADLINE_SECONDS = 20.0
"""Far more than any voice needs to load and speak a sentence; what takes longer does not answer."""

_SECONDS_PER_CHARACTER = 0.05
"""What a long text may take in addition: ten times slower than the slowest voice measured."""

_CLOSING_SECONDS = 2.0
"""What an engine may take to close: the run is over, and somebody waits for the prompt."""

_REASON_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Candidate:
    """An engine that may be asked.

    Attributes:
        name: The engine's name.
        load: Makes the engine, or raises.
        voice: The voice to ask it for; empty for its default.
    """

    name: str
    load: Callable[[], SpeechEngine]
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The engine that speaks, and the voice it is asked for."""

    engine: SpeechEngine
    voice: str


class _Unfit(Exception):
    """Why an engine cannot be used."""


class EngineChain:
    """Speaks with the first candidate that can; safe for several threads."""

    def __init__(
        self,
        candidates: Iterable[Candidate],
        *,
        language: str,
        notify: Callable[[str], None],
        deadline: float = _DEADLINE_SECONDS,
    ) -> None:
        """Load nothing yet.

        Args:
            candidates: In the order of preference.
            language: BCP 47 tag that an engine must speak.
            notify: Is told one line for each change of voice.
            deadline: Seconds for an answer, and 0.05 more for each character.
        """
        self._waiting = list(candidates)
        self._language = language
        self._notify = notify
        self._deadline = deadline
        self._lock = threading.RLock()
        self._chosen: Chosen | None = None
        self._opened: list[SpeechEngine] = []

    def chosen(self) -> Chosen | None:
        """Who speaks now, loaded if need be; None where no voice is left."""
        with self._lock:
            if self._chosen is None and self._waiting:
                self._advance([])
            return self._chosen

    def speak(self, utterance: Utterance) -> tuple[Clip, Chosen | None]:
        """Speak with whoever can.

        Args:
            utterance: Its voice is put in by the chain.

        Returns:
            The clip and who spoke it; an empty one and None where no voice is left.
        """
        while chosen := self.chosen():
            try:
                return self._ask(chosen, utterance), chosen
            except Exception as error:  # noqa: BLE001 - foreign code may fail in any way
                self._replace(chosen, _reason(error))
        return Clip(np.zeros(0, np.float32), 24_000), None

    def close(self) -> None:
        """Close every engine that was opened."""
        with self._lock:
            opened, self._opened = self._opened, []
            self._waiting, self._chosen = [], None
        for engine in opened:
            try:
                _within(_CLOSING_SECONDS, engine.close)
            except Exception:  # noqa: BLE001, S112 - the run is over, and one engine must not keep another open
                continue

    def _ask(self, chosen: Chosen, utterance: Utterance) -> Clip:
        words = replace(utterance, voice=chosen.voice)
        bound = self._deadline + _SECONDS_PER_CHARACTER * len(words.text)
        return _within(bound, lambda: speak_in_phrases(chosen.engine, words))

    def _replace(self, failed: Chosen, reason: str) -> None:
        with self._lock:
            if self._chosen is failed:
                self._advance([(failed.engine.name, reason)])

    def _advance(self, failures: list[tuple[str, str]]) -> None:
        """Go to the next candidate that loads, and tell of those that did not."""
        self._chosen = None
        while self._waiting and self._chosen is None:
            candidate = self._waiting.pop(0)
            try:
                self._chosen = _within(self._deadline, partial(self._open, candidate))
            except Exception as error:  # noqa: BLE001 - foreign code may fail in any way
                failures.append((candidate.name, _reason(error)))
        if self._chosen is not None:
            self._opened.append(self._chosen.engine)
        if failures:
            self._notify(_told(failures, self._chosen))

    def _open(self, candidate: Candidate) -> Chosen:
        engine = candidate.load()
        if not engine.speaks(self._language):
            raise _Unfit(f'it does not speak "{self._language}"')
        return Chosen(engine, candidate.voice)


def answered(name: str, ask: Callable[[], _Answer]) -> _Answer:
    """What an engine answers, if it does in time.

    Raises:
        VoicecoachError: If it does not, or fails in any way.
    """
    try:
        return _within(_DEADLINE_SECONDS, ask)
    except VoicecoachError:
        raise
    except Exception as error:
        raise VoicecoachError(f'the engine "{name}" cannot be used: {_reason(error)}') from error


def _within(seconds: float, ask: Callable[[], _Answer]) -> _Answer:
    """The answer of foreign code, or its exception, if it comes in time.

    A thread that does not answer is left behind; it is a daemon, so it does not keep the program from ending.
    """
    answers: SimpleQueue[tuple[_Answer | None, BaseException | None]] = SimpleQueue()

    def work() -> None:
        try:
            answers.put((ask(), None))
        except BaseException as error:  # noqa: BLE001 - it is raised where the answer is awaited
            answers.put((None, error))

    threading.Thread(target=work, name="voice", daemon=True).start()
    try:
        answer, error = answers.get(timeout=seconds)
    except Empty:
        raise _Unfit(f"no answer in {seconds:.1f} seconds") from None
    if error is not None:
        raise error
    return answer  # type: ignore[return-value]  # there is an answer where there is no error


def _reason(error: Exception) -> str:
    told = " ".join(str(error).split())
    return (told or type(error).__name__)[:_REASON_LENGTH]


def _told(failures: list[tuple[str, str]], chosen: Chosen | None) -> str:
    failed = ", ".join(f"the {name} voice failed ({reason})" for name, reason in failures)
    consequence = f"{chosen.engine.name} speaks instead" if chosen else "nothing is spoken, only the beeps sound"
    return f"{failed[0].upper()}{failed[1:]}; {consequence}."
