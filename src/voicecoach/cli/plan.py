"""``voicecoach plan``: what happens when."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from voicecoach import illustrating, pipeline
from voicecoach.cli.options import choice_of, coach_options, quick_option, script_argument, voice_options
from voicecoach.cli.progress import progress_bars
from voicecoach.cli.scripts import note, playable, show
from voicecoach.cli.views import fitting_text, plan_json
from voicecoach.cli.wording import step_title
from voicecoach.diagnostics import distinct
from voicecoach.model.timeline import Bus
from voicecoach.units import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from voicecoach.model.timeline import Timeline
    from voicecoach.pipeline import Choices

__all__ = ["plan_command"]

_TIME = 9
_KIND = 7
_NOTE = "\u266a"
_CHANGED = "~"
"""Stands in the place of a time, before what had to be said shorter."""


@click.command("plan")
@script_argument
@quick_option
@click.option("--json", "as_json", is_flag=True, help="Print the plan as JSON.")
@click.option("--svg", type=click.Path(path_type=Path), metavar="FILE", help="Draw the workout on a time axis instead.")
@click.option("--png", type=click.Path(path_type=Path), metavar="FILE", help="The same in dots.")
@click.option("--force", is_flag=True, help="Draw over a file that voicecoach did not make.")
@coach_options
@voice_options
def plan_command(  # noqa: PLR0913 - one for each option, as click hands them over
    *,
    script: Path | None,
    quick: str,
    choices: Choices,
    engine: str,
    voice: str,
    pace: int | None,
    as_json: bool,
    svg: Path | None,
    png: Path | None,
    force: bool,
) -> None:
    """Show what happens when in the workout of SCRIPT, and what is said, to the tenth of a second.

    Lines that begin with ~ tell what had to be said shorter, what was not said and what was stretched for want of time.
    """
    workout = playable(script, quick, choices)
    pictures = [path for path in (svg, png) if path]
    illustrating.refuse(pictures, pipeline.inputs_of(workout), force=force)
    with pipeline.open_speaker(workout, choice_of(engine, voice, pace), note) as speaker, progress_bars() as progress:
        timeline = pipeline.timeline_of(workout, speaker, progress)
    if pictures:
        illustrating.draw(timeline, svg, png)
    found = distinct(timeline.diagnostics)
    if as_json:
        click.echo(json.dumps(plan_json(timeline, (*workout.diagnostics, *found)), indent=2, ensure_ascii=False))
        return
    for row in pictures or _table(timeline):
        click.echo(row)
    show(found, workout.sources)


def _table(timeline: Timeline) -> Iterator[str]:
    yield f"{timeline.title}, {clock(timeline.duration)}"
    for step in timeline.steps:
        yield ""
        yield f"{clock(step.start):>{_TIME}}  {step.kind.value:<{_KIND}}{step_title(step)}"
        for event in step.events:
            said = f'"{event.name}"' if event.bus is Bus.VOICE else f"{_NOTE} {event.name}"
            moment = event.start if event.beat is None else event.beat
            yield f"{clock(moment):>{_TIME}}  {'':<{_KIND}}{said}"
        for fitting in step.fittings:
            yield f"{_CHANGED:>{_TIME}}  {'':<{_KIND}}{fitting_text(fitting)}"
