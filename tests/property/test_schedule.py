"""Laws that hold for every workout, whatever its words last."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import at  # isort: skip
from voicecoach.model.timeline import Bus, Timeline
from voicecoach.model.workout import (
    Activity,
    Exercise,
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
from voicecoach.planning import plan
from voicecoach.planning.extent import DEFAULT_TEMPO
from voicecoach.scheduling import schedule
from voicecoach.wording import Words, load_pack

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
sections = st.builds(
    Section,
    title=st.one_of(st.just(""), words),
    scheme=st.builds(Rounds, st.integers(1, 4), st.sampled_from([0, 10_000, 60_000])),
    items=st.lists(items, min_size=1, max_size=5).map(tuple),
)
workouts = st.builds(Workout, sections=st.lists(sections, min_size=1, max_size=3).map(tuple))


def perform(workout: Workout, seed: int) -> Timeline:
    """Place a workout whose words last anything from a blink to half a minute."""

    def length(text: str) -> int:
        return Random(f"{seed}/{text}").choice((120, 400, 900, 2_500, 7_000, 30_000))  # noqa: S311

    steps = Words(load_pack("friendly"), seed).word(plan(workout))
    return Timeline("", tuple(schedule(steps, length, lambda _: 400)))


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
    asked = []
    for section in workout.sections:
        bouts = [length for item in section.items if isinstance(item, Activity) for length in _bouts(item)]
        asked += bouts * section.scheme.count
    return asked


def _bouts(activity: Activity) -> list[int]:
    wanted = activity.prescription
    match wanted.amount:
        case Reps(count):
            length = count * (wanted.tempo or activity.exercise.tempo or DEFAULT_TEMPO).rep
        case Timed(length) | MostReps(length):
            pass
        case _:
            length = 60_000
    return [length] * wanted.sets * (2 if wanted.sides is Sides.EACH else 1)


def a_step_is_never_shortened_and_lengthened_only_with_a_word_about_it(workout: Workout, timeline: Timeline) -> None:
    for planned, placed in zip(plan(workout), timeline.steps, strict=True):
        if planned.duration is not None:
            length = placed.end - placed.start
            told = any(diagnostic.code == "stretched" for diagnostic in placed.diagnostics)
            assert length >= planned.duration
            assert told == (length > planned.duration and planned.span is not None)


def the_essential_is_always_said(workout: Workout, timeline: Timeline) -> None:
    """The name of every exercise and every spoken line of the author."""
    spoken = " / ".join(event.name for event in timeline.events if event.bus is Bus.VOICE).casefold()
    for section in workout.sections:
        for item in section.items:
            if isinstance(item, Activity):
                assert item.exercise.name.casefold() in spoken
            elif isinstance(item, SpokenLine):
                assert item.text.casefold() in spoken


LAWS = (
    speech_never_overlaps_speech,
    nothing_is_spoken_in_the_last_seconds_before_a_go_or_an_end,
    steps_touch_and_their_events_lie_in_them,
    work_lasts_exactly_what_is_written_from_go_to_end,
    a_step_is_never_shortened_and_lengthened_only_with_a_word_about_it,
    the_essential_is_always_said,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(workouts, st.integers(0, 10_000))
def test_every_law_holds_for_every_workout(workout: Workout, seed: int) -> None:
    timeline = perform(workout, seed)
    for law in LAWS:
        law(workout, timeline)
    assert perform(workout, seed) == timeline
