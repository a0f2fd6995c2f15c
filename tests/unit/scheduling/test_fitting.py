from __future__ import annotations

from typing import TYPE_CHECKING

from builders import At, Lead, Near, Tail, cue, step
from voicecoach.model.plan import Priority, StepKind
from voicecoach.scheduling.fitting import fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from voicecoach.model.plan import Cue, Step
    from voicecoach.scheduling.fitting import Fit
    from voicecoach.units import Ms


def length(text: str) -> Ms:
    """A letter is 100 ms."""
    return 100 * len(text)


def rest(room: Ms | None, **more: object) -> Step:
    return step(kind=StepKind.REST, duration=room, elastic=True, **more)


def chosen(cues: Sequence[Cue], room: Ms | None) -> list[str]:
    return texts(fit(rest(room), cues, length))


def texts(fitted: Fit) -> list[str]:
    return [one.spoken.wording.text for one in fitted.placed.values()]


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


def test_the_shortest_is_what_takes_the_least_time_wherever_it_stands() -> None:
    """The name with its side may well be longer than the name with an amount."""
    side = cue("next squat, ten", "squat, left side", anchor=Tail(gap=0), priority=Priority.AUTHOR)
    assert chosen([NEXT, side], length("squat" + "next squat, ten")) == ["squat", "next squat, ten"]


def test_a_rest_grows_for_the_essential_alone_and_to_a_whole_tenth() -> None:
    fitted = fit(rest(450, quiet_head=70), [REST, NEXT, CHEER], length)
    assert (fitted.length, texts(fitted)) == (600, ["squat"])


def test_a_step_that_may_not_grow_drops_even_the_essential() -> None:
    fitted = fit(step(duration=450), [NEXT], length)
    assert (fitted.length, texts(fitted), fitted.left) == (450, [], {0: 450})


def test_the_authors_moment_in_a_rest_comes_before_the_longer_form_of_the_announcement() -> None:
    line = cue("drink some water", anchor=Near(0, 0, 4_000), priority=Priority.AUTHOR)
    assert chosen([line, NEXT], 3_000) == ["drink some water", "next squat"]
    assert chosen([NEXT], 3_000) == ["next squat sit back"]


def test_a_time_call_in_a_rest_comes_before_what_merely_helps() -> None:
    call = cue("half a minute left", anchor=Near(500, 0, 3_000), priority=Priority.TIMING)
    passing = cue("half of it is done", anchor=Lead(), priority=Priority.HELPFUL)
    assert chosen([call, passing], 3_000) == ["half a minute left"]


def test_what_cannot_be_spoken_takes_no_room_and_no_silence() -> None:
    fitted = fit(rest(400), [cue("", anchor=Lead(gap=400)), cue("squat", anchor=Lead(gap=400))], length)
    assert (fitted.length, list(fitted.placed)) == (500, [1])


def test_what_is_left_for_a_cue_is_told() -> None:
    fitted = fit(rest(1_200), [NEXT, CHEER], length)
    assert (texts(fitted), fitted.left) == (["next squat"], {0: 1_200, 1: 200})


def test_what_is_left_at_a_moment_reaches_from_neighbor_to_neighbor() -> None:
    numbers = [cue("one", anchor=At(2_000)), cue("two", anchor=At(4_000))]
    near = cue("x" * 20, anchor=Near(3_000, 1_000, 5_000), priority=Priority.HELPFUL)
    assert fit(step(), [*numbers, near], length).left == {2: 4_000 - 150 - (2_000 + 300 + 150)}


def test_shorter_words_are_only_asked_for_where_the_longest_do_not_fit() -> None:
    """A voice needs time for every one of them."""
    asked = []

    def slow(text: str) -> Ms:
        asked.append(text)
        return length(text)

    fit(rest(20_000), [REST, NEXT], slow)
    assert set(asked) == {"rest twenty", "next squat sit back"}
