from __future__ import annotations

from dataclasses import replace

import pytest

from played import WORKOUT, Rig
from voicecoach import pipeline
from voicecoach.playback.transport import Do
from voicecoach.session.attending import gone_on
from voicecoach.session.place import Place, find, fingerprint, place_of
from voicecoach.source import Source

TEXT = """\
## Strength (2 rounds)
- Squat: 2 sets of 40s, rest 30s
- Side plank: 30s each side
"""


def script(text: str = TEXT) -> pipeline.Script:
    return pipeline.load(Source("legs.md", text))


def steps(text: str = TEXT) -> list[tuple[int, str, str, int, int]]:
    return [
        (number, step.name, step.side, step.set, step.round)
        for number, step in enumerate(pipeline.worded(script(text)))
        if step.kind.value == "work"
    ]


def left_at(number: int, into: int = 12_000, left: int = 28_000, text: str = TEXT) -> Place:
    """A place in a step of a script, as the player would have written it."""
    read = script(text)
    step = list(pipeline.worded(read))[number]
    return Place(
        "legs.md",
        fingerprint(read),
        "2026-01-02T03:04:05+00:00",
        300_000,
        number,
        into,
        left,
        step.kind.value,
        step.name,
        step.section,
        step.side,
        step.set,
        step.round,
    )


def test_every_step_is_found_again_where_it_stood() -> None:
    work = steps()
    assert len(work) == 8
    assert [find(left_at(number), pipeline.worded(script())) for number, *_ in work] == [number for number, *_ in work]


@pytest.mark.parametrize("added", ["- Plank: 20s\n- Rest: 10s\n", "- Reverse lunge: 20s each side\n"])
def test_a_step_is_found_behind_what_was_put_in_before_it(added: str) -> None:
    changed = TEXT.replace("- Squat", f"{added}- Squat")
    last = steps()[-1]
    found = find(left_at(last[0]), pipeline.worded(script(changed)))
    assert steps(changed)[-1][1:] == last[1:]
    assert found == steps(changed)[-1][0] > last[0]


def test_a_set_that_is_no_more_is_the_nearest_one_of_its_name() -> None:
    (second_set, *_) = [number for number, name, _, of, round_ in steps() if (name, of, round_) == ("Squat", 2, 1)]
    single = TEXT.replace("2 sets of 40s, rest 30s", "40s")
    found = find(left_at(second_set), pipeline.worded(script(single)))
    squats = [number for number, name, *_ in steps(single) if name == "Squat"]
    assert found == min(squats, key=lambda number: abs(number - second_set))


def test_a_side_is_never_taken_for_the_other() -> None:
    left, right = [number for number, name, side, *_ in steps() if name == "Side plank"][:2]
    assert find(left_at(right), pipeline.worded(script())) == right != left


def test_the_same_script_goes_on_within_the_step() -> None:
    number = steps()[2][0]
    live, told = gone_on(pipeline.LiveChoice(), left_at(number), script())
    assert (live.at, told) == ((number, 12_000), "")


def test_with_next_to_nothing_left_the_next_step_begins() -> None:
    number = steps()[2][0]
    live, told = gone_on(pipeline.LiveChoice(), left_at(number, 38_000, 2_000), script())
    assert (live.at, told) == ((number + 1, 0), "")


def test_a_changed_script_goes_on_at_the_beginning_of_the_step() -> None:
    number = steps()[0][0]
    changed = TEXT.replace("40s", "45s")
    live, told = gone_on(pipeline.LiveChoice(), left_at(number), script(changed))
    assert live.at == (number, 0)
    assert told == 'The script has changed: the workout goes on at the beginning of "Squat".'


def test_a_script_without_the_step_begins_anew() -> None:
    live, told = gone_on(pipeline.LiveChoice(), left_at(steps()[0][0]), script("- Plank: 20s\n"))
    assert live == pipeline.LiveChoice()
    assert told == 'The script has changed, and "Squat" is gone from it: the workout begins anew.'


def test_words_of_another_coach_change_no_place() -> None:
    place = replace(left_at(steps()[0][0]), step="Kniebeuge")
    live, told = gone_on(pipeline.LiveChoice(), place, script())
    assert (live.at, told) == ((place.number, 12_000), "")


def test_a_place_is_what_the_player_shows() -> None:
    rig = Rig(WORKOUT)
    rig.do(Do.PLAY)
    rig.play(12_000)
    now = rig.player.snapshot()
    assert now.step
    assert place_of(now, now.step, "legs.md", "print", "today") == Place(
        name="legs.md",
        text="print",
        saved="today",
        time=12_000,
        number=1,
        into=2_000,
        left=18_000,
        kind="rest",
        step="rest 1",
        section="",
        side="",
        set=0,
        round=0,
    )
