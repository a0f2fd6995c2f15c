from __future__ import annotations

from typing import TYPE_CHECKING

from builders import At, cue, step
from voicecoach.model.plan import Cue, Priority, Wording
from voicecoach.scheduling import schedule

if TYPE_CHECKING:
    from voicecoach.units import Ms


def length(text: str) -> Ms:
    return 100 * len(text)


def half(variant: int, at: Ms = 9_000) -> Cue:
    """One of two ways to say half, the other at hand."""
    both = (Wording("half", form="full", variant=0), Wording("middle", form="full", variant=1))
    mine, other = both[variant], both[1 - variant]
    wording = Wording(mine.text, form="full", variant=variant, others=(other,))
    return Cue("halfway", At(at), Priority.TIMING, wordings=(wording,))


def heard(*cues_of_steps: tuple[Cue, ...]) -> list[str]:
    steps = [step(*cues) for cues in cues_of_steps]
    return [event.name for placed in schedule(steps, length, lambda _: 0) for event in placed.events]


def test_turns_stay_as_they_are_drawn() -> None:
    assert heard((half(0),), (half(1),), (half(0),)) == ["half", "middle", "half"]


def test_a_variant_that_would_be_heard_twice_running_gives_way_to_another() -> None:
    number = cue("x" * 200, anchor=At(0))
    assert heard((half(0),), (number, half(1)), (half(0),)) == ["half", "x" * 200, "middle"]


def test_so_it_does_within_a_step() -> None:
    assert heard((half(0, 2_000), half(0, 4_000), half(1, 6_000))) == ["half", "middle", "half"]


def test_a_single_wording_comes_again() -> None:
    assert heard((cue("rest"),), (cue("rest"),)) == ["rest", "rest"]
