"""No longer form is skipped that would have fitted, and what weighs more is kept before what weighs less."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fitting_laws import check
from voicecoach.model.plan import At, Cue, Lead, Near, Phrase, Priority, Step, StepKind, Tail, Wording
from voicecoach.scheduling.fitting import fit

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 12_000


def times(most: int) -> st.SearchStrategy[int]:
    return st.integers(0, most // 50).map(lambda fiftieth: fiftieth * 50)


flowing = st.one_of(st.builds(Lead, times(800)), st.builds(Tail, times(800)))
moments = st.one_of(
    st.builds(At, times(MOST)),
    st.tuples(times(MOST), times(3_000), times(4_000)).map(lambda t: Near(t[0], t[0] - t[1], t[0] + t[2])),
)
# The text of a wording is its length; a letter in front keeps wordings of one length apart.
wordings = st.lists(times(4_000), min_size=1, max_size=3).map(
    lambda lengths: tuple(Wording(f"{letter}{length}") for letter, length in zip("abc", lengths, strict=False))
)
priorities = st.sampled_from(Priority)


def cues(anchors: st.SearchStrategy[object]) -> st.SearchStrategy[Cue]:
    return st.builds(Cue, st.just("line"), anchors, priorities, wordings=wordings)  # type: ignore[arg-type]


def steps(anchors: st.SearchStrategy[object], *, elastic: bool) -> st.SearchStrategy[Step]:
    return st.builds(
        Step,
        st.just(StepKind.REST),
        st.just(Phrase("name_rest")),
        duration=times(MOST),
        elastic=st.just(elastic),
        tail=times(4_000),
        quiet_head=times(1_000),
        quiet_tail=times(3_000),
        cues=st.lists(cues(anchors), max_size=7).map(tuple),
    )


every_step = st.one_of(
    steps(st.one_of(flowing, moments), elastic=True),
    steps(st.one_of(flowing, moments), elastic=False),
    steps(moments, elastic=False),
)


def length_of(text: str) -> int:
    return int(text[1:])


def examples(count: int) -> Callable[..., Callable[..., object]]:
    return settings(max_examples=count, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@examples(300)
@given(every_step)
def test_a_step_is_fitted_as_the_laws_say(step: Step) -> None:
    check(step, step.cues, fit(step, step.cues, length_of), length_of)


@pytest.mark.fuzz
@examples(10_000)
@given(every_step)
def test_ten_thousand_steps_are_fitted_as_the_laws_say(step: Step) -> None:
    check(step, step.cues, fit(step, step.cues, length_of), length_of)
