"""``voicecoach import``: other people's texts and formats, as a script."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from voicecoach import pipeline
from voicecoach.cli.adding import add_exercises
from voicecoach.cli.files import write_text
from voicecoach.cli.progress import progress_bars
from voicecoach.cli.scripts import note, show
from voicecoach.errors import VoicecoachError
from voicecoach.script import read

if TYPE_CHECKING:
    from voicecoach.source import Source

__all__ = ["import_command"]


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="SCRIPT", help="The script to write; printed by default."
)
@click.option("--force", is_flag=True, help="Write over a file of that name; add exercises whose names are taken.")
def import_command(file: Path, output: Path | None, *, force: bool) -> None:
    """Make a script of FILE: a blog post, a Zwift workout, intervals.icu or Liftoscript text, a spoken script, a plan.

    What was assumed, and what could not be read, is told line by line. Exercises in the format of free-exercise-db
    become files in your own folder of exercises, and every script can name them.
    """
    source = read(file)
    with progress_bars() as progress:
        exercises = pipeline.new_exercises(source, known_too=force, progress=partial(progress, "exercises"))
    if exercises:
        add_exercises(file, exercises, output, force=force)
    else:
        _write_script(file, source, output, force=force)


def _write_script(file: Path, source: Source, output: Path | None, *, force: bool) -> None:
    found = pipeline.imported(source)
    if found is None:
        raise VoicecoachError(f'"{file}" is a script already, or nothing that can be made into one')
    show(found.diagnostics, [source])
    for assumption in found.assumptions:
        note(assumption)
    if output is None:
        click.echo(found.text, nl=not found.text.endswith("\n"))
    else:
        write_text(output, found.text, force=force)
        click.echo(f"{output}: try `voicecoach plan {output}`")
