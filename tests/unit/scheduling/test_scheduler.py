from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from builders import At, Lead, Near, Tail, at, cue, step
from voicecoach.model.plan import Edge, Priority, StepKind, Tone, Wording
from voicecoach.model.timeline import Bus, Change, Fitting
from voicecoach.scheduling import schedule

if TYPE_CHECKING:
    from voicecoach.model.plan import Step
    from voicecoach.model.timeline import PlacedStep
    from voicecoach.units import Ms


def length(text: str) -> Ms:
    return 100 * len(text)


def placed(*steps: Step) -> list[PlacedStep]:
    return list(schedule(steps, length, lambda _: 400))


def heard(one: PlacedStep) -> list[tuple[Ms, str]]:
    return [(event.start, event.name) for event in one.events]


def test_steps_follow_each_other_from_zero() -> None:
    first, second = placed(step(duration=20_000), step(duration=10_000))
    assert [(first.start, first.end), (second.start, second.end)] == [(0, 20_000), (20_000, 30_000)]


def test_a_step_without_a_length_lasts_as_long_as_its_words_to_the_tenth() -> None:
    say = step(cue("hello"), cue("you there"), kind=StepKind.SAY, duration=None, quiet_head=2_000, tail=500)
    (one,) = placed(say)
    assert one.end == 2_000 + 500 + 400 + 900 + 500
    assert heard(one) == [(2_000, "hello"), (2_900, "you there")]


def test_a_step_without_a_length_lasts_at_least_its_minimum() -> None:
    (one,) = placed(step(cue("go", anchor=Tail()), kind=StepKind.READY, duration=None, minimum=10_000, tail=4_000))
    assert (one.end, heard(one)) == (10_000, [(5_800, "go")])


def test_work_keeps_its_length_whatever_is_to_be_said() -> None:
    (one,) = placed(step(cue("x" * 500, anchor=Near(0, 0, 20_000)), duration=20_000))
    assert one.end == 20_000
    assert one.events == ()


def test_tones_count_from_either_edge() -> None:
    tones = (Tone("go", Edge.START, 0), Tone("ready", Edge.END, -3_000), Tone("end", Edge.END, 0))
    _, one = placed(step(duration=5_000), step(duration=20_000, tones=tones))
    assert heard(one) == [(5_000, "go"), (22_000, "ready"), (25_000, "end")]
    assert all(event.bus is Bus.EARCON and event.end - event.start == 400 for event in one.events)


def test_a_short_step_has_as_many_beeps_as_it_holds_behind_its_quiet_start() -> None:
    tones = tuple(Tone("ready", Edge.END, -before) for before in (3_000, 2_000, 1_000))
    assert heard(placed(step(duration=3_000, quiet_head=600, tones=tones))[0]) == [(1_000, "ready"), (2_000, "ready")]
    assert len(heard(placed(step(duration=3_600, quiet_head=600, tones=tones))[0])) == 3


def test_nothing_is_spoken_in_the_quiet_ends_of_a_step() -> None:
    cues = (cue("early", anchor=Near(0, 0, 5_000)), cue("late", anchor=Near(19_000, 12_000, 20_000)))
    (one,) = placed(step(*cues, quiet_head=700, quiet_tail=3_000))
    assert heard(one) == [(700, "early"), (16_600, "late")]


def test_a_rest_too_short_even_for_the_name_is_stretched_and_says_so() -> None:
    tight = step(
        cue("next squat", "squat", anchor=Tail()),
        kind=StepKind.REST,
        duration=4_000,
        elastic=True,
        quiet_head=600,
        tail=4_000,
        tones=(Tone("ready", Edge.END, -3_000),),
        span=at(7),
    )
    (one,) = placed(tight)
    assert one.end == 600 + 500 + 4_000
    assert heard(one) == [(600, "squat"), (2_100, "ready")]
    assert [d.message for d in one.diagnostics] == [
        "the shortest words need 0.5 s, the rest leaves 0.0 s: stretched to 5.1 s"
    ]


