from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from builders import SQUAT, reps, workout
from voicecoach.model.plan import At, Near
from voicecoach.model.workout import Movement, Tempo
from voicecoach.planning.elements import ExerciseSet
from voicecoach.planning.reps import rep_cues, rep_tones
from voicecoach.planning.sequence import sequence

if TYPE_CHECKING:
    from voicecoach.model.workout import Exercise
    from voicecoach.units import Ms

BRIDGE = replace(SQUAT, name="Bridge", starts=Movement.UP, action="")
SLOW_BRIDGE = Tempo(down=2_000, bottom=0, up=2_000, top=1_000)
SLOW_SQUAT = Tempo(down=3_000, bottom=1_000, up=1_000, top=0)


def bout(count: int, exercise: Exercise = SQUAT, tempo: Tempo | None = None) -> ExerciseSet:
    plan = workout(reps(count, exercise, tempo=tempo))
    return next(one for one in sequence(plan) if isinstance(one, ExerciseSet))


def moments(one: ExerciseSet, count: int, *words: str) -> list[tuple[Ms, str]]:
    """Offsets of the cues of these moments, numbers by their number."""
    told = []
    for cue in rep_cues(one, count, ""):
        assert isinstance(cue.anchor, At | Near)
        if cue.moment in words:
            told.append((cue.anchor.offset, str(cue.values.get("number", cue.moment))))
    return sorted(told)


def test_a_squat_is_counted_where_it_comes_up_and_the_last_is_the_end_tones() -> None:
    one = bout(4, tempo=SLOW_SQUAT)
    assert moments(one, 4, "count") == [(5_000, "1"), (10_000, "2"), (15_000, "3")]
    assert moments(one, 4, "last_rep") == [(15_000, "last_rep")]


def test_a_bridge_is_counted_where_it_is_lifted() -> None:
    one = bout(3, BRIDGE, SLOW_BRIDGE)
    assert moments(one, 3, "count") == [(2_000, "1"), (7_000, "2")]


def test_a_number_that_would_reach_into_the_last_three_seconds_is_a_tick() -> None:
    one = bout(3, BRIDGE, SLOW_BRIDGE)
    assert [tone.offset for tone in rep_tones(one, 3) if tone.earcon == "tick"] == [12_000]


def test_a_slow_bridge_is_led_through_its_first_two_reps() -> None:
    one = bout(5, BRIDGE, replace(SLOW_BRIDGE, top=2_000))
    assert moments(one, 5, "lift", "hold", "lower") == [
        (450, "lift"),
        (2_500, "hold"),
        (4_000, "lower"),
        (6_000, "lift"),
        (8_500, "hold"),
        (10_000, "lower"),
    ]


def test_a_hold_of_a_second_is_left_to_the_number_that_begins_it() -> None:
    assert moments(bout(5, BRIDGE, SLOW_BRIDGE), 5, "hold") == []


def test_no_word_is_planned_for_the_rest_of_a_second_behind_the_go_tone() -> None:
    one = bout(5, tempo=Tempo(1_000, 0, 1_000, 0))
    assert moments(one, 5, "lift", "lower") == [(1_000, "lift"), (3_000, "lift")]


def test_a_long_phase_is_counted_by_the_second_until_repetitions_are_counted() -> None:
    one = bout(3, tempo=Tempo(2_000, 0, 3_000, 0))
    assert moments(one, 3, "lift", "lower", "beat") == [
        (450, "lower"),
        (2_000, "lift"),
        (3_000, "2"),
        (4_000, "3"),
        (7_000, "lift"),
    ]
    bridge = bout(3, BRIDGE, Tempo(3_000, 0, 2_000, 2_000))
    assert moments(bridge, 3, "lower", "beat") == [(4_000, "lower"), (11_000, "lower")]


def test_a_slow_squat_is_told_its_ways_and_not_to_lower_on_a_number() -> None:
    one = bout(5, tempo=SLOW_SQUAT)
    assert moments(one, 5, "lift", "hold", "lower", "beat") == [
        (450, "lower"),
        (3_000, "hold"),
        (4_000, "lift"),
        (8_000, "hold"),
        (9_000, "lift"),
    ]


def test_an_exercise_may_call_its_two_ways_something_else() -> None:
    row = replace(BRIDGE, phases=("pull", "let go"))
    said = [cue.values["phase"] for cue in rep_cues(bout(3, row, SLOW_BRIDGE), 3, "") if cue.moment == "phase"]
    assert said == ["pull.", "let go.", "pull.", "let go."]


def test_where_no_tempo_is_known_nobody_says_which_way() -> None:
    assert moments(bout(5), 5, "lift", "hold", "lower") == []


def test_a_quick_tempo_has_numbers_alone() -> None:
    one = bout(6, tempo=Tempo(500, 0, 500, 0))
    assert moments(one, 6, "lift", "hold", "lower", "beat") == []


def test_three_more_and_the_last_one_are_called() -> None:
    one = bout(12, BRIDGE, SLOW_BRIDGE)
    assert moments(one, 12, "three_more", "last_rep") == [(44_000, "three_more"), (55_000, "last_rep")]


def test_where_a_rep_leaves_no_time_the_last_call_stands_for_the_number_before_it() -> None:
    """Four and a half seconds a rep: "seven" would be heard behind "last one", or in the last three seconds."""
    one = bout(8, tempo=Tempo(3_000, 1_000, 500, 0))
    assert moments(one, 8, "count", "last_rep")[-2:] == [(27_000, "6"), (31_500, "last_rep")]


def test_where_the_last_seconds_begin_with_the_last_rep_its_call_comes_before_and_a_tick_for_the_number() -> None:
    one = bout(8)
    assert moments(one, 8, "count")[-1] == (18_000, "6")
    (call,) = [cue for cue in rep_cues(one, 8, "") if cue.moment == "last_rep"]
    assert call.anchor == Near(offset=21_000, earliest=18_000, latest=21_000)
    assert [tone.offset for tone in rep_tones(one, 8) if tone.earcon == "tick"] == [21_000]


def test_quick_reps_have_no_last_call_for_it_would_name_another_rep() -> None:
    assert moments(bout(8, tempo=Tempo(1_000, 0, 1_000, 0)), 8, "last_rep") == []


def test_a_short_set_has_no_three_more_and_a_single_rep_no_last_one() -> None:
    assert moments(bout(9), 9, "three_more") == []
    assert moments(bout(1), 1, "last_rep") == []


def test_a_long_set_goes_over_to_ticks_with_every_fifth_number() -> None:
    one = bout(21, tempo=Tempo(1_000, 0, 1_000, 0))
    spoken = [int(number) for _, number in moments(one, 21, "count")]
    assert spoken == [*range(1, 11), 15]
    ticks = [tone.offset // 2_000 for tone in rep_tones(one, 21) if tone.earcon == "tick"]
    assert ticks == [11, 12, 13, 14, 16, 17, 18, 19, 20]


def test_the_form_point_waits_until_the_coach_has_led_through_the_first_reps() -> None:
    (form,) = [cue for cue in rep_cues(bout(6, tempo=SLOW_SQUAT), 6, "Heels heavy") if cue.moment == "form"]
    assert form.anchor == Near(offset=10_000, earliest=10_000, latest=20_000)


def test_the_form_point_comes_between_the_first_two_reps_and_two_thirds() -> None:
    (form,) = [cue for cue in rep_cues(bout(10, tempo=SLOW_SQUAT), 10, "Heels heavy") if cue.moment == "form"]
    assert form.values["form"] == "Heels heavy."
    assert form.anchor == Near(offset=12_500, earliest=10_000, latest=33_333)
