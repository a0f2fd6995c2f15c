"""The diary of a live workout: how long was worked, and where one could go on."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from voicecoach.errors import VoicecoachError
from voicecoach.model.plan import StepKind
from voicecoach.pipeline import rough_total
from voicecoach.playback.transport import State
from voicecoach.session.history import Entry
from voicecoach.session.place import TOO_LITTLE, fingerprint, place_of
from voicecoach.units import MS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from voicecoach.intake import Script
    from voicecoach.playback.player import Snapshot
    from voicecoach.playback.timeline import LiveTimeline
    from voicecoach.session.kept import Kept
    from voicecoach.units import Ms

__all__ = ["Diary", "worked_between"]

_FARTHEST: Ms = 2_000
"""Two looks farther apart on the timeline have a jump between them."""

_WORTH: Ms = 10_000
"""Whoever has worked for less has tried something out: nothing is written down, and an older place stays."""

_SAVE_SECONDS = 10.0
"""What is lost at most of a workout whose machine loses its power."""


class Diary:
    """Looks at a workout now and then, and writes down what is worth keeping.

    A diary never stops a workout: where the disk refuses, it says so once.

    Args:
        script: What is played.
        name: A script's path, or its one line.
        kept: Where it is written down.
        notify: Is told one line if anything cannot be written.
        resumed: Whether the workout is gone on with: then all that is worked counts.
        clock: Seconds that go on.
        today: The time of day.
    """

    def __init__(
        self,
        script: Script,
        name: str,
        kept: Kept,
        *,
        notify: Callable[[str], None],
        resumed: bool = False,
        clock: Callable[[], float] = time.monotonic,
        today: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._script = script
        self._name = name
        self._text = fingerprint(script)
        self._kept = kept
        self._notify = notify
        self._clock = clock
        self._today = today
        self._began = self._stamp()
        self._worked = 0.0
        self._least = 1 if resumed else _WORTH
        self._before: Snapshot | None = None
        self._looked_at = self._saved_at = clock()
        self._refused = False

    def look(self, now: Snapshot) -> None:
        """Write down how it stands now; at least every two seconds."""
        clock = self._clock()
        if self._before:
            self._worked += worked_between(self._before, now, (clock - self._looked_at) * MS_PER_SECOND)
        self._before, self._looked_at = now, clock
        if clock - self._saved_at >= _SAVE_SECONDS:
            self._saved_at = clock
            self._save(now)

    def close(self, now: Snapshot, timeline: LiveTimeline) -> Ms | None:
        """Write down how it ended.

        Args:
            now: How it stands.
            timeline: All that was placed.

        Returns:
            The position in ms at which one could go on; None where there is nothing to go on with.
        """
        self.look(now)
        finished = _finished(now, timeline)
        if finished:
            self._attempt(lambda: self._kept.places.clear(self._name))
        else:
            self._save(now)
        if self._worked < self._least:
            return None
        self._attempt(lambda: self._kept.history.add(self._entry(now, finished=finished)))
        return None if finished or self._refused else now.time

    def _entry(self, now: Snapshot, *, finished: bool) -> Entry:
        total = now.total if now.complete else max(now.total, rough_total(self._script))
        title = self._script.workout.settings.title
        return Entry(self._began, title, self._name, finished, min(now.time, total), total, round(self._worked))

    def _save(self, now: Snapshot) -> None:
        if now.step and self._worked >= self._least:
            place = place_of(now, now.step, self._name, self._text, self._stamp(UTC))
            self._attempt(lambda: self._kept.places.save(place))

    def _stamp(self, zone: tzinfo | None = None) -> str:
        """The time of day, by the zone or by that of the place."""
        return self._today().astimezone(zone).isoformat(timespec="seconds")

    def _attempt(self, write: Callable[[], None]) -> None:
        try:
            write()
        except VoicecoachError as error:
            if not self._refused:
                self._notify(f"What you did is not written down: {error}.")
            self._refused = True


def worked_between(before: Snapshot, now: Snapshot, gone: float) -> float:
    """How long was worked between two looks at a workout, in ms.

    Args:
        before: The first look.
        now: The second one.
        gone: How long ago the first one was, in ms; counts where the workout waits for the listener to have worked.
    """
    steps = {step.number: step for step in (before.step, now.step) if step and step.kind is StepKind.WORK}
    if now.transport.state is State.HOLDING:
        return min(gone, _FARTHEST) if now.step and now.step.number in steps else 0.0
    if not 0 < now.time - before.time <= _FARTHEST:
        return 0.0
    return sum(max(0, min(now.time, step.end) - max(before.time, step.start)) for step in steps.values())


def _finished(now: Snapshot, timeline: LiveTimeline) -> bool:
    """Whether no work is left that is worth a count-in."""
    if not (now.complete and now.step):
        return False
    left = [step for step in timeline.steps[now.step.number :] if step.kind is StepKind.WORK]
    return not left or (left == [now.step] and now.left < TOO_LITTLE)
