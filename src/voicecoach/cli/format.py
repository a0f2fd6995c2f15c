"""``voicecoach format``: scripts as they are usually written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from voicecoach import pipeline
from voicecoach.cli.files import write_text
from voicecoach.cli.options import scripts_argument
from voicecoach.cli.scripts import show
from voicecoach.diagnostics import summary
from voicecoach.errors import VoicecoachError
from voicecoach.script import format_script, parse, read

if TYPE_CHECKING:
    from pathlib import Path

    from voicecoach.diagnostics import Diagnostic
    from voicecoach.model.workout import Workout
    from voicecoach.pipeline import Script
    from voicecoach.source import Source

__all__ = ["format_command"]

_UNREAD = "not-read"


@click.command("format")
@scripts_argument
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit code 1 if a script would change.")
@click.option("--stdout", "to_stdout", is_flag=True, help="Print the text instead of changing the file.")
def format_command(scripts: tuple[Path, ...], *, only_check: bool, to_stdout: bool) -> int:
    """Write each SCRIPT as scripts are usually written: spacing, order, spelling of amounts and times.

    What it says stays as it is; comments, notes and marks such as links stay in their places. A script with errors is
    not touched.
    """
    failed = changed = 0
    if not scripts:
        raise click.UsageError("Missing argument 'SCRIPT...'.")
    for path in scripts:
        try:
            source = read(path)
            text = _formatted(pipeline.load(source))
            if to_stdout:
                click.echo(text, nl=False)
            elif text != source.text:
                changed += 1
                if not only_check:
                    write_text(path, text, force=True)
                click.echo(f"{path}: would change" if only_check else f"{path}: written anew")
        except VoicecoachError as error:
            click.echo(f"error: {error}", err=True)
            failed += 1
    return int(bool(failed) or (only_check and bool(changed)))


def _formatted(script: Script) -> str:
    """The canonical text of a script.

    Raises:
        VoicecoachError: If it has errors, or says something that would get lost.
    """
    name = script.source.name
    if not script.playable:
        show(script.diagnostics, script.sources)
        raise VoicecoachError(f"{name} is left as it is: {summary(script.diagnostics)}")
    lost = [diagnostic for diagnostic in script.diagnostics if diagnostic.code == _UNREAD]
    if lost:
        show(lost, script.sources)
        raise VoicecoachError(f"{name} is left as it is: what is not read would get lost")
    text = format_script(script.source, _parsed(script.source)[0], _parsed)
    if text is None:
        raise VoicecoachError(f"{name} is left as it is: its new text would not mean the same, which is our bug")
    return text


def _parsed(source: Source) -> tuple[Workout, tuple[Diagnostic, ...]]:
    return parse(source, library=pipeline.library)
