"""What goes with every live workout: it is kept going, written down, and gone on with another day."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from voicecoach.pipeline import rough_total, worded
from voicecoach.session.awake import awake
from voicecoach.session.diary import Diary
from voicecoach.session.place import TOO_LITTLE, find, fingerprint
from voicecoach.units import clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from voicecoach.intake import Script
    from voicecoach.pipeline import LiveChoice
    from voicecoach.playback.driver import Driver
    from voicecoach.session.kept import Kept
    from voicecoach.session.place import Place

__all__ = ["attended", "gone_on"]

_LOOK_SECONDS = 0.5
_CLOSING_SECONDS = 1.0


def gone_on(live: LiveChoice, place: Place, script: Script) -> tuple[LiveChoice, str]:
    """How a workout is gone on with at a place.

    Args:
        live: How it is played.
        place: Where it was left.
        script: As it is now.

    Returns:
        The same with where it begins, and what the listener should know; empty for nothing.
    """
    steps = tuple(worded(script, rough_total(script)))
    number, changed = find(place, steps), place.text != fingerprint(script)
    if number is None and not changed and place.number < len(steps):
        number = place.number  # the same step in the words of another coach
    if number is None:
        return live, f'The script has changed, and "{place.step}" is gone from it: the workout begins anew.'
    if changed:
        told = f'The script has changed: the workout goes on at the beginning of "{place.step}".'
        return replace(live, at=(number, 0)), told
    if place.left < TOO_LITTLE and number + 1 < len(steps):
        return replace(live, at=(number + 1, 0)), ""
    return replace(live, at=(number, place.into)), ""


@contextmanager
def attended(
    driver: Driver,
    script: Script,
    name: str,
    kept: Kept,
    notify: Callable[[str], None],
    *,
    resumed: bool = False,
) -> Iterator[None]:
    """Keep the machine awake, and a diary, while a workout plays.

    Args:
        driver: What plays.
        script: What is played.
        name: The script's path, or its one line.
        kept: Where it is written down.
        notify: Is told one line where something cannot be written, and where one could go on; the latter only when
            somebody is there to read it, and not after a signal.
        resumed: Whether the workout is gone on with.
    """
    diary = Diary(script, name, kept, notify=notify, resumed=resumed)
    over = threading.Event()

    def look() -> None:
        diary.look(driver.snapshot())
        while not over.wait(_LOOK_SECONDS):
            diary.look(driver.snapshot())

    thread = threading.Thread(target=look, name="diary", daemon=True)
    thread.start()
    left = None
    try:
        with awake(lambda: driver.asleep):
            yield
    finally:
        over.set()
        thread.join(_CLOSING_SECONDS)
        left = diary.close(driver.snapshot(), driver.timeline)
    if left is not None:
        notify(f"With --resume it goes on at {clock(left)}.")
