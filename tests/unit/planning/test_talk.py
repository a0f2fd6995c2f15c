from __future__ import annotations

import pytest

from builders import at, cue, step
from voicecoach.model.plan import Cue, Lead, Priority, Wording
from voicecoach.model.talk import TalkChoice, TalkLevel
from voicecoach.planning.talk import SAID_FROM, hushed, level_of, unknown_moments
from voicecoach.wording.moments import MOMENTS

FEW = (TalkChoice(TalkLevel.FEW),)
NONE = (TalkChoice(TalkLevel.NONE),)


def heard(moment: str, *talk: TalkChoice, fallback: str = "", earcon: str = "") -> tuple[list[str], str]:
    """What is left of a cue: its words, and the earcon that stands for them."""
    words = () if earcon else (Wording("words"),)
    one = Cue(moment, Lead(), Priority.TIMING, wordings=words, fallback=fallback, earcon=earcon)
    (left,) = next(hushed([step(one)], talk)).cues
    return [wording.text for wording in left.wordings], left.earcon


def test_every_moment_has_its_level() -> None:
    assert set(SAID_FROM) == set(MOMENTS)


def test_by_default_everything_is_said() -> None:
    assert heard("encourage") == heard("rest") == (["words"], "")


@pytest.mark.parametrize("moment", ["next", "rest", "switch", "round", "count", "ending", "line"])
def test_few_words_say_what_to_do_now(moment: str) -> None:
    assert heard(moment, *FEW) == (["words"], "")


@pytest.mark.parametrize("moment", ["form", "encourage", "halfway", "remaining", "lift", "describe"])
def test_few_words_leave_out_what_merely_helps(moment: str) -> None:
    assert heard(moment, *FEW) == ([], "")


def test_none_says_not_even_the_authors_words() -> None:
    assert heard("line", *NONE) == ([], "")
    assert heard("line", *NONE, TalkChoice(TalkLevel.FEW, "line")) == (["words"], "")


def test_the_earcon_that_stands_for_words_sounds_in_their_place() -> None:
    assert heard("count", *NONE, fallback="tick") == ([], "tick")
    assert heard("halfway", *NONE, earcon="halfway") == ([], "halfway")


def test_a_moment_without_words_stays_without_an_earcon() -> None:
    one = cue(fallback="tick")
    (left,) = next(hushed([step(Cue("count", one.anchor, one.priority, fallback="tick"))], NONE)).cues
    assert left.earcon == ""


def test_few_words_name_things_and_explain_nothing() -> None:
    """Nobody wants to be warned that what was not wanted was left out."""
    wordings = (
        Wording("next squat stand tall sit back", frozenset({"exercise", "setup", "action"})),
        Wording("next squat ten", frozenset({"exercise", "amount"})),
        Wording("squat", frozenset({"exercise"})),
    )
    full = Cue("next", Lead(), Priority.ESSENTIAL, wordings=wordings, needs=frozenset({"exercise", "setup"}))
    (left,) = next(hushed([step(full)], FEW)).cues
    assert ([one.text for one in left.wordings], left.needs) == (["next squat ten", "squat"], {"exercise"})


def test_words_that_only_explain_stay_where_they_are_asked_for() -> None:
    action = Cue("action", Lead(), Priority.HELPFUL, wordings=(Wording("sit back", frozenset({"action"})),))
    (left,) = next(hushed([step(action)], (TalkChoice(TalkLevel.NORMAL, "action"), *FEW))).cues
    assert left == action


def test_the_last_choice_counts_and_a_moments_own_before_that_of_all() -> None:
    talk = (TalkChoice(TalkLevel.MANY, "form"), TalkChoice(TalkLevel.NONE), TalkChoice(TalkLevel.FEW))
    assert (level_of(talk, "form"), level_of(talk, "rest")) == (TalkLevel.MANY, TalkLevel.FEW)


def test_a_moment_that_there_is_not_is_told_at_its_place() -> None:
    (fault,) = unknown_moments([TalkChoice(TalkLevel.FEW, "halfwey", at(4)), *FEW])
    assert (fault.code, fault.message, fault.hint, fault.span) == (
        "bad-cue",
        'no moment is called "halfwey"',
        'did you mean "halfway"?',
        at(4),
    )
