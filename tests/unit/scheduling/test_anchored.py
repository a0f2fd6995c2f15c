from __future__ import annotations

from typing import TYPE_CHECKING

from builders import At, Near, cue, step
from voicecoach.model.plan import Priority
from voicecoach.scheduling.anchored import BETWEEN_CUES
from voicecoach.scheduling.fitting import fit

if TYPE_CHECKING:
    from voicecoach.model.plan import Cue
    from voicecoach.units import Ms


def length(text: str) -> Ms:
    return 100 * len(text)


def onset(text: str) -> Ms:
    """A hiss at the head of a word takes 120 ms."""
    return 120 if text.startswith("s") else 0


def stands(*cues: Cue) -> dict[str, tuple[Ms, Ms]]:
    fitted = fit(step(quiet_head=700, quiet_tail=3_000), cues, length, onset)
    in_order = sorted(fitted.placed.values(), key=lambda one: one.start)
    return {one.spoken.wording.text: (one.start, one.end) for one in in_order}


def lost(*cues: Cue) -> list[str]:
    fitted = fit(step(quiet_head=700, quiet_tail=3_000), cues, length, onset)
    return [one.wordings[0].text for number, one in enumerate(cues) if number not in fitted.placed]


def test_an_exact_cue_stands_at_its_moment() -> None:
    assert stands(cue("three", anchor=At(9_000))) == {"three": (9_000, 9_500)}


def test_an_exact_cue_may_touch_the_bounds_and_not_cross_them() -> None:
    assert stands(cue("twelve", anchor=At(16_400))) == {"twelve": (16_400, 17_000)}
    assert lost(cue("twelve", anchor=At(16_401))) == ["twelve"]
    assert lost(cue("go", anchor=At(699))) == ["go"]


def test_an_exact_cue_takes_the_wording_that_ends_before_the_next_exact_one() -> None:
    one = cue("twenty-three", "three", anchor=At(5_000))
    assert stands(one, cue("four", anchor=At(6_000))) == {"three": (5_000, 5_500), "four": (6_000, 6_400)}


def test_an_exact_cue_that_is_too_long_for_its_slot_gives_way() -> None:
    assert lost(cue("twenty-three", anchor=At(5_000)), cue("four", anchor=At(6_000))) == ["twenty-three"]


def test_the_voice_of_an_exact_cue_sets_in_at_its_moment() -> None:
    assert stands(cue("six", anchor=At(9_000)), cue("seven", anchor=At(10_000))) == {
        "six": (8_880, 9_180),
        "seven": (9_880, 10_380),
    }


def test_an_exact_cue_is_over_before_the_hiss_of_the_next_one() -> None:
    assert lost(cue("nineteen!", anchor=At(5_000)), cue("six", anchor=At(6_000))) == ["nineteen!"]
    assert lost(cue("nineteen!", anchor=At(5_000)), cue("one", anchor=At(6_000))) == []


def test_at_the_end_of_the_quiet_head_the_first_sound_stands() -> None:
    assert stands(cue("six", anchor=At(700))) == {"six": (700, 1_000)}


def test_the_hiss_of_an_exact_cue_does_not_reach_over_the_bounds() -> None:
    assert lost(cue("six", anchor=At(819))) == ["six"]
    assert lost(cue("six", anchor=At(820))) == []


def test_a_near_cue_stands_at_its_moment_where_that_is_free() -> None:
    assert stands(cue("halfway", anchor=Near(9_000, 8_000, 12_000))) == {"halfway": (9_000, 9_700)}


def test_a_near_cue_moves_the_least_it_must() -> None:
    number = cue("three", anchor=At(9_000))
    later = cue("heels", anchor=Near(9_100, 5_000, 15_000), priority=Priority.HELPFUL)
    assert stands(number, later)["heels"] == (9_500 + BETWEEN_CUES, 10_000 + BETWEEN_CUES)
    sooner = cue("heels", anchor=Near(8_600, 5_000, 15_000), priority=Priority.HELPFUL)
    assert stands(number, sooner)["heels"] == (8_500 - BETWEEN_CUES, 9_000 - BETWEEN_CUES)


def test_a_near_cue_stays_within_its_window() -> None:
    number = cue("three", anchor=At(9_000))
    assert lost(number, cue("heels", anchor=Near(9_000, 8_500, 9_900), priority=Priority.HELPFUL)) == ["heels"]


def test_a_near_cue_that_would_cross_the_bounds_moves_before_them() -> None:
    assert stands(cue("last", anchor=Near(17_000, 12_000, 20_000))) == {"last": (16_600, 17_000)}


def test_a_near_cue_takes_a_shorter_wording_where_the_longer_has_no_room() -> None:
    short = cue("push through your heels", "heels", anchor=Near(5_000, 4_500, 6_000))
    assert stands(short) == {"heels": (5_000, 5_500)}


def test_the_weightier_is_placed_first() -> None:
    call = cue("halfway", anchor=Near(9_000, 8_500, 10_000), priority=Priority.TIMING)
    cheer = cue("well done", anchor=Near(9_000, 8_500, 10_000), priority=Priority.ENCOURAGING)
    assert list(stands(cheer, call)) == ["halfway"]
    assert lost(cheer, call) == ["well done"]


def test_words_that_cannot_be_spoken_are_lost() -> None:
    assert lost(cue("", anchor=At(9_000))) == [""]


def test_an_exact_cue_of_less_weight_keeps_its_distance_from_one_that_moved() -> None:
    call = cue("halfway", anchor=Near(9_000, 8_000, 12_000), priority=Priority.TIMING)
    word = cue("down", anchor=At(9_700), priority=Priority.HELPFUL)
    assert lost(call, word) == ["down"]
    assert list(stands(call, cue("down", anchor=At(9_700 + BETWEEN_CUES), priority=Priority.HELPFUL))) == [
        "halfway",
        "down",
    ]
