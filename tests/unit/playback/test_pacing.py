from __future__ import annotations

import threading

import pytest

from voicecoach.playback.pacing import Lengths, PatientLengths


def test_words_are_waited_for_as_long_as_there_is_time() -> None:
    spoken = threading.Event()

    def speak(text: str) -> int:
        spoken.wait()
        return len(text)

    left = iter([9.0, 8.0])

    def leeway() -> float:
        try:
            return next(left)
        except StopIteration:
            spoken.set()
            return 9.0

    assert PatientLengths(Lengths(speak), leeway)("Rest.") == 5


def test_words_that_come_too_late_are_left_out_and_known_later() -> None:
    spoken = threading.Event()
    lengths = Lengths(lambda text: spoken.wait() and len(text))
    late = PatientLengths(lengths, lambda: 0.0)
    assert late("Rest.") == 0
    spoken.set()
    assert lengths.wait("Rest.", 5.0) == 5
    assert late("Rest.") == 0, "within a step the answer stays"
    late.next_step()
    assert late("Rest.") == 5


def test_what_is_wanted_now_does_not_queue_behind_what_is_wanted_later() -> None:
    stuck = threading.Event()
    lengths = Lengths(lambda text: len(text) if text == "Now." else stuck.wait() and 0)
    lengths.soon(["Later.", "Later still."])
    assert lengths.wait("Now.", 5.0) == 4
    stuck.set()


def test_each_text_is_spoken_once() -> None:
    asked: list[str] = []
    lengths = Lengths(lambda text: asked.append(text) or 7)
    lengths.soon(["One.", "One."])
    assert lengths.wait("One.", 5.0) == 7
    assert lengths.at_hand("One.") == 7
    assert asked == ["One."]


def test_a_failure_is_raised_where_the_answer_is_awaited() -> None:
    def fail(text: str) -> int:
        raise RuntimeError(text)

    with pytest.raises(RuntimeError, match=r"Rest\."):
        Lengths(fail).wait("Rest.", 5.0)


def test_closing_waits_for_what_is_being_spoken_and_leaves_the_rest() -> None:
    speaking, may_end = threading.Event(), threading.Event()
    spoken: list[str] = []

    def speak(text: str) -> int:
        speaking.set()
        may_end.wait()
        spoken.append(text)
        return 1

    lengths = Lengths(speak)
    lengths.soon(["One.", "Two."])
    speaking.wait()
    threading.Timer(0.05, may_end.set).start()
    lengths.close(10.0)
    assert spoken == ["One."]
