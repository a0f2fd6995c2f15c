from __future__ import annotations

from dataclasses import replace

from builders import PLANK, SQUAT, activity, at, reps, rest, workout
from voicecoach.model.plan import Lead, Priority, Step, StepKind
from voicecoach.model.talk import TalkChoice, TalkLevel
from voicecoach.model.workout import Section, Settings, Sides, SpokenLine, Tempo, Timed, UntilReady, Workout
from voicecoach.planning import plan


def kinds(one: Workout) -> list[str]:
    return [step.kind.value for step in plan(one)]


def moments(step: Step) -> list[str]:
    return [cue.moment for cue in step.cues]


def find(one: Workout, kind: StepKind) -> list[Step]:
    return [step for step in plan(one) if step.kind is kind]


def test_a_workout_opens_gets_ready_works_and_ends() -> None:
    assert kinds(workout(activity())) == ["say", "say", "ready", "work", "say"]


def test_a_written_rest_leads_into_the_next_set() -> None:
    (rested,) = find(workout(activity(), rest(20_000), activity(PLANK)), StepKind.REST)
    assert (rested.duration, rested.tail, rested.quiet_tail, rested.elastic) == (20_000, 4_000, 3_000, True)
    assert moments(rested) == ["rest", "next"]
    assert [(tone.earcon, tone.offset) for tone in rested.tones] == [
        ("ready", -3_000),
        ("ready", -2_000),
        ("ready", -1_000),
    ]


def test_without_a_written_rest_there_is_time_to_change() -> None:
    _, between = find(workout(activity(), activity(PLANK)), StepKind.READY)
    assert (between.duration, between.minimum, moments(between)) == (None, 8_000, ["next"])


def test_a_change_of_sides_lasts_what_the_setting_says() -> None:
    settings = replace(workout(reps(8, sides=Sides.EACH)), settings=Settings(switch=9_000))
    (switch,) = find(settings, StepKind.SWITCH)
    assert (switch.duration, moments(switch), switch.side) == (9_000, ["switch"], "right")


def test_both_sides_last_the_same() -> None:
    left, right = find(workout(reps(7, sides=Sides.EACH, tempo=Tempo(3_000, 1_000, 500, 0))), StepKind.WORK)
    assert (left.duration, right.duration) == (7 * 4_500, 7 * 4_500)


def test_counted_work_lasts_its_reps_and_open_work_the_setting() -> None:
    (counted,) = find(workout(reps(12, tempo=Tempo(2_000, 0, 2_000, 1_000))), StepKind.WORK)
    assert (counted.duration, counted.reps, counted.hold) == (60_000, 12, False)
    (opened,) = find(workout(activity(amount=UntilReady())), StepKind.WORK)
    assert (opened.duration, opened.hold) == (60_000, True)


def test_rounds_are_announced_in_the_rest_before_them() -> None:
    rests = find(workout(activity(), rounds=3, between=30_000), StepKind.REST)
    assert [moments(step)[1:] for step in rests] == [
        ["round", "next_again"],
        ["last_round", "next_familiar"],
    ]


def test_half_of_the_workout_is_told_once() -> None:
    steps = list(plan(workout(*[part for _ in range(9) for part in (activity(), rest(20_000))])))
    assert sum("workout_halfway" in moments(step) for step in steps) == 1


def test_half_of_a_short_workout_is_not_worth_a_word() -> None:
    steps = plan(workout(*[part for _ in range(4) for part in (activity(), rest(20_000))]))
    assert not any("workout_halfway" in moments(step) for step in steps)


def said_in_work(plan_of: Workout, moment: str) -> list[list[object]]:
    """For each work step, what is told at a moment."""
    works = find(plan_of, StepKind.WORK)
    return [[cue.values.get(moment) for cue in step.cues if cue.moment == moment] for step in works]


def talkative(plan_of: Workout, moment: str) -> Workout:
    return replace(plan_of, settings=replace(plan_of.settings, talk=(TalkChoice(TalkLevel.MANY, moment),)))


