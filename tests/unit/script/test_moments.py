from __future__ import annotations

import pytest

from reader import faults, items, rendered
from voicecoach.model.workout import Activity, Rest, TimedCue, TimedMoment
from voicecoach.source import Span


def cue(line: str, step: str = "Squat: 40s") -> tuple[TimedMoment, int, str]:
    """The only words nested under a step."""
    (item,) = [item for item in items(f"- {step}\n  - {line}\n- Squat: 1s") if item.span.line == 1]
    assert isinstance(item, Activity | Rest)
    (found,) = item.cues
    return found.moment, found.offset, found.text


@pytest.mark.parametrize("written", ["at 10s", "At 0:10", "after 10 seconds", "**at 10s**"])
def test_at(written: str) -> None:
    assert cue(f"{written}: Push.") == (TimedMoment.AT, 10_000, "Push.")


@pytest.mark.parametrize("written", ["halfway", "Half way", "half-way", "at halfway"])
def test_halfway(written: str) -> None:
    assert cue(f"{written}: Stay low.") == (TimedMoment.HALFWAY, 0, "Stay low.")


@pytest.mark.parametrize("written", ["last 5s", "Last 5 seconds", "in the last 5s"])
def test_last(written: str) -> None:
    assert cue(f"{written}: Empty the tank!") == (TimedMoment.LAST, 5_000, "Empty the tank!")


def test_the_words_may_hold_colons_and_marks() -> None:
    assert cue("at 10s: Remember: *heels*.") == (TimedMoment.AT, 10_000, "Remember: heels.")


def test_the_words_may_go_on_on_the_next_line() -> None:
    assert cue("at 10s: Push\n    harder.") == (TimedMoment.AT, 10_000, "Push harder.")


def test_a_time_with_a_colon_is_a_moment() -> None:
    assert cue("at 1:30: Go.", "Squat: 2 min") == (TimedMoment.AT, 90_000, "Go.")


def test_the_start_of_a_step_is_a_moment_of_it() -> None:
    assert cue("at 0s: Go.") == (TimedMoment.AT, 0, "Go.")


def test_words_in_a_rest() -> None:
    assert cue("at 10s: Shake it out.", "Rest: 30s") == (TimedMoment.AT, 10_000, "Shake it out.")


def test_a_cue_knows_its_place() -> None:
    (step,) = items("- Squat: 40s\n  - halfway: Go.")
    assert isinstance(step, Activity)
    assert step.cues == (TimedCue(TimedMoment.HALFWAY, 0, "Go.", Span("x.md", 2, 5, 17)),)
    assert step.cues[0].span == Span("x.md", 2, 5, 17)


@pytest.mark.parametrize(
    ("step", "moment", "length"),
    [
        ("Squat: 40s", "at 40s", "40s"),
        ("Squat: 40s", "last 41s", "40s"),
        ("Squat: 90s each side", "at 2 min", "1 min 30s"),
        ("Squat: max reps in 40s", "at 50s", "40s"),
        ("Rest: 20s", "at 30s", "20s"),
    ],
)
def test_a_moment_outside_its_step(step: str, moment: str, length: str) -> None:
    assert rendered(f"- {step}\n  - {moment}: Go.\n- Squat: 1s") == [
        f'x.md:2:5: error: "{moment}" lies outside the step, which lasts {length} [bad-moment]'
    ]


@pytest.mark.parametrize("step", ["Squat: 3 reps", "Squat: until ready", "Rest: until ready"])
def test_nobody_knows_how_long_counted_repetitions_last(step: str) -> None:
    assert cue("at 10 min: Go.", step)[1] == 600_000


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("hlfway: Go.", "hlfway"),
        ("at ten: Go.", "at ten"),
        ("at 50%: Go.", "at 50%"),
        ("at 10: Go.", "at 10"),
        ("halfway there: Go.", "halfway there"),
        ("last: Go.", "last"),
        ("Tip: Go slow.", "Tip"),
        ("at 10s Go.", "at 10s Go."),
        ("at 10s:", "at 10s:"),
    ],
)
def test_a_line_that_is_no_moment(line: str, part: str) -> None:
    assert faults(f"- Squat: 40s\n  - {line}") == [("bad-moment", part)]


def test_a_slip_of_the_pen_is_mended() -> None:
    assert rendered("- Squat: 40s\n  - halfwy: Go.") == [
        (
            'x.md:2:5: error: "halfwy" is no moment of a step [bad-moment]\n'
            '  expected: "at 10s: text", "halfway: text" or "last 5s: text"\n'
            '  hint: did you mean "halfway"?'
        )
    ]


def test_a_step_under_a_step_is_told_where_it_belongs() -> None:
    assert rendered("- Squat: 40s\n  - Press-up: 10 reps")[0].endswith(
        'hint: a step stands at the margin; a heading with "##" makes several a block'
    )


def test_plain_words_under_a_step_are_not_read() -> None:
    assert rendered("- Squat: 40s\n  - keep your heels down") == [
        (
            "x.md:2:5: warning: this line under a step is not read: it names no moment [not-read]\n"
            '  hint: write "at 10s: text", "halfway: text" or "last 5s: text" for something to say, '
            "or a paragraph for a note"
        )
    ]


def test_nothing_is_read_deeper() -> None:
    assert faults("- Squat: 40s\n  - halfway: Go.\n    - and go") == [("not-read", "- and go")]