def test_a_rest_that_loses_something_needed_says_how_much_is_missing() -> None:
    """What is missing is counted to the shortest wording that tells all that is needed."""
    wordings = (
        Wording("next squat sit back and up again", frozenset({"setup", "action"})),
        Wording("next squat sit back", frozenset({"setup"})),
        Wording("squat"),
    )
    needed = replace(cue(anchor=Tail()), wordings=wordings, needs=frozenset({"setup"}))
    (one,) = placed(step(needed, kind=StepKind.REST, duration=5_000, elastic=True, tail=4_000, span=at(7)))
    assert [(d.code, d.message, d.hint, d.span) for d in one.diagnostics] == [
        (
            "too-short",
            '"next squat sit back" needs 1.9 s, the rest leaves 1.0 s: used the shorter form, without the set-up',
            "make the rest longer",
            at(7),
        )
    ]


def test_a_shorter_form_that_loses_nothing_needed_is_no_fault() -> None:
    rest = step(cue("rest twenty", "rest"), kind=StepKind.REST, duration=500, elastic=True, span=at(7))
    (one,) = placed(rest)
    assert one.diagnostics == ()
    assert one.fittings == (Fitting(Change.SHORTENED, 1_100, 500, "test", "", "rest"),)


def test_everything_the_time_is_too_short_for_is_told() -> None:
    cheer = cue("go on", anchor=Lead(), priority=Priority.ENCOURAGING)
    tight = step(cue("squat"), cheer, kind=StepKind.REST, duration=300, elastic=True, span=at(7))
    (one,) = placed(tight)
    assert one.fittings == (
        Fitting(Change.STRETCHED, 500, 300, span=at(7)),
        Fitting(Change.DROPPED, 500, 0, "test", text="go on"),
    )


def test_the_authors_words_without_room_are_reported_at_their_line() -> None:
    theirs = cue("x" * 100, anchor=Near(9_000, 5_000, 12_000), priority=Priority.AUTHOR, span=at(9))
    (one,) = placed(step(theirs, span=at(8)))
    (fault,) = one.diagnostics
    assert (fault.code, fault.span) == ("cue-dropped", at(9))
    assert fault.message == f'"{"x" * 70} ..." needs 10.0 s, near its moment there are 7.0 s: it is not spoken'


def test_a_cue_without_room_sounds_its_earcon() -> None:
    number = cue("x" * 30, anchor=At(9_000), fallback="tick")
    assert heard(placed(step(number, cue("ten", anchor=At(10_000))))[0]) == [(9_000, "tick"), (10_000, "ten")]


def test_without_a_voice_the_earcons_are_left() -> None:
    number = cue("ten", anchor=At(9_000), fallback="tick")
    (one,) = schedule([step(number, cue("well done"))], lambda _: 0, lambda _: 50)
    assert heard(one) == [(9_000, "tick")]


def test_a_silenced_cue_sounds_no_earcon() -> None:
    assert placed(step(cue(anchor=At(9_000), fallback="tick")))[0].events == ()


def test_what_was_told_before_is_not_told_again() -> None:
    before = step(cue("sit back", tells=("action",), subject="Squat"), kind=StepKind.READY, duration=None)
    again = cue("sit back now", anchor=Near(800, 700, 9_000), subject="Squat", unless_told="action")
    other = cue("lie down", anchor=Near(800, 700, 9_000), subject="Bridge", unless_told="action")
    assert heard(placed(before, step(again))[1]) == []
    assert [name for _, name in heard(placed(before, step(other))[1])] == ["lie down"]


def test_steps_are_placed_one_at_a_time() -> None:
    def endless() -> object:
        while True:
            yield step(duration=1_000)

    stream = schedule(endless(), length, lambda _: 0)  # type: ignore[arg-type]
    assert [next(stream).start for _ in range(3)] == [0, 1_000, 2_000]


def test_cue_order_of_a_lead_and_a_tail() -> None:
    rest = step(
        cue("rest", anchor=Lead()),
        cue("round two", anchor=Tail()),
        cue("next squat", anchor=Tail(gap=400)),
        kind=StepKind.REST,
        duration=20_000,
        tail=4_000,
        quiet_head=600,
    )
    assert heard(placed(rest)[0]) == [(600, "rest"), (13_700, "round two"), (15_000, "next squat")]