def test_a_form_point_is_told_once_and_from_the_third_time_none() -> None:
    heels, chest = ["Weight in your heels."], ["Chest up."]
    assert said_in_work(workout(activity(), rounds=4), "form") == [heels, chest, [], []]
    assert said_in_work(workout(activity(sets=3)), "form") == [heels, chest, []]
    third = replace(SQUAT, forms=("Weight in your heels.", "Chest up.", "Breathe."))
    assert said_in_work(workout(activity(third), rounds=3), "form") == [heels, chest, []]


def test_a_talkative_coach_tells_form_points_round_and_round_two_in_a_long_step() -> None:
    heels, chest = "Weight in your heels.", "Chest up."
    short = workout(activity(amount=Timed(30_000)), rounds=3)
    assert said_in_work(talkative(short, "form"), "form") == [[heels], [chest], [heels]]
    assert said_in_work(talkative(workout(activity()), "all"), "form") == [[heels, chest]]


def test_the_third_time_has_a_kind_word_in_the_place_of_form() -> None:
    assert [len(said) for said in said_in_work(workout(activity(), rounds=3), "encourage")] == [0, 0, 1]
    assert [len(said) for said in said_in_work(talkative(workout(activity()), "encourage"), "encourage")] == [1]


def test_a_talkative_coach_calls_more_times_none_beside_another_call() -> None:
    minute = workout(activity(amount=Timed(60_000)))
    (work,) = find(talkative(minute, "all"), StepKind.WORK)
    assert [cue.values["seconds"] for cue in work.cues if cue.moment == "remaining"] == [10, 45, 20]


def test_how_it_goes_is_told_once_and_only_where_it_was_not_told_before() -> None:
    works = find(workout(activity(), rounds=2), StepKind.WORK)
    told = [(cue.subject, cue.unless_told) for step in works for cue in step.cues if cue.moment == "action"]
    assert told == [("Squat", "action")]


def test_the_opening_tells_equipment_once_each_in_order() -> None:
    mat, bell = replace(SQUAT, equipment=("a mat",)), replace(PLANK, equipment=("A mat", "a kettlebell"))
    opening = next(iter(plan(workout(activity(mat), activity(bell)))))
    assert opening.cues[0].values["equipment"] == ("a mat", "a kettlebell")
    assert opening.quiet_head == 2_000


def test_sections_are_opened_and_closed_and_lines_stand_where_they_were_written() -> None:
    def line(text: str) -> SpokenLine:
        return SpokenLine(text, span=at(5))

    one = Workout(
        sections=(
            Section("Warm-up", items=(activity(),), closing=(line("Stand up"),)),
            Section("Main", opening=(line("Here it comes"),), items=(activity(),)),
        )
    )
    between = [step for step in plan(one) if step.kind is StepKind.SAY][2]
    assert moments(between) == ["section_done", "line", "section", "line"]
    assert [cue.values["text"] for cue in between.cues if cue.moment == "line"] == ["Stand up.", "Here it comes."]
    assert all(cue.anchor == Lead(gap=700) and cue.priority is Priority.ESSENTIAL for cue in between.cues if cue.span)


def test_every_work_step_has_one_chapter_that_ends_with_it() -> None:
    one = workout(activity(), rest(20_000), reps(8, PLANK, sides=Sides.EACH), activity(), rounds=2, between=30_000)
    chapters: list[list[StepKind]] = []
    for step in plan(one):
        if step.heading:
            chapters.append([])
        chapters[-1].append(step.kind)
    with_work = [kinds for kinds in chapters if StepKind.WORK in kinds]
    assert all(kinds.count(StepKind.WORK) == 1 and kinds[-1] is StepKind.WORK for kinds in with_work)
    assert len(with_work) == 8


def test_a_rest_at_the_end_counts_into_nothing() -> None:
    (rested,) = find(workout(activity(), rest(20_000)), StepKind.REST)
    assert (rested.tones, moments(rested)) == ((), ["rest"])


def test_a_long_rest_has_its_time_called() -> None:
    (rested,) = find(workout(activity(), rest(90_000), activity(PLANK)), StepKind.REST)
    assert moments(rested) == ["rest", "remaining", "remaining", "next"]


def test_a_plan_is_made_one_step_at_a_time() -> None:
    steps = plan(workout(activity(), rounds=900))
    assert next(steps).kind is StepKind.SAY
