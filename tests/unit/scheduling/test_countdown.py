"""Three, two, one as words: each voice on its second, or three beeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import At, Near, cue, step
from voicecoach.model.plan import Edge, StepKind, Tone
from voicecoach.scheduling import schedule

if TYPE_CHECKING:
    from voicecoach.model.timeline import PlacedStep
    from voicecoach.units import Ms

NUMBERS = {3: "three", 2: "two", 1: "one"}
ONSETS = {"three": 120, "two": 70}


def tones(words: dict[int, str]) -> tuple[Tone, ...]:
    return tuple(Tone("ready", Edge.END, -1_000 * number, number, words[number]) for number in (3, 2, 1))


def counted(words: dict[int, str] = NUMBERS, length: Ms = 600, **parts: object) -> PlacedStep:
    """A rest of ten seconds that counts down with numbers of some length."""
    rest = step(kind=StepKind.REST, tones=tones(words), **{"duration": 10_000, **parts})  # type: ignore[arg-type]
    (placed,) = schedule([rest], lambda _: length, lambda _: 150, lambda text: ONSETS.get(text, 0))
    return placed


def heard(placed: PlacedStep) -> list[tuple[Ms, str]]:
    return [(event.start if event.beat is None else event.beat, event.name) for event in placed.events]


def test_each_voice_sets_in_on_its_second() -> None:
    placed = counted()
    assert heard(placed) == [(7_000, "three"), (8_000, "two"), (9_000, "one")]
    assert [event.start for event in placed.events] == [6_880, 7_930, 9_000]


def test_numbers_that_do_not_fit_their_second_are_all_beeps() -> None:
    """The two begins 70 ms early and wants 50 ms of silence before it: 1000 ms from the start of the three."""
    assert [name for _, name in heard(counted(length=950))] == ["three", "two", "one"]
    assert heard(counted(length=951)) == [(7_000, "ready"), (8_000, "ready"), (9_000, "ready")]


def test_a_number_that_cannot_be_spoken_makes_all_beeps() -> None:
    assert [name for _, name in heard(counted(length=0))] == ["ready"] * 3


def test_where_no_words_are_given_beeps_sound() -> None:
    assert [name for _, name in heard(counted({3: "", 2: "", 1: ""}))] == ["ready"] * 3


def test_a_short_step_counts_as_many_as_it_holds() -> None:
    assert heard(counted(duration=3_000, quiet_head=600)) == [(1_000, "two"), (2_000, "one")]


def test_a_number_that_would_begin_before_its_step_is_a_beep() -> None:
    assert heard(counted(duration=3_000)) == [(0, "ready"), (1_000, "ready"), (2_000, "ready")]


def test_words_keep_clear_of_the_hiss_of_the_first_number() -> None:
    work = step(cue("x" * 5, anchor=Near(9_900, 0, 10_000)), tones=tones(NUMBERS), duration=10_000, quiet_tail=3_000)
    (placed,) = schedule([work], lambda text: 100 * len(text), lambda _: 150, lambda text: ONSETS.get(text, 0))
    assert placed.events[0].end == 7_000 - 120 - 150


def test_an_exact_cue_before_the_countdown_gives_way() -> None:
    work = step(cue("x" * 5, anchor=At(6_500)), tones=tones(NUMBERS), duration=10_000, quiet_tail=3_000)
    (placed,) = schedule([work], lambda text: 100 * len(text), lambda _: 150, lambda text: ONSETS.get(text, 0))
    assert [event.name for event in placed.events] == ["three", "two", "one"]
