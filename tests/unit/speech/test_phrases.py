"""Sentences and the pauses between them."""

import numpy as np
import pytest

from voicecoach.model.clip import Clip, Utterance
from voicecoach.speech.engines.tone import ToneEngine, hum_length
from voicecoach.speech.phrases import sentences, speak_in_phrases


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Rest.", (("Rest.", 0),)),
        ("Rest. Thirty seconds.", (("Rest.", 350), ("Thirty seconds.", 0))),
        ("3... 2... 1", (("3...", 500), ("2...", 500), ("1", 0))),
        ("Ready? Go! Now, then", (("Ready?", 350), ("Go!", 350), ("Now, then", 0))),
        ("Add 2.5 kilos", (("Add 2.5 kilos", 0),)),
        ("", ()),
        ("...", ()),
    ],
)
def test_parts(text: str, parts: tuple[tuple[str, int], ...]) -> None:
    assert sentences(text) == parts


def test_length_is_that_of_the_sentences_and_pauses() -> None:
    clip = speak_in_phrases(ToneEngine(), Utterance("Rest. Go... Now!"))
    lengths = hum_length("Rest.") + 350 + hum_length("Go...") + 500 + hum_length("Now!")
    assert len(clip.samples) * 1000 == lengths * clip.rate


def test_nothing_to_say_is_an_empty_clip() -> None:
    clip = speak_in_phrases(ToneEngine(), Utterance("..."))
    assert len(clip.samples) == 0
    assert clip.rate > 0


class Wavering(ToneEngine):
    """Changes its rate."""

    def speak(self, utterance: Utterance) -> Clip:
        return Clip(np.ones(1000, np.float32), 16_000 + len(utterance.text))


def test_voice_that_changes_its_rate_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^the rate changed from 16005 to 16003 Hz$"):
        speak_in_phrases(Wavering(), Utterance("Rest. Go."))
