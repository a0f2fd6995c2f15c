"""Media keys, headsets and the panel of the desktop: what they wish for, and what they show.

A remote is whatever satisfies :class:`Remote`, one for each kind of desktop; it runs in a thread of its own, so that
neither sound nor screen ever wait for it.
"""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from voicecoach.playback.transport import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from voicecoach.model.timeline import PlacedStep
    from voicecoach.playback.player import Snapshot
    from voicecoach.playback.transport import Command
    from voicecoach.units import Ms

__all__ = ["REMOTES", "Remote", "Shown", "Steered", "open_remote", "shown"]

REMOTES: Mapping[str, str] = {"linux": "voicecoach.playback.mpris:serve"}
"""The remote of each system, as Python names it (``sys.platform``), and where it stands."""

_CLOSING_SECONDS = 1.0

_PLAYING = frozenset({State.PLAYING})
"""All else stands still: a desktop offers to go on."""


class Steered(Protocol):
    """What a remote steers, as :class:`voicecoach.playback.driver.Driver` is; safe for any thread."""

    def tell(self, command: Command) -> None:
        """Wish for something."""
        ...

    def snapshot(self) -> Snapshot:
        """How it stands now."""
        ...


class Remote(Protocol):
    """Lets a desktop steer a workout, and shows it there."""

    def __call__(self, workout: Steered, show: Callable[[Snapshot], Shown], over: threading.Event) -> None:
        """Do so until it is over; return at once where the desktop has no place for it.

        Args:
            workout: What is steered.
            show: What is to be shown of it.
            over: Is set when it is over.

        Raises:
            ImportError: If a library is missing; that is no fault.
        """
        ...


@dataclass(frozen=True, slots=True)
class Shown:
    """A workout as a desktop shows music: a step is a track, the workout its album.

    Attributes:
        playing: Whether time goes on.
        over: Whether all of it is over.
        track: The number of the step, from 0; -1 before the first is placed.
        title: The step.
        artist: The section it stands in; the workout where it has none.
        album: The workout.
        start: Where the step begins, in ms of the timeline.
        position: In ms from the start of the step.
        length: Of the step in ms; 0 where it lasts as long as the listener wants.
        volume: In percent.
    """

    playing: bool
    over: bool
    track: int
    title: str
    artist: str
    album: str
    start: Ms
    position: Ms
    length: Ms
    volume: int


def shown(now: Snapshot, album: str, title_of: Callable[[PlacedStep], str]) -> Shown:
    """What a desktop shows of a workout.

    Args:
        now: How it stands.
        album: The workout's title.
        title_of: What a step is called.
    """
    step, state = now.step, now.transport.state
    return Shown(
        playing=state in _PLAYING,
        over=state is State.ENDED,
        track=step.number if step else -1,
        title=title_of(step) if step else album,
        artist=(step.section if step else "") or album,
        album=album,
        start=step.start if step else 0,
        position=max(0, now.length - now.left),
        length=0 if step is None or step.hold else now.length,
        volume=now.transport.volume,
    )


@contextmanager
def open_remote(
    workout: Steered, album: str, title_of: Callable[[PlacedStep], str], platform: str = sys.platform
) -> Iterator[None]:
    """Let the desktop steer a workout meanwhile, where there is one that can.

    Args:
        workout: What is steered.
        album: The workout's title.
        title_of: What a step is called.
        platform: As Python names it.
    """
    over = threading.Event()

    def serve() -> None:
        module, _, function = REMOTES[platform].partition(":")
        with suppress(ImportError):  # the extra is not installed
            remote = cast("Remote", getattr(import_module(module), function))
            remote(workout, lambda now: shown(now, album, title_of), over)

    thread = threading.Thread(target=serve, name="remote", daemon=True)
    if platform in REMOTES:
        thread.start()
    try:
        yield
    finally:
        over.set()
        if thread.is_alive():
            thread.join(_CLOSING_SECONDS)
