"""The laws of the diary, whatever the listener wishes for: it writes down what was, and nothing more."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from played import WORKOUT, Rig
from voicecoach import pipeline
from voicecoach.model.plan import StepKind
from voicecoach.playback.transport import Do
from voicecoach.session.diary import Diary
from voicecoach.session.kept import Kept
from voicecoach.source import Source
from voicecoach.testing import ManualClock

NAME = "legs.md"
SCRIPT = pipeline.load(Source(NAME, "- Squat: 20s\n"))
LOOK = 500

wishes = st.tuples(st.sampled_from([*Do][:-4]), st.integers(-1, 95_000), st.integers(0, 40))


@settings(max_examples=60, deadline=None)
@given(st.lists(wishes, max_size=8))
def test_what_is_written_down_was_so(history: list[tuple[Do, int, int]]) -> None:
    rig, clock = Rig(WORKOUT), ManualClock()
    with TemporaryDirectory() as folder:
        kept = Kept(Path(folder))
        diary = Diary(SCRIPT, NAME, kept, notify=lambda line: None, clock=clock)
        rig.do(Do.PLAY)
        diary.look(rig.player.snapshot())
        for do, value, looks in [*history, (Do.MUTE, 0, 0)]:
            for _ in range(looks):
                rig.play(LOOK)
                clock.now += LOOK / 1_000
                diary.look(rig.player.snapshot())
            rig.do(do, value)
        now = rig.player.snapshot()
        left = diary.close(now, rig.timeline)
        entries, unreadable = kept.history.read()
        place = kept.places.load(NAME)
    assert unreadable == 0
    assert len(entries) <= 1
    for entry in entries:
        assert 10_000 <= entry.worked_ms <= clock.now * 1_000 + 2_000 * len(history)
        assert 0 <= entry.reached_ms <= entry.total_ms
        assert entry.finished or left == entry.reached_ms == now.time
    assert (place is None) or not any(entry.finished for entry in entries)
    if left is not None:
        assert place
        step = rig.timeline.steps[place.number]
        assert (step.start + place.into, step.kind.value) == (now.time, place.kind)
        assert any(step.kind is StepKind.WORK for step in rig.timeline.steps[place.number :])
