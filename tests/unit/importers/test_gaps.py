from __future__ import annotations

import pytest

from unit.importers.knowledge import imported, played
from voicecoach.errors import VoicecoachError
from voicecoach.importers.gaps import load
from voicecoach.model.workout import Activity, Timed
from voicecoach.source import Source


def session(text: str) -> list[Activity]:
    items = played(load(), text).sections[0].items
    return [item for item in items if isinstance(item, Activity)]


def silences(text: str) -> list[int]:
    """The silence before each line but the first, in ms: what is left between the guessed ends and starts."""
    cues = session(text)[0].cues
    ends = [cue.offset + 400 + 70 * len(cue.text) for cue in cues]
    return [after.offset - end for end, after in zip(ends, cues[1:], strict=False)]


@pytest.mark.parametrize(
    ("mark", "silence"),
    [
        ("[Gap: 30 seconds]", 30_000),
        ("[PAUSE:5]", 5_000),
        ("[pause]", 2_000),
        ("[pause for 10s]", 10_000),
        ("<hold 1 minute>", 60_000),
        ("(pause 3 sec)", 3_000),
        ("[silence 1 minute 30 seconds]", 90_000),
        ("[Gap: 1.5 min]", 90_000),
        ("[pause: 500 ms]", 500),
        ("###", 2_000),
    ],
)
def test_marks_are_silence(mark: str, silence: int) -> None:
    assert silences(f"Sit down.\n[pause]\nBreathe in.\n{mark}\nBreathe out.\n")[1] == silence


def test_marks_within_a_line_part_it() -> None:
    (step,) = session("Breathe in. [PAUSE:4] Breathe out. [pause]\n")
    assert [cue.text for cue in step.cues] == ["Breathe in.", "Breathe out."]


def test_marks_in_a_row_add_up() -> None:
    assert silences("One.\n[pause]\n[pause]\nTwo.\n") == [4_000]


def test_comments_and_stage_directions_are_not_spoken() -> None:
    (step,) = session("Sit down. # softly\n[Gap: 5] # longer\n[bells ring]\nGet up.\n")
    assert [cue.text for cue in step.cues] == ["Sit down.", "Get up."]


def test_headings_begin_chapters() -> None:
    first, second = session("# Arrive\nSit down.\n[pause]\n# Leave\nGet up.\n[pause]\n")
    assert (first.exercise.name, second.exercise.name) == ("Arrive", "Leave")


def test_the_coach_does_not_talk_in_between() -> None:
    workout = played(load(), "One.\n[pause]\nTwo.\n")
    assert {cue.moment for cue in workout.settings.cues} == {"halfway", "remaining", "encourage", "form"}


def test_the_last_line_ends_before_the_count_out() -> None:
    (step,) = session("One.\n[pause]\nTwo.\n")
    assert isinstance(step.prescription.amount, Timed)
    last = step.cues[-1]
    assert step.prescription.amount.duration - (last.offset + 400 + 70 * len(last.text)) >= 3_000


def test_a_long_paragraph_is_spoken_sentence_by_sentence() -> None:
    (step,) = session("[pause]\n" + "This is a sentence of some length. " * 20)
    assert [cue.text for cue in step.cues] == ["This is a sentence of some length."] * 20


@pytest.mark.parametrize("text", ["", "[Gap: 30 seconds]", "Just words.", "# Title\n[pause]\n"])
def test_without_lines_or_without_marks_there_is_nothing_to_perform(text: str) -> None:
    with pytest.raises(VoicecoachError) as caught:
        imported(load(), text, "talk.txt")
    assert str(caught.value) == "talk.txt has no lines to speak with marks such as [Gap: 30 seconds]"


def test_endless_texts_are_refused() -> None:
    with pytest.raises(VoicecoachError) as caught:
        imported(load(), "[pause] One.\n" * 2_001, "talk.txt")
    assert str(caught.value) == "talk.txt has more than 2,000 lines to speak; cut it into parts"


@pytest.mark.parametrize(
    ("text", "sure"),
    [("a [Gap: 3] b [pause] c", 0.9), ("a [pause] b", 0.6), ("Lower (pause) and lift", 0.0), ("a", 0.0)],
)
def test_how_sure_it_is(text: str, sure: float) -> None:
    assert load().sniff(Source("x.txt", text)) == sure
