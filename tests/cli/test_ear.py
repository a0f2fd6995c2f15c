"""A speech recognizer reads workouts back from their MP3 files: the right words at the right place.

Each cue is cut out of the decoded file where the plan says it stands, and the recognizer says which of the workout's
cues it is: short ones are told from those with as many words, long ones from all long ones.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import numpy as np
import pytest

from command import SCRIPTS, voicecoach
from hearing import decoded, likeness

if TYPE_CHECKING:
    from pathlib import Path

    from hearing import Sound

pytest.importorskip("pocketsphinx", reason="no speech recognizer is installed (the extra `ear`)")

from plain_words import plain
from recognizer import RATE, Recognizer

pytestmark = pytest.mark.ear

MARGIN = RATE * 60 // 1000
SLIP = RATE * 24 // 1000
"""Two cues of an export that splices may each stand up to 12 ms off their place."""

LONG = 4
DOUBTED = 50
"""Of so many cues the small recognizer may take one for another: a single word is little to go by."""

NEEDED = re.compile(r"^(first|next|rest|switch|halfway|that's half|last|round)\b|left$|side")
"""What a listener cannot do without."""


def returns(pattern: Sound, sound: Sound, at: int) -> float:
    """How alike a sound that was heard before and the one at a place are, where they are most alike near it."""
    around = sound[at - SLIP : at + SLIP + len(pattern)]
    return likeness(pattern, around, int(np.argmax(np.correlate(around, pattern))))


@pytest.mark.parametrize("script", ["leg-and-glute", "core-twelve", "desk-break"])
def test_every_cue_is_heard_where_the_plan_says(script: str, tmp_path: Path) -> None:
    source, target = SCRIPTS / f"{script}.md", tmp_path / "workout.mp3"
    assert voicecoach("export", "--engine", "natural", source, "-o", target).code == 0
    plan = json.loads(voicecoach("plan", "--json", "--engine", "natural", source).out)
    cues = [event for event in plan["events"] if event["bus"] == "voice"]
    texts = {plain(cue["text"]) for cue in cues}
    recognizer, sound = Recognizer(texts, LONG), decoded(target, RATE)
    known: dict[str, Sound] = {}
    mistaken = []
    for cue in cues:
        words = plain(cue["text"])
        first, last = (cue[edge] * RATE // 1000 for edge in ("start_ms", "end_ms"))
        if cue["text"] in known:
            assert returns(known[cue["text"]], sound, first) > 0.95, cue
            continue
        known[cue["text"]] = sound[first:last]
        around = sound[first - MARGIN : last + MARGIN]
        if (got := recognizer.heard(around, words)) != words:
            mistaken.append((cue["start_ms"], words, got))
    assert len(mistaken) <= len(known) // DOUBTED, mistaken
    assert not [words for _, words, _ in mistaken if NEEDED.search(words)]


def test_the_words_for_the_ways_of_a_repetition_are_told_apart(tmp_path: Path) -> None:
    """Each is spoken alone, and heard beside the other way of its movement."""
    library = json.loads(voicecoach("exercises", "--json").out)
    pairs = {tuple(map(str.casefold, exercise["phases"])) for exercise in library if exercise["phases"]}
    mistaken = []
    for word in sorted({word for pair in pairs for word in pair}):
        target = tmp_path / f"{word}.wav"
        assert voicecoach("say", "--engine", "natural", f"{word.capitalize()}.", "-o", target).code == 0
        sound = decoded(target, RATE)
        for pair in (pair for pair in pairs if word in pair):
            got = Recognizer(pair, LONG).heard(sound, word)
            if got != word:
                mistaken.append((pair, word, got))
    assert len(pairs) > 10
    assert mistaken == []


def test_the_recognizer_would_notice_other_words(tmp_path: Path) -> None:
    """The test above can fail: a sound is not taken for words that are not in it."""
    assert voicecoach("say", "--engine", "natural", "Switch sides.", "-o", tmp_path / "a.wav").code == 0
    sound = decoded(tmp_path / "a.wav", RATE)
    assert Recognizer({"switch sides", "last one", "one more"}, LONG).heard(sound, "last one") == "switch sides"
