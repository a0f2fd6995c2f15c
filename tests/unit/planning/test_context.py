"""What the cues of a step may speak of beside what is their own."""

from __future__ import annotations

from dataclasses import replace

from builders import PLANK, activity, reps, rest, workout
from voicecoach.model.plan import Phrase, Step, StepKind, Values
from voicecoach.model.workout import Section, Sides, UntilReady
from voicecoach.planning import plan

TWO = workout(reps(12, line=1, loads=("with dumbbells",)), rest(20_000), activity(PLANK, line=3), rounds=2, between=0)


def steps(kind: StepKind, of: object = TWO) -> list[Step]:
    return [step for step in plan(of) if step.kind is kind]  # type: ignore[arg-type]


def values(step: Step, moment: str = "") -> Values:
    """What the first cue of a step, or its cue of a moment, may speak of."""
    return {**step.values, **next(cue for cue in step.cues if moment in ("", cue.moment)).values}


def picked(found: Values, *names: str) -> list[object]:
    return [found.get(name) for name in names]


def test_a_cue_in_a_set_knows_the_set_and_what_comes_next() -> None:
    squat, plank, *_ = steps(StepKind.WORK)
    assert picked(values(squat), "exercise", "next", "reps", "load", "round", "rounds", "section", "seconds") == [
        "Squat",
        "Plank",
        12,
        ("with dumbbells",),
        1,
        2,
        "Main",
        36,
    ]
    assert picked(values(plank), "exercise", "next", "reps") == ["Plank", "Squat", ""]


def test_nothing_comes_behind_the_last_set() -> None:
    assert values(steps(StepKind.WORK)[-1])["next"] == ""


def test_a_rest_knows_the_set_that_comes_and_its_own_length() -> None:
    resting = values(steps(StepKind.REST)[0], "rest")
    assert picked(resting, "next", "exercise", "seconds", "round") == ["Plank", "Plank", 20, 1]


def test_half_of_a_step_tells_the_seconds_that_are_left() -> None:
    half = values(steps(StepKind.WORK)[1], "halfway")
    assert picked(half, "seconds", "remaining", "duration") == [
        20,
        Phrase("seconds", {"seconds": 20}),
        Phrase("seconds", {"seconds": 40}),
    ]


def test_numbers_of_one_only_have_no_value() -> None:
    once = steps(StepKind.WORK, workout(activity()))[0]
    assert picked(values(once), "set", "sets", "round", "rounds", "side") == ["", "", "", "", ""]


def test_what_waits_for_the_listener_has_no_length() -> None:
    once = steps(StepKind.READY, workout(activity(amount=UntilReady())))[0]
    assert picked(values(once), "duration", "seconds") == [None, None]


def test_each_side_is_told_in_its_set() -> None:
    both = steps(StepKind.WORK, workout(activity(sides=Sides.EACH)))
    assert [values(step)["side"] for step in both] == [Phrase("left"), Phrase("right")]


def test_title_and_listener_are_known_everywhere() -> None:
    named = replace(TWO, settings=replace(TWO.settings, title="Legs", listener="Anna"))
    assert {(step.values["title"], step.values["listener"]) for step in plan(named)} == {("Legs", "Anna")}


def test_what_is_left_of_the_whole_is_known_between_sets() -> None:
    blocks = replace(TWO, sections=(*TWO.sections, Section("More", items=(activity(PLANK),))))
    told = [values(step)["remaining"] for step in steps(StepKind.READY, blocks)]
    minutes = [phrase.values["minutes"] for phrase in told if isinstance(phrase, Phrase)]
    assert len(minutes) == len(told) == 3
    assert minutes == sorted(minutes, reverse=True)
