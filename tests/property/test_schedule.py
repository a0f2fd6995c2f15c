"""Laws that hold for every workout, whatever its words last."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import at  # isort: skip
from fitting_laws import check  # isort: skip
from voicecoach.model.talk import TalkChoice, TalkLevel
from voicecoach.model.timeline import Bus, Timeline
from voicecoach.model.workout import (
    Activity,
    Circuit,
    Clock,
    Every,
    Exercise,
    Intervals,
    Item,
    Ladder,
    MostReps,
    Movement,
    Prescription,
    Reps,
    Rest,
    Rounds,
    Section,
    Sides,
    SpokenLine,
    Tempo,
    Timed,
    TimedCue,
    TimedMoment,
    UntilReady,
    Workout,
)
from voicecoach.planning import hushed, plan
from voicecoach.planning.extent import DEFAULT_TEMPO
from voicecoach.scheduling import schedule
from voicecoach.scheduling.fitting import fit
from voicecoach.wording import Words, load_pack

if TYPE_CHECKING:
    from collections.abc import Callable

QUIET_BEFORE_A_TONE = 3_000

words = st.text("abcdefgh ", min_size=1, max_size=40).map(lambda text: " ".join(text.split()) or "a")
tempos = st.builds(
    Tempo,
    st.sampled_from([500, 1_000, 2_000, 4_000]),
    st.sampled_from([0, 1_000, 2_000]),
    st.sampled_from([500, 1_000, 3_000]),
    st.sampled_from([0, 1_000]),
)
exercises = st.builds(
    Exercise,
    name=words,
    starting_position=st.one_of(st.just(""), words),
    action=st.one_of(st.just(""), words),
    forms=st.lists(words, max_size=3).map(tuple),
    tempo=st.one_of(st.none(), tempos),
    starts=st.sampled_from(Movement),
)
amounts = st.one_of(
    st.integers(1, 30).map(Reps),
    st.integers(1, 200).map(lambda s: Timed(s * 1_000)),
    st.integers(5, 90).map(lambda s: MostReps(s * 1_000)),
    st.just(UntilReady()),
)
prescriptions = st.builds(
    Prescription,
    amount=amounts,
    sets=st.integers(1, 3),
    rest=st.sampled_from([0, 1_000, 5_000, 30_000]),
    sides=st.sampled_from(Sides),
    tempo=st.one_of(st.none(), tempos),
    loads=st.lists(words, max_size=1).map(tuple),
)
timed_cues = st.builds(
    TimedCue, st.sampled_from(TimedMoment), st.sampled_from([0, 3_000, 10_000]), words, span=st.just(at(3))
)
items = st.one_of(
    st.builds(Activity, exercises, prescriptions, st.lists(timed_cues, max_size=2).map(tuple), span=st.just(at(1))),
    st.builds(
        Rest, st.one_of(st.none(), st.sampled_from([1_000, 4_000, 10_000, 60_000, 180_000])), span=st.just(at(2))
    ),
    st.builds(SpokenLine, words, span=st.just(at(2))),
)
rests = st.sampled_from([0, 3_000, 10_000, 60_000])
titles = st.one_of(st.just(""), words)
activities = st.builds(Activity, exercises, prescriptions, span=st.just(at(1)))
rounds = st.builds(
    Section,
    title=titles,
    scheme=st.one_of(
        st.builds(Rounds, st.integers(1, 4), rests),
        st.builds(Ladder, st.lists(st.integers(1, 12), min_size=2, max_size=4).map(tuple), rests),
    ),
    items=st.lists(
        st.one_of(
            items,
            st.builds(
                Circuit,
                st.builds(Rounds, st.integers(2, 3), rests),
                st.lists(items, min_size=1, max_size=2).map(tuple),
                span=st.just(at(4)),
            ),
        ),
        min_size=1,
        max_size=5,
    ).map(tuple),
)
clocked = st.builds(
    Section,
    title=titles,
    scheme=st.one_of(
        st.builds(Intervals, st.sampled_from([5_000, 20_000, 40_000]), rests, count=st.integers(1, 8)),
        st.builds(Intervals, st.sampled_from([20_000, 45_000]), rests, passes=st.integers(1, 3)),
        st.builds(Every, st.sampled_from([30_000, 60_000, 90_000]), st.integers(1, 6)),
        st.builds(Clock, st.sampled_from([60_000, 720_000]), st.booleans()),
    ),
    items=st.lists(activities, min_size=1, max_size=3).map(tuple),
    span=st.just(at(1)),
)
sections = st.one_of(rounds, clocked)
workouts = st.builds(Workout, sections=st.lists(sections, min_size=1, max_size=3).map(tuple))


def lengths(seed: int) -> Callable[[str], int]:
    """Words that last anything from a blink to half a minute."""
    return lambda text: Random(f"{seed}/{text}").choice((120, 400, 900, 2_500, 7_000, 30_000))  # noqa: S311


def perform(workout: Workout, seed: int) -> Timeline:
    """Place a workout."""
    steps = Words(load_pack("friendly"), seed).word(plan(workout))
    return Timeline("", tuple(schedule(steps, lengths(seed), lambda _: 400)))


def voice(timeline: Timeline) -> list[tuple[int, int]]:
    return [(event.start, event.end) for event in timeline.events if event.bus is Bus.VOICE]


def go_and_end(timeline: Timeline) -> list[int]:
    return [event.start for event in timeline.events if event.name in ("go", "end", "end-last")]


def speech_never_overlaps_speech(_: Workout, timeline: Timeline) -> None:
    assert all(before[1] <= after[0] for before, after in pairwise(voice(timeline)))


def nothing_is_spoken_in_the_last_seconds_before_a_go_or_an_end(_: Workout, timeline: Timeline) -> None:
    spoken = voice(timeline)
    for tone in go_and_end(timeline):
        assert not [1 for start, end in spoken if start < tone and end > tone - QUIET_BEFORE_A_TONE]


def steps_touch_and_their_events_lie_in_them(_: Workout, timeline: Timeline) -> None:
    assert timeline.steps[0].start == 0
    assert all(before.end == after.start for before, after in pairwise(timeline.steps))
    for step in timeline.steps:
        for event in step.events:
            assert step.start <= event.start <= step.end
            assert event.bus is Bus.EARCON or event.end <= step.end


def work_lasts_exactly_what_is_written_from_go_to_end(workout: Workout, timeline: Timeline) -> None:
    tones = go_and_end(timeline)
    assert [end - go for go, end in zip(tones[::2], tones[1::2], strict=True)] == _asked(workout)


def _asked(workout: Workout) -> list[int]:
    """The length of every bout, straight from what is written."""
    return [length for section in workout.sections for length in _asked_of(section)]


def _asked_of(section: Section) -> list[int]:
    moves = [item for item in section.items if isinstance(item, Activity)]
    match section.scheme:
        case Rounds(count):
            return _pass(section.items) * count
        case Ladder(reps):
            return [length for number in reps for length in _pass(section.items, number)]
        case Intervals(work):
            return [work] * (section.scheme.count or section.scheme.passes * len(moves))
        case Every(_, count):
            return [length for number in range(count) for length in _bouts(moves[number % len(moves)], sets=1)]
        case Clock(limit):
            return [limit]


def _pass(items: tuple[Item, ...], reps: int | None = None) -> list[int]:
    lengths = []
    for item in items:
        if isinstance(item, Activity):
            lengths += _bouts(item, reps)
        elif isinstance(item, Circuit):
            lengths += _pass(item.items) * item.scheme.count
    return lengths


def _bouts(activity: Activity, reps: int | None = None, sets: int | None = None) -> list[int]:
    wanted = activity.prescription
    match wanted.amount:
        case Reps(count):
            length = (reps or count) * (wanted.tempo or activity.exercise.tempo or DEFAULT_TEMPO).rep
        case Timed(length) | MostReps(length):
            pass
        case _:
            length = 60_000
    return [length] * (sets or wanted.sets) * (2 if wanted.sides is Sides.EACH else 1)


def a_step_is_never_shortened_and_lengthened_only_with_a_word_about_it(workout: Workout, timeline: Timeline) -> None:
    for planned, placed in zip(plan(workout), timeline.steps, strict=True):
        if planned.duration is not None:
            length = placed.end - placed.start
            told = any(diagnostic.code == "stretched" for diagnostic in placed.diagnostics)
            assert length >= planned.duration
            assert told == (length > planned.duration and planned.span is not None)


def the_essential_is_always_said(workout: Workout, timeline: Timeline) -> None:
    """The name of every exercise that is performed and every spoken line of the author."""
    spoken = " / ".join(event.name for event in timeline.events if event.bus is Bus.VOICE).casefold()
    for section in workout.sections:
        performed = None
        if isinstance(section.scheme, Every):
            performed = section.scheme.count
        elif isinstance(section.scheme, Intervals):
            performed = len(_asked_of(section))
        for item in section.items[:performed]:
            if isinstance(item, Activity):
                assert item.exercise.name.casefold() in spoken
            elif isinstance(item, SpokenLine):
                assert item.text.casefold() in spoken


def no_variant_is_heard_twice_running(_: Workout, timeline: Timeline) -> None:
    for moment in ("halfway", "encourage", "last_rep"):
        heard = [event.name for event in timeline.events if event.name in variants(moment)]
        assert all(before != after for before, after in pairwise(heard))


@cache
def variants(moment: str) -> frozenset[str]:
    ((_, found),) = load_pack("friendly").cues[moment].forms
    assert len(found) > 1
    return frozenset(dict(plurals)["other"].source for plurals in found)


LAWS = (
    speech_never_overlaps_speech,
    nothing_is_spoken_in_the_last_seconds_before_a_go_or_an_end,
    steps_touch_and_their_events_lie_in_them,
    work_lasts_exactly_what_is_written_from_go_to_end,
    a_step_is_never_shortened_and_lengthened_only_with_a_word_about_it,
    the_essential_is_always_said,
    no_variant_is_heard_twice_running,
)


def every_law_holds(workout: Workout, seed: int) -> None:
    timeline = perform(workout, seed)
    for law in LAWS:
        law(workout, timeline)
    assert perform(workout, seed) == timeline


def every_step_is_fitted_as_the_laws_say(workout: Workout, seed: int, level: TalkLevel) -> None:
    """No longer form is skipped, none dropped for a lighter: by brute force."""
    talk = (TalkChoice(level),)
    workout = replace(workout, settings=replace(workout.settings, talk=talk))
    length_of = lengths(seed)
    for step in hushed(Words(load_pack("friendly"), seed).word(plan(workout)), talk):
        cues = tuple(cue for cue in step.cues if cue.wordings)
        check(step, cues, fit(step, cues, length_of), length_of)


def examples(count: int) -> Callable[..., Callable[..., object]]:
    return settings(max_examples=count, deadline=None, suppress_health_check=[HealthCheck.too_slow])


seeds = st.integers(0, 10_000)
levels = st.sampled_from(TalkLevel)


@examples(150)
@given(workouts, seeds)
def test_every_law_holds_for_every_workout(workout: Workout, seed: int) -> None:
    every_law_holds(workout, seed)


@examples(100)
@given(workouts, seeds, levels)
def test_every_step_of_every_workout_is_fitted_as_the_laws_say(workout: Workout, seed: int, level: TalkLevel) -> None:
    every_step_is_fitted_as_the_laws_say(workout, seed, level)


@pytest.mark.fuzz
@examples(1_000)
@given(workouts, seeds)
def test_every_law_holds_for_a_thousand_workouts(workout: Workout, seed: int) -> None:
    every_law_holds(workout, seed)


@pytest.mark.fuzz
@examples(500)
@given(workouts, seeds, levels)
def test_the_steps_of_hundreds_of_workouts_are_fitted_as_the_laws_say(
    workout: Workout, seed: int, level: TalkLevel
) -> None:
    every_step_is_fitted_as_the_laws_say(workout, seed, level)
