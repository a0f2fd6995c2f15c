"""``voicecoach import``: other people's texts and formats, as a script."""

from __future__ import annotations

from pathlib import Path

import click

from voicecoach import pipeline
from voicecoach.cli.files import write_text
from voicecoach.cli.scripts import note, show
from voicecoach.errors import VoicecoachError
from voicecoach.script import read

__all__ = ["import_command"]


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="SCRIPT", help="The script to write; printed by default."
)
@click.option("--force", is_flag=True, help="Write over a file of that name.")
def import_command(file: Path, output: Path | None, *, force: bool) -> None:
    """Make a script of FILE: a blog post, a Zwift workout, intervals.icu or Liftoscript text, a spoken script, a plan.

    What was assumed, and what could not be read, is told line by line.
    """
    source = read(file)
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
