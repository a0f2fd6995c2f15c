"""``voicecoach export``: script in, sound file out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from voicecoach import pipeline
from voicecoach.cli.options import choice_of, coach_options, quick_option, script_argument, sound_options, voice_options
from voicecoach.cli.output import KINDS, output_options
from voicecoach.cli.progress import progress_bars
from voicecoach.cli.scripts import note, playable, show
from voicecoach.cli.wording import length_text, size_text

if TYPE_CHECKING:
    from voicecoach.pipeline import Choices, Output

__all__ = ["export_command"]


@click.command("export")
@script_argument
@quick_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=f"The file to write, {KINDS}; by default the script's name with .mp3, in the current folder.",
)
@output_options
@click.option(
    "--mix",
    "part",
    type=click.Choice([part.value for part in pipeline.Part]),
    default="full",
    show_default=True,
    help="What is heard; voice or beeps alone go over the music of another app.",
)
@coach_options
@sound_options
@voice_options
def export_command(  # noqa: PLR0913 - one for each option, as click hands them over
    *,
    script: Path | None,
    quick: str,
    output: Path | None,
    wanted: Output,
    part: str,
    choices: Choices,
    engine: str,
    voice: str,
    pace: int | None,
) -> None:
    """Write the workout of SCRIPT to an MP3 file, or one of another kind, with a chapter for each step.

    SCRIPT may also be a text that `voicecoach import` reads, such as a blog post or a Zwift workout.

    The file appears under its name when it is whole; an older one stays until then. What voicecoach did not make is
    not written over.
    """
    workout = playable(script, quick, choices)
    target = output or Path(script.name if script else "quick").with_suffix(".mp3")
    with pipeline.open_speaker(workout, choice_of(engine, voice, pace), note) as speaker, progress_bars() as progress:
        made = pipeline.export(workout, target, speaker, progress, wanted, pipeline.Part(part), note)
    show(made.diagnostics, workout.sources)
    recorded = made.spoken_by.get("recorded", 0)
    words = f", {recorded} recording{'s' * (recorded != 1)} of your own" if recorded else ""
    for path in made.beside:
        click.echo(path)
    click.echo(f"{made.path}: {length_text(made.duration)}, {size_text(made.size)}{words}")
