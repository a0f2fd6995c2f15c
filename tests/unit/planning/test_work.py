from __future__ import annotations

from builders import PLANK, activity, at, workout
from voicecoach.model.plan import Edge, Near
from voicecoach.model.workout import TimedCue, TimedMoment
from voicecoach.planning.elements import ExerciseSet
from voicecoach.planning.sequence import sequence
from voicecoach.planning.work import timed_cues, timed_tones


def bout(*cues: TimedCue, exercise: object = PLANK) -> ExerciseSet:
    plan = workout(activity(exercise, cues=cues))  # type: ignore[arg-type]
    return next(one for one in sequence(plan) if isinstance(one, ExerciseSet))


def said(one: ExerciseSet, length: int, form: str = "") -> list[tuple[str, int]]:
    return [(cue.moment, cue.anchor.offset) for cue in timed_cues(one, length, form) if isinstance(cue.anchor, Near)]


def tones(one: ExerciseSet, length: int) -> list[tuple[str, Edge, int]]:
    return [(tone.earcon, tone.edge, tone.offset) for tone in timed_tones(one, length)]


def test_a_minute_has_halfway_ten_left_and_encouragement() -> None:
    assert said(bout(), 60_000) == [("halfway", 30_000), ("remaining", 50_000), ("encourage", 40_000)]


def test_a_form_point_comes_in_the_first_third_of_a_step_of_twenty_seconds() -> None:
    (form,) = [cue for cue in timed_cues(bout(), 20_000, "Breathe") if cue.moment == "form"]
    assert form.anchor == Near(offset=4_400, earliest=3_000, latest=9_600)
    assert "form" not in [moment for moment, _ in said(bout(), 19_999, "Breathe")]


def test_a_short_step_has_a_soft_earcon_at_its_half_and_a_very_short_one_nothing() -> None:
    assert ("halfway", Edge.START, 5_000) in tones(bout(), 10_000)
    assert "halfway" not in [earcon for earcon, _, _ in tones(bout(), 9_999)]
    assert "halfway" not in [earcon for earcon, _, _ in tones(bout(), 20_000)]


def test_three_beeps_lead_into_the_end() -> None:
    assert tones(bout(), 30_000) == [
        ("go", Edge.START, 0),
        ("ready", Edge.END, -3_000),
        ("ready", Edge.END, -2_000),
        ("ready", Edge.END, -1_000),
        ("end-last", Edge.END, 0),
    ]


def test_the_authors_halfway_replaces_the_coachs() -> None:
    own = TimedCue(TimedMoment.HALFWAY, 0, "Stay low", span=at(4))
    cues = list(timed_cues(bout(own), 40_000, ""))
    assert [cue.moment for cue in cues if cue.anchor == Near(20_000, 15_000, 26_000)] == ["line"]
    assert "halfway" not in [cue.moment for cue in cues]
    assert (cues[0].values["text"], cues[0].span) == ("Stay low.", at(4))


def test_the_authors_moments_count_from_either_end() -> None:
    early = TimedCue(TimedMoment.AT, 10_000, "Heels!", span=at(4))
    late = TimedCue(TimedMoment.LAST, 5_000, "Empty the tank!", span=at(5))
    assert said(bout(early, late), 40_000)[:2] == [("line", 10_000), ("line", 35_000)]


def test_a_time_call_beside_the_authors_words_is_dropped() -> None:
    own = TimedCue(TimedMoment.LAST, 9_000, "All you have", span=at(4))
    assert ("remaining", 50_000) in said(bout(), 60_000)
    assert ("remaining", 50_000) not in said(bout(own), 60_000)
