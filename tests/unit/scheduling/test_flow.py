from __future__ import annotations

from typing import TYPE_CHECKING

from builders import Lead, Tail, cue
from voicecoach.model.plan import Priority
from voicecoach.scheduling.flow import choose, place, time_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from voicecoach.model.plan import Cue
    from voicecoach.units import Ms


def length(text: str) -> Ms:
    """A letter is 100 ms."""
    return 100 * len(text)


def chosen(cues: Sequence[Cue], room: Ms | None) -> list[str]:
    return [spoken.wording.text for spoken in choose(cues, room, length)]


REST = cue("rest twenty", "rest", priority=Priority.AUTHOR, anchor=Lead(gap=0))
NEXT = cue("next squat sit back", "next squat", "squat", anchor=Tail(gap=0))
CHEER = cue("go on", priority=Priority.ENCOURAGING, anchor=Lead(gap=0))


def test_without_a_bound_everything_is_said_in_full() -> None:
    assert chosen([REST, NEXT, CHEER], None) == ["rest twenty", "next squat sit back", "go on"]


def test_what_fits_exactly_fits() -> None:
    room = length("rest twenty" + "next squat sit back")
    assert chosen([REST, NEXT], room) == ["rest twenty", "next squat sit back"]
    assert chosen([REST, NEXT], room - 1) == ["rest twenty", "next squat"]


def test_what_merely_helps_goes_before_anything_is_shortened() -> None:
    assert chosen([REST, NEXT, CHEER], length("rest twenty" + "next squat sit back")) == [
        "rest twenty",
        "next squat sit back",
    ]


def test_room_lengthens_in_the_order_of_speaking() -> None:
    assert chosen([NEXT, REST], length("next squat sit back" + "rest")) == ["next squat sit back", "rest"]


def test_the_essential_is_shortened_before_what_is_always_said_is_dropped() -> None:
    assert chosen([REST, NEXT], length("rest" + "next squat")) == ["rest", "next squat"]


def test_what_is_always_said_is_dropped_before_the_essential() -> None:
    assert chosen([REST, NEXT], length("squat")) == ["squat"]


def test_the_essential_stays_even_without_room() -> None:
    assert chosen([REST, NEXT], 10) == ["squat"]


def test_two_cues_of_the_same_words_are_two_cues() -> None:
    assert chosen([CHEER, CHEER], None) == ["go on", "go on"]


def test_gaps_count_but_not_the_first() -> None:
    spoken = choose([cue("aa", anchor=Lead(gap=700)), cue("bb", anchor=Tail(gap=300))], None, length)
    assert time_of(spoken) == 200 + 300 + 200


def test_leads_start_at_once_and_tails_end_at_the_end() -> None:
    cues = [
        cue("aa", anchor=Lead()),
        cue("bb", anchor=Lead(gap=400)),
        cue("cc", anchor=Tail(gap=300)),
        cue("dd", anchor=Tail(gap=300)),
    ]
    placed = place(choose(cues, None, length), 600, 10_000)
    assert [(one.start, one.end) for one in placed] == [
        (600, 800),
        (1_200, 1_400),
        (9_300, 9_500),
        (9_800, 10_000),
    ]
