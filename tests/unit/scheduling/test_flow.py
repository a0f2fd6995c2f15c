from __future__ import annotations

from typing import TYPE_CHECKING

from builders import Lead, Tail, cue
from voicecoach.scheduling.flow import Spoken, place, time_of

if TYPE_CHECKING:
    from voicecoach.model.plan import Anchor


def spoken(text: str, anchor: Anchor) -> Spoken:
    """A letter is 100 ms."""
    one = cue(text, anchor=anchor)
    return Spoken(one, one.wordings[0], 100 * len(text))


def test_gaps_count_but_not_the_first() -> None:
    assert time_of([spoken("aa", Lead(gap=700)), spoken("bb", Tail(gap=300))]) == 200 + 300 + 200


def test_leads_start_at_once_and_tails_end_at_the_end() -> None:
    flow = [
        spoken("aa", Lead()),
        spoken("bb", Lead(gap=400)),
        spoken("cc", Tail(gap=300)),
        spoken("dd", Tail(gap=300)),
    ]
    placed = place(flow, 600, 10_000)
    assert [(one.start, one.end) for one in placed] == [
        (600, 800),
        (1_200, 1_400),
        (9_300, 9_500),
        (9_800, 10_000),
    ]
