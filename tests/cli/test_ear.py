"""A speech recognizer reads workouts back from their MP3 files: the right words at the right place.

Each cue is cut out of the decoded file where the plan says it stands, and the recognizer says which of the workout's
cues it is: short ones are told from those with as many words, long ones from all long ones.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from command import SCRIPTS, voicecoach
from hearing import decoded, likeness

if TYPE_CHECKING:
    from pathlib import Path

    from hearing import Sound

pocketsphinx = pytest.importorskip("pocketsphinx", reason="no speech recognizer is installed (the extra `ear`)")
pytestmark = pytest.mark.ear

RATE = 16_000
MARGIN = RATE * 60 // 1000
LONG = 4
DOUBTED = 50
"""Of so many cues the small recognizer may take one for another: a single word is little to go by."""

NEEDED = re.compile(r"^(first|next|rest|switch|halfway|that's half|last|round)\b|left$|side")
"""What a listener cannot do without."""

QUIET = np.zeros(RATE * 3 // 10, np.float32)
SOUNDS = {"deadlift": "D EH D L IH F T", "flexor": "F L EH K S ER", "glute": "G L UW T", "glutes": "G L UW T S"}
"""How words sound that the recognizer's dictionary lacks."""

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def number_words(number: int) -> str:
    if number < len(ONES):
        return ONES[number]
    tens, ones = divmod(number, 10)
    return TENS[tens - 2] + (f" {ONES[ones]}" if ones else "")


def plain(text: str) -> str:
    """A cue as the recognizer writes it: small letters, numbers as words, nothing else."""
    spelled = re.sub(r"\d+", lambda found: f" {number_words(int(found[0]))} ", text)
    return " ".join(re.findall(r"[a-z']+", spelled.lower())).replace("half way", "halfway")


class Recognizer:
    """Tells which of some sentences is heard."""

    def __init__(self, sentences: set[str]) -> None:
        self._decoder: Any = pocketsphinx.Decoder(lm=None, samprate=RATE, loglevel="FATAL")
        for word, sound in SOUNDS.items():
            self._decoder.add_word(word, sound, True)
        for size in {size_of(sentence) for sentence in sentences}:
            alike = sorted(sentence for sentence in sentences if size_of(sentence) == size)
            grammar = f"#JSGF V1.0; grammar cues; public <cue> = {' | '.join(alike)} ;"
            self._decoder.add_jsgf_string(f"words{size}", grammar)

    def heard(self, sound: Sound, size: int) -> str:
        """The sentence of that size that is heard in a sound."""
        self._decoder.activate_search(f"words{size}")
        self._decoder.start_utt()
        padded = np.concatenate([QUIET, sound, QUIET]) * 32_000
        self._decoder.process_raw(padded.astype(np.int16).tobytes(), full_utt=True)
        self._decoder.end_utt()
        found = self._decoder.hyp()
        return str(found.hypstr) if found else ""


def size_of(sentence: str) -> int:
    """How many words a sentence has; all long ones count as the same."""
    return min(len(sentence.split()), LONG)


@pytest.mark.parametrize("script", ["leg-and-glute", "core-twelve", "desk-break"])
def test_every_cue_is_heard_where_the_plan_says(script: str, tmp_path: Path) -> None:
    source, target = SCRIPTS / f"{script}.md", tmp_path / "workout.mp3"
    assert voicecoach("export", "--engine", "natural", source, "-o", target).code == 0
    plan = json.loads(voicecoach("plan", "--json", "--engine", "natural", source).out)
    cues = [event for event in plan["events"] if event["bus"] == "voice"]
    texts = {plain(cue["text"]) for cue in cues}
    recognizer, sound = Recognizer(texts), decoded(target, RATE)
    known: dict[str, Sound] = {}
    mistaken = []
    for cue in cues:
        words = plain(cue["text"])
        first, last = (cue[edge] * RATE // 1000 for edge in ("start_ms", "end_ms"))
        if cue["text"] in known:
            assert likeness(known[cue["text"]], sound, first) > 0.95, cue
            continue
        known[cue["text"]] = sound[first:last]
        around = sound[first - MARGIN : last + MARGIN]
        if (got := recognizer.heard(around, size_of(words))) != words:
            mistaken.append((cue["start_ms"], words, got))
    assert len(mistaken) <= len(known) // DOUBTED, mistaken
    assert not [words for _, words, _ in mistaken if NEEDED.search(words)]


def test_the_words_for_the_ways_of_a_repetition_are_told_apart(tmp_path: Path) -> None:
    """Each is spoken alone, and heard beside the other way of its movement and the short calls that may come then."""
    library = json.loads(voicecoach("exercises", "--json").out)
    pairs = {tuple(map(str.casefold, exercise["phases"])) for exercise in library if exercise["phases"]}
    mistaken = []
    for word in sorted({word for pair in pairs for word in pair}):
        target = tmp_path / f"{word}.wav"
        assert voicecoach("say", "--engine", "natural", f"{word.capitalize()}.", "-o", target).code == 0
        sound = decoded(target, RATE)
        for pair in (pair for pair in pairs if word in pair):
            got = Recognizer({*pair, "hold", "left", "right", "last one"}).heard(sound, 1)
            if got != word:
                mistaken.append((pair, word, got))
    assert len(pairs) > 10
    assert mistaken == []


def test_the_recognizer_would_notice_other_words(tmp_path: Path) -> None:
    """The test above can fail: a sound is not taken for words that are not in it."""
    assert voicecoach("say", "--engine", "natural", "Switch sides.", "-o", tmp_path / "a.wav").code == 0
    sound = decoded(tmp_path / "a.wav", RATE)
    assert Recognizer({"switch sides", "last one", "one more"}).heard(sound, 2) == "switch sides"
