"""The laws of the transport, for any workout and any sequence of commands."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from voicecoach.model.plan import StepKind
from voicecoach.playback.marks import Mark, Marks
from voicecoach.playback.transport import TABLE, AddRest, Command, Do, Effect, Halt, Seek, State, Transport, apply

RATE = 1_000


@st.composite
def steps(draw: st.DrawFn) -> list[Mark]:
    """Steps that touch, with words, a count-in and a place to wait anywhere within."""
    found: list[Mark] = []
    start = 0
    for _ in range(draw(st.integers(1, 8))):
        end = start + draw(st.integers(2, 40_000))
        inside = st.integers(start, end)
        spoken = draw(st.lists(st.tuples(inside, inside).map(sorted).map(tuple), max_size=3))
        go_on = draw(st.integers(start + 1, end))
        wait = draw(st.none() | st.integers(start, go_on - 1))
        words = tuple((first, last) for first, last in sorted(spoken))
        kind = draw(st.sampled_from(StepKind))
        found.append(Mark(start, end, kind, draw(st.booleans()), words, draw(inside), wait, go_on))
        start = end
    return found


wishes = st.builds(Command, st.sampled_from(Do), st.integers(-3, 120))
histories = st.lists(st.tuples(wishes, st.integers(0, 5_000)), max_size=40)


def run(marks: Marks, history: list[tuple[Command, int]]) -> list[tuple[Transport, Command, Transport, Effect | None]]:
    """What each command did; between two of them the device plays on."""
    told = []
    transport = Transport()
    for command, played in history:
        if transport.state is State.PLAYING:
            transport = replace(transport, position=min(marks.end, transport.position + played))
        before = transport
        transport, effect = apply(before, command, marks)
        told.append((before, command, transport, effect))
    return told


@settings(deadline=None)
@given(steps(), histories)
def test_the_position_never_leaves_the_workout(placed: list[Mark], history: list[tuple[Command, int]]) -> None:
    marks = Marks(RATE, placed)
    for _, _, transport, effect in run(marks, history):
        assert 0 <= transport.position <= marks.end
        if isinstance(effect, Seek):
            assert effect.frame == transport.position
        if isinstance(effect, AddRest):
            step = marks[marks.index(effect.start)]
            assert step.start <= effect.start <= effect.frame <= step.end


@settings(deadline=None)
@given(steps(), histories)
def test_an_illegal_command_changes_nothing(placed: list[Mark], history: list[tuple[Command, int]]) -> None:
    for before, command, transport, effect in run(Marks(RATE, placed), history):
        if (before.state, command.do) not in TABLE:
            assert transport is before
            assert effect is None


@settings(deadline=None)
@given(steps(), histories)
def test_no_command_moves_a_step(placed: list[Mark], history: list[tuple[Command, int]]) -> None:
    marks = Marks(RATE, placed)
    run(marks, history)
    assert [marks[number] for number in range(len(marks))] == placed


@settings(deadline=None)
@given(steps(), histories)
def test_what_is_over_stays_over(placed: list[Mark], history: list[tuple[Command, int]]) -> None:
    for before, _, transport, _ in run(Marks(RATE, placed), history):
        assert before.state is not State.ENDED or transport.state is State.ENDED


@settings(deadline=None)
@given(steps(), histories)
def test_only_jumps_and_returns_move_the_position(placed: list[Mark], history: list[tuple[Command, int]]) -> None:
    for before, _, transport, effect in run(Marks(RATE, placed), history):
        if not isinstance(effect, Seek | AddRest):
            assert transport.position == before.position
        if isinstance(effect, Halt):
            assert transport.state in (State.PAUSED, State.LOST)


@settings(deadline=None)
@given(steps(), st.data())
def test_next_visits_every_step_in_order(placed: list[Mark], data: st.DataObject) -> None:
    marks = Marks(RATE, placed)
    number = data.draw(st.integers(0, len(placed) - 1))
    transport = Transport(State.PLAYING, placed[number].start)
    visited = []
    while transport.position < marks.end:
        visited.append(marks.index(transport.position))
        transport, _ = apply(transport, Command(Do.NEXT), marks)
    assert visited == list(range(number, len(placed)))
