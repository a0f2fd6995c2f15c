"""Going on where a workout was left."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from voicecoach.cli.scripts import note
from voicecoach.errors import VoicecoachError
from voicecoach.units import clock

if TYPE_CHECKING:
    from voicecoach.pipeline import LiveChoice, Script

__all__ = ["begun", "left_last", "name_of", "resume_option"]

_QUICK = "--quick "
"""What the name of a workout on one line begins with, so that it is no file's."""

resume_option = click.option(
    "--resume", is_flag=True, help="Go on where you left the workout; without SCRIPT, the one left last."
)
"""Not from the beginning."""


def name_of(script: Path | None, quick: str) -> str:
    """What a workout is remembered by: its file's full path, or its one line."""
    return os.path.realpath(script) if script else _QUICK + quick


def left_last(script: Path | None, quick: str) -> tuple[Path | None, str]:
    """The workout that was left last, in the place of one that is not named.

    Raises:
        VoicecoachError: If none was left.
    """
    from voicecoach.session.kept import kept_by  # noqa: PLC0415 - for those who play

    if script or quick:
        return script, quick
    place = kept_by(os.environ).places.latest()
    if place is None:
        raise VoicecoachError("no workout was left to go on with; name a script")
    is_quick = place.name.startswith(_QUICK)
    return (None, place.name.removeprefix(_QUICK)) if is_quick else (Path(place.name), "")


def begun(workout: Script, name: str, live: LiveChoice, *, resume: bool) -> LiveChoice:
    """How a workout is begun: where it was left, if that is wished for; else that is offered.

    Raises:
        click.UsageError: If another place to begin at is named as well.
    """
    from voicecoach.session.attending import gone_on  # noqa: PLC0415 - all that plays
    from voicecoach.session.kept import kept_by  # noqa: PLC0415 - as above

    if resume and live.start:
        raise click.UsageError("--resume and --from are two places to begin at; choose one")
    place = kept_by(os.environ).places.load(name)
    if place is None:
        if resume:
            note("Nothing was left of this workout: it begins at the beginning.")
        return live
    if not resume:
        note(f"You left this workout at {clock(place.time)}; --resume goes on there.")
        return live
    live, told = gone_on(live, place, workout)
    if told:
        note(told)
    return live
